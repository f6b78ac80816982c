import TongbaoModel

/// A score's derivation as numbered steps.
struct ExplanationView: View {
  let issue: Issue
  let explanation: Explanation
  /// Whether the page is for the office alone.
  let isInternal: Bool

  static let fields: [String: Field<ExplanationView>] = [
    "isCumulative": .flag(\.explanation.isCumulative),
    "unit": .text { $0.issue.scheme.units[$0.explanation.unit].name },
    "steps": .list(\.steps),
  ]

  /// All steps, each before those that it rests on.
  var steps: [StepView] {
    let hidden = isInternal ? Withheld() : issue.withheld
    var rows: [StepView] = []
    func add(_ steps: [Explanation.Step], _ prefix: String) {
      for (index, step) in steps.enumerated() {
        let row = StepView(
          issue: issue,
          number: prefix + String(index + 1),
          step: step,
          hidden: hidden
        )
        rows.append(row)
        if !row.isHidden { add(step.parts, row.number + ".") }
      }
    }
    add(explanation.steps, "")
    return rows
  }
}

/// Record numbers and places that public pages must not show.
struct Withheld: Sendable {
  /// Record numbers.
  var records: Set<String> = []
  /// Places as `file:row`.
  var sources: Set<String> = []
  /// The findings by their places as `file:row`.
  private(set) var findings: [String: Case] = [:]
  /// Places of the findings themselves.
  var places: Set<RowReference> = []

  /// Nothing.
  init() {}

  /// What the gate withholds: the findings and every row that follows one of them.
  init(_ input: CircularInput) {
    var inspections: Set<Int> = []
    for finding in input.assessment.cases where Issue.isWithheld(finding) {
      inspections.insert(finding.inspection)
      let row = input.records.inspections[finding.inspection]
      records.insert(row.record)
      places.insert(row.place)
      let source = input.records.source(of: row.place)
      sources.insert(source)
      findings[source] = finding
    }
    for followUp in input.records.followUps {
      guard case .inspection(let index) = followUp.subject, inspections.contains(index) else {
        continue
      }
      sources.insert(input.records.source(of: followUp.place))
    }
  }
}

/// A step of a derivation.
struct StepView: View {
  let issue: Issue
  let number: String
  let step: Explanation.Step
  let hidden: Withheld

  static let fields: [String: Field<StepView>] = [
    "number": .text(\.number),
    "clause": .text { $0.issue.words.name(of: $0.step.clause) },
    "subject": .text(\.subject),
    "formula": .text { $0.isHidden ? "" : StepView.signed($0.step.formula) },
    "details": .text(\.details),
    "result": .text(\.result),
  ]

  /// Whether the step is about a finding that the gate withholds: by its rows, or where it names
  /// none by its number.
  var isHidden: Bool {
    guard step.clause == .finding else { return false }
    let sources = step.inputs.compactMap(\.source)
    return sources.isEmpty
      ? hidden.records.contains(step.subject)
      : sources.contains { hidden.sources.contains($0) }
  }

  private var subject: String {
    if isHidden { return standIn }
    let scheme = issue.scheme
    let id = step.subject
    switch step.clause {
    case .indicator, .fold, .measure:
      return scheme.indicators.first { $0.id == id }?.name ?? id
    case .bonus, .penalty, .veto, .event: return matter(id) ?? id
    default: return id
    }
  }

  /// The name of a bonus or penalty item or a veto.
  private func matter(_ id: String) -> String? {
    let scheme = issue.scheme
    let items = step.clause == .penalty ? [] : scheme.bonuses.items
    return items.first { $0.id == id }?.name
      ?? scheme.penalties.items.first { $0.id == id }?.name
      ?? scheme.vetoes.first { $0.id == id }?.name
  }

  private var result: String {
    guard let result = step.result else { return "—" }
    guard step.clause == .warning else { return StepView.signed(result) }
    return WarningColour(rawValue: result).map { issue.words.name(of: $0) } ?? result
  }

  /// The text with the minus sign of mathematics before its negative numbers, as formulas have it.
  private static func signed(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-"), isBeforeSign(bytes.last) {
        bytes += minus
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let minus = Array("\u{2212}".utf8)

  /// Whether a hyphen behind the byte is a sign: between digits it belongs to a date, behind letters to a name.
  private static func isBeforeSign(_ byte: UInt8?) -> Bool {
    switch byte {
    case nil, UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ","): true
    default: false
    }
  }

  /// What is said in place of the record number of a finding that the gate withholds.
  private var standIn: String {
    let finding = step.inputs.lazy.compactMap { $0.source.flatMap { hidden.findings[$0] } }.first
    return finding.map { issue.standIn(for: $0) } ?? issue.words[.pending]
  }

  /// The values that went in, each with its row: one text, for a template that walks through them all
  /// takes longer than the rest of the page.
  private var details: String {
    guard !isHidden else { return "" }
    return step.inputs
      .map { input in
        let text = name(of: input) + " " + value(of: input)
        guard let source = input.source, !hidden.sources.contains(source) else { return text }
        return text + issue.marks.around(source: issue.masked(source: source))
      }
      .joined(separator: issue.marks.semicolon)
  }

  /// The locale's word; in ranks the other units are named by their ids.
  private func name(of input: Explanation.Input) -> String {
    let name: String?
    switch step.clause {
    case .rank: name = issue.scheme.units.first { $0.id == input.name }?.name
    case .grade: name = issue.scheme.vetoes.first { $0.id == input.name }?.name
    default: name = nil
    }
    return name ?? issue.words.name(ofInput: input.name)
  }

  /// Values that are words of the model, in the words of the locale.
  private func value(of input: Explanation.Input) -> String {
    let words = issue.words
    let parts = input.value.split(separator: " ", maxSplits: 1)
    let word = parts.first.map(String.init) ?? ""
    let known: String?
    switch input.name {
    case "state": known = CaseState(rawValue: word).map { words.name(of: $0) }
    case "reason": known = InadmissibleReason(rawValue: word).map { words.name(of: $0) }
    case "verification": known = Factuality(rawValue: word).map { words.name(of: $0) }
    case "rectification": known = RectificationResult(rawValue: word).map { words.name(of: $0) }
    case "appeal": known = AppealDecision(rawValue: word).map { words.name(of: $0) }
    case "recheck": known = words.name(ofRecheck: word)
    case "missing": known = Indicator.MissingPolicy(rawValue: word).map { words.name(of: $0) }
    default: known = nil
    }
    guard let known else { return StepView.signed(input.value) }
    return ([known] + parts.dropFirst().map(String.init)).joined(separator: " ")
  }
}
