import TongbaoModel

// What stands for a field without a column.
extension ProposalMaker {
  /// What can be done about a required field that no column gives.
  func remedy(
    for field: Field,
    of kind: SheetKind,
    _ assignment: Assignment
  ) -> SheetProposal.Remedy {
    // 10月3日 in a column of days: the day of the title must not stand in for it.
    if let column = assignment.misfits[Role(kind: kind, field: field)],
      assignment.pairs[column] == nil
    {
      return .misfit(layout.heads[column].text, samples[column].examples(1).first ?? "")
    }
    if field == .date, let dated = dated(), !hasDays(assignment) { return dated }
    if let named = constant(for: field, kind) { return named }
    if let column = doubtfulColumn(for: Role(kind: kind, field: field), assignment) {
      return .column(layout.heads[column].text)
    }
    if field == .record, let composed = composedNumber(assignment) { return composed }
    // A sheet of one unit would say so in its name or title.
    let choices = field == .unit ? [] : choices(of: field, in: kind)
    return choices.isEmpty ? .nothing : .choice(choices)
  }

  /// Whether a person must choose among columns of days first.
  private func hasDays(_ assignment: Assignment) -> Bool {
    let role = Role(kind: assignment.kind, field: .date)
    return assignment.doubts.values.contains { $0.role == role && samples[$0.column].dates >= 95 }
  }

  private func dated() -> SheetProposal.Remedy? {
    if let date = titles.lazy.compactMap({ TitleDate.find(in: $0) }).first {
      return .dated(.title, date)
    }
    let name = TitleDate.withoutQuarantineMarks(context.file)
    return TitleDate.find(in: name).map { .dated(.name, $0) }
  }

  private func constant(for field: Field, _ kind: SheetKind) -> SheetProposal.Remedy? {
    let groups: [[String]]
    switch field {
    case .unit: groups = context.scheme.units.map { [$0.name] + $0.aliases }
    case .indicator: groups = context.scheme.indicators.map { [$0.name] + $0.aliases }
    case .item: groups = Matters(context.scheme).names.map { Array($0.dropFirst()) }
    default: return nil
    }
    if let position = NamedIn.position(among: groups, in: context.file) {
      return .constant(groups[position][0], .name)
    }
    for title in titles + [context.worksheet].compactMap({ $0 }) {
      if let position = NamedIn.position(among: groups, in: title) {
        return .constant(groups[position][0], .title)
      }
    }
    guard field == .indicator, kind == .inspection, let only = departmentIndicators.first,
      departmentIndicators.count == 1
    else { return nil }
    return .constant(only.name, .department)
  }

  /// The indicators that the findings of the sheet's department can be about.
  private var departmentIndicators: [Indicator] {
    guard let department else { return [] }
    return context.scheme.indicators.filter { indicator in
      guard case .findings = indicator.method else { return false }
      return context.scheme.projects[indicator.project].department == department
    }
  }

  /// The department that sent the sheet: the entry's, else the one that the name or a title names.
  var department: Ordinal<Department>? {
    if let department = context.department { return department }
    let groups = context.scheme.departments.map { [$0.name] + $0.aliases }
    let texts = [context.file] + titles
    return texts.lazy.compactMap { NamedIn.position(among: groups, in: $0) }.first
      .map { Ordinal(index: $0) }
  }

  /// The indicators that the rows of a kind can be about, the department's before all others.
  private func indicatorChoices(in kind: SheetKind) -> [Indicator] {
    guard kind == .measurement else {
      return departmentIndicators.isEmpty ? Array(context.scheme.indicators) : departmentIndicators
    }
    let measured = context.scheme.indicators.filter { indicator in
      if case .findings = indicator.method { return false }
      return true
    }
    let own = measured.filter { context.scheme.projects[$0.project].department == department }
    return own.isEmpty ? measured : own
  }

  private func doubtfulColumn(for role: Role, _ assignment: Assignment) -> Int? {
    // A column that counts rows is no number of a record: it begins anew with every sheet.
    assignment.doubts.values.filter { $0.role == role && !samples[$0.column].isCounting }
      .map(\.column).min()
  }

  private func choices(of field: Field, in kind: SheetKind) -> [String] {
    switch field {
    case .unit: context.scheme.units.map(\.name)
    case .severity: context.scheme.severities.map { $0.names.first ?? $0.id }
    case .indicator: indicatorChoices(in: kind).map(\.name)
    case .item: Matters(context.scheme).names.map { $0.dropFirst().first ?? $0[0] }
    default: SchemeNames.choices[field]?.map { $0[0] } ?? []
    }
  }
}

// Values that the scheme does not know.
extension ProposalMaker {
  /// Values listed of one field.
  private static let listedValues = 12
  /// Values listed where none of many is known: the scheme or the column must be another one.
  private static let listedStrangers = 3

  /// The values of a column that mean nothing, the most frequent first.
  func strange(_ pair: Assignment.Pair, _ names: SchemeNames) -> [SheetProposal.StrangeValue] {
    let field = pair.role.field
    guard field.type == .reference || field.type == .choice else { return [] }
    guard names.hasNames(of: field) || field == .provisional else { return [] }
    var names = names
    if field == .result, layout.heads[pair.column].path.last?.hasPrefix("是否") == true {
      names.addYesNoResults()
    }
    let isRequired = pair.role.kind.requiredFields.contains(field)
    let unknown = samples[pair.column].values
      .filter { value in
        names.meaning(of: value.name, in: field) == nil
          && (isRequired || !value.isAbsent)
      }
      .sorted { $0.count > $1.count }
    let choices = choices(of: field, in: pair.role.kind)
    let isStrange = unknown.count > 30 && samples[pair.column].known(field, names) == 0
    let listed = isStrange ? ProposalMaker.listedStrangers : ProposalMaker.listedValues
    return unknown.prefix(listed)
      .filter { $0.text.unicodeScalars.count <= 60 }
      .map { value in
        SheetProposal.StrangeValue(
          field: field.name,
          text: value.text,
          rows: value.count,
          nearest: nearest(to: value, in: field, names),
          choices: choices
        )
      }
  }

  private func nearest(
    to value: ColumnSample.Value,
    in field: Field,
    _ names: SchemeNames
  ) -> String? {
    if let usual = ProposalMaker.usualWords[field] {
      let meant = usual.first { _, words in
        words.contains { value.name.contains(FoldedName($0)) }
      }
      return meant?.meaning
    }
    if field == .severity, let name = nothingFound(value) { return name }
    // Of two characters one more or less is no slip: 较重 is not 严重.
    if value.text.unicodeScalars.count > 2, let near = names.nearest(to: value.name, in: field) {
      return near
    }
    return names.onlyRelative(of: value.name, in: field)
  }

  /// The severity that means nothing, for texts that say so: 没有问题.
  private func nothingFound(_ value: ColumnSample.Value) -> String? {
    let words = ["没有问题", "没问题", "未发现", "无问题", "无隐患", "无异常", "没有隐患", "正常", "合格"]
    guard words.contains(where: { value.name.contains(FoldedName($0)) }),
      !["不合格", "不正常"].contains(where: { value.name.contains(FoldedName($0)) })
    else { return nil }
    let harmless = context.scheme.severities.filter { $0.points == .zero }
    return harmless.count == 1 ? harmless.first?.names.first : nil
  }

  /// How offices write the choices too; the first that fits is suggested, never taken.
  private static let usualWords: [Field: [(meaning: String, words: [String])]] = [
    .result: [
      ("复查不合格", ["不合格", "不通过"]), ("未整改", ["未", "否", "没", "不"]), ("部分整改", ["部分"]),
      ("已整改", ["已完成", "已整", "已落实", "已办", "已处", "已销", "办结", "销号", "合格", "是", "通过"]),
    ],
    .factual: [("失实", ["不", "否", "误报"]), ("部分属实", ["基本", "部分"]), ("属实", ["属实", "是"])],
    .decision: [
      ("不成立", ["不", "驳回", "维持"]), ("部分成立", ["部分"]), ("受理中", ["受理", "待"]),
      ("成立", ["成立", "采纳", "撤销", "同意"]),
    ],
    .consistent: [("不一致", ["不", "否"]), ("一致", ["相符", "是", "符合"])],
  ]
}

// Figures whose indicator is not known.
extension ProposalMaker {
  /// The heads of number columns in a sheet of units that names no indicator: each may be one.
  ///
  /// In a wide sheet, whose `wide` columns have theirs, even one; else there must be several.
  func unnamedFigures(_ assignment: Assignment, wide: [KindMatch.WideColumn]) -> [Int] {
    guard assignment.kind == .measurement, assignment.column(.unit) != nil,
      assignment.column(.indicator) == nil, assignment.column(.value) == nil
    else { return [] }
    let named = Set(wide.map(\.column))
    let figures = freeFigures(assignment).filter { !named.contains($0) }
    return figures.count >= (wide.isEmpty ? 2 : 1) ? figures : []
  }

  /// Number columns that nothing is taken from: neither days nor telephones nor counted rows.
  func freeFigures(_ assignment: Assignment) -> [Int] {
    heads.indices.filter { column in
      let sample = samples[column]
      return heads[column] != nil && assignment.pairs[column] == nil && sample.numbers >= 80
        && sample.dates < 50 && sample.personalNumbers < 30 && !sample.isCounting
        && !ProposalMaker.noFigures.contains(layout.heads[column].path.last ?? "")
    }
  }

  /// Heads of numbers that measure nothing.
  private static let noFigures: Set<String> = ["排名", "名次", "位次", "序号", "编号", "年度", "年份", "合计"]

  /// Each such head as a value that means no indicator yet.
  func strangeFigures(
    _ assignment: Assignment,
    wide: [KindMatch.WideColumn]
  ) -> [SheetProposal.StrangeValue] {
    let choices = choices(of: .indicator, in: .measurement)
    return unnamedFigures(assignment, wide: wide).prefix(ProposalMaker.listedValues)
      .map { column in
        SheetProposal.StrangeValue(
          field: Field.indicator.name,
          text: layout.heads[column].text,
          rows: samples[column].filled,
          nearest: nil,
          choices: choices
        )
      }
  }
}

// Blanks below.
extension ProposalMaker {
  /// The fields whose columns are filled in the first row of a group only.
  func fillDown(_ assignment: Assignment) -> [Field] {
    let fields: [Field] = [.unit, .date, .team, .indicator]
    return fields.filter { field in
      guard let column = assignment.column(field), column < samples.count else { return false }
      let sample = samples[column]
      guard sample.filled > 0, sample.blankAbove == 0 else { return false }
      let share = sample.blankBelow * 100 / (sample.filled + sample.blankBelow)
      return share >= (assignment.kind.requiredFields.contains(field) ? 20 : 50)
    }
  }
}
