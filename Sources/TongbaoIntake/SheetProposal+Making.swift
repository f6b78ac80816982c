import TongbaoModel

extension SheetProposal {
  /// The proposal that a kind's reading of the sheet comes to.
  init(_ maker: ProposalMaker, _ reading: ProposalMaker.Reading) {
    let kind = reading.match.kind
    let assignment = reading.assignment
    let layout = maker.layout
    let required = reading.missing + (maker.lacksFinding(assignment) ? [.finding] : [])
    let gaps = required.map { field in
      Gap(
        field: field.name,
        title: kind.title(of: field),
        remedy: maker.remedy(for: field, of: kind, assignment)
      )
    }
    var entry = reading.entry
    for pair in assignment.pairs.values.sorted(by: { $0.column < $1.column })
    where pair.evidence != .known {
      entry.headers[layout.heads[pair.column].text] = pair.role.name(under: kind)
    }
    for gap in gaps {
      switch gap.remedy {
      case .dated(let origin, _): entry.dateFrom = origin
      case .constant(let value, _): entry.constants[gap.field] = value
      case .composed(let heads, isUnique: true): entry.numberFrom = heads
      case .composed, .choice, .column, .misfit, .nothing: continue
      }
    }
    let fills = maker.fillDown(assignment).map(\.name)
      .filter { !maker.context.entry.fillDown.contains($0) }
    entry.fillDown += fills
    if entry.department == nil {
      entry.department = maker.department.map { maker.context.scheme.departments[$0].id }
    }
    var strange = assignment.pairs.values.sorted { $0.column < $1.column }
      .flatMap { maker.strange($0, reading.names) }
    let figures = maker.strangeFigures(assignment, wide: reading.match.wide)
    // What the present entry says of such a head has no effect.
    for figure in figures { entry.headers[figure.text] = nil }
    strange += figures
    let isChanged =
      entry.headers != maker.context.entry.headers || entry.values != maker.context.entry.values
      || entry.constants != maker.context.entry.constants || !fills.isEmpty
      || entry.dateFrom != maker.context.entry.dateFrom
      || entry.numberFrom != maker.context.entry.numberFrom
    // A kind that nothing speaks for is none.
    let isOfKind = !assignment.pairs.isEmpty || !reading.match.wide.isEmpty
    if maker.plan == nil || isChanged { entry.kind = isOfKind ? kind : nil }
    self.init(
      kind: isOfKind ? kind : nil,
      headerLines: layout.firstRow.map { first in
        Int(maker.head.rows[first].line)...Int(maker.head.rows[first + layout.height - 1].line)
      },
      isReadAlready: maker.plan != nil && maker.plan?.kind == kind,
      columns: SheetProposal.columns(maker, reading, entry),
      gaps: gaps,
      strange: strange,
      incomplete: SheetProposal.incomplete(maker, assignment),
      fillDown: fills,
      entry: entry,
      weight: reading.weight,
      isNew: isOfKind
        && (maker.plan == nil || isChanged || !strange.isEmpty
          || entry.department != maker.context.entry.department)
    )
  }

  /// The follow-ups of which some columns are there, but not the day or the outcome.
  private static func incomplete(
    _ maker: ProposalMaker,
    _ assignment: Assignment
  ) -> [Incomplete] {
    assignment.kind.carriedKinds.compactMap { carried in
      let pairs = assignment.partial.values.filter { $0.role.kind == carried }
      let fields = Set(pairs.map(\.role.field))
      // One person's column alone is no sign of a follow-up.
      guard !fields.isDisjoint(with: carried.requiredFields) else { return nil }
      return Incomplete(
        kind: carried,
        heads: pairs.map(\.column).sorted().map { maker.layout.heads[$0].text },
        missing: assignment.missing(of: carried).filter { !fields.contains($0) }
          .map { carried.title(of: $0) }
      )
    }
  }

  private static func columns(
    _ maker: ProposalMaker,
    _ reading: ProposalMaker.Reading,
    _ entry: SourceEntry
  ) -> [Column] {
    let asked = Set(
      reading.missing.map { Role(kind: reading.match.kind, field: $0) }
        + [Role(kind: reading.match.kind, field: .finding)]
    )
    let wide = Dictionary(
      reading.match.wide.map { ($0.column, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return maker.layout.heads.enumerated()
      .map { index, head in
        let sample = index < maker.samples.count ? maker.samples[index] : nil
        var column = Column(index: index, head: head.text, examples: sample?.examples() ?? [])
        if let figure = wide[index] {
          column.meaning = meaning(figure, head.text, maker, reading)
        } else if let pair = reading.assignment.pairs[index] {
          column.meaning = meaning(pair, false, maker, reading)
        } else if let pair = reading.assignment.doubts[index], asked.contains(pair.role) {
          column.meaning = meaning(pair, true, maker, reading)
        }
        return column
      }
  }

  private static func meaning(
    _ pair: Assignment.Pair,
    _ isDoubtful: Bool,
    _ maker: ProposalMaker,
    _ reading: ProposalMaker.Reading
  ) -> Meaning {
    let values =
      pair.column < maker.samples.count
      ? maker.samples[pair.column].evidence(for: pair.role.field, reading.names) : nil
    let sureness: Sureness =
      switch pair.evidence {
      case _ where isDoubtful: .doubtful
      case .known: values?.isPoor == true ? .likely : .known
      default: pair.weight >= Assignment.sure ? .sure : .likely
      }
    return Meaning(
      field: pair.role.name(under: reading.match.kind),
      title: pair.role.kind.title(of: pair.role.field),
      indicator: nil,
      sureness: sureness,
      head: pair.evidence,
      values: values
    )
  }

  private static func meaning(
    _ figure: KindMatch.WideColumn,
    _ head: String,
    _ maker: ProposalMaker,
    _ reading: ProposalMaker.Reading
  ) -> Meaning {
    let indicator = maker.context.scheme.indicators[figure.indicator].name
    let present = maker.context.entry.values[Field.indicator.name] ?? [:]
    let added = (reading.entry.values[Field.indicator.name] ?? [:]).keys
      .filter { present[$0] == nil }
    let isNew = added.contains { head == $0 || head.hasPrefix($0 + "/") || head.contains("/" + $0) }
    return Meaning(
      field: figure.field.name,
      title: SheetKind.measurement.title(of: figure.field),
      indicator: indicator,
      sureness: isNew ? .likely : .known,
      head: isNew ? .holds(indicator) : .known,
      values: figure.column < maker.samples.count
        ? .numbers(maker.samples[figure.column].numbers) : nil
    )
  }
}

extension SheetProposal.ValueEvidence {
  /// Whether most values are not what the field takes.
  var isPoor: Bool {
    switch self {
    case .dates(let share), .numbers(let share), .years(let share): share < 50
    case .names(let share): share < 20
    case .unlike, .persons: false
    }
  }
}

extension Role {
  /// The role as settings name it in sheets of `kind`: a follow-up's own day with its kind.
  func name(under kind: SheetKind) -> String {
    self.kind == kind || field != .date ? field.name : "\(self.kind.rawValue).\(field.name)"
  }
}

extension ProposalMaker {
  /// Whether an inspection sheet has no column for what was found, which most findings need.
  func lacksFinding(_ assignment: Assignment) -> Bool {
    assignment.kind == .inspection && assignment.column(.finding) == nil
  }
}

extension ColumnSample {
  /// What the values say for a field; nil where they say nothing.
  func evidence(for field: Field, _ names: SchemeNames) -> SheetProposal.ValueEvidence? {
    guard stated > 0 || field.type == .reference else { return nil }
    switch field.type {
    case .date: return .dates(dates)
    case .decimal: return .numbers(numbers)
    case .reference, .choice:
      let known = known(field, names)
      return known > 0 ? .names(known) : nil
    case .code: return unlike >= 95 ? .unlike : nil
    case .text:
      if field == .year { return .years(years) }
      let isPersonal = [.inspectors, .responsible, .verifier, .approvedBy].contains(field)
      return isPersonal && persons >= 60 ? .persons(persons) : nil
    }
  }
}
