import TongbaoModel

/// The entries of one words file, with what is wrong with its lines.
struct WordList {
  /// An entry's text and where it stands.
  struct Entry {
    /// What stands after the colon.
    let text: String
    /// Line of the file, from 1.
    let line: Int
  }

  /// Entries of the words that pages need.
  private(set) var texts: [Word: Entry] = [:]
  /// Names of the values in a derivation: entries `input.<name>`.
  private(set) var inputs: [String: Entry] = [:]
  /// Lines that are no entry, and entries with braces that nothing fills.
  private(set) var diagnostics: [Diagnostic] = []
  private let source: TemplateSource

  /// Reads `entry: text` line by line; `#` starts a comment line.
  init(_ source: TemplateSource) {
    self.source = source
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
    let colon = line.firstIndex(of: ":") ?? line.startIndex
    let name = String(line[..<colon])
    let text = line[colon...].dropFirst().drop { $0 == " " }
    let entry = Entry(text: String(text), line: number)
    if let word = Word(rawValue: name) {
      if let first = texts[word] { return reportRepeated(name, first, again: number) }
      texts[word] = entry
      check(entry, of: name, against: word.placeholders)
      if word == .months, text.split(separator: " ").count != 12 {
        report(.wordsMonths, number, text: String(text))
      }
    } else if name.hasPrefix("input.") {
      let input = String(name.dropFirst(6))
      if let first = inputs[input] { return reportRepeated(name, first, again: number) }
      inputs[input] = entry
      check(entry, of: name, against: [])
    } else {
      reportUnknown(
        String(line.prefix(40)),
        number,
        near: name,
        among: Word.allCases.map(\.rawValue)
      )
    }
  }

  /// Reports braces that nothing fills or closes.
  private mutating func check(_ entry: Entry, of name: String, against known: [String]) {
    var rest = entry.text[...]
    while let open = rest.firstIndex(of: "{") {
      let inner = rest[rest.index(after: open)...]
      let close = inner.firstIndex(of: "}")
      let placeholder = String(inner[..<(close ?? inner.endIndex)])
      if close == nil || !known.contains(placeholder) {
        let list = known.map { "{\($0)}" }.joined(separator: " ")
        let remedy =
          known.isEmpty
          ? Bilingual(
            "该词条没有可填入的内容，请去掉花括号。",
            "Nothing is filled into this entry: remove the braces."
          )
          : Bilingual("该词条可用：\(list)。", "This entry has \(list).")
        report(
          .wordsPlaceholder,
          entry.line,
          text: "{\(placeholder)" + (close == nil ? "" : "}"),
          facts: ["name": .text(name), "known": .worded(remedy)]
        )
      }
      guard let close else { return }
      rest = inner[close...].dropFirst()
    }
  }

  /// Inputs that are in no list that came with the program: nothing asks for them.
  func unknownInputs(besides known: Set<String>?) -> [Diagnostic] {
    guard let known else { return [] }
    return inputs.filter { !known.contains($0.key) }.sorted { $0.value.line < $1.value.line }
      .map { name, entry in
        unknown("input." + name, entry.line, near: name, among: known.sorted()) { "input." + $0 }
      }
  }

  private mutating func reportUnknown(
    _ text: String,
    _ line: Int,
    near name: String,
    among names: [String]
  ) {
    diagnostics.append(unknown(text, line, near: name, among: names) { $0 })
  }

  private func unknown(
    _ text: String,
    _ line: Int,
    near name: String,
    among names: [String],
    as written: (String) -> String
  ) -> Diagnostic {
    let near = name.isEmpty ? nil : NearestName.find(name, among: names).map(written)
    let hint = near.map { Bilingual("是否应为“\($0)”？", "Did you mean “\($0)”? ") }
    return source.diagnostic(
      .wordsUnknown,
      line: line,
      text: text,
      facts: ["hint": .worded(hint ?? Bilingual("", ""))]
    )
  }

  private mutating func reportRepeated(_ name: String, _ first: Entry, again line: Int) {
    report(.wordsRepeated, line, text: name, facts: ["first": .number(first.line)])
  }

  private mutating func report(
    _ kind: DiagnosticKind,
    _ line: Int,
    text: String,
    facts: [String: Fact] = [:]
  ) {
    diagnostics.append(source.diagnostic(kind, line: line, text: text, facts: facts))
  }
}

extension Word {
  /// The names in braces that are filled into its text.
  var placeholders: [String] {
    switch self {
    case .gateReplyUntil: ["date"]
    case .periodWeek, .periodQuarter: ["year", "n"]
    case .periodMonth: ["year", "n", "monthName"]
    case .periodYear: ["year"]
    case .date, .shortDate: ["year", "month", "day", "iso", "monthName"]
    case .rowName: ["name"]
    case .sourceName: ["source"]
    case .up, .down: ["n"]
    case .vetoPoints: ["points"]
    case .vetoGrade: ["grade"]
    case .chartRank, .chartResult, .chartHeat: ["category"]
    case .chartRankText: ["category", "n"]
    case .chartTrend: ["unit"]
    default: []
    }
  }
}
