import ArgumentParser

/// The form of a large input.
enum BenchFormat: String, ExpressibleByArgument, CaseIterable {
  case csv
  case xml

  /// What stands before the rows.
  var head: [UInt8] {
    switch self {
    case .csv: Array((BenchCells.headers.joined(separator: ",") + "\r\n").utf8)
    case .xml: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<督查记录>\n".utf8)
    }
  }

  /// What stands after them.
  var tail: [UInt8] {
    switch self {
    case .csv: []
    case .xml: Array("</督查记录>\n".utf8)
    }
  }
}

/// Writes rows into a buffer in one form.
struct BenchRowWriter {
  private let format: BenchFormat
  private let cells = BenchCells()
  private let opening: [[UInt8]]
  private let closing: [[UInt8]]

  /// A writer of a form.
  init(format: BenchFormat) {
    self.format = format
    opening = BenchCells.headers.map { Array("<\($0)>".utf8) }
    closing = BenchCells.headers.map { Array("</\($0)>".utf8) }
  }

  /// Appends a row.
  func append(_ row: BenchRow, to buffer: inout [UInt8]) {
    switch format {
    case .csv: appendCSV(row, to: &buffer)
    case .xml: appendXML(row, to: &buffer)
    }
  }

  private func appendCSV(_ row: BenchRow, to buffer: inout [UInt8]) {
    appendNumber(row.number, to: &buffer)
    cells.forEach(of: row) { column, bytes in
      buffer.append(UInt8(ascii: ","))
      if column == 7 {
        appendQuoted(bytes, to: &buffer)
      } else {
        buffer.append(contentsOf: bytes)
      }
    }
    buffer.append(UInt8(ascii: "\r"))
    buffer.append(UInt8(ascii: "\n"))
  }

  private func appendXML(_ row: BenchRow, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: "<记录><单号>".utf8)
    appendNumber(row.number, to: &buffer)
    buffer.append(contentsOf: closing[0])
    cells.forEach(of: row) { column, bytes in
      guard !bytes.isEmpty else { return }
      buffer.append(contentsOf: opening[column])
      buffer.append(contentsOf: bytes)
      buffer.append(contentsOf: closing[column])
    }
    buffer.append(contentsOf: "</记录>\n".utf8)
  }

  private func appendNumber(_ number: Int, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: "DC-".utf8)
    var divisor = 10_000_000
    while divisor > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  private func appendQuoted(_ bytes: [UInt8], to buffer: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard bytes.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") }) else {
      buffer.append(contentsOf: bytes)
      return
    }
    buffer.append(quote)
    for byte in bytes {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }
}
