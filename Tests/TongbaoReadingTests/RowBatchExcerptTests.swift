import Testing
import TongbaoModel

@testable import TongbaoReading

struct RowBatchExcerptTests {
  private func batch(_ text: String) throws -> RowBatch {
    var reader = try SheetReader(
      bytes: Array(text.utf8),
      name: "f",
      options: ReadingOptions(encoding: .utf8, delimiter: 0x2C)
    )
    return try reader.nextChunk()?.parse().batch ?? RowBatch()
  }

  @Test(arguments: [
    ("名称,值\n盐官镇,好\n", 1, 1, "f:2:5", "盐官镇,好", 4, 1),
    ("名称,值\n\"盐\n官\",\"说\"\"不\"\n", 1, 1, "f:3:4", "官\",\"说\"\"不\"", 3, 6),
    ("名\u{7}称,值\n", 0, 0, "f:1:1", "名·称,值", 0, 3),
    ("名称,,值\n", 0, 1, "f:1:4", "名称,,值", 3, 1),
  ])
  func `a cell is found in its line and marked there`(
    text: String,
    row: Int,
    cell: Int,
    place: String,
    line: String,
    start: Int,
    length: Int
  ) throws {
    let batch = try batch(text)
    let index = batch.cellRange(ofRow: row).lowerBound + cell
    #expect(batch.location(ofCell: index, inRow: row, file: "f").description == place)
    let excerpt = batch.excerpt(ofCell: index, inRow: row)
    #expect(excerpt == Excerpt(line: line, start: start, length: length))
  }

  @Test func `a long line is shortened around the mark`() throws {
    let long = String(repeating: "检", count: 500)
    let batch = try batch("\(long),坏,\(long)\n")
    let excerpt = try #require(batch.excerpt(ofCell: 1, inRow: 0))
    #expect(excerpt.line.count < 80)
    #expect(excerpt.line.hasPrefix("…") && excerpt.line.hasSuffix("…"))
    #expect(String(excerpt.line.dropFirst(excerpt.start).prefix(excerpt.length)) == "坏")
  }

  @Test(arguments: [0, 75, 78, 80, 84, 86, 89, 92])
  func `a number is masked even where the line is cut within it`(_ gap: Int) throws {
    let text = "13812341234,\(String(repeating: "x", count: gap)),坏,"
    let batch = try batch(text + String(repeating: "x", count: 80) + ",13912341234\n")
    let line = try #require(batch.excerpt(ofCell: 2, inRow: 0)).line
    #expect(!line.contains("812") && !line.contains("912") && !line.contains("2341"))
    #expect(line.contains("坏"))
  }

  @Test func `a worksheet cell has its sheet and letters`() {
    var batch = RowBatch()
    batch.rows = [RowBatch.Row(firstCell: 0, line: 14)]
    batch.cells = (0..<4).map { _ in RowBatch.Cell(start: 0, end: 0) }
    let place = batch.location(ofCell: 3, inRow: 0, file: "f", sheet: "一月")
    #expect(place.description == "f:一月!D14")
    #expect(batch.excerpt(ofCell: 3, inRow: 0) == nil)
  }
}
