import Testing
import TongbaoModel

@testable import TongbaoReading

struct WidthTests {
  @Test(.timeLimit(.minutes(15)))
  func `a tag of too many attributes is refused before libxml2 compares them all`() throws {
    let attributes = (0..<200_000).map { #" a\#($0)="1""# }.joined()
    let reading = try Reading("<a><r 单号=\"1\"/><r\(attributes)/></a>")
    #expect(!reading.isWhole)
    #expect(reading.problems.map { $0.prefix(18) } == ["xml.limit-exceeded"])
  }

  @Test func `a long value with quotes is no row of attributes`() throws {
    let text = String(repeating: "\"x\" > ", count: 60_000)
    let reading = try Reading("<a><r v='\(text)'/><r><![CDATA[\(text)]]></r></a>")
    #expect(reading.rows.map { $0.map(\.utf8.count).max() } == [360_000, 360_000])
    #expect(reading.isWhole)
  }

  @Test(.timeLimit(.minutes(15)))
  func `what is not shown of a long row is not looked for`() throws {
    let cells = String(repeating: "x,", count: 500_000)
    var reader = try SheetReader(
      bytes: Array("\(cells)\n".utf8),
      name: "f",
      options: ReadingOptions(encoding: .utf8, delimiter: 0x2C)
    )
    let batch = try #require(try reader.nextChunk()?.parse().batch)
    for cell in 0..<30_000 { _ = batch.excerpt(ofCell: cell, inRow: 0) }
    let middle = try #require(batch.excerpt(ofCell: 20_000, inRow: 0))
    #expect(middle.line.hasPrefix("…") && middle.line.hasSuffix("…"))
  }
}
