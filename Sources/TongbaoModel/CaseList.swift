/// Findings in order, 24 bytes each, and 20 more for one that something followed.
///
/// There may be millions: each is taken out of the list as a `Case` when it is looked at.
package struct CaseList: Sendable {
  private var rows = LongList<PackedCase>()
  /// What findings have that something followed.
  private var followed = LongList<FollowedCase>()
  private var outlooks = CaseOutlooks()

  /// No findings.
  package init() {}

  /// Room for `count` findings that are put in later, in any order.
  package init(count: Int) {
    rows = LongList(repeating: PackedCase(), count: count)
  }

  /// What a finding counts as things stand, at best and at worst.
  ///
  /// O(1); cheaper than the whole `Case`.
  package func counts(
    at position: Int
  ) -> (actual: Decimal6, best: Decimal6, worst: Decimal6) {
    let row = rows[position]
    if row.marks.contains(.countsWhole) { return (row.points, row.points, row.points) }
    guard let outlook = outlook(of: row) else { return (.zero, .zero, .zero) }
    return (outlook.counted, outlook.best, outlook.worst)
  }

  /// The state of a finding.
  package func state(at position: Int) -> CaseState { rows[position].state }

  /// Whether a finding is open or overdue, so that its points may yet change.
  package func isPending(at position: Int) -> Bool {
    rows[position].state == .open || rows[position].state == .overdue
  }

  /// The position in `Records.inspections` of a finding.
  package func inspection(at position: Int) -> Int { Int(rows[position].inspection) }

  private func outlook(of row: PackedCase) -> CaseOutlook? {
    guard row.detail > 0 else { return nil }
    let isFollowed = row.marks.contains(.followed)
    return outlooks[isFollowed ? followed[Int(row.detail) - 1].outlook : row.detail]
  }
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
      let ruled = row.marks.contains(.followed) ? followed[Int(row.detail) - 1] : nil
      return Case(row, ruled, outlook(of: row))
    }
    set {
      let old = rows[position]
      rows[position] = PackedCase(newValue)
      let outlook = CaseOutlook(newValue).map { outlooks.keep($0) } ?? 0
      guard let ruled = FollowedCase(newValue, outlook: outlook) else {
        rows[position].detail = outlook
        return
      }
      rows[position].marks.insert(.followed)
      if old.marks.contains(.followed) {
        followed[Int(old.detail) - 1] = ruled
        rows[position].detail = old.detail
      } else {
        followed.append(ruled)
        rows[position].detail = UInt32(followed.count)
      }
    }
  }
}

/// What every finding has.
struct PackedCase: Sendable {
  var points = Decimal6.zero
  var inspection: UInt32 = 0
  var due = CalendarDate.Packed(nil)
  /// Where something followed the position of that, else of its outlook, each from 1; 0 for none.
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

/// What a finding has that something followed.
struct FollowedCase: Sendable {
  /// Position of its outlook, from 1; 0 for none.
  var outlook: UInt32
  var rectification: Position
  var verification: Position
  var appeal: Position
  var recheck: Position

  /// A position or none.
  struct Position {
    private var number: Int32

    init(_ position: Int?) {
      number = position.map { Int32($0) } ?? -1
    }

    var value: Int? { number < 0 ? nil : Int(number) }
  }

  /// Nil where nothing followed.
  init?(_ finding: Case, outlook: UInt32) {
    guard
      finding.rectification != nil || finding.verification != nil || finding.appeal != nil
        || finding.recheck != nil
    else { return nil }
    self.outlook = outlook
    rectification = Position(finding.rectification)
    verification = Position(finding.verification)
    appeal = Position(finding.appeal)
    recheck = Position(finding.recheck)
  }
}

extension Case {
  fileprivate init(_ row: PackedCase, _ ruled: FollowedCase?, _ outlook: CaseOutlook?) {
    let plain = row.marks.contains(.countsWhole) ? row.points : .zero
    self.init(
      inspection: Int(row.inspection),
      state: row.state,
      points: row.points,
      counted: outlook?.counted ?? plain,
      best: outlook?.best ?? plain,
      worst: outlook?.worst ?? plain,
      due: row.due.date,
      isProvisional: row.marks.contains(.provisional),
      handling: row.handling,
      isContested: row.marks.contains(.contested),
      reasons: row.marks.reasons,
      rectification: ruled?.rectification.value,
      verification: ruled?.verification.value,
      appeal: ruled?.appeal.value,
      recheck: ruled?.recheck.value,
      gate: row.marks.gate(replyUntil: outlook?.replyUntil.date)
    )
  }
}
