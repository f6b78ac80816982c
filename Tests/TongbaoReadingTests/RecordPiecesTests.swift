import Testing
import TongbaoModel

@testable import TongbaoReading

struct RecordPiecesTests {
  /// Records of two lines each, over several steps.
  private static func records(_ count: Int) -> String {
    (0..<count).map { "<记录><单号>第\($0)号</单号>\n<备注>有积水，\($0 % 7)处</备注></记录>\n" }.joined()
  }

  @Test func `pieces that are parsed at the same time give the rows in order`() async throws {
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

  /// What reading a document piece by piece gives, and what reading it as a whole does.
  private func both(_ text: String, _ size: Int) throws -> (pieces: Reading, whole: Reading) {
    let pieces = try Reading("<?x abcdef?>\n" + text, ReadingOptions(batchBytes: size))
    // A document with a DOCTYPE is never cut into pieces.
    return (pieces, try Reading("<!DOCTYPE t>\n" + text, ReadingOptions(batchBytes: size)))
  }

  @Test(arguments: [
    // Fields that turn up late, and in another order.
    "<表><记录><甲>1</甲></记录><记录><乙>2</乙><甲>3</甲></记录><记录><丙>4</丙><乙>5</乙></记录></表>",
    "<t><r 甲='1'/><r 乙='2' 甲='3'/>\n<r><甲>4</甲></r><r 丙='5'><甲>6</甲></r></t>",
    // What looks like a record and is none.
    "<t><r><a>1</a></r><!-- <r><a>2</a></r> --><r><a>3</a></r><r><a><![CDATA[<r>]]></a></r></t>",
    "<t><r><a>中文</a></r><r><a><![CDATA[中 文]]></a></r><r><a><![CDATA[甲<r>乙]]></a></r></t>",
    "<t><r><a>1</a></r><rr><a>2</a></rr><r.x/><r><a>3</a></r><r\n><a>4</a></r></t>",
    // Elements around the records, before and after them.
    "<t><info><单位>x</单位></info><b><r><a>1</a></r></b><b><r><a>2</a></r><r><a>3</a></r></b><c/></t>",
    "<n:t xmlns:n='u'><n:h/><n:r><n:a>1</n:a></n:r><n:r><n:a>2</n:a></n:r></n:t><!-- end -->",
    "<t><o x='1' y='2' z='3'/><r><a>1</a></r><r><a>2</a></r><o x='1' y='2' z='3'/><r><a>3</a></r></t>",
    // A second parent with other ancestors.
    "<t><b><r><a>1</a></r><r><a>2</a></r></b><c><r><a>3</a></r></c><b><r><a>4</a></r></b></t>",
    // Line ends, references, a bracket in text.
    "<t>\r\n<r>\r\n<a>中\r\n文</a></r>\r\n<r><a>x&amp;y>z&#20013;</a></r>\r\n</t>",
    "<t><r><a>1</a></r><r><a>2</a></r></t",
    "<t><r><a>1</a></r><r><a>2</a></r></t><t/>",
    "<t><r><a>1</a></r><r><a>2</a></r></b><b><r><a>3</a></r></t>",
    "<t><r><a>1</a></r><r><a>2</a></r>文本<r><a>&bad;</a></r></t>",
  ])
  func `pieces give what the whole document gives`(text: String) throws {
    for size in [1, 7, 30, 45, 60, 1_000] {
      var (pieces, whole) = try both(text, size)
      if !whole.isWhole {
        // How many rows are handed out before a fault depends on the parts.
        let count = min(pieces.rows.count, whole.rows.count)
        pieces.keep(count)
        whole.keep(count)
      }
      #expect(pieces == whole, "\(size)")
    }
  }

  @Test func `a field that two pieces find at the same time keeps its column`() async throws {
    // Each of the first records has another field; later ones have them all.
    let first = (0..<40)
      .map { "<r><f\($0)>\($0)</f\($0)>\(String(repeating: "<x>中</x>", count: 20))</r>" }
    let later = "<r>" + (0..<40).reversed().map { "<f\($0)>\($0)</f\($0)>" }.joined() + "</r>"
    let text = "<t>" + (first + [later, later]).joined() + "</t>"
    let whole = try Reading(text)
    #expect(whole.fields == ["f0", "x"] + (1..<40).map { "f\($0)" })
    for size in [300, 900, 5_000] {
      let options = ReadingOptions(batchBytes: size)
      var reader = try SheetReader(bytes: Array(text.utf8), name: "f", options: options)
      var rows: [[String]] = []
      while let chunk = try await reader.nextChunkAhead() {
        let batch = chunk.parse().batch
        rows += batch.rows.indices.map { row in
          batch.cells[batch.cellRange(ofRow: row)].map { batch.text(of: $0) }
        }
      }
      #expect(rows == whole.rows)
      #expect(reader.description.fields == whole.fields)
    }
  }

  @Test(arguments: [TextEncoding.gb18030, .utf16LittleEndian])
  func `other encodings are cut into pieces too`(encoding: TextEncoding) throws {
    let text = "<表>\n\(Self.records(500))</表>"
    let bytes = try Self.bytes(of: text, in: encoding)
    for size in [1_000, 10_000, 2_000_000] {
      let reading = try Reading(bytes, ReadingOptions(encoding: encoding, batchBytes: size))
      #expect(reading.rows.map(\.first) == (0..<500).map { "第\($0)号" })
      #expect(reading.lines == (0..<500).map { $0 * 2 + 2 })
      #expect(reading.isWhole)
    }
  }

  /// The bytes of a text of the records above.
  private static func bytes(of text: String, in encoding: TextEncoding) throws -> [UInt8] {
    guard encoding == .gb18030 else {
      return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }
    let codes: [Character: [UInt8]] = [
      "表": [0xB1, 0xED], "记": [0xBC, 0xC7], "录": [0xC2, 0xBC], "单": [0xB5, 0xA5],
      "号": [0xBA, 0xC5], "第": [0xB5, 0xDA], "备": [0xB1, 0xB8], "注": [0xD7, 0xA2],
      "有": [0xD3, 0xD0], "积": [0xBB, 0xFD], "水": [0xCB, 0xAE], "，": [0xA3, 0xAC],
      "处": [0xB4, 0xA6],
    ]
    return try text.flatMap { character in
      try #require(codes[character] ?? character.asciiValue.map { [$0] })
    }
  }

  @Test func `what does not decode before the first record moves nothing`() throws {
    let bytes =
      Array("<t><h>".utf8) + [0xFF, 0xFF] + Array("</h><r><a>1</a></r><r><a>2</a></r></t>".utf8)
    for size in [1, 20, 1_000] {
      let reading = try Reading(bytes, ReadingOptions(encoding: .utf8, batchBytes: size))
      #expect(reading.problems == ["encoding.undecodable:1:7"])
      #expect(reading.rows == [["1"], ["2"]])
    }
  }

  @Test func `a tag of very many attributes is refused, however it is cut`() throws {
    let attributes = (0..<40_000).map { " a\($0)='1'" }.joined()
    for text in ["<t><r a='1'/><r\(attributes)/></t>", "<t><r a='1'/><r a='2'/><x><r\(attributes)"]
    {
      let reading = try Reading(text)
      #expect(!reading.isWhole)
    }
  }

  @Test func `values of very many bytes are read`() throws {
    let long = String(repeating: "积水\"", count: 100_000)
    let text = "<t><r><n>1</n></r><r><n>\(long)</n></r><r><n>3</n></r></t>"
    #expect(try Reading(text).rows == [["1"], [long], ["3"]])
  }
}

extension Reading {
  /// Leaves the first `count` rows.
  fileprivate mutating func keep(_ count: Int) {
    rows = Array(rows.prefix(count))
    lines = Array(lines.prefix(count))
    marks = Array(marks.prefix(count))
    refused = Array(refused.prefix(count))
  }
}
