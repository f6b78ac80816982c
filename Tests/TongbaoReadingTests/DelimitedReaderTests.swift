import Testing
import TongbaoModel

@testable import TongbaoReading

struct DelimitedReaderTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1\t\n", [["a", "b"], ["1", ""]]),
    ("a|b\n\n1|2\n", [["a", "b"], [], ["1", "2"]]),
    ("sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"x\ny\",\"1\"\"2\"\n", [["a", "b"], ["x\ny", "1\"2"]]),
    ("a,b\nx\"y\",z\n", [["a", "b"], ["x\"y\"", "z"]]),
    ("a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
    ("a,b\n\"\",\"\"\n", [["a", "b"], ["", ""]]),
  ])
  func `text is split into the rows that its writer meant`(text: String, rows: [[String]]) throws {
    let reading = try Reading(text)
    #expect(reading.rows == rows)
    #expect(reading.problems == [])
  }

  @Test func `an unclosed quote spoils its line and no other`() throws {
    let reading = try Reading("a,b\n1,\"x\n2,y\n3,\"z\"\n")
    #expect(reading.rows == [["a", "b"], ["1", "x"], ["2", "y"], ["3", "z"]])
    #expect(reading.refused == [false, true, false, false])
    #expect(reading.problems == ["csv.unclosed-quote:2:3"])
  }

  @Test
  func `a quoted field over several lines whose closing quote is followed by text is unclosed`()
    throws
  {
    let reading = try Reading("a,b\n1,\"x\n2,y\"z\n")
    #expect(reading.rows == [["a", "b"], ["1", "x"], ["2", "y\"z"]])
    #expect(reading.problems == ["csv.unclosed-quote:2:3"])
  }

  @Test func `text after a closing quote is kept and reported at its column`() throws {
    let reading = try Reading("a,b\n镇,\"x\"y\n")
    #expect(reading.rows == [["a", "b"], ["镇", "xy"]])
    #expect(reading.problems == ["csv.text-after-quote:2:6"])
  }

  @Test func `a damaged byte is reported at its place and spoils its cell alone`() throws {
    let bytes = Array("名称,值\n盐官镇,好\n丁桥".utf8) + [0xE9, 0x95] + Array(",差\n".utf8)
    let reading = try Reading(bytes)
    #expect(reading.rows.last == ["丁桥\\xE9\\x95", "差"])
    #expect(reading.marks.last == [CellMarks.undecodable.rawValue, 0])
    #expect(reading.refused == [false, false, true])
    #expect(reading.problems == ["encoding.undecodable:3:3"])
  }

  @Test(arguments: [("a,b\nc,d", true), ("a,b\nc,d\n", false), ("a,b\r\nc,\"d", true), ("a", true)])
  func `a last row without line end is marked, and no other`(text: String, isOpen: Bool) throws {
    for batch in [1, 3, 100] {
      var reader = try SheetReader(
        bytes: Array(text.utf8),
        name: "f",
        options: ReadingOptions(batchBytes: batch)
      )
      var marked: [Bool] = []
      while let chunk = try reader.nextChunk() {
        marked += chunk.parse().batch.rows.map { $0.marks.contains(.unterminated) }
      }
      #expect(marked.last == isOpen && !marked.dropLast().contains(true))
    }
  }

  @Test func `a NUL is an error at its place`() throws {
    let reading = try Reading("名称,值\n盐官\u{0},1\n丁桥镇和长安镇以及许村镇,2\n")
    #expect(reading.rows.dropFirst().first == ["盐官\\x00", "1"])
    #expect(reading.problems == ["csv.nul-byte:2:3"])
  }

  @Test func `a row that is too long is refused and the next one read`() throws {
    var options = ReadingOptions(delimiter: 0x2C)
    options.limits.rowBytes = 64
    let long = String(repeating: "x", count: 500)
    for batch in [1, 10, 1_000] {
      options.batchBytes = batch
      let reading = try Reading("a,b\n\(long)\n1,2\n", options)
      #expect(reading.rows.count == 3)
      #expect(reading.refused == [false, true, false])
      #expect(reading.rows.last == ["1", "2"])
      #expect(reading.lines == [1, 2, 3])
      #expect(reading.problems == ["csv.row-too-long:2:1"])
    }
  }

  @Test func `a quote that never closes within the longest row counts as unclosed`() throws {
    var options = ReadingOptions(delimiter: 0x2C)
    options.limits.rowBytes = 64
    let lines = String(repeating: "some words\n", count: 40)
    for batch in [1, 10, 1_000] {
      options.batchBytes = batch
      let reading = try Reading("a,\"b\n\(lines)", options)
      #expect(reading.rows.count == 41)
      #expect(reading.problems == ["csv.unclosed-quote:1:3"])
    }
  }

  @Test func `a million lines that each open a quote take linear time`() throws {
    let text = String(repeating: "a,\"b\n", count: 100_000)
    let reading = try Reading(text)
    #expect(reading.rows.count == 100_000)
    #expect(reading.refused.allSatisfy { $0 })
  }

  @Test(arguments: 0..<300)
  func `chunks cut at any byte give the same rows`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let pieces: [[UInt8]] = [
      [0x22], [0x22], [0x2C], [0x0A], [0x0D, 0x0A], [0x0D], [0x61], Array("中".utf8), [0x22, 0x22],
      [0x3B], [0xE4], [0x00], [0x22, 0x2C, 0x22], [0xB5, 0xA5],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1..<80, using: &random) {
      bytes += pieces.randomElement(using: &random) ?? []
    }
    let whole = try Reading(bytes, ReadingOptions(encoding: .utf8))
    for batch in [1, 2, 3, 7, 20] {
      let options = ReadingOptions(encoding: .utf8, batchBytes: batch)
      #expect(try Reading(bytes, options) == whole)
    }
  }

  @Test(arguments: 0..<100)
  func `rows written by a CSV writer come back the same`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let words = ["", "盐官镇", "a,b", "say \"no\"", "two\nlines", " x ", "\"", "1.5", "\r\n"]
    let rows = (0..<5)
      .map { _ in
        (0..<4).map { _ in words.randomElement(using: &random) ?? "" }
      }
    let text =
      rows.map { row in
        row.map {
          "\""
            + $0.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }
        .joined(separator: ",")
      }
      .joined(separator: "\r\n")
    let reading = try Reading(text, ReadingOptions(encoding: .utf8, delimiter: 0x2C))
    #expect(reading.rows == rows)
    #expect(reading.problems == [])
  }

  @Test(arguments: 0..<200)
  func `no bytes trap or hang`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    for encoding in TextEncoding.allCases {
      let whole = try Reading(bytes, ReadingOptions(encoding: encoding))
      let cut = try Reading(bytes, ReadingOptions(encoding: encoding, batchBytes: 3))
      #expect(whole == cut)
    }
  }
}
