/// Record XML, as systems export it: an element for each row.
struct RecordXML: Sendable {
  /// The form of a record.
  enum Form: Sendable {
    /// A child element for each field.
    case elements(root: String, record: String)
    /// An attribute for each field, in a namespace.
    case attributes(prefix: String, namespace: String, root: String, record: String)
  }

  /// The form.
  let form: Form
  /// The encoding that the declaration claims.
  let declared: String

  /// The table as a document; headers are names.
  func text(of table: SheetTable) -> String {
    let names = table.header.first ?? []
    var text = "<?xml version=\"1.0\" encoding=\"\(declared)\"?>\n"
    switch form {
    case .elements(let root, let record):
      text += "<\(root)>\n"
      for row in table.rows { text += element(record, names, row, table.dateStyle) }
      text += "</\(root)>\n"
    case .attributes(let prefix, let namespace, let root, let record):
      text += "<\(prefix):\(root) xmlns:\(prefix)=\"\(namespace)\">\n"
      for row in table.rows {
        text += attributes("\(prefix):\(record)", names, row, table.dateStyle)
      }
      text += "</\(prefix):\(root)>\n"
    }
    return text
  }

  private func element(
    _ record: String,
    _ names: [String],
    _ row: [SheetCell],
    _ style: DateStyle
  ) -> String {
    var text = "  <\(record)>\n"
    for (name, cell) in zip(names, row) {
      guard let value = value(of: cell, style: style) else {
        text += "    <\(name)/>\n"
        continue
      }
      text += "    <\(name)>\(value)</\(name)>\n"
    }
    return text + "  </\(record)>\n"
  }

  private func attributes(
    _ record: String,
    _ names: [String],
    _ row: [SheetCell],
    _ style: DateStyle
  ) -> String {
    var text = "  <\(record)"
    for (name, cell) in zip(names, row) {
      text += value(of: cell, style: style).map { " \(name)=\"\($0)\"" } ?? ""
    }
    return text + "/>\n"
  }

  private func value(of cell: SheetCell, style: DateStyle) -> String? {
    switch cell {
    case .blank: nil
    case .number(let number): number
    case .date(let date): style.text(date)
    case .text(let text): XMLText.escaped(text)
    }
  }
}
