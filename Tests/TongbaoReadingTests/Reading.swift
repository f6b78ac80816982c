import Testing
import TongbaoModel

@testable import TongbaoReading

/// All that reading some bytes gives, as values that tests can compare.
struct Reading: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var refused: [Bool] = []
  var marks: [[UInt8]] = []
  var problems: [String] = []
  var isWhole = true
  var fields: [String] = []

  /// Reads `bytes`; problems are `code line:column`.
  init(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws {
    var reader = try SheetReader(bytes: bytes, name: "f", options: options)
    var log = DiagnosticLog()
    while let chunk = try reader.nextChunk() {
      let parsed = chunk.parse()
      log.append(contentsOf: parsed.diagnostics)
      append(parsed.batch)
    }
    let description = reader.description
    log.append(contentsOf: description.diagnostics)
    isWhole = description.isWhole
    fields = description.fields
    problems = log.kept
      .map { diagnostic in
        let place = diagnostic.location.map(\.description) ?? ""
        return diagnostic.kind.code + place.dropFirst(1)
      }
      .sorted()
  }

  /// Reads the UTF-8 of `text`.
  init(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws {
    try self.init(Array(text.utf8), options)
  }

  private mutating func append(_ batch: RowBatch) {
    for row in batch.rows.indices {
      let cells = batch.cells[batch.cellRange(ofRow: row)]
      rows.append(cells.map { batch.text(of: $0) })
      lines.append(Int(batch.rows[row].line))
      refused.append(batch.rows[row].marks.contains(.refused))
      marks.append(cells.map(\.marks.rawValue))
    }
  }
}

/// Seeded random numbers.
///
/// Source: Vigna, SplitMix64.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
