import TongbaoModel

/// A canonical field of a sheet.
///
/// Source: sheets.md §1.
enum Field: UInt8, CaseIterable, Sendable {
  case record, date, unit, indicator, severity, finding, site, team, inspectors, points
  case provisional, value, due, responsible, duty, evidence, remark
  case result, verifier, factual, reply, approvedBy, approvedOn, decision, grounds
  case target, lastYear, sample, source, item, count, basis, consistent, year, status

  /// The name as settings, headers and diagnostics write it.
  var name: String { Field.names[Int(rawValue)] }

  private static let names = allCases.map { String(describing: $0) }

  /// The field of a canonical name.
  init?(named name: some StringProtocol) {
    guard let field = Field.allCases.first(where: { $0.name == name }) else { return nil }
    self = field
  }

  /// How the cells of a field are read.
  var type: FieldType {
    switch self {
    case .date, .due, .approvedOn: .date
    case .points, .value, .target, .lastYear, .sample, .count: .decimal
    case .unit, .indicator, .severity, .item: .reference
    case .provisional, .result, .factual, .decision, .consistent: .choice
    case .record: .code
    default: .text
    }
  }

  /// Whether people write freely here, so that personal data may slip in.
  var isFreeText: Bool {
    switch self {
    case .finding, .site, .remark, .duty, .reply, .grounds, .basis, .status: true
    default: false
    }
  }
}

/// How the cells of a field are read.
enum FieldType: Sendable {
  case code
  case date
  case decimal
  case reference
  case choice
  case text
}

/// What a column is for: a field of the sheet's own kind, or of a follow-up that its rows carry
/// too.
struct Role: Hashable, Sendable {
  let kind: SheetKind
  let field: Field
}
