/// Writes CSV that is safe to open in a spreadsheet: RFC 4180, UTF-8 with BOM, formulas
/// neutralised.
package struct CSVWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8]

  /// A writer that has written a byte order mark, or nothing.
  package init(hasByteOrderMark: Bool = true) {
    bytes = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// Writes one row.
  ///
  /// O(n).
  package mutating func write(row cells: some Sequence<String>) {
    var count = 0
    let start = bytes.count
    for cell in cells {
      if count > 0 { bytes.append(UInt8(ascii: ",")) }
      append(CSVWriter.neutralised(cell))
      count += 1
    }
    // A row of one empty cell would read as no row at all.
    if count == 1, bytes.count == start { bytes.append(contentsOf: #""""#.utf8) }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func append(_ cell: String) {
    guard cell.utf8.contains(where: CSVWriter.needsQuotes) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  /// The cell with an apostrophe before it where a spreadsheet would take it for a formula.
  ///
  /// Source: OWASP, "CSV Injection"; the full-width signs count in Chinese and Japanese versions.
  package static func neutralised(_ cell: String) -> String {
    switch cell.unicodeScalars.first {
    case "=", "+", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      return "'" + cell
    case "-": return isNegativeNumber(cell) ? cell : "'" + cell
    default: return cell
    }
  }

  /// Whether the cell is `-12`, `-0.25` or such a percentage, which computes nothing.
  private static func isNegativeNumber(_ cell: String) -> Bool {
    var number = cell.utf8.dropFirst()
    if number.last == UInt8(ascii: "%") { number = number.dropLast() }
    let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
