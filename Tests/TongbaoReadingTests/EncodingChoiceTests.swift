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

  @Test(
    arguments: [
      // 一 is 4E00 and a wide blank 3000: NULs on the other side.
      "单号\t检查日期\t督查组\t等级\n1\t2017-10-09\t治水一组\t一般\n2\t2017-10-10\t治水一组\t一般\n",
      "督查组，等级\t等级\n一组\t一般\n　一组\t一般\n一组　\t一般\n", "一,一\n一,一\n",
    ],
    [true, false]
  )
  func `UTF-16 without a mark is told whatever Chinese it holds`(
    text: String,
    isLittle: Bool
  ) throws {
    let bytes = text.utf16.flatMap { unit in
      isLittle
        ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let reading = try Reading(bytes)
    #expect(reading.problems == [])
    #expect(reading.rows == (try Reading(Array(text.utf8)).rows))
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
      ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "encoding.unsupported"),
      (Array("a,b,c,d\n".utf8).flatMap { [$0, 0, 0, 0] }, "encoding.unsupported"),
      (Array("a,b,c,d\n".utf8).flatMap { [0, 0, 0, $0] }, "encoding.unsupported"),
      (
        Array("+U1VT9w-,+aMBn5WXlZx8-,+iKtowGflU1VPTQ-\n1,2017-03-01,x".utf8),
        "encoding.unsupported"
      ),
      (Array("[{\"单号\": 1}]".utf8), "file.unsupported-format"),
      (Array(" {\n\"rows\":[]}".utf8), "file.unsupported-format"),
      (Array("<!-- x --><table><tr><td>".utf8), "file.unsupported-format"),
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

  @Test(
    arguments: [
      (.xlsx, Array("PK\u{3}\u{4}[Content_Types].xml xl/".utf8)),
      (.ods, Array("PK\u{3}\u{4}application/vnd.oasis.opendocument.spreadsheet".utf8)),
      (.docx, Array("PK\u{3}\u{4}word/document.xml".utf8)), (.zip, Array("PK\u{3}\u{4}a.csv".utf8)),
      (.xls, [0xD0, 0xCF, 0x11, 0xE0, 0xA1]), (.xls, [0x09, 0x08, 0x10, 0, 0, 6]),
      (.xls, [0x09, 0x08, 0x08, 0, 0, 5]), (.xls, [0x09, 0x04, 0x06, 0, 0, 0]),
      (.xls, [0x09, 0x02, 0x06, 0, 0, 0]), (.xls, [0x09, 0, 0x04, 0, 2, 0]),
      (.webPage, Array("<html><head>".utf8)), (.webPage, Array("MIME-Version: 1.0\n".utf8)),
      (.pdf, Array("%PDF-1.4".utf8)), (.image, [0x89, 0x50, 0x4E, 0x47, 0x0D]),
      (.image, [0xFF, 0xD8, 0xFF, 0xE0]), (.archive, Array("Rar!\u{1A}".utf8)),
      (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.archive, [0x1F, 0x8B, 0x08, 0]),
      (.json, Array("{\"a\":1}".utf8)),
      (.dbf, [3, 117, 3, 1, 2, 0, 0, 0, 65, 0, 30] + Array(repeating: 0, count: 60)),
      (.binary, Array(repeating: 1, count: 40)), (nil, Array("{a},b\n[1],2".utf8)),
      (nil, Array("\"a:\",b\n".utf8)),
    ] as [(FileSignature?, [UInt8])]
  )
  func `what a file is, is told by its first bytes`(_ signature: FileSignature?, _ bytes: [UInt8]) {
    #expect(FileSignature.found(in: bytes) == signature)
  }

  @Test func `a mark wins over a forced encoding`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("单,a\n".utf8)
    let reading = try Reading(bytes, ReadingOptions(encoding: .gb18030))
    #expect(reading.rows == [["单", "a"]])
    #expect(reading.problems == ["encoding.mark-wins"])
  }

  /// 單號,檢查日期,被檢查單位,考核指標,問題等級 in Big5.
  private static let big5: [UInt8] = [
    0xB3, 0xE6, 0xB8, 0xB9, 0x2C, 0xC0, 0xCB, 0xAC, 0x64, 0xA4, 0xE9, 0xB4, 0xC1, 0x2C,
    0xB3, 0x51, 0xC0, 0xCB, 0xAC, 0x64, 0xB3, 0xE6, 0xA6, 0xEC, 0x2C, 0xA6, 0xD2, 0xAE,
    0xD6, 0xAB, 0xFC, 0xBC, 0xD0, 0x2C, 0xB0, 0xDD, 0xC3, 0x44, 0xB5, 0xA5, 0xAF, 0xC5,
    0x0A,
  ]

  @Test(
    arguments: [
      (.gb18030, Array("单号,检查日期\n".utf8), "UTF-8"),
      (.utf8, [0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0x61], "GB18030"),
      (.utf8, big5, "Big5"),
      (.utf8, [0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], "UTF-16LE"),
      (.gb18030, [0, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A], "UTF-16BE"),
      (.utf16LittleEndian, Array("单号,检查日期\n".utf8), "UTF-8"),
      (.utf16BigEndian, [0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0x61], "GB18030"),
      (.utf16LittleEndian, [0, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A], "UTF-16BE"),
    ] as [(TextEncoding, [UInt8], String)]
  )
  func `a setting that is clearly wrong is told once, in place of garbled text`(
    _ set: TextEncoding,
    _ bytes: [UInt8],
    _ actual: String
  ) throws {
    var reader = try SheetReader(bytes: bytes, name: "f", options: ReadingOptions(encoding: set))
    let chunk = try reader.nextChunk()
    #expect(chunk == nil)
    let kept = reader.description.diagnostics.kept
    #expect(kept.map(\.kind) == [.encodingSettingWrong] && !reader.description.isWhole)
    #expect(kept[0].facts["actual"] == .text(actual))
  }

  @Test(
    arguments: [
      // UTF-8 by chance.
      (.utf8, [0xC2, 0xA3, 0xC3, 0xA3, 0x2C, 0x61]),
      (.gb18030, [0xC2, 0xA3, 0xC3, 0xA3, 0x2C, 0x61]),
      (.gb18030, Array("a,b\n1,2".utf8)), (.utf8, Array("单号\n".utf8) + [0xFF, 0x0A]),
      (.gb18030, [0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0xFF]),
      (.utf16LittleEndian, [0x55, 0x53, 0x2C, 0x00, 0x61, 0x00]),
    ] as [(TextEncoding, [UInt8])]
  )
  func `in doubt the setting rules`(_ set: TextEncoding, _ bytes: [UInt8]) throws {
    let reading = try Reading(bytes, ReadingOptions(encoding: set))
    #expect(reading.isWhole && !reading.rows.isEmpty)
  }

  @Test func `Big5 is refused, GB18030 with traditional characters is read`() throws {
    #expect(try Reading(EncodingChoiceTests.big5).problems == ["encoding.unsupported"])
    // The same in GBK.
    let gbk: [UInt8] = [
      0x86, 0xCE, 0xCC, 0x96, 0x2C, 0x99, 0x7A, 0xB2, 0xE9, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C,
      0xB1, 0xBB, 0x99, 0x7A, 0xB2, 0xE9, 0x86, 0xCE, 0xCE, 0xBB, 0x2C, 0xBF, 0xBC, 0xBA,
      0xCB, 0xD6, 0xB8, 0x98, 0xCB, 0x2C, 0x86, 0x96, 0xEE, 0x7D, 0xB5, 0xC8, 0xBC, 0x89,
      0x0A,
    ]
    #expect(try Reading(gbk).rows == [["單號", "檢查日期", "被檢查單位", "考核指標", "問題等級"]])
  }

  @Test func `signs and telephone numbers with a plus are no UTF-7`() throws {
    let text = "号码\n+86-13800000000,+8613800000000,+AAAA\n".replacing("号码", with: "phone")
    #expect(try Reading(text).rows.count == 2)
  }

  @Test func `half of a surrogate pair does not decode`() throws {
    let reading = try Reading([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00, 0x0A, 0x00])
    #expect(reading.rows == [["\\x00\\xD8a"]])
    #expect(reading.marks == [[CellMarks.undecodable.rawValue]])
  }
}
