import Testing
import TongbaoModel

@testable import TongbaoReading

struct EncodingChoiceTests {
  @Test(
    arguments: [
      ([0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0x61], [["单号", "a"]]),
      ([0xEF, 0xBB, 0xBF, 0xE5, 0x8D, 0x95, 0x2C, 0x61], [["单", "a"]]),
      ([0xFF, 0xFE, 0x55, 0x53, 0x2C, 0x00, 0x61, 0x00], [["单", "a"]]),
      ([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00, 0x0A, 0x00], [["a", "b"]]),
      ([0x00, 0x61, 0x00, 0x2C, 0x00, 0x62, 0x00, 0x0A], [["a", "b"]]),
      ([0xC1, 0xAA, 0xCD, 0xA8, 0x2C, 0x61], [["联通", "a"]]),
      ([0x61, 0x2C, 0xCA, 0xA4], [["a", "ʤ"]]),
      ([0x80, 0x35, 0x2C, 0xB5, 0xA5, 0xBA, 0xC5], [["€5", "单号"]]),
      ([0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0x81, 0x30, 0x81, 0x30], [["单号", "\u{80}"]]),
    ] as [([UInt8], [[String]])]
  )
  func `bytes are read in the encoding that they are in`(bytes: [UInt8], rows: [[String]]) throws {
    #expect(try Reading(bytes).rows == rows)
  }

  @Test func `one bad byte does not turn UTF-8 into GB18030`() throws {
    let bytes = Array("被检查单位,问题\n盐官镇,好\n".utf8) + [0xD6, 0x2C, 0x61, 0x0A]
    let reading = try Reading(bytes)
    #expect(reading.rows == [["被检查单位", "问题"], ["盐官镇", "好"], ["\\xD6", "a"]])
    #expect(reading.problems == ["encoding.undecodable:3:1"])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "encoding.unsupported"),
      ([0x2B, 0x2F, 0x76, 0x38, 0x2D], "encoding.unsupported"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "file.unsupported-format"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "file.unsupported-format"),
      (Array("<html><table>".utf8), "file.unsupported-format"),
      ([0, 0, 0, 0, 0], "file.unsupported-format"),
      ([], "file.empty"),
      ([0xEF, 0xBB, 0xBF, 0x0A], "file.empty"),
    ] as [([UInt8], String)]
  )
  func `what is no table is refused by its content`(bytes: [UInt8], code: String) throws {
    let reading = try Reading(bytes)
    #expect(reading.problems == [code])
    #expect(!reading.isWhole)
    #expect(reading.rows.isEmpty)
  }

  @Test func `a mark wins over a forced encoding`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("单,a\n".utf8)
    let reading = try Reading(bytes, ReadingOptions(encoding: .gb18030))
    #expect(reading.rows == [["单", "a"]])
    #expect(reading.problems == ["encoding.mark-wins"])
  }

  @Test func `half of a surrogate pair does not decode`() throws {
    let reading = try Reading([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00, 0x0A, 0x00])
    #expect(reading.rows == [["\\x00\\xD8a"]])
    #expect(reading.marks == [[CellMarks.undecodable.rawValue]])
  }
}
