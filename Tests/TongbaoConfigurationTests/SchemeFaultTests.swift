import Testing
import TongbaoConfiguration
import TongbaoModel

/// A right scheme, one thing changed, and what is said about it.
struct SchemeFault: Sendable, CustomTestStringConvertible {
  let code: String
  let original: String
  let change: String
  /// Found besides, as `code@line:column`.
  var others: [String] = []

  init(_ code: String, _ original: String, _ change: String, others: [String] = []) {
    self.code = code
    self.original = original
    self.change = change
    self.others = others
  }

  var testDescription: String { "\(code): \(change.prefix(40))" }
}

struct SchemeFaultTests {
  private func read(_ text: String) -> SchemeReading {
    SchemeReader.read(Array(text.utf8), file: "scheme.yaml")
  }

  @Test(arguments: [
    SchemeFault("yaml.wrong-format", "tongbao.scheme/1", "⟪tongbao.scheme/2⟫"),
    SchemeFault("yaml.missing-key", "format: tongbao.scheme/1\n", "⟪⟫"),
    SchemeFault("yaml.missing-key", "title: 示例考核办法\n", ""),
    SchemeFault("yaml.missing-key", "{id: growth, name: 重点发展类}", "⟪{⟫id: growth}"),
    SchemeFault("yaml.unknown-key", "display: 2", "⟪dislpay⟫: 2"),
    SchemeFault("yaml.unknown-key", "coefficient: 1.1", "⟪coeff⟫: 1.1"),
    SchemeFault("yaml.unknown-key", "title: 示例", "⟪titel⟫: 示例"),
    SchemeFault("yaml.unknown-key", "method: best", "⟪metod⟫: best"),
    SchemeFault("yaml.unknown-key", "{id: top,", "{⟪di⟫: top,"),
    SchemeFault("yaml.duplicate-key", "display: 2\n", "display: 2\n⟪display⟫: 3\n"),
    SchemeFault("yaml.duplicate-key", "ranked: true}", "ranked: true, ⟪ranked⟫: false}"),
    SchemeFault("yaml.duplicate-key", "ranked: true}", "ranked: true, ⟪\"ranked\"⟫: false}"),
    SchemeFault("yaml.missing-key", "{id: steps,", "⟪{⟫"),
    SchemeFault("yaml.wrong-type", "display: 2", "display: ⟪\"2\"⟫"),
    SchemeFault("yaml.wrong-type", "display: 2", "⟪display⟫:"),
    SchemeFault("yaml.wrong-type", "display: 2", "display: ⟪2.5⟫"),
    SchemeFault("yaml.wrong-type", "display: 2", "display: ⟪[⟫2]"),
    SchemeFault("yaml.wrong-type", "ranked: true", "ranked: ⟪maybe⟫"),
    SchemeFault("yaml.wrong-type", "aliases: [综治办]", "aliases: ⟪综治办⟫"),
    SchemeFault("yaml.wrong-type", "team: {min: 3}", "team: ⟪3⟫"),
    SchemeFault("yaml.wrong-type", "satisfactory: sample", "satisfactory: ⟪samples⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪1e3⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪0x10⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪1_000⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪.inf⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪1:30⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪010⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪１⟫"),
    SchemeFault("yaml.bad-number", "coefficient: 1.1", "coefficient: ⟪.⟫"),
    SchemeFault("yaml.too-precise", "coefficient: 1.1", "coefficient: ⟪1.1234567⟫"),
    SchemeFault("yaml.out-of-range", "coefficient: 1.1", "coefficient: ⟪0⟫"),
    SchemeFault("yaml.out-of-range", "coefficient: 1.1", "coefficient: ⟪99999999999999⟫"),
    SchemeFault("yaml.out-of-range", "display: 2", "display: ⟪7⟫"),
    SchemeFault("yaml.out-of-range", "points: 20", "points: ⟪-20⟫"),
    SchemeFault("yaml.out-of-range", "late: 0.5", "late: ⟪1.5⟫"),
    SchemeFault("yaml.out-of-range", "failed: 2", "failed: ⟪-1⟫"),
    SchemeFault("yaml.out-of-range", "rate: 0.05", "rate: ⟪5⟫"),
    SchemeFault("yaml.out-of-range", "step: 1}", "step: ⟪0⟫}"),
    SchemeFault("yaml.out-of-range", "dueDays: 15", "dueDays: ⟪3651⟫"),
    SchemeFault("yaml.out-of-range", "low: 1}", "low: ⟪6⟫}"),
    SchemeFault("yaml.out-of-range", "quota: 0.3", "quota: ⟪1.5⟫"),
    SchemeFault("yaml.bad-date", "from: 2017-02-01", "from: ⟪2017-02-29⟫"),
    SchemeFault("yaml.bad-date", "from: 2017-02-01", "from: ⟪2017/02/01⟫"),
    SchemeFault("yaml.bad-choice", "rankBy: rate", "rankBy: ⟪rates⟫"),
    SchemeFault("yaml.bad-choice", "method: best", "method: ⟪bets⟫"),
    SchemeFault("yaml.bad-choice", "direction: atLeast", "direction: ⟪higher⟫"),
    SchemeFault("yaml.bad-choice", "steps: whole", "steps: ⟪some⟫"),
    SchemeFault("yaml.key-not-text", "team: {min: 3}", "team: {min: 3, ⟪[⟫a]: 1}"),
    SchemeFault(
      "scheme.bad-id",
      "id: jingxin,",
      "id: ⟪Jing_xin⟫,",
      others: [
        "scheme.unknown-reference@19:46"
      ]
    ),
    SchemeFault(
      "scheme.bad-id",
      "{id: core,",
      "{id: ⟪default⟫,",
      others: [
        "scheme.unknown-reference@13:42", "scheme.unknown-reference@30:26",
        "scheme.unknown-reference@35:27",
      ]
    ),
    SchemeFault(
      "scheme.duplicate-id",
      "{id: changan,",
      "{id: ⟪growth⟫,",
      others: [
        "scheme.unknown-reference@42:79"
      ]
    ),
    SchemeFault("scheme.duplicate-id", "{id: fraud,", "{id: ⟪innovation⟫,"),
    SchemeFault("scheme.duplicate-name", "name: 长安镇", "name: ⟪盐官⟫"),
    SchemeFault("scheme.duplicate-name", "name: 弄虚作假", "name: ⟪迟报⟫"),
    SchemeFault("scheme.duplicate-name", "[无, 无问题]", "[无, ⟪无⟫]"),
    SchemeFault("scheme.duplicate-name", "{name: 合格,", "{name: ⟪良好⟫,"),
    SchemeFault("scheme.duplicate-name", "name: 市经信局", "name: ⟪ｚｏｎｇｚｈｉ⟫"),
    SchemeFault("scheme.unknown-reference", "category: core}", "category: ⟪coer⟫}"),
    SchemeFault("scheme.unknown-reference", "department: zongzhi", "department: ⟪zongzi⟫"),
    SchemeFault("scheme.unknown-reference", "core: 4, yanguan", "⟪cor⟫: 4, yanguan"),
    SchemeFault("scheme.unknown-reference", "[yanguan, changan]", "[yanguan, ⟪changa⟫]"),
    SchemeFault("scheme.unknown-reference", "capGrade: 良好", "capGrade: ⟪良⟫"),
    SchemeFault("scheme.empty-list", "[yanguan, changan]", "⟪[⟫]"),
    SchemeFault(
      "scheme.empty-list",
      "[{atLeast: 90, points: 5}, {atLeast: 80, points: 3}]",
      "⟪[⟫]"
    ),
    SchemeFault("scheme.reversed-dates", "to: 2017-10-31}", "to: ⟪2017-01-31⟫}"),
    SchemeFault(
      "scheme.reversed-dates",
      "window: {from: 2017-01-01, to: 2017-11-30}",
      "window: {from: ⟪2018-01-01⟫}"
    ),
    SchemeFault("scheme.dates-outside-window", "to: 2017-10-31}", "to: ⟪2018-10-31⟫}"),
    SchemeFault("scheme.number-without-n", "{n}号", "号", others: ["scheme.number-without-n@6:42"]),
    SchemeFault(
      "scheme.number-without-year",
      "〔{year}〕",
      "",
      others: [
        "scheme.number-without-year@6:42"
      ]
    ),
    SchemeFault("scheme.unreachable-points", "points: 20", "points: ⟪0⟫"),
    SchemeFault("scheme.unreachable-weight", "points: 20", "points: {default: 20, core: ⟪5⟫}"),
    SchemeFault("scheme.other-methods-parameter", "method: best,", "method: best, ⟪cap⟫: 3,"),
    SchemeFault("scheme.rank-steps", "⟪⟫span: {high: 5, low: 1}", ""),
    SchemeFault("scheme.dynamic-needs-latest", "dynamic: true", "dynamic: ⟪true⟫"),
    SchemeFault(
      "scheme.brackets-not-descending",
      "atLeast: 80, points: 3",
      "atLeast: ⟪90⟫, points: 3"
    ),
    SchemeFault("scheme.grade-out-of-reach", "{name: 不合格}", "{name: 不合格, atLeast: ⟪60⟫}"),
    SchemeFault("scheme.veto-without-effect", "effect: {zero: true}", "effect: ⟪{⟫}"),
  ])
  func `one fault is said once, at its place`(fault: SchemeFault) {
    var base = SampleSchemes.full
    if fault.code == "scheme.dynamic-needs-latest" {
      base = base.replacing("take: latest", with: "take: mean")
    }
    if fault.code == "scheme.rank-steps" {
      base = base.replacing(", span: {high: 5, low: 1}", with: "")
        .replacing(
          "{id: place",
          with: "⟪{⟫id: place"
        )
    }
    let marked = MarkedText(base.replacing(fault.original, with: fault.change, maxReplacements: 1))
    let reading = read(marked.text)
    var expected = fault.others
    if expected.first?.hasPrefix(fault.code + "@") != true {
      expected.append(
        marked.marked.isEmpty
          ? "\(fault.code)@1:1" : "\(fault.code)@\(marked.line):\(marked.column)"
      )
    }
    #expect(reading.diagnostics.places.sorted() == expected.sorted())
    for diagnostic in reading.diagnostics.kept where !fault.code.hasPrefix("scheme.number") {
      for language in Language.allCases {
        #expect(
          !diagnostic.message(in: language).contains("{"),
          "\(diagnostic.message(in: language))"
        )
      }
    }
    let isError = reading.diagnostics.count(of: .error) > 0
    #expect((reading.scheme == nil) == isError)
  }
}
