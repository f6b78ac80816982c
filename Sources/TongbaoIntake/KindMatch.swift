import TongbaoModel

/// How well the heads of a sheet fit one kind.
struct KindMatch {
  /// A column of a wide measurement sheet.
  struct WideColumn: Sendable {
    let column: Int
    let indicator: Ordinal<Indicator>
    /// `value`, `target`, `lastYear` or `sample`.
    let field: Field
  }

  let kind: SheetKind
  /// Column by role.
  private(set) var columns: [Role: Int] = [:]
  /// Columns of a wide measurement sheet, by position; empty for every other.
  private(set) var wide: [WideColumn] = []
  /// Required fields that no column, constant or title gives.
  private(set) var missing: [Field] = []
  /// Columns whose field another column already gives.
  private(set) var spare: [(column: Int, field: Field, taken: Int)] = []

  /// The columns that give something: those of the kind, of each follow-up that has its date and its
  /// outcome, and of each indicator that has a value.
  var used: Set<Int> {
    let wholes = kind.carriedKinds.filter { carried in
      carried.requiredFields.allSatisfy { field in
        field == .record || columns[Role(kind: carried, field: field)] != nil
      }
    }
    let roles = columns.filter { $0.key.kind == kind || wholes.contains($0.key.kind) }
    let groups = WideGroup.groups(wide)
    let figures = groups.flatMap { group in
      [Field.value, .target, .lastYear, .sample].compactMap { group.columns.column($0) }
    }
    return Set(roles.values).union(figures)
  }

  /// How many columns are known; of several for one figure only the first counts.
  var known: Int {
    let figures = wide.map { [$0.indicator.index, Int($0.field.rawValue)] }
    return Set(columns.values).count + Set(figures).count
  }

  init(_ heads: KindHeads, _ layout: HeaderLayout, _ entry: SourceEntry, _ names: SchemeNames) {
    kind = heads.kind
    for (kind, known) in heads.known { assign(known, kind, layout) }
    if kind == .measurement, !has(.indicator, entry) || !has(.value, entry) {
      wide = wideColumns(layout, names)
      // In a wide sheet a figure belongs to an indicator's column or to nothing.
      if !wide.isEmpty {
        for field in [Field.value, .target, .lastYear, .sample] {
          columns[Role(kind: kind, field: field)] = nil
        }
      }
    }
    let required = wide.isEmpty ? kind.requiredFields : [.unit, .date]
    missing = required.filter { !has($0, entry) }
  }

  private func has(_ field: Field, _ entry: SourceEntry) -> Bool {
    columns[Role(kind: kind, field: field)] != nil || entry.constants[field.name] != nil
      || (field == .date && entry.dateFrom != nil)
      || (field == .record && !entry.numberFrom.isEmpty)
  }

  /// Gives each column its field; of several columns for one field the preferred head wins, then
  /// the left one.
  private mutating func assign(
    _ heads: [FoldedName: KindHeads.Claim],
    _ kind: SheetKind,
    _ layout: HeaderLayout
  ) {
    var best: [Field: (rank: Int, column: Int)] = [:]
    for (column, head) in layout.heads.enumerated() where !head.text.isEmpty {
      guard let claim = head.names.lazy.compactMap({ name in heads[name] }).first else { continue }
      let role = Role(kind: kind, field: claim.field)
      if let taken = best[claim.field], taken.rank <= claim.rank {
        spare.append((column, claim.field, taken.column))
      } else {
        if let lost = best[claim.field] { spare.append((lost.column, claim.field, column)) }
        best[claim.field] = (claim.rank, column)
        columns[role] = column
      }
    }
  }

  private func wideColumns(_ layout: HeaderLayout, _ names: SchemeNames) -> [WideColumn] {
    let used = Set(columns.values)
    return layout.heads.enumerated()
      .compactMap { column, head in
        guard !head.text.isEmpty else { return nil }
        if !used.contains(column),
          let indicator = names.meaning(of: FoldedName(head.text), in: .indicator)
        {
          return WideColumn(column: column, indicator: Ordinal(UInt16(indicator)), field: .value)
        }
        if head.path.count > 1, let leaf = head.path.last, let field = KindMatch.measureWord(leaf) {
          let above = [head.path.dropLast().joined(separator: "/"), head.path[head.path.count - 2]]
          guard
            let indicator = above.lazy
              .compactMap({
                names.meaning(of: FoldedName($0), in: .indicator)
              })
              .first
          else { return nil }
          return WideColumn(column: column, indicator: Ordinal(UInt16(indicator)), field: field)
        }
        guard !used.contains(column), let leaf = head.path.last,
          let indicator = names.meaning(of: FoldedName(leaf), in: .indicator)
        else { return nil }
        return WideColumn(column: column, indicator: Ordinal(UInt16(indicator)), field: .value)
      }
  }

  /// Whether a head below an indicator's names one of its figures: 完成值, 目标值.
  static func isMeasureWord(_ text: String) -> Bool { measureWord(text) != nil }

  private static func measureWord(_ text: String) -> Field? {
    measureWords[FoldedName(header: text)]
  }

  private static let measureWords: [FoldedName: Field] = {
    var words: [FoldedName: Field] = [:]
    for (field, names) in SheetKind.measurement.headers {
      switch field {
      case .value, .target, .lastYear, .sample:
        for name in names + [field.name] { words[FoldedName(header: name)] = field }
      default: continue
      }
    }
    return words
  }()
}
