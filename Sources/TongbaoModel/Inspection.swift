/// An inspection row with a finding or a measured value.
///
/// 64 bytes, for there may be millions.
///
/// Its texts are read again when a page needs them.
package struct Inspection: Sendable {
  /// Which of the numbers the row has.
  private struct Given: OptionSet {
    let rawValue: UInt8

    static let points = Given(rawValue: 1)
    static let value = Given(rawValue: 2)
  }

  /// The record number (单号) as written, trimmed.
  package var record: String
  private var ownPoints: Decimal6
  private var measured: Decimal6
  private var given: Given
  /// How many inspectors the row names, at most 255.
  package var inspectors: UInt8
  /// Whether the row's evidence is of refused kinds only.
  package var isEvidenceRefused: Bool
  /// Whether the deduction is provisional (是否预扣), where the row says so.
  package var isProvisional: Bool?
  /// The unit inspected.
  package var unit: Ordinal<Unit>
  /// What was inspected.
  package var indicator: Ordinal<Indicator>
  /// How serious it is.
  package var severity: Ordinal<SeverityLevel>
  /// Position of the team's name.
  package var team: UInt16
  /// Day of the inspection.
  package var date: CalendarDate
  private var dueDay: CalendarDate.Packed
  /// Fingerprint of the row's content, to tell a repetition from a correction.
  package var content: UInt32
  /// Where it stands.
  package var place: RowReference

  /// An inspection with every part given.
  package init(
    record: String,
    points: Decimal6?,
    value: Decimal6?,
    date: CalendarDate,
    due: CalendarDate?,
    place: RowReference,
    content: UInt32,
    unit: Ordinal<Unit>,
    indicator: Ordinal<Indicator>,
    severity: Ordinal<SeverityLevel>,
    team: UInt16,
    inspectors: UInt8,
    isEvidenceRefused: Bool,
    isProvisional: Bool?
  ) {
    self.record = record
    ownPoints = points ?? .zero
    measured = value ?? .zero
    given = points == nil ? [] : .points
    if value != nil { given.insert(.value) }
    self.date = date
    dueDay = CalendarDate.Packed(due)
    self.place = place
    self.content = content
    self.unit = unit
    self.indicator = indicator
    self.severity = severity
    self.team = team
    self.inspectors = inspectors
    self.isEvidenceRefused = isEvidenceRefused
    self.isProvisional = isProvisional
  }

  /// Points that the row itself gives (扣分); never negative.
  package var points: Decimal6? {
    get { given.contains(.points) ? ownPoints : nil }
    set {
      ownPoints = newValue ?? .zero
      if newValue == nil { given.remove(.points) } else { given.insert(.points) }
    }
  }

  /// Measured value (实测值).
  package var value: Decimal6? {
    get { given.contains(.value) ? measured : nil }
    set {
      measured = newValue ?? .zero
      if newValue == nil { given.remove(.value) } else { given.insert(.value) }
    }
  }

  /// Day by which it must be rectified, where the row says so.
  package var due: CalendarDate? { dueDay.date }

  /// Whether it is a finding under `scheme`: its severity is worth points, or it brings points of its own.
  package func isFinding(under scheme: Scheme) -> Bool {
    scheme.severities[severity].points.isPositive || (points?.isPositive ?? false)
  }

  /// The points before any share.
  package func points(under scheme: Scheme) -> Decimal6 {
    points ?? scheme.severities[severity].points
  }
}
