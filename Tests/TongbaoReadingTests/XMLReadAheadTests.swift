import Testing
import TongbaoModel

@testable import TongbaoReading

struct XMLReadAheadTests {
  /// Records of two lines each, over several steps.
  private static func records(_ count: Int) -> String {
    (0..<count).map { "<记录><单号>第\($0)号</单号>\n<备注>有积水，\($0 % 7)处</备注></记录>\n" }.joined()
  }

  @Test func `what is prepared beside the parser gives the same rows`() async throws {
    let bytes = Array("<表>\(Self.records(9_000))</表>".utf8)
    for size in [100_000, 2_000_000] {
      let options = ReadingOptions(batchBytes: size)
      var reader = try SheetReader(bytes: bytes, name: "f", options: options)
      var rows: [String] = []
      while let chunk = try await reader.nextChunkAhead() {
        let batch = chunk.parse().batch
        rows += batch.cells.map { batch.text(of: $0) }
      }
      #expect(rows == (0..<9_000).flatMap { ["第\($0)号", "有积水，\($0 % 7)处"] })
      #expect(reader.description.isWhole)
    }
  }

  @Test func `a fault far in the document has its place, and rows before it come once`() throws {
    let text = "<表>\n\(Self.records(9_000))</表格>"
    for size in [1_000, 100_000, 2_000_000] {
      let reading = try Reading(text, ReadingOptions(batchBytes: size))
      #expect(reading.problems == ["xml.malformed:18002:6"])
      #expect(reading.rows.map(\.first) == (0..<9_000).map { "第\($0)号" })
      #expect(reading.lines == (0..<9_000).map { $0 * 2 + 2 })
    }
  }

  @Test func `a damaged byte far in the document has its place`() throws {
    for count in [1, 4_000, 9_000] {
      let bytes =
        Array("<表>\n\(Self.records(count))<记录><单号>号".utf8) + [0xE5]
        + Array("</单号></记录>\n<记录><单号>".utf8) + [0xFF] + Array("</单号></记录></表>".utf8)
      let reading = try Reading(bytes, ReadingOptions(batchBytes: 100_000))
      let line = count * 2 + 2
      #expect(
        reading.problems == [
          "encoding.undecodable:\(line):10", "encoding.undecodable:\(line + 1):9",
        ]
      )
      #expect(reading.rows.suffix(2) == [["号\\xE5"], ["\\xFF"]])
      #expect(reading.refused.filter { $0 }.count == 2)
    }
  }
}
