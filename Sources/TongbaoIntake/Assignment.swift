import TongbaoModel

/// Columns and roles of one kind, each taken once at most.
struct Assignment {
  /// A role and the column for it.
  struct Pair {
    let role: Role
    let column: Int
    let evidence: HeadEvidence
    let weight: Int
  }

  /// Weight from which a column is proposed, and from which it is sure.
  static let likely = 55
  static let sure = 85
  /// Weight from which a person is asked.
  static let doubtful = 25

  let kind: SheetKind
  /// What is known already and what is proposed, by column.
  private(set) var pairs: [Int: Pair] = [:]
  /// What a person is asked about, by column.
  private(set) var doubts: [Int: Pair] = [:]
  /// Columns of follow-ups that have no day or no outcome: nothing is taken from them.
  private(set) var partial: [Int: Pair] = [:]
  /// Columns whose head speaks for a role but whose values do not, by role.
  private(set) var misfits: [Role: Int] = [:]

  /// Takes the columns that the kind knows, then the best of all others, one after the other.
  init(_ match: KindMatch, _ heads: [HeadText?], _ samples: [ColumnSample], _ names: SchemeNames) {
    kind = match.kind
    for (role, column) in match.columns {
      // Of two roles of one column the kind's own counts.
      if let taken = pairs[column], taken.role.kind == kind { continue }
      pairs[column] = Pair(role: role, column: column, evidence: .known, weight: 100)
    }
    // Of a wide sheet no other column may give figures: it would be lost.
    let figures: [Field] =
      match.wide.isEmpty ? [] : [.indicator, .value, .target, .lastYear, .sample]
    var free = Assignment.roles(of: kind)
      .filter { match.columns[$0] == nil && !figures.contains($0.field) }
    var columns = Set(heads.indices.filter { heads[$0] != nil && pairs[$0] == nil })
      .subtracting(match.wide.map(\.column))
    let candidates = candidates(free, columns, heads, samples, names)
    for pair in candidates where free.contains(pair.role) && columns.contains(pair.column) {
      free.removeAll { $0 == pair.role }
      columns.remove(pair.column)
      if pair.weight >= Assignment.likely {
        pairs[pair.column] = pair
      } else {
        doubts[pair.column] = pair
      }
    }
    dropUnwhole()
    takeOnlyDate(heads, samples)
  }

  /// The roles that columns of a kind's sheets can have.
  static func roles(of kind: SheetKind) -> [Role] {
    kind.headers.map { Role(kind: kind, field: $0.field) }
      + kind.carriedKinds.flatMap { carried in
        carried.carriedFields.map { Role(kind: carried, field: $0) }
      }
  }

  private mutating func candidates(
    _ roles: [Role],
    _ columns: Set<Int>,
    _ heads: [HeadText?],
    _ samples: [ColumnSample],
    _ names: SchemeNames
  ) -> [Pair] {
    let known = roles.map(RoleHeads.init)
    var pairs: [Pair] = []
    for column in columns.sorted() {
      guard let head = heads[column] else { continue }
      for role in known {
        let (evidence, weight) = role.evidence(head)
        guard let fit = samples[column].fit(role.role.field, names) else {
          if weight >= 45, misfits[role.role] == nil { misfits[role.role] = column }
          continue
        }
        // Values alone speak for what has names; a date or a number may be anything.
        guard weight > 0 || Assignment.mayBeSilent(role.role, fit) && !role.bars(head),
          weight + fit >= Assignment.doubtful
        else { continue }
        pairs.append(
          Pair(role: role.role, column: column, evidence: evidence, weight: weight + fit)
        )
      }
    }
    // Stable: of equal weights the left column, then the first role.
    return pairs.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element)
  }

  /// Whether values alone raise a role, of a head that says nothing: 是 and 否 may mean anything.
  private static func mayBeSilent(_ role: Role, _ fit: Int) -> Bool {
    switch role.field {
    case .provisional: false
    case .record: fit >= 35
    case .finding: fit >= 25
    case let field where field.type == .reference || field.type == .choice: fit >= 55
    default: fit >= 30
    }
  }

  /// Of a sheet without a day of its own takes the one column of days whose head speaks against nothing.
  private mutating func takeOnlyDate(_ heads: [HeadText?], _ samples: [ColumnSample]) {
    let role = Role(kind: kind, field: .date)
    guard column(.date) == nil else { return }
    let days = heads.indices.filter { samples[$0].dates >= 95 && pairs[$0] == nil }
    guard days.count == 1, let doubt = doubts[days[0]], doubt.role == role else { return }
    pairs[doubt.column] = doubt
    doubts[doubt.column] = nil
  }

  /// Gives up the column of figures that only its head made one; one of several it tells no indicator.
  mutating func dropGuessedValue() {
    guard let column = column(.value), pairs[column]?.evidence != .known else { return }
    pairs[column] = nil
  }

  /// A follow-up without its day or its outcome is none.
  private mutating func dropUnwhole() {
    for carried in kind.carriedKinds where !missing(of: carried).isEmpty {
      for (column, pair) in pairs where pair.role.kind == carried {
        partial[column] = pair
        pairs[column] = nil
      }
      for (column, pair) in doubts where pair.role.kind == carried { doubts[column] = nil }
    }
  }

  /// The required fields of a follow-up that no column gives; the record's number is the inspection's.
  func missing(of carried: SheetKind) -> [Field] {
    let fields = Set(pairs.values.filter { $0.role.kind == carried }.map(\.role.field))
    return carried.requiredFields.filter { $0 != .record && !fields.contains($0) }
  }

  /// The column of a field of the kind's own.
  func column(_ field: Field) -> Int? {
    pairs.values.first { $0.role == Role(kind: kind, field: field) }?.column
  }

  /// How much of the sheet the kind explains.
  func weight(wide: Int) -> Int {
    pairs.values.reduce(0) { $0 + min($1.weight, 130) } + 80 * wide
  }
}
