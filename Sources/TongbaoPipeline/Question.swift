package import TongbaoModel
import TongbaoPublishing

/// What a command computes from: rules and sheets, named on the command line or those of a workspace.
package struct Question: Sendable {
  /// The rules.
  package let rules: Rules
  /// The sheets, in journal order.
  package private(set) var inputs: [SheetInput]
  /// How many sheets at the end of `inputs` were named one by one.
  package let namedCount: Int
  /// What the journal retracts.
  package let withdrawn: Set<WithdrawnMatter>
  /// What the workspace has published; nil without one, and where that cannot be read.
  let register: Register?

  /// Sheets named one by one, which need no workspace; rows may be dated up to `today`.
  package init(
    scheme: String,
    settings: String?,
    files: [String],
    today: CalendarDate
  ) throws(PipelineFailure) {
    try self.init(rules: Rules(scheme: scheme, settings: settings), files: files, today: today)
  }

  /// Sheets named one by one under rules that are read already.
  package init(rules: Rules, files: [String], today: CalendarDate) {
    self.rules = rules
    let names = files.map { SheetInput.name(ofPath: $0) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    inputs = zip(files, names)
      .map { path, name in
        // Two files of one name in different folders are told apart by their paths.
        let shown = counts[name, default: 0] > 1 ? path : name
        let entry = rules.settings.source(forFile: name)
        return SheetInput(path: path, name: shown, entry: entry, lastDay: today)
      }
    namedCount = inputs.count
    withdrawn = []
    register = nil
  }

  /// Sheets named one by one, beside those that a workspace holds already.
  package init(_ office: Office, files: [String], today: CalendarDate) throws(PipelineFailure) {
    let named = Question(rules: office.rules(near: today), files: files, today: today)
    let names = Set(named.inputs.map(\.name))
    let archived = try office.archived()
    rules = named.rules
    inputs =
      archived.inputs(under: rules.settings, at: office.path)
      + (try office.inboxInputs(today: today)).filter { !names.contains($0.name) }
      + (try office.mended(named.inputs))
    namedCount = named.inputs.count
    withdrawn = archived.withdrawn
    register = office.register
  }

  /// The archive of a workspace, and what lies in its inbox: what a run would count now.
  package init(
    _ office: Office,
    for period: Period,
    today: CalendarDate
  ) throws(PipelineFailure) {
    rules = try office.rules(for: period)
    let archived = try office.archived()
    inputs =
      archived.inputs(under: rules.settings, at: office.path)
      + (try office.inboxInputs(today: today))
    namedCount = 0
    withdrawn = archived.withdrawn
    register = office.register
  }

  /// The archive of a workspace up to a journal position, under rules that are read already; with what
  /// lies in its inbox where a day is given.
  init(
    _ office: Office,
    under rules: Rules,
    upTo position: Int = .max,
    inboxOn today: CalendarDate? = nil
  ) throws(PipelineFailure) {
    let archived = try office.archived(upTo: position)
    let waiting = if let today { try office.inboxInputs(today: today) } else { [SheetInput]() }
    self.rules = rules
    inputs = archived.inputs(under: rules.settings, at: office.path) + waiting
    namedCount = 0
    withdrawn = archived.withdrawn
    register = nil
  }

  /// Reads worksheet `sheet` of every workbook.
  package mutating func select(sheet: String) {
    for index in inputs.indices { inputs[index].entry.sheet = sheet }
  }

  /// Reads, admits and joins the sheets; what joining finds in `silent` ones is not said.
  package func gather(silent: Set<Int> = []) async throws(PipelineFailure) -> Gathering {
    try await Gathering(inputs, under: rules.scheme, withdrawn: withdrawn, silent: silent)
  }
}
