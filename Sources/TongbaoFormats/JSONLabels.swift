/// What stands before the values of members: separator, name and colon, laid out once for each name and
/// depth.
///
/// Objects that are alike follow each other by the hundred thousand: each label remembers which one came
/// after it, so that the next is found without a search.
struct JSONLabels {
  /// Fewer names than any search would take long over; a document of ours has some fifty.
  private static let limit = 64

  private struct Label {
    var name: String
    var separatorLength: Int
    var bytes: [UInt8]
    var next = 0
  }

  private var labels: [Label] = []
  private var last = 0

  /// The bytes of a label, with the comma of the separator first.
  subscript(index: Int) -> [UInt8] { labels[index].bytes }

  /// The position of a member's label.
  mutating func index(
    of name: String,
    after separator: [UInt8],
    _ style: JSONWriter.Style
  ) -> Int {
    if last < labels.count {
      let expected = labels[last].next
      if labels[expected].separatorLength == separator.count, labels[expected].name == name {
        last = expected
        return expected
      }
    }
    let found = labels.firstIndex { $0.separatorLength == separator.count && $0.name == name }
    let index = found ?? make(name, separator, style)
    labels[last].next = index
    last = index
    return index
  }

  private mutating func make(
    _ name: String,
    _ separator: [UInt8],
    _ style: JSONWriter.Style
  ) -> Int {
    var bytes = separator
    JSONWriter.append(name, to: &bytes)
    bytes.append(contentsOf: (style == .indented ? ": " : ":").utf8)
    if labels.count == JSONLabels.limit {
      labels = []
      last = 0
    }
    labels.append(Label(name: name, separatorLength: separator.count, bytes: bytes))
    return labels.count - 1
  }
}
