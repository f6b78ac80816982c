import TongbaoModel

// What must be known of an export beyond what it says itself.
extension SettingsReader {
  private static let sourceKeys = [
    "files", "department", "kind", "encoding", "delimiter", "sheet", "record", "number", "headers",
    "values", "constants", "fillDown", "dateFrom", "expected",
  ]

  /// The fields of all kinds of sheet.
  ///
  /// Source: sheets.md §1.
  private static let fields = FieldName.all(of: nil).map(\.name)

  /// What a column can be named: a field, or the day of a follow-up that inspection rows carry.
  private static let columns =
    fields + ["rectification.date", "verification.date", "appeal.date", "recheck.date"]

  /// Reports an entry of `sources:` that stands in another list, and says whether it is one.
  static func isMisplacedSource(_ value: Value, in list: String) -> Bool {
    guard case .map(let entries) = value.node.content,
      let key = entries.first(where: {
        ["files", "headers", "constants", "fillDown"].contains($0.key)
      })
    else { return false }
    value.proof.report(
      .settingsMisplacedSource,
      at: key.keyPlace,
      field: value.path,
      text: key.key,
      facts: ["list": .text(list)]
    )
    return true
  }

  /// The entries of `sources:`, in order.
  static func readSources(_ value: Value) -> [SourceEntry] {
    value.elements().compactMap { $0.section(sourceKeys).map(readSource) }
  }

  private static func readSource(_ section: Section) -> SourceEntry {
    let files = section.optional("files")?.text()
    if section.optional("files") == nil { section.value.report(.settingsSourceWithoutFiles) }
    let headers = readHeaders(section)
    let origins = [SourceEntry.DateOrigin.title, .name]
    return SourceEntry(
      files: files,
      department: section.optional("department")?.text(),
      kind: section.optional("kind")?.choice(of: SheetKind.allCases),
      encoding: section.optional("encoding").flatMap(readEncoding),
      delimiter: section.optional("delimiter").flatMap(readDelimiter),
      sheet: section.optional("sheet")?.text(),
      record: section.optional("record")?.text(),
      numberFrom: section.optional("number").map(readNumber) ?? [],
      headers: headers,
      values: readValues(section),
      constants: readConstants(section),
      fillDown: readFillDown(section, headers),
      dateFrom: section.optional("dateFrom")?.choice(of: origins),
      expected: section.optional("expected")?.choice(of: Period.Kind.allCases)
    )
  }

  private static func readEncoding(_ value: Value) -> TextEncoding? {
    guard let text = value.text() else { return nil }
    guard let encoding = TextEncoding(named: text) else {
      value.badChoice(text, among: TextEncoding.allCases.map(\.rawValue))
      return nil
    }
    return encoding
  }

  /// One ASCII character that can part cells, as itself or by name.
  private static func readDelimiter(_ value: Value) -> UInt8? {
    guard let written = value.written else { return value.mismatch(.text) }
    switch written.lowercased() {
    case "tab", "\\t", "\t": return UInt8(ascii: "\t")
    case "comma": return UInt8(ascii: ",")
    case "semicolon": return UInt8(ascii: ";")
    case "pipe": return UInt8(ascii: "|")
    case "space": return UInt8(ascii: " ")
    default: break
    }
    guard written.utf8.count == 1, let byte = written.utf8.first, byte >= 0x20, byte < 0x7F,
      byte != UInt8(ascii: "\""), !Unicode.Scalar(byte).properties.isAlphabetic,
      !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    else {
      value.report(.settingsBadDelimiter)
      return nil
    }
    return byte
  }
}

// Names of columns and fields.
extension SettingsReader {
  private static func readHeaders(_ section: Section) -> [String: String] {
    var headers: [String: String] = [:]
    for (header, _, value) in section.optional("headers").flatMap(Section.init)?.members ?? [] {
      guard let field = value.text() else { continue }
      if columns.contains(field) {
        headers[header] = field
      } else {
        let hint = value.proof.hint(field, among: columns)
        value.report(
          .settingsUnknownField,
          facts: ["hint": hint, "fields": fieldList(section)]
        )
      }
    }
    return headers
  }

  /// The columns of `number: {from: […]}`; which of them a sheet has shows when it comes.
  private static func readNumber(_ value: Value) -> [String] {
    guard let from = value.section(["from"])?.required("from") else { return [] }
    if case .list(let nodes) = from.node.content, nodes.isEmpty {
      from.report(.settingsEmptyNumber)
    }
    return from.texts().map(\.text)
  }

  private static func readValues(_ section: Section) -> [String: [String: String]] {
    var values: [String: [String: String]] = [:]
    for (field, place, value) in section.optional("values").flatMap(Section.init)?.members ?? [] {
      checkField(field, at: place, of: value, section)
      for (text, _, meaning) in Section(value)?.members ?? [] {
        values[field, default: [:]][text] = meaning.text()
      }
    }
    return values
  }

  private static func readConstants(_ section: Section) -> [String: String] {
    var constants: [String: String] = [:]
    for (field, place, value) in section.optional("constants").flatMap(Section.init)?.members ?? []
    {
      checkField(field, at: place, of: value, section)
      constants[field] = value.text()
    }
    return constants
  }

  /// Columns are named by their field or by one of the entry's extra headers.
  private static func readFillDown(_ section: Section, _ headers: [String: String]) -> [String] {
    (section.optional("fillDown")?.texts() ?? [])
      .compactMap { text, value in
        if fields.contains(text) { return text }
        if let field = headers[text], fields.contains(field) { return field }
        value.report(
          .settingsUnknownField,
          facts: [
            "hint": value.proof.hint(text, among: fields), "fields": fieldList(section),
          ]
        )
        return nil
      }
  }

  /// The fields of the entry's kind, or of all kinds where it names none.
  private static func fieldList(_ section: Section) -> Fact {
    let kind = section.optional("kind")?.written.flatMap { SheetKind(rawValue: $0) }
    return .worded(FieldName.list(of: kind))
  }

  private static func checkField(
    _ field: String,
    at place: Place,
    of value: Value,
    _ section: Section
  ) {
    guard !fields.contains(field) else { return }
    value.proof.report(
      .settingsUnknownField,
      at: place,
      field: value.path,
      text: field,
      facts: ["hint": value.proof.hint(field, among: fields), "fields": fieldList(section)]
    )
  }
}
