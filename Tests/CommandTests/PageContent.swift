import Foundation

/// What a reader finds on a published page.
enum PageContent {
  /// Every number that a page of plain text says, sorted; `1.2.3` is one.
  static func numbers(ofText text: Data) -> [String] {
    numbers(in: Array(text))
  }

  /// Every number that a page shows or unfolds, sorted, without those of charts: the tables have them.
  static func numbers(ofHTML html: Data) -> [String] {
    numbers(in: visible(Array(html)))
  }

  /// The tables of a page.
  static func tables(ofHTML html: String) -> [PageTable] {
    html.components(separatedBy: "<table>").dropFirst().map { PageTable($0) }
  }

  private static func numbers(in bytes: [UInt8]) -> [String] {
    bytes.split { !isDigit($0) && $0 != UInt8(ascii: ".") }
      .flatMap { run in
        // A dot that ends a sentence is no part of its number.
        String(decoding: run, as: UTF8.self).split(separator: ".").isEmpty
          ? [] : [trimmed(String(decoding: run, as: UTF8.self))]
      }
      .sorted()
  }

  private static func trimmed(_ number: String) -> String {
    number.trimmingCharacters(in: CharacterSet(charactersIn: "."))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The text of a page without head, charts and tags; items of a numbered list have their numbers.
  private static func visible(_ html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var rest = html[...]
    var item: Int?
    while let open = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    {
      text += rest[..<open]
      rest = rest[open...]
      let hidden = ["head>", "svg", "figcaption"].first { rest.dropFirst().starts(with: $0.utf8) }
      if rest.starts(with: "<ol".utf8) { item = 0 }
      if rest.starts(with: "</ol".utf8) { item = nil }
      if rest.starts(with: "<li".utf8), let number = item {
        text += " \(number + 1) ".utf8
        item = number + 1
      }
      let end =
        hidden.map { "</\($0.prefix { $0 != ">" })>" }
        ?? (rest.first == UInt8(ascii: "&") ? ";" : ">")
      rest = after(end, in: rest)
      text.append(UInt8(ascii: " "))
    }
    return text + rest
  }

  private static func after(_ end: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while !rest.isEmpty, !rest.starts(with: end.utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(end.utf8.count)
  }
}

/// A table of a page: its heads and the cells of its rows, without markup.
struct PageTable {
  let heads: [String]
  let rows: [[String]]

  /// From what follows `<table>`.
  fileprivate init(_ markup: String) {
    let rows = (markup.components(separatedBy: "</table>").first ?? "")
      .components(separatedBy: "<tr>").dropFirst().map { Self.cells($0) }
    heads = rows.first ?? []
    self.rows = Array(rows.dropFirst())
  }

  private static func cells(_ row: String) -> [String] {
    row.replacing("</td>", with: "</th>").components(separatedBy: "</th>").dropLast()
      .map { $0.replacing(/<[^>]*>/, with: "").trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}
