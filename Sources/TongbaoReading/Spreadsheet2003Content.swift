import TongbaoModel

/// Listens to XML Spreadsheet 2003.
///
/// Source: Microsoft, "XML Spreadsheet Reference" (2001).
final class Spreadsheet2003Content: WorkbookContent {
  private enum Tag {
    case style
    case numberFormat
    case worksheet
    case table
    case column
    case row
    case cell
    case data
    case visible
    case other
  }

  private struct Style {
    var parent: String?
    var isPercent: Bool?
  }

  private var tags: [Int: Tag] = [:]
  private var stack: [Tag] = []
  private var styles: [String: Style] = [:]
  private var currentStyle = ""
  private var columnPercent: [Int: Bool] = [:]
  private var nextColumn = 1
  private var tablePercent: Bool?
  private var rowPercent: Bool?
  private var cellPercent: Bool?
  private var across = 0
  private var down = 0
  private var type = ""
  private var value: [UInt8] = []
  private var visible = ""
  /// How deep within `Data` the parser is; 0 outside.
  private var dataDepth = 0

  override func start(_ element: XMLElement, _ position: XMLPosition) {
    if dataDepth > 0 {
      dataDepth += 1
      return
    }
    let tag = fitting(tag(of: element))
    stack.append(tag)
    switch tag {
    case .style: beginStyle(element)
    case .numberFormat:
      let format = element.value(of: "Format")
      styles[currentStyle]?.isPercent = format.map(Spreadsheet2003Content.isPercent)
    case .worksheet: beginSheet(element)
    case .table: tablePercent = isPercent(element.value(of: "StyleID"))
    case .column where isReading: noteColumn(element)
    case .row where isReading: beginRow(element)
    case .cell: beginCell(element)
    case .data:
      type = element.value(of: "Type") ?? "String"
      dataDepth = 1
    case .visible: visible = ""
    default: break
    }
  }

  override func end() {
    if dataDepth > 1 {
      dataDepth -= 1
      return
    }
    dataDepth = 0
    switch stack.popLast() {
    case .cell: endCell()
    case .row where isReading: rows.endRow()
    case .visible where visible != "SheetVisible" && !sheets.isEmpty:
      sheets[sheets.count - 1].isVisible = false
    default: break
    }
  }

  override func text(_ view: ByteView) {
    if dataDepth > 0 {
      value.append(0..<view.count, of: view)
      checkLength(value.count)
    } else if stack.last == .visible {
      visible += String(decoding: view.copy(0..<min(view.count, 64)), as: UTF8.self)
    }
  }

  // MARK: - Tags

  private func tag(of element: XMLElement) -> Tag {
    // Names are interned; the few of other namespaces that would collide stand elsewhere.
    if let known = tags[element.identity] { return known }
    let tag: Tag =
      switch element.localName {
      case "Style": .style
      case "NumberFormat": .numberFormat
      case "Worksheet": .worksheet
      case "Table": .table
      case "Column": .column
      case "Row": .row
      case "Cell": .cell
      case "Data": .data
      case "Visible": .visible
      default: .other
      }
    tags[element.identity] = tag
    return tag
  }

  /// A tag means something only where it belongs: a `Data` within a `Comment` is no value.
  private func fitting(_ tag: Tag) -> Tag {
    let parent = stack.last
    return switch tag {
    case .numberFormat: parent == .style ? tag : .other
    case .table: parent == .worksheet ? tag : .other
    case .column, .row: parent == .table ? tag : .other
    case .cell: parent == .row ? tag : .other
    case .data: parent == .cell ? tag : .other
    default: tag
    }
  }

  // MARK: - Styles

  private func beginStyle(_ element: XMLElement) {
    currentStyle = element.value(of: "ID") ?? ""
    styles[currentStyle] = Style(parent: element.value(of: "Parent"))
  }

  /// Whether a style shows percentages, asking its parents; nil where it says nothing.
  private func isPercent(_ id: String?) -> Bool? {
    var next = id
    for _ in 0..<20 {
      guard let id = next, let style = styles[id] else { return nil }
      if let isPercent = style.isPercent { return isPercent }
      next = style.parent
    }
    return nil
  }

  /// Whether a number format multiplies by a hundred: a `%` that is neither quoted nor escaped.
  static func isPercent(_ format: String) -> Bool {
    if format == "Percent" { return true }
    var isQuoted = false
    var isEscaped = false
    for character in format.utf8 {
      if isEscaped {
        isEscaped = false
      } else if character == 0x22 {
        isQuoted.toggle()
      } else if character == 0x5C || character == 0x5F {
        isEscaped = true
      } else if character == 0x25, !isQuoted {
        return true
      }
    }
    return false
  }

  // MARK: - Sheets, rows, cells

  private func beginSheet(_ element: XMLElement) {
    sheets.append(Sheet(name: element.value(of: "Name") ?? ""))
    columnPercent = [:]
    nextColumn = 1
    tablePercent = nil
  }

  private func noteColumn(_ element: XMLElement) {
    if let index = Int(index: element.value(of: "Index")) { nextColumn = index }
    let span = min(max(0, Int(index: element.value(of: "Span")) ?? 0), 16_384)
    guard (1...16_384).contains(nextColumn) else { return }
    if let isPercent = isPercent(element.value(of: "StyleID")) {
      for column in nextColumn...min(nextColumn + span, 16_384) {
        columnPercent[column] = isPercent
      }
    }
    nextColumn += span + 1
  }

  private func beginRow(_ element: XMLElement) {
    rows.beginRow(Int(index: element.value(of: "Index")))
    rowPercent = isPercent(element.value(of: "StyleID"))
  }

  private func beginCell(_ element: XMLElement) {
    value = []
    type = ""
    guard isReading else { return }
    if let column = Int(index: element.value(of: "Index")) { rows.skip(to: column) }
    across = span(element, "MergeAcross", limit: 16_384)
    down = span(element, "MergeDown", limit: 1_048_576)
    cellPercent = isPercent(element.value(of: "StyleID"))
  }

  private func span(_ element: XMLElement, _ name: String, limit: Int) -> Int {
    guard let count = Int(index: element.value(of: name)) else { return 0 }
    if count < 0 || count > limit { rows.problem(.badIndex(count), column: rows.nextColumn) }
    return min(max(0, count), limit)
  }

  private func endCell() {
    if !value.isEmpty, !sheets.isEmpty { sheets[sheets.count - 1].isEmpty = false }
    guard isReading else { return }
    var marks: CellMarks = []
    let isNumber = type == "Number"
    if isNumber || type == "DateTime" || type == "Boolean" { marks.insert(.typed) }
    if isNumber,
      cellPercent ?? rowPercent ?? columnPercent[rows.nextColumn] ?? tablePercent ?? false
    {
      marks.insert(.percentStyled)
    }
    let (text, allMarks) = resolved(TypedText.text(of: value, type), marks)
    rows.append(text, marks: allMarks, across: across, down: down)
  }
}
