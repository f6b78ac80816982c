import TongbaoFormats
import TongbaoIntake
package import TongbaoModel

extension HeaderProposal {
  /// The entry as it is pasted under `sources:`, with comments; empty where none is needed.
  package func entryText(in language: Language) -> String {
    guard let entry, let proposal else { return "" }
    var text = EntryText(language)
    let pattern = entry.files ?? name
    let place = present.files.map { Bilingual.place(of: pattern, beside: $0) }
    text.remark(2, .whereToPaste)
    text.add(2, "- files: " + YAMLText.quoted(pattern), place)
    if let department = entry.department {
      let note = departmentName.map { Bilingual($0, $0) }
      text.add(4, "department: " + YAMLText.scalar(department), note)
    }
    if let kind = entry.kind { text.add(4, "kind: \(kind.rawValue)", kind.title) }
    if let encoding = entry.encoding { text.add(4, "encoding: \(encoding.rawValue)") }
    if let delimiter = entry.delimiter {
      text.add(4, "delimiter: " + YAMLText.quoted(String(UnicodeScalar(delimiter))))
    }
    if let sheet = entry.sheet { text.add(4, "sheet: " + YAMLText.scalar(sheet)) }
    if let record = entry.record { text.add(4, "record: " + YAMLText.scalar(record)) }
    addNumber(entry, proposal, to: &text)
    text.add(4, block: "headers", headers(entry, proposal))
    addValues(entry, proposal, to: &text)
    text.add(4, block: "constants", constants(entry, proposal))
    if !entry.fillDown.isEmpty {
      let list = entry.fillDown.map(YAMLText.scalar).joined(separator: ", ")
      text.add(4, "fillDown: [\(list)]", proposal.fillDown.isEmpty ? nil : .blanksBelow)
    }
    if let origin = entry.dateFrom {
      text.add(4, "dateFrom: \(origin.rawValue)", proposal.date.map { .dated(origin, $0) })
    }
    if let expected = entry.expected { text.add(4, "expected: \(expected.rawValue)") }
    return text.lines()
  }

  /// What stands for an answer that only a person can give; `check` refuses it.
  private var unanswered: String { "？" }

  private func addNumber(
    _ entry: SourceEntry,
    _ proposal: SheetProposal,
    to text: inout EntryText
  ) {
    var asked: [String] = []
    for gap in proposal.gaps {
      if case .composed(let heads, isUnique: false) = gap.remedy { asked = heads }
    }
    let isQuestion = entry.numberFrom.isEmpty
    let columns = isQuestion ? asked : entry.numberFrom
    guard !columns.isEmpty else { return }
    let list = columns.map(YAMLText.scalar).joined(separator: ", ")
    let isOfInspections = proposal.kind == .inspection
    let proposed: Bilingual = isOfInspections ? .composedNumber : .inspectionsNumber
    let note: Bilingual? =
      isQuestion ? .unclearNumber : entry.numberFrom == present.numberFrom ? nil : proposed
    text.add(4, "number: {from: [\(list)]}", note, isQuestion: isQuestion)
  }

  private func headers(_ entry: SourceEntry, _ proposal: SheetProposal) -> [EntryText.Line] {
    let proposed = proposal.columns.compactMap { column -> EntryText.Line? in
      guard let meaning = column.meaning, meaning.indicator == nil else { return nil }
      let isDoubtful = meaning.sureness == .doubtful
      guard isDoubtful || entry.headers[column.head] != nil && present.headers[column.head] == nil
      else { return nil }
      return EntryText.Line(
        column.head,
        meaning.field,
        .column(meaning, column.examples),
        isQuestion: isDoubtful
      )
    }
    let kept = entry.headers.filter { present.headers[$0.key] != nil }
      .sorted { $0.key < $1.key }
      .map { EntryText.Line($0.key, $0.value) }
    let asked = proposal.gaps.compactMap { gap -> EntryText.Line? in
      guard case .column(let head) = gap.remedy,
        !proposed.contains(where: { $0.key == head })
      else { return nil }
      return EntryText.Line(head, gap.field, .askedColumn(gap), isQuestion: true)
    }
    return kept + proposed + asked
  }

  private func addValues(_ entry: SourceEntry, _ proposal: SheetProposal, to text: inout EntryText)
  {
    let fields = Set(entry.values.keys).union(proposal.strange.map(\.field)).sorted()
    let groups = fields.map {
      field -> (name: String, choices: Bilingual?, lines: [EntryText.Line]) in
      let settled = (entry.values[field] ?? [:]).sorted { $0.key < $1.key }
        .map { value in
          let isNew = present.values[field]?[value.key] == nil
          return EntryText.Line(value.key, value.value, isNew ? .toCheck : nil)
        }
      let strange = proposal.strange.filter { $0.field == field }
        .map { value in
          EntryText.Line(value.text, value.nearest ?? unanswered, .strange(value), isQuestion: true)
        }
      let choices = proposal.strange.first { $0.field == field }?.choices
      return (field, choices.map { .choices($0) }, settled + strange)
    }
    let isQuestion = groups.allSatisfy { $0.lines.allSatisfy(\.isQuestion) }
    guard !groups.isEmpty else { return }
    text.add(4, "values:", isQuestion: isQuestion)
    for group in groups {
      text.add(6, block: group.name, group.lines, group.choices)
    }
  }

  private func constants(_ entry: SourceEntry, _ proposal: SheetProposal) -> [EntryText.Line] {
    let settled = entry.constants.sorted { $0.key < $1.key }
      .map { field, value in
        let gap = proposal.gaps.first { $0.field == field }
        return EntryText.Line(field, value, gap.flatMap { .constant($0) })
      }
    let asked = proposal.gaps.compactMap { gap -> EntryText.Line? in
      guard case .choice(let choices) = gap.remedy else { return nil }
      return EntryText.Line(gap.field, unanswered, .choice(gap, choices), isQuestion: true)
    }
    return settled + asked
  }
}

extension SheetProposal {
  /// The day of the title or of the file's name that stands for the missing column.
  var date: CalendarDate? {
    for gap in gaps {
      if case .dated(_, let date) = gap.remedy { return date }
    }
    return nil
  }
}

/// Lines of YAML with comments behind them, in one column as far as they are short.
private struct EntryText {
  /// A key with its value.
  struct Line {
    let key: String
    let value: String
    let comment: Bilingual?
    /// Whether it is commented out, for a person to decide.
    let isQuestion: Bool

    init(_ key: String, _ value: String, _ comment: Bilingual? = nil, isQuestion: Bool = false) {
      self.key = key
      self.value = value
      self.comment = comment
      self.isQuestion = isQuestion
    }

    var text: String { "\(YAMLText.scalar(key)): \(YAMLText.scalar(value))" }
  }

  private let language: Language
  private var texts: [(text: String, comment: String?, indent: Int)] = []
  /// Where comments begin at the latest.
  private static let commentColumn = 40

  init(_ language: Language) {
    self.language = language
  }

  mutating func add(
    _ indent: Int,
    _ text: String,
    _ comment: Bilingual? = nil,
    isQuestion: Bool = false
  ) {
    let blanks = String(repeating: " ", count: indent)
    // Without a blank behind the sign: taking it away leaves YAML.
    let line = blanks + (isQuestion ? "#" : "") + text
    let note = comment.map { PrintableText.clean($0[language]) }
    // `kind: inspection  # inspection` would say nothing.
    texts.append((line, note.flatMap { text.hasSuffix(": " + $0) ? nil : $0 }, indent))
  }

  /// A comment on lines of its own.
  mutating func remark(_ indent: Int, _ comment: Bilingual) {
    texts.append(("", PrintableText.clean(comment[language]), indent))
  }

  /// A mapping under a key; the key is commented out where all of it is.
  mutating func add(
    _ indent: Int,
    block name: String,
    _ lines: [Line],
    _ comment: Bilingual? = nil
  ) {
    guard !lines.isEmpty else { return }
    add(indent, name + ":", comment, isQuestion: lines.allSatisfy(\.isQuestion))
    for line in lines {
      add(indent + 2, line.text, line.comment, isQuestion: line.isQuestion)
    }
  }

  func lines() -> String {
    let texts = texts.map { text, comment, indent in
      (text: text, comment: comment.flatMap { $0.isEmpty ? nil : $0 }, indent: indent)
    }
    let column = column(texts.filter { !$0.text.isEmpty && $0.comment != nil }.map(\.text))
    var lines: [String] = []
    for (text, comment, indent) in texts {
      guard let comment else {
        lines.append(text)
        continue
      }
      let line = TextWidth.pad(text, to: column, .left) + "  # " + comment
      if !text.isEmpty, TextWidth.columns(of: line) <= TerminalLines.width {
        lines.append(line)
      } else {
        // What is too long for the end of a line stands above it.
        let sign = String(repeating: " ", count: indent) + "# "
        lines += LineBreaker(width: TerminalLines.width, firstIndent: sign, hangingIndent: sign)
          .lines(of: comment)
        if !text.isEmpty { lines.append(text) }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func column(_ texts: [String]) -> Int {
    min(texts.map(TextWidth.columns(of:)).max() ?? 0, EntryText.commentColumn)
  }
}
