import TongbaoModel

/// The passage of one batch through a plan: what is known of the row at hand, and what all rows
/// gave.
struct BatchAdmission {
  let plan: SheetPlan
  let batch: RowBatch
  var result = AdmittedBatch()
  /// What is wrong with the row at hand.
  var problems: [Problem] = []
  /// The kind whose fields are being read: the sheet's, or that of a carried follow-up.
  var kind: SheetKind
  /// Fingerprint of the row's content so far.
  var content: UInt64 = 0
  /// Marks of all cells of the row that were looked at.
  var marks: UInt8 = 0
  /// Refused rows as they came; nil where they are only counted.
  var refusedRows: [RefusedRows.Row]?
  /// The follow-ups that the row carries.
  var carriedNow: [(content: FollowUp.Content, date: CalendarDate)] = []
  /// What the row says of rectifications that have not come yet.
  var openNow: [(field: Field, rows: OpenFollowUps.Rows)] = []
  /// What cells meant before, by field.
  var memories = [CellMemory](repeating: CellMemory(), count: Field.allCases.count)
  var teamPositions: [String: UInt16] = ["": 0]
  /// The known names that unknown ones of the batch are nearest to, empty for none.
  var nearestNames: [Field: [FoldedName: String]] = [:]
  private var constantTexts: [ByteText] = []
  /// The number of each row, where the plan makes it of other texts.
  private var numbers: [ByteText] = []
  let wideGroups: [WideGroup]
  let windowFrom: CalendarDate
  let windowTo: CalendarDate
  let lastDay: CalendarDate

  init(_ plan: SheetPlan, _ source: RowBatch) {
    self.plan = plan
    kind = plan.kind
    wideGroups = WideGroup.groups(plan.wide)
    windowFrom = plan.context.scheme.window.from
    windowTo = plan.context.scheme.window.to
    lastDay = plan.context.lastDay
    var prepared = source
    for constant in plan.constants {
      let start = prepared.bytes.count
      prepared.bytes += constant.text
      var text = ByteText(start: start, end: prepared.bytes.count)
      text.trim(prepared.bytes.span)
      constantTexts.append(text)
    }
    if let number = plan.number {
      numbers.reserveCapacity(source.rows.count)
      for row in source.rows.indices {
        let start = prepared.bytes.count
        prepared.bytes += number.text(ofRow: row, in: source)
        numbers.append(ByteText(start: start, end: prepared.bytes.count))
      }
      // Stands behind the constants, and is another one for each row.
      constantTexts.append(.none)
    }
    batch = prepared
    result.totals = TotalsTally(columns: plan.summed.count)
    if plan.kind == .inspection { result.inspected.visits.reserveCapacity(source.rows.count) }
  }

  /// Admits every row.
  mutating func run() {
    run(batch.rows.indices)
  }

  /// Admits some of the rows.
  mutating func run(_ rows: Range<Int>) {
    let batch = self.batch
    let bytes = batch.bytes.span
    let cells = batch.cells.span
    for index in rows {
      let range = batch.cellRange(ofRow: index)
      let row = RowCells(
        index: index,
        first: range.lowerBound,
        count: range.count,
        line: batch.rows[index].line,
        isRefused: batch.rows[index].marks.rawValue & RowMarks.refused.rawValue != 0,
        isUnterminated: batch.rows[index].marks.rawValue & RowMarks.unterminated.rawValue != 0
      )
      admit(row, bytes, cells)
    }
  }

  private mutating func admit(_ row: RowCells, _ bytes: borrowing Bytes, _ cells: borrowing Cells) {
    result.counts.rows += 1
    if let header = plan.headerLines, Int(row.line) <= header.upperBound {
      if Int(row.line) < header.lowerBound {
        result.counts.titles += 1
      } else {
        result.counts.headers += 1
      }
      return
    }
    takeUpNumber(ofRow: row.index)
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    if !carriedNow.isEmpty { carriedNow.removeAll(keepingCapacity: true) }
    if !openNow.isEmpty { openNow.removeAll(keepingCapacity: true) }
    content = 0
    marks = 0
    kind = plan.kind
    guard !isNoRecord(row, bytes, cells) else { return }
    if !plan.summed.isEmpty { result.totals.beginRow() }
    switch plan.kind {
    case .inspection: admitInspection(row, bytes, cells)
    case .rectification, .verification, .appeal, .recheck: admitFollowUp(row, bytes, cells)
    case .measurement: admitMeasurement(row, bytes, cells)
    case .event: admitEvent(row, bytes, cells)
    case .carryover: admitCarryover(row, bytes, cells)
    }
  }

  /// Lets the slot of the record number give that of one row.
  mutating func takeUpNumber(ofRow index: Int) {
    if !numbers.isEmpty { constantTexts[plan.constants.count] = numbers[index] }
  }

  /// The text in a slot of a `ColumnMap`; empty where the row is shorter.
  @inline(__always)
  mutating func text(
    at slot: Int,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> ByteText {
    if slot >= 0 {
      guard slot < row.count else { return .none }
      let cell = cells[row.first + slot]
      marks |= cell.marks.rawValue
      return ByteText(of: cell, in: bytes)
    }
    return slot == -1 ? .none : constantTexts[-2 - slot]
  }

  /// Notes that a required field of the kind at hand is empty, or holds a `word` for nothing.
  mutating func noteMissing(_ field: Field, _ slot: Int, _ word: String? = nil) {
    let head = slot >= 0 && slot < plan.heads.count ? plan.heads[slot] : field.name
    let state = word.map { Fact.standsForNothing($0) } ?? .isEmpty
    note(.missingValue, field, slot, word, ["head": .text(head), "state": state])
  }

  /// Notes a problem with a field of the kind at hand.
  mutating func note(
    _ problem: DiagnosticKind,
    _ field: Field,
    _ slot: Int,
    _ text: String? = nil,
    _ facts: [String: Fact] = [:]
  ) {
    problems.append(
      Problem(
        kind: problem,
        role: Role(kind: kind, field: field),
        column: slot >= 0 ? slot : nil,
        text: text,
        facts: facts
      )
    )
  }
}
