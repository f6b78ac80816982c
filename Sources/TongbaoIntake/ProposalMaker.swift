package import TongbaoModel

extension SheetProposal {
  /// Proposes which columns of a sheet to take for which fields.
  ///
  /// `head` holds the first rows, some hundreds for a good guess; `recordNames` are the field names of
  /// record XML. Of a context without a scheme, `Scheme.unknown`, only heads and the look of values speak.
  /// Nil where no row looks like a header. Pure; O(cells looked at).
  package static func propose(
    head: RowBatch,
    recordNames: [String]?,
    context: SheetContext
  ) -> SheetProposal? {
    ProposalMaker(head: head, recordNames: recordNames, context: context)?.make()
  }
}

/// Makes a proposal from the first rows of a sheet.
struct ProposalMaker {
  /// What one kind makes of the sheet.
  struct Reading {
    let entry: SourceEntry
    let names: SchemeNames
    let match: KindMatch
    let assignment: Assignment
    let missing: [Field]
    let weight: Int
  }

  let head: RowBatch
  let context: SheetContext
  let layout: HeaderLayout
  let samples: [ColumnSample]
  /// The heads that are looked at; nil for blank ones, repeated ones and those too long to be named.
  let heads: [HeadText?]
  /// Names of the scheme and of the present entry.
  let names: SchemeNames
  /// How the sheet is read now; nil where it is refused.
  let plan: SheetPlan?
  /// Texts above the header.
  let titles: [String]

  /// Columns that are looked at.
  static let seenColumns = 500
  /// Cells that are looked at, whatever the number of columns.
  private static let seenCells = 200_000
  /// Characters of a head that can be named in settings; YAML has keys of 1,024.
  private static let longestHead = 120

  init?(head: RowBatch, recordNames: [String]?, context: SheetContext) {
    var maker = PlanMaker(head: head, recordNames: recordNames, context: context)
    plan = maker.make()
    names = maker.names
    guard
      let layout = ProposalMaker.layout(head, recordNames, context, plan, maker)
    else { return nil }
    self.head = head
    self.context = context
    self.layout = layout
    titles = (0..<(layout.firstRow ?? 0))
      .flatMap { HeaderLayout.texts(head, row: $0).filter { !$0.isEmpty } }
    samples = ProposalMaker.samples(head, layout)
    heads = ProposalMaker.heads(layout)
  }

  /// The header as the sheet is read now, else the rows that look most like one.
  private static func layout(
    _ head: RowBatch,
    _ recordNames: [String]?,
    _ context: SheetContext,
    _ plan: SheetPlan?,
    _ maker: PlanMaker
  ) -> HeaderLayout? {
    if let recordNames { return HeaderLayout(names: recordNames) }
    if let lines = plan?.headerLines,
      let first = head.rows.firstIndex(where: { Int($0.line) == lines.lowerBound }),
      let last = head.rows.firstIndex(where: { Int($0.line) == lines.upperBound })
    {
      return HeaderLayout(head, row: first, height: last - first + 1)
    }
    let heads = SheetKind.allCases.flatMap { KindHeads($0, context.entry).known }
    let known = heads.reduce(into: Set<FoldedName>()) { $0.formUnion($1.heads.keys) }
    return HeaderSearch(head, maker.names, known).best(maker.layouts())
  }

  private static func heads(_ layout: HeaderLayout) -> [HeadText?] {
    let refusals = RefusalColumns.columns(in: layout.heads.map(\.text))
    var seen: Set<FoldedName> = []
    return layout.heads.prefix(seenColumns).enumerated()
      .map { column, head in
        guard !head.text.isEmpty, head.text.unicodeScalars.count <= longestHead,
          !refusals.contains(column), let name = head.names.first, !name.bytes.isEmpty,
          seen.insert(name).inserted
        else { return nil }
        return HeadText(head)
      }
  }

  /// The rows below the header that are looked at, those that are no records left out.
  var sampledRows: [Int] { ProposalMaker.sampledRows(head, layout) }

  private static func sampledRows(_ head: RowBatch, _ layout: HeaderLayout) -> [Int] {
    let first = layout.firstRow.map { $0 + layout.height } ?? 0
    let rows = max(20, seenCells / max(1, layout.heads.count))
    return (first..<max(first, head.rows.count)).prefix(rows).filter { isRecord($0, of: head) }
  }

  /// What stands below each head.
  private static func samples(_ head: RowBatch, _ layout: HeaderLayout) -> [ColumnSample] {
    let columns = min(layout.heads.count, seenColumns)
    var samples = [ColumnSample](repeating: ColumnSample(), count: columns)
    let bytes = head.bytes.span
    for row in sampledRows(head, layout) {
      let cells = head.cells[head.cellRange(ofRow: row)]
      for column in 0..<columns {
        let cell = column < cells.count ? cells[cells.startIndex + column] : nil
        samples[column].add(cell, bytes)
      }
    }
    return samples
  }

  /// Whether a row is neither blank nor a total, an example or a footer.
  private static func isRecord(_ row: Int, of head: RowBatch) -> Bool {
    let bytes = head.bytes.span
    for cell in head.cells[head.cellRange(ofRow: row)] {
      let text = ByteText(of: cell, in: bytes)
      if !text.isEmpty { return RowMark.of(text, bytes) == nil }
    }
    return false
  }

  func make() -> SheetProposal {
    let kinds = context.entry.kind.map { [$0] } ?? SheetKind.allCases
    let readings = kinds.map(reading)
    var best = readings[0]
    for reading in readings where reading.weight > best.weight { best = reading }
    return SheetProposal(self, best)
  }

  /// What the sheet is as a sheet of `kind`.
  private func reading(_ kind: SheetKind) -> Reading {
    var entry = context.entry
    var names = names
    if kind == .measurement, plan?.kind != .measurement || plan?.wide.isEmpty == false {
      for (text, indicator) in wideHeads where names.add(text, for: indicator, in: .indicator) {
        entry.values[Field.indicator.name, default: [:]][text] = indicator
      }
    }
    if lacksNumberPart(kind) { entry.numberFrom = [] }
    let match = KindMatch(KindHeads(kind, entry), layout, entry, names)
    var assignment = Assignment(match, heads, samples, names)
    if match.wide.isEmpty, match.missing.contains(.indicator), assignment.column(.indicator) == nil,
      !freeFigures(assignment).isEmpty
    {
      assignment.dropGuessedValue()
    }
    var missing = match.missing.filter { assignment.column($0) == nil }
    var weight = assignment.weight(wide: match.wide.count)
    let figures = match.wide.isEmpty ? unnamedFigures(assignment, wide: []).count : 0
    if figures > 0 {
      missing.removeAll { $0 == .indicator || $0 == .value }
      weight += 25 * min(figures, 4)
    }
    for field in missing {
      switch remedy(for: field, of: kind, assignment) {
      case .dated, .constant: continue
      case .column, .misfit: weight -= 20
      case .composed(let heads, _):
        // The columns of the inspection that a follow-up sheet repeats say whose it is.
        weight += kind == .inspection ? -30 : 120 * heads.count - 30
      case .choice, .nothing: weight -= 40
      }
    }
    if plan?.kind == kind { weight += 50 }
    if isNamed(kind) { weight += 60 }
    if kind == .inspection, looksLikeFindings(assignment) { weight += 40 }
    return Reading(
      entry: entry,
      names: names,
      match: match,
      assignment: assignment,
      missing: missing,
      weight: weight
    )
  }

  /// Whether there are units, days and free texts, but no figures.
  private func looksLikeFindings(_ assignment: Assignment) -> Bool {
    assignment.column(.unit) != nil && samples.contains { $0.dates >= 80 }
      && samples.contains { $0.length >= 6 && $0.numbers < 50 && $0.personalNumbers < 30 }
      && !freeFigures(assignment).contains { samples[$0].variety > 6 }
  }

  /// Whether the file's name or a title says what the sheet is.
  private func isNamed(_ kind: SheetKind) -> Bool {
    let words: [String] =
      switch kind {
      case .inspection: ["检查", "督查", "巡查", "暗访", "台账", "inspection"]
      case .rectification: ["整改反馈", "整改情况", "销号", "整改回复", "rectification"]
      case .verification: ["核实", "verification"]
      case .appeal: ["申诉", "appeal"]
      case .measurement: ["指标", "统计", "完成情况", "测评", "measurement"]
      case .event: ["加扣分", "加分", "否决", "event"]
      case .recheck: ["抽查", "recheck"]
      case .carryover: ["结转", "carryover"]
      }
    let texts = [context.file, context.worksheet ?? ""] + titles
    return texts.contains { text in
      let name = FoldedName(header: text)
      return words.contains { name.contains(FoldedName(header: $0)) }
    }
  }

  /// Heads that look like an indicator's name with something to it, 规上工业总产值（亿元）, over numbers.
  private var wideHeads: [(text: String, indicator: String)] {
    var taken: Set<Int32> = []
    return heads.enumerated()
      .compactMap { column, head in
        guard head != nil, samples[column].numbers >= 50 else { return nil }
        let path = layout.heads[column].path
        // 完成值, 目标值 below an indicator.
        let isFigure = path.count > 1 && path.last.map(KindMatch.isMeasureWord) == true
        let text = isFigure ? path[path.count - 2] : layout.heads[column].text
        guard names.meaning(of: FoldedName(text), in: .indicator) == nil,
          let indicator = indicator(resembling: text),
          let meaning = names.meaning(of: FoldedName(indicator), in: .indicator),
          isFigure || taken.insert(meaning).inserted
        else { return nil }
        return (text, indicator)
      }
  }

  private func indicator(resembling text: String) -> String? {
    let plain = text.prefix { !"（(".contains($0) }
    let name = FoldedName(plain)
    guard name.bytes.count >= 6 else { return nil }
    let isKnown = names.meaning(of: name, in: .indicator) != nil
    let found = isKnown ? name.text : names.onlyRelative(of: name, in: .indicator)
    let position = (found ?? names.nearest(to: name, in: .indicator))
      .flatMap { names.meaning(of: FoldedName($0), in: .indicator) }
    return position.map { context.scheme.indicators[Int($0)].name }
  }
}
