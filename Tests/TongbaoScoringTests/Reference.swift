import TongbaoModel

/// An exact fraction of the reference: slow, obvious, trapping on overflow.
struct Fraction: Comparable {
  var n: Int128
  var d: Int128

  init(_ n: Int128, _ d: Int128 = 1) {
    var (a, b) = (n.magnitude, d.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let g = Int128(max(a, 1))
    self.n = (d < 0 ? -n : n) / g
    self.d = (d < 0 ? -d : d) / g
  }

  init(_ decimal: Decimal6) { self.init(Int128(decimal.millionths), 1_000_000) }

  static func + (l: Fraction, r: Fraction) -> Fraction {
    Fraction(l.n * r.d + r.n * l.d, l.d * r.d)
  }
  static func - (l: Fraction, r: Fraction) -> Fraction {
    Fraction(l.n * r.d - r.n * l.d, l.d * r.d)
  }
  static func * (l: Fraction, r: Fraction) -> Fraction { Fraction(l.n * r.n, l.d * r.d) }
  static func / (l: Fraction, r: Fraction) -> Fraction { Fraction(l.n * r.d, l.d * r.n) }
  static func < (l: Fraction, r: Fraction) -> Bool { l.n * r.d < r.n * l.d }

  /// Rounded half away from zero to `places` decimals.
  func rounded(_ places: Int = 6) -> Fraction {
    var unit: Int128 = 1
    for _ in 0..<places { unit *= 10 }
    let doubled = 2 * n.magnitude * unit.magnitude
    let whole = Int128((doubled + d.magnitude) / (2 * d.magnitude))
    return Fraction(n < 0 ? -whole : whole, unit)
  }

  /// The number as a decimal, which it must be.
  var decimal: Decimal6 {
    precondition(1_000_000 % d == 0)
    return Decimal6(millionths: Int64(n * (1_000_000 / d)))
  }

  static func sum(_ list: [Fraction]) -> Fraction { list.reduce(Fraction(0), +) }

  static func mean(_ list: [Fraction]) -> Fraction? {
    list.isEmpty ? nil : (sum(list) / Fraction(Int128(list.count))).rounded()
  }
}

/// How open matters are assumed to end.
enum Assumption {
  case actual
  case best
  case worst
}

/// A second implementation of scoring.md §§3–4, sentence by sentence, sharing no code with the first.
struct Reference {
  let records: Records
  let scheme: Scheme
  let d: CalendarDate
  var undecidedCounts: Assumption?

  func ruling(
    _ subject: FollowUp.Subject,
    _ isKind: (FollowUp.Content) -> Bool
  ) -> FollowUp? {
    records.followUps
      .filter { $0.subject == subject && $0.date <= d && isKind($0.content) }
      .max { ($0.date, $0.place) < ($1.date, $1.place) }
  }

  func rectification(_ subject: FollowUp.Subject) -> (RectificationResult, CalendarDate)? {
    let row = ruling(subject) { if case .rectification = $0 { true } else { false } }
    if let row, case .rectification(let result) = row.content { return (result, row.date) }
    return nil
  }

  func verification(_ subject: FollowUp.Subject) -> Factuality? {
    let row = ruling(subject) { if case .verification = $0 { true } else { false } }
    if case .verification(let factuality, _, _) = row?.content { return factuality }
    return nil
  }

  func appeal(_ subject: FollowUp.Subject) -> AppealDecision? {
    let row = ruling(subject) { if case .appeal = $0 { true } else { false } }
    if case .appeal(let decision) = row?.content { return decision }
    return nil
  }

  func disagrees(_ subject: FollowUp.Subject) -> Bool {
    let row = ruling(subject) { if case .recheck = $0 { true } else { false } }
    if case .recheck(let isConsistent) = row?.content { return !isConsistent }
    return false
  }

  /// 0, partlyFactual or 1.
  func share(_ subject: FollowUp.Subject) -> Fraction {
    if verification(subject) == .unfounded || appeal(subject) == .upheld { return Fraction(0) }
    if verification(subject) == .partly || appeal(subject) == .partlyUpheld {
      return Fraction(scheme.partlyFactual)
    }
    return Fraction(1)
  }

  func isWithdrawn(_ subject: FollowUp.Subject) -> Bool {
    verification(subject) == .unfounded || appeal(subject) == .upheld
  }

  func isAdmissible(_ row: Inspection) -> Bool {
    let indicator = scheme.indicators[row.indicator]
    return scheme.projects[indicator.project].days.contains(row.date)
      && !row.isEvidenceRefused
      && Int(row.inspectors) >= (scheme.minimumTeam ?? 0)
      && scheme.units[row.unit].days.contains(row.date)
      && indicator.points[row.unit.index] > .zero
  }

  func isFinding(_ row: Inspection) -> Bool {
    scheme.severities[row.severity].points > .zero || (row.points ?? .zero) > .zero
  }

  func points(_ row: Inspection) -> Fraction {
    Fraction(row.points ?? scheme.severities[row.severity].points)
  }

  func due(_ row: Inspection) -> CalendarDate? {
    row.due ?? scheme.severities[row.severity].dueDays.map { row.date + $0 }
  }

  func state(_ i: Int) -> CaseState {
    let row = records.inspections[i]
    if !isAdmissible(row) { return .inadmissible }
    if isWithdrawn(.inspection(i)) { return .withdrawn }
    let fixed = rectification(.inspection(i))
    if fixed?.0 == .failed { return .confirmed }
    if !(row.isProvisional ?? scheme.severities[row.severity].isProvisional) { return .confirmed }
    if let (result, date) = fixed, result == .done {
      guard let due = due(row) else { return .restored }
      return date <= due ? .restored : .reduced
    }
    if fixed?.0 == .partly { return .reduced }
    if undecidedCounts == .worst { return .confirmed }
    if undecidedCounts == .best { return .restored }
    guard let due = due(row) else { return .open }
    return d <= due ? .open : .overdue
  }

  func handling(_ i: Int) -> Handling? {
    let state = state(i)
    if state == .inadmissible || state == .withdrawn { return nil }
    switch rectification(.inspection(i))?.0 {
    case .done: return .closed
    case .failed: return .failed
    default:
      guard let due = due(records.inspections[i]) else { return .open }
      return d <= due ? .open : .overdue
    }
  }

  func counted(_ i: Int, _ assumption: Assumption) -> Fraction {
    let one = Fraction(1)
    let q = points(records.inspections[i]) * share(.inspection(i))
    let shares = scheme.provisional
    let fixed = rectification(.inspection(i))?.0
    switch (state(i), assumption) {
    case (.inadmissible, _), (.withdrawn, _): return Fraction(0)
    case (.confirmed, _):
      return (fixed == .failed ? q * Fraction(shares.failed) : q).rounded()
    case (.restored, _): return (q * (one - Fraction(shares.onTime))).rounded()
    case (.reduced, _):
      return (q * (one - Fraction(fixed == .done ? shares.late : shares.partial))).rounded()
    case (.open, .actual), (.overdue, .actual): return q.rounded()
    case (.open, .best): return (q * (one - Fraction(shares.onTime))).rounded()
    case (.overdue, .best): return (q * (one - Fraction(shares.late))).rounded()
    case (.open, .worst), (.overdue, .worst): return (q * Fraction(shares.failed)).rounded()
    }
  }

  // Measures.

  struct Row {
    var date: CalendarDate
    var place: RowReference
    var value: Fraction
    var target: Fraction?
    var last: Fraction?
    var sample: Fraction?
  }

  func rows(_ u: Ordinal<Unit>, _ i: Ordinal<Indicator>, _ r: DateRange?) -> [Row] {
    guard let r else { return [] }
    var rows: [Row] = []
    for m in records.measurements
    where m.unit == u && m.indicator == i && r.contains(m.date) && m.date <= d {
      rows.append(
        Row(
          date: m.date,
          place: m.place,
          value: Fraction(m.value),
          target: m.target.map { Fraction($0) },
          last: m.lastYear.map { Fraction($0) },
          sample: m.sample.map { Fraction($0) }
        )
      )
    }
    for m in records.inspections
    where m.unit == u && m.indicator == i && r.contains(m.date) && m.date <= d
      && isAdmissible(m)
    {
      if let value = m.value {
        rows.append(Row(date: m.date, place: m.place, value: Fraction(value)))
      }
    }
    return rows.sorted { ($0.date, $0.place) < ($1.date, $1.place) }
  }

  func take(_ how: Indicator.Take, _ rows: [Row], _ field: (Row) -> Fraction?) -> Fraction? {
    guard let latest = rows.last else { return nil }
    if how == .latest { return field(latest) }
    var numbers: [Fraction] = []
    for row in rows {
      guard let number = field(row) else { return nil }
      numbers.append(number)
    }
    if how == .sum { return Fraction.sum(numbers) }
    let samples = rows.compactMap(\.sample)
    if samples.count == rows.count, samples.contains(where: { $0 != Fraction(0) }) {
      let weighted = zip(numbers, samples).map { $0 * $1 }
      return (Fraction.sum(weighted) / Fraction.sum(samples)).rounded()
    }
    return Fraction.mean(numbers)
  }

  func measure(
    _ u: Ordinal<Unit>,
    _ i: Ordinal<Indicator>,
    _ r: DateRange?
  ) -> (x: Fraction, value: Fraction, target: Fraction?)? {
    let indicator = scheme.indicators[i]
    if case .findings = indicator.method { return nil }
    let rows = rows(u, i, r)
    guard let value = take(indicator.take, rows, { $0.value }) else { return nil }
    let target =
      rows.last { $0.target != nil }?.target
      ?? indicator.target[u.index].map { Fraction($0) }
    let zero = Fraction(0)
    if case .completion = indicator.method {
      guard let target, target != zero else { return nil }
    }
    if case .threshold = indicator.method, target == nil { return nil }
    switch indicator.measure {
    case .value: return (value, value, target)
    case .completion:
      guard let target, target != zero else { return nil }
      return ((value / target * Fraction(100)).rounded(), value, target)
    case .growth:
      guard let last = take(indicator.take, rows, { $0.last }), last != zero else { return nil }
      let size = last < zero ? zero - last : last
      return (((value - last) / size * Fraction(100)).rounded(), value, target)
    }
  }
}
