/// Findings in order, 24 bytes each, and 48 more for one that something followed or that is undecided.
///
/// There may be millions: each is taken out of the list as a `Case` when it is looked at.
package struct CaseList: Sendable {
  private var rows: [PackedCase] = []
  /// What few findings have.
  private var details: [CaseDetails] = []

  /// No findings.
  package init() {}

  /// Room for `count` findings that are put in later, in any order.
  package init(count: Int) {
    rows = Array(repeating: PackedCase(), count: count)
  }

  /// What a finding counts as things stand, at best and at worst.
  ///
  /// O(1); cheaper than the whole `Case`.
  package func counts(
    at position: Int
  ) -> (actual: Decimal6, best: Decimal6, worst: Decimal6) {
    let row = rows[position]
    if row.marks.contains(.countsWhole) { return (row.points, row.points, row.points) }
    guard row.detail > 0 else { return (.zero, .zero, .zero) }
    let detail = details[Int(row.detail) - 1]
    return (detail.counted, detail.best, detail.worst)
  }

  /// The state of a finding.
  package func state(at position: Int) -> CaseState { rows[position].state }

  /// Whether a finding is open or overdue, so that its points may yet change.
  package func isPending(at position: Int) -> Bool {
    rows[position].state == .open || rows[position].state == .overdue
  }

  /// The position in `Records.inspections` of a finding.
  package func inspection(at position: Int) -> Int { Int(rows[position].inspection) }
}

extension CaseList: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  /// The findings `elements`.
  package init(arrayLiteral elements: Case...) {
    self.init(elements)
  }

  /// The findings `cases`.
  package init(_ cases: [Case]) {
    self.init(count: cases.count)
    for (position, finding) in cases.enumerated() { self[position] = finding }
  }

  /// 0.
  package var startIndex: Int { 0 }
  /// How many there are.
  package var endIndex: Int { rows.count }

  /// The finding at a position.
  package subscript(position: Int) -> Case {
    get {
      let row = rows[position]
      return Case(row, row.detail > 0 ? details[Int(row.detail) - 1] : nil)
    }
    set {
      let plain = PackedCase(newValue)
      let old = rows[position].detail
      rows[position] = plain
      guard let detail = CaseDetails(newValue) else { return }
      if old > 0 {
        details[Int(old) - 1] = detail
        rows[position].detail = old
      } else {
        details.append(detail)
        rows[position].detail = UInt32(details.count)
      }
    }
  }
}

/// What every finding has.
struct PackedCase: Sendable {
  var points = Decimal6.zero
  var inspection: UInt32 = 0
  var due = CalendarDate.Packed(nil)
  /// Position of its details, from 1; 0 for none.
  var detail: UInt32 = 0
  var marks: CaseMarks = []
  var state = CaseState.open
  var handling: Handling?

  init() {}

  init(_ finding: Case) {
    points = finding.points
    inspection = UInt32(finding.inspection)
    due = CalendarDate.Packed(finding.due)
    marks = CaseMarks(finding)
    state = finding.state
    handling = finding.handling
  }
}

/// What few findings have: other numbers than all or nothing, follow-ups, a day until which to wait.
struct CaseDetails: Sendable {
  var counted: Decimal6
  var best: Decimal6
  var worst: Decimal6
  var rectification: Position
  var verification: Position
  var appeal: Position
  var recheck: Position
  var replyUntil: CalendarDate.Packed

  /// A position or none.
  struct Position {
    private var number: Int32

    init(_ position: Int?) {
      number = position.map { Int32($0) } ?? -1
    }

    var value: Int? { number < 0 ? nil : Int(number) }
  }

  /// Nil where there is nothing to keep.
  init?(_ finding: Case) {
    let until = finding.gate.flatMap(GateCondition.replyUntil)
    let isPlain =
      finding.counted == finding.best && finding.counted == finding.worst
      && (finding.counted == finding.points || finding.counted == .zero)
    let isFollowed =
      finding.rectification != nil || finding.verification != nil || finding.appeal != nil
      || finding.recheck != nil
    guard !isPlain || isFollowed || until != nil else { return nil }
    counted = finding.counted
    best = finding.best
    worst = finding.worst
    rectification = Position(finding.rectification)
    verification = Position(finding.verification)
    appeal = Position(finding.appeal)
    recheck = Position(finding.recheck)
    replyUntil = CalendarDate.Packed(until)
  }
}

extension Case {
  fileprivate init(_ row: PackedCase, _ details: CaseDetails?) {
    let plain = row.marks.contains(.countsWhole) ? row.points : .zero
    self.init(
      inspection: Int(row.inspection),
      state: row.state,
      points: row.points,
      counted: details?.counted ?? plain,
      best: details?.best ?? plain,
      worst: details?.worst ?? plain,
      due: row.due.date,
      isProvisional: row.marks.contains(.provisional),
      handling: row.handling,
      isContested: row.marks.contains(.contested),
      reasons: row.marks.reasons,
      rectification: details?.rectification.value,
      verification: details?.verification.value,
      appeal: details?.appeal.value,
      recheck: details?.recheck.value,
      gate: row.marks.gate(replyUntil: details?.replyUntil.date)
    )
  }
}
