import TongbaoModel

@testable import TongbaoIntake

/// A sheet written in a test: comma-separated lines, `"` for cells with commas, as batches of rows.
struct TestSheet {
  var text: String
  var name = "sheet.csv"
  var worksheet: String?
  var entry = SourceEntry()
  var scheme = TestScheme.small
  var department: Ordinal<Department>?
  var lastDay = day("2018-01-31")
  var marks: [String: CellMarks] = [:]

  init(_ text: String) {
    self.text = text
  }

  /// The whole sheet as one batch.
  var batch: RowBatch { batches(of: Int.max)[0] }

  /// The sheet as batches of `size` rows.
  func batches(of size: Int) -> [RowBatch] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var batches: [RowBatch] = []
    var batch = RowBatch()
    for (number, line) in lines.enumerated() {
      append(String(line), number + 1, to: &batch)
      if batch.rows.count == size {
        batches.append(batch)
        batch = RowBatch()
      }
    }
    if !batch.rows.isEmpty || batches.isEmpty { batches.append(batch) }
    return batches
  }

  private func append(_ line: String, _ number: Int, to batch: inout RowBatch) {
    let start = UInt32(batch.bytes.count)
    let firstCell = UInt32(batch.cells.count)
    batch.bytes += Array(line.utf8)
    var cellStart = start
    var isQuoted = false
    for index in Int(start)...batch.bytes.count {
      let isEnd = index == batch.bytes.count
      if !isEnd, batch.bytes[index] == UInt8(ascii: "\""), worksheet == nil { isQuoted.toggle() }
      guard isEnd || (batch.bytes[index] == UInt8(ascii: ",") && !isQuoted) else { continue }
      var cell = RowBatch.Cell(start: cellStart, end: UInt32(index))
      let text = batch.text(of: cell)
      if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
        cell.start += 1
        cell.end -= 1
      }
      cell.marks = marks[batch.text(of: cell)] ?? []
      batch.cells.append(cell)
      cellStart = UInt32(index) + 1
    }
    batch.rows.append(
      RowBatch.Row(
        firstCell: firstCell,
        line: UInt32(number),
        textStart: start,
        textEnd: worksheet == nil ? UInt32(batch.bytes.count) : start
      )
    )
  }

  var context: SheetContext {
    SheetContext(
      file: name,
      worksheet: worksheet,
      entry: entry,
      scheme: scheme,
      department: department,
      lastDay: lastDay
    )
  }

  func plan() -> (SheetPlan?, DiagnosticLog) {
    SheetPlan.plan(head: batch, recordNames: nil, context: context)
  }

  /// The admitted sheet; nil where no plan could be made.
  func admitted(batchesOf size: Int = Int.max) -> AdmittedSheet? {
    guard let plan = plan().0 else { return nil }
    var sheet = AdmittedSheet(plan)
    for batch in batches(of: size) { sheet.append(plan.admit(batch)) }
    sheet.finish()
    return sheet
  }
}

extension SheetPlan {
  /// The refused rows of some batches, as the second reading gives them.
  func refusedRows(of batches: [RowBatch]) -> [RefusedRows.Row] {
    var state = FillState()
    return batches.flatMap { refusedRows([:], in: $0, state: &state) }
  }
}

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(iso: text) else { preconditionFailure("no date: \(text)") }
  return date
}

func decimal(_ text: String) -> Decimal6 {
  guard let value = Decimal6(text) else { preconditionFailure("no number: \(text)") }
  return value
}

extension DiagnosticLog {
  /// Codes in the order found.
  var codes: [String] { kept.map(\.kind.code) }
}

/// The scheme of the example, made by hand.
enum TestScheme {
  static let small: Scheme = {
    let growth = Ordinal<TongbaoModel.Category>(0)
    let core = Ordinal<TongbaoModel.Category>(1)
    let window = DateRange(from: day("2017-01-01"), to: day("2017-12-31")) ?? .always
    let shortened = DateRange(from: day("2017-01-01"), to: day("2017-10-31")) ?? .always
    func points(_ values: [String]) -> [Decimal6] { values.map(decimal) }
    return Scheme(
      title: "示例考核办法",
      year: 2017,
      window: window,
      display: 2,
      office: Office(
        name: "海宁市督查考评室",
        code: "海考评",
        number: "海考评通报〔{year}〕{n}号",
        sendTo: "",
        copyTo: ""
      ),
      categories: [
        TongbaoModel.Category(id: "growth", name: "重点发展类"),
        TongbaoModel.Category(id: "core", name: "城市核心类"),
      ],
      units: [
        Unit(id: "yanguan", name: "盐官镇", category: growth, aliases: ["盐官"]),
        Unit(id: "changan", name: "长安镇", category: growth),
        Unit(id: "haichang", name: "海昌街道", category: core),
      ],
      departments: [
        Department(id: "zongzhi", name: "市综治办"), Department(id: "jingxin", name: "市经信局"),
      ],
      projects: [
        Project(id: "pingan", name: "平安建设", department: Ordinal(0), approval: nil, days: window),
        Project(
          id: "dixiaosan",
          name: "低小散整治",
          department: Ordinal(1),
          approval: nil,
          days: shortened
        ),
      ],
      severities: [
        SeverityLevel(id: "none", names: ["无"], points: .zero),
        SeverityLevel(id: "general", names: ["一般"], points: decimal("0.5"), dueDays: 15),
        SeverityLevel(id: "prominent", names: ["突出"], points: .one, dueDays: 30),
      ],
      indicators: [
        Indicator(
          id: "patrol",
          name: "平安巡查",
          project: Ordinal(0),
          points: points(["10", "10", "10"]),
          target: [nil, nil, nil],
          method: .findings(cap: nil)
        ),
        Indicator(
          id: "cameras",
          name: "监控点有效运行率",
          project: Ordinal(0),
          points: points(["5", "5", "4"]),
          unit: "%",
          target: [nil, nil, nil],
          method: .best
        ),
        Indicator(
          id: "cleanup",
          name: "低小散整治",
          project: Ordinal(1),
          points: points(["10", "10", "10"]),
          target: [nil, nil, nil],
          method: .findings(cap: nil)
        ),
        Indicator(
          id: "output",
          name: "规上工业总产值",
          project: Ordinal(1),
          points: points(["20", "20", "0"]),
          target: [nil, nil, nil],
          method: .best
        ),
      ],
      bonuses: ItemGroup(items: [Item(id: "praise", name: "获省肯定", points: .one)]),
      penalties: ItemGroup(items: [Item(id: "late", name: "迟报", points: decimal("0.3"))]),
      vetoes: [Veto(id: "accident", name: "发生较大以上安全生产事故")],
      provisional: ProvisionalShares(onTime: .one, late: .one, partial: .one, failed: .one),
      partlyFactual: decimal("0.5"),
      refusedEvidence: ["台账"],
      minimumTeam: 3,
      rankBy: .total,
      grades: [Grade(name: "合格")],
      warnings: WarningRules(),
      spotCheck: nil,
      visitsPerMonth: nil,
      notices: NoticeRules()
    )
  }()
}
