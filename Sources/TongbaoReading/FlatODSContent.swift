import TongbaoModel

/// Listens to a flat OpenDocument spreadsheet.
///
/// Source: OpenDocument 1.2, parts 9 and 19.
final class FlatODSContent: WorkbookContent {
  private enum Tag {
    case style
    case tableProperties
    case percentageStyle
    case table
    case column
    case row
    case cell
    case coveredCell
    case paragraph
    case space
    case tab
    case lineBreak
    case span
    case hiddenText
    case other
  }

  private struct Style {
    var parent: String?
    var dataStyle: String?
    var isHidden = false
  }

  private var tags: [Int: Tag] = [:]
  private var stack: [Tag] = []
  private var styles: [String: Style] = [:]
  private var percentageStyles: Set<String> = []
  private var currentStyle = ""
  private var columnStyles: [(last: Int, style: String)] = []
  private var rowRepeat = 1
  private var cellRepeat = 1
  private var span = 0
  private var down = 0
  private var type = ""
  private var typedValue: String?
  private var cellStyle: String?
  private var value: [UInt8] = []
  private var paragraphs = 0
  /// Elements open below a cell whose text does not belong to it.
  private var hiddenDepth = 0
  private var isInCell = false

  override func start(_ element: XMLElement, _ position: XMLPosition) {
    let tag = tag(of: element)
    stack.append(tag)
    if isInCell { return startInCell(tag, element) }
    switch tag {
    case .style: beginStyle(element)
    case .tableProperties:
      if element.value(of: "display") == "false" { styles[currentStyle]?.isHidden = true }
    case .percentageStyle: percentageStyles.insert(element.value(of: "name") ?? "")
    case .table: beginTable(element)
    case .column where isReading: noteColumn(element)
    case .row:
      rowRepeat = Int(index: element.value(of: "number-rows-repeated")) ?? 1
      if isReading { rows.beginRow() }
    case .cell, .coveredCell: beginCell(element)
    default: break
    }
  }

  private func startInCell(_ tag: Tag, _ element: XMLElement) {
    guard hiddenDepth == 0 else {
      hiddenDepth += 1
      return
    }
    switch tag {
    case .paragraph:
      if paragraphs > 0 { value.append(0x0A) }
      paragraphs += 1
    case .space:
      let count = Int(index: element.value(of: "c")) ?? 1
      value += repeatElement(0x20, count: min(max(0, count), 1_000))
    case .tab: value.append(0x09)
    case .lineBreak: value.append(0x0A)
    case .span: break
    default: hiddenDepth = 1
    }
  }

  override func end() {
    let tag = stack.popLast()
    if hiddenDepth > 0 {
      hiddenDepth -= 1
      return
    }
    switch tag {
    case .cell, .coveredCell: endCell(isCovered: tag == .coveredCell)
    case .row where isReading: rows.endRow(count: rowRepeat)
    default: break
    }
  }

  override func text(_ view: ByteView) {
    guard isInCell, hiddenDepth == 0, paragraphs > 0, stack.last != .cell else { return }
    value.append(0..<view.count, of: view)
    checkLength(value.count)
  }

  // MARK: - Tags

  private func tag(of element: XMLElement) -> Tag {
    if let known = tags[element.identity] { return known }
    let tag: Tag =
      switch element.localName {
      case "style", "default-style": .style
      case "table-properties": .tableProperties
      case "percentage-style": .percentageStyle
      case "table": .table
      case "table-column": .column
      case "table-row": .row
      case "table-cell": .cell
      case "covered-table-cell": .coveredCell
      case "p", "h": .paragraph
      case "s": .space
      case "tab": .tab
      case "line-break": .lineBreak
      case "span", "a", "ruby", "ruby-base", "date", "time", "sheet-name", "title": .span
      default: .other
      }
    tags[element.identity] = tag
    return tag
  }

  // MARK: - Styles

  private func beginStyle(_ element: XMLElement) {
    currentStyle = element.value(of: "name") ?? ""
    styles[currentStyle] = Style(
      parent: element.value(of: "parent-style-name"),
      dataStyle: element.value(of: "data-style-name")
    )
  }

  /// Whether a cell style shows percentages, asking its parents.
  private func isPercent(_ id: String?) -> Bool {
    var next = id
    for _ in 0..<20 {
      guard let id = next, let style = styles[id] else { return false }
      if let data = style.dataStyle { return percentageStyles.contains(data) }
      next = style.parent
    }
    return false
  }

  // MARK: - Tables, rows, cells

  private func beginTable(_ element: XMLElement) {
    let style = element.value(of: "style-name").flatMap { styles[$0] }
    let isVisible = !(style?.isHidden ?? false)
    sheets.append(Sheet(name: element.value(of: "name") ?? "", isVisible: isVisible))
    columnStyles = []
  }

  private func noteColumn(_ element: XMLElement) {
    let count = min(max(1, Int(index: element.value(of: "number-columns-repeated")) ?? 1), 16_384)
    let first = columnStyles.last?.last ?? 0
    guard first < 16_384 else { return }
    let style = element.value(of: "default-cell-style-name") ?? ""
    columnStyles.append((first + count, style))
  }

  private func columnStyle(_ column: Int) -> String? {
    columnStyles.first { $0.last >= column }?.style
  }

  private func beginCell(_ element: XMLElement) {
    isInCell = true
    value = []
    paragraphs = 0
    type = element.value(of: "value-type") ?? ""
    cellRepeat = Int(index: element.value(of: "number-columns-repeated")) ?? 1
    guard isReading else { return }
    typedValue = typedValue(element)
    cellStyle = element.value(of: "style-name")
    span = extra(element.value(of: "number-columns-spanned"), limit: 16_384)
    down = extra(element.value(of: "number-rows-spanned"), limit: 1_048_576)
    for repeated in [cellRepeat, rowRepeat] where repeated < 1 {
      rows.problem(.badIndex(repeated), column: rows.nextColumn)
    }
  }

  /// How many columns or rows a span covers beyond its own.
  private func extra(_ text: String?, limit: Int) -> Int {
    min(max(1, Int(index: text) ?? 1), limit) - 1
  }

  private func typedValue(_ element: XMLElement) -> String? {
    switch type {
    case "float", "percentage", "currency": element.value(of: "value")
    case "date": element.value(of: "date-value")
    case "time": element.value(of: "time-value")
    case "boolean": element.value(of: "boolean-value")
    case "string": element.value(of: "string-value")
    default: nil
    }
  }

  private func endCell(isCovered: Bool) {
    isInCell = false
    let hasValue = !value.isEmpty || (typedValue?.isEmpty == false)
    if !isCovered, hasValue || type == "float" || type == "date", !sheets.isEmpty {
      sheets[sheets.count - 1].isEmpty = false
    }
    guard isReading else { return }
    if isCovered {
      return rows.append([], marks: .coveredByMerge, count: max(1, cellRepeat))
    }
    let typed = typedValue.map { Array($0.utf8) }
    let isText = type.isEmpty || type == "string"
    let raw = isText ? (value.isEmpty ? typed ?? [] : value) : typed ?? value
    let (text, marks) = resolved(TypedText.text(of: raw, type), marks())
    // Covered cells are written out in this format, so a merge marks only what lies below.
    rows.append(text, marks: marks, count: max(1, cellRepeat), span: span, down: down)
  }

  private func marks() -> CellMarks {
    switch type {
    case "percentage": [.typed, .percentStyled]
    case "float":
      isPercent(cellStyle ?? columnStyle(rows.nextColumn)) ? [.typed, .percentStyled] : .typed
    case "currency", "date", "time", "boolean": .typed
    default: []
    }
  }
}
