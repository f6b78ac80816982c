/// Rows of texts as JSON arrays of strings, each on a line of its own.
package struct JSONRows: Sendable {
  /// What was written, UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// How many rows that is.
  package private(set) var count = 0
  private var isAtStart = true

  /// No rows; room for so many bytes.
  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes a cell of the row at hand.
  package mutating func cell(_ text: String) {
    startCell()
    JSONWriter.append(text, to: &bytes)
  }

  /// Writes a cell of the row at hand that is UTF-8 already.
  package mutating func cell(utf8 text: ArraySlice<UInt8>) {
    startCell()
    if text.isEmpty {
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: "\""))
    } else {
      JSONWriter.append(utf8: text, to: &bytes)
    }
  }

  /// Ends the row at hand.
  package mutating func endRow() {
    if isAtStart { bytes.append(UInt8(ascii: "[")) }
    bytes.append(UInt8(ascii: "]"))
    bytes.append(UInt8(ascii: "\n"))
    isAtStart = true
    count += 1
  }

  /// Writes a whole row.
  package mutating func row(_ cells: [String]) {
    for text in cells { cell(text) }
    endRow()
  }

  private mutating func startCell() {
    bytes.append(UInt8(ascii: isAtStart ? "[" : ","))
    isAtStart = false
  }
}
