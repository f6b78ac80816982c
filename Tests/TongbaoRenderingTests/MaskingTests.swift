import Testing
import TongbaoModel

@testable import TongbaoRendering

/// Personal numbers that stand anywhere in sheets stand in no public page.
struct MaskingTests {
  @Test(arguments: [false, true], 1...3 as ClosedRange<UInt64>)
  func `planted numbers are masked in every public byte and reported`(
    isGreedy: Bool,
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var planted: [String] = []
    var input = Sample.input(november: true)
    func number() -> String {
      planted.append(MaskingTests.number(&random))
      return planted[planted.count - 1]
    }
    let fields = ["site", "finding", "evidence", "remark", "responsible", "duty", "team"]
    var texts: RowTextIndex = [:]
    for row in input.records.inspections {
      var own: RowTexts = ["record": row.record]
      for field in fields { own[field] = MaskingTests.text(around: number(), &random) }
      texts.add(own, at: row.place)
    }
    let reply = MaskingTests.text(around: number(), &random)
    texts.add(["reply": reply], at: Sample.place(2, file: 1))
    input.texts = texts
    input.records.teams[1] = MaskingTests.text(around: number(), &random)
    for index in input.records.files.indices {
      input.records.files[index].name = MaskingTests.text(around: number(), &random) + ".csv"
      input.records.files[index].sheet = MaskingTests.text(around: number(), &random)
    }
    let source = input.records.source(of: Sample.place(2))
    input.explanations[0].steps[0].parts[0].parts[0].inputs = [
      .init(name: "points", value: "1", source: source)
    ]
    let templates =
      isGreedy ? try GreedyTemplates.templates(locale: "zh-Hans") : Sample.templates
    let renderer = Renderer(templates: templates) { PersonalData.masking($0) }
    let issue = renderer.issue(input)
    let correction = renderer.correction(
      of: input,
      Correction(
        of: Sample.input(),
        previous: .init(title: "r1", address: "../r1/circular.html"),
        current: .init(title: "r2", address: "circular.html")
      )
    )
    for page in issue.pages + renderer.summary(input).pages + correction
    where page.audience == .public {
      let runs = MaskingTests.runs(in: page.bytes)
      for number in planted { #expect(!runs.contains(number), "\(page.path) holds \(number)") }
    }
    let reported = issue.diagnostics.filter { $0.kind == .personalDataMasked }
    // Every text, and each of the two sheets for its name.
    #expect(reported.count == input.records.inspections.count * fields.count + 1 + 2)
    // Amounts and record numbers stay as they are.
    let scores = issue.pages.first { $0.path == "scores.json" }.map(\.bytes) ?? []
    #expect(String(decoding: scores, as: UTF8.self).contains("\"X2\""))
  }

  @Test func `a record number that looks like a telephone is printed as it is`() throws {
    var input = Sample.input()
    input.records.inspections[1].record = "13812345678"
    let renderer = Renderer(templates: Sample.templates) { PersonalData.masking($0) }
    for path in ["circular.txt", "units/yanguan.txt", "scores.json"] {
      let page = try #require(renderer.issue(input).pages.first { $0.path == path })
      #expect(MaskingTests.runs(in: page.bytes).contains("13812345678"), "\(path)")
    }
  }

  /// The longest runs of ASCII digits and X in bytes.
  private static func runs(in bytes: [UInt8]) -> Set<String> {
    Set(
      bytes.split {
        !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) && $0 != UInt8(ascii: "X")
      }
      .map { String(decoding: $0, as: UTF8.self) }
    )
  }

  private static func text(around number: String, _ random: inout SeededRandom) -> String {
    let before = ["联系人王某，电话", "消防通道堵塞（", "", "身份证号：", "卡号 "]
    let after = ["，拒绝整改", "）未清理", "", "。", " 等"]
    return (before.randomElement(using: &random) ?? "") + number
      + (after.randomElement(using: &random) ?? "")
  }

  /// An identity card, old or new, a mobile or a bank card.
  private static func number(_ random: inout SeededRandom) -> String {
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    func two(_ range: ClosedRange<Int>) -> String {
      let text = String(Int.random(in: range, using: &random))
      return text.count == 1 ? "0" + text : text
    }
    switch Int.random(in: 0...3, using: &random) {
    case 0:
      let body = "330481" + "19" + two(50...99) + two(1...12) + two(1...28) + digits(3)
      let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
      let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
      return body + String(Array("10X98765432")[sum % 11])
    case 1: return "330481" + two(50...99) + two(1...12) + two(1...28) + digits(3)
    case 2: return "1" + String(Int.random(in: 3...9, using: &random)) + digits(9)
    default:
      let body = "622202" + digits(12)
      let sum = body.reversed().enumerated()
        .reduce(0) { sum, digit in
          let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 == 0 ? 2 : 1)
          return sum + value / 10 + value % 10
        }
      return body + String((10 - sum % 10) % 10)
    }
  }
}
