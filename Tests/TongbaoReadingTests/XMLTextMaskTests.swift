import Testing
import TongbaoModel

@testable import TongbaoReading

struct XMLTextMaskTests {
  /// U+FFFF, which is well-formed UTF-8 and no character of XML.
  private static let last = String(decoding: [0xEF, 0xBF, 0xBF], as: UTF8.self)
  /// U+FDD0, with which the program marks undecodable bytes.
  private static let mark = String(decoding: RecordRows.faultMark, as: UTF8.self)

  @Test(arguments: [
    ("<单><号>中文</号>", "<单><号>______</号>"),
    ("中<a>中", "中<a>___"),
    ("<a>中1文，<b>", "<a>___1______<b>"),
    ("<a 名='中'>文<b 名=\"中>文\"/>", "<a 名='中'>文<b 名=\"中>文\"/>"),
    ("<a 名='>中<", "<a 名='>___<"),
    ("<a>中\r\n文</a>", "<a>中\r\n文</a>"),
    ("<a>中\(last)文</a>", "<a>中\(last)文</a>"),
    ("<!--中--><![CDATA[中>文<]]>", "<!--中--><![CDATA[中>___<]]>"),
  ])
  func `only what stands between a closing and an opening bracket is masked`(
    text: String,
    masked: String
  ) {
    // Any shift, so that runs begin and end anywhere in a word.
    for shift in 0..<9 {
      let blanks = [UInt8](repeating: 0x20, count: shift)
      let bytes = blanks + Array(text.utf8) + Array("<end-of-the-part/>".utf8)
      let expected = blanks + Array(masked.utf8) + Array("<end-of-the-part/>".utf8)
      let mask = XMLTextMask(capacity: bytes.count)
      #expect(mask.cover(bytes, [0..<bytes.count]))
      let got = mask.withView { $0.copy(0..<bytes.count) }
      #expect(got.map { $0 == 0x7F ? 0x5F : $0 } == expected)
    }
  }

  @Test func `masked reading and reading as it is give the same`() throws {
    var random = SplitMix64(state: 1)
    var whole = 0
    for _ in 0..<1_500 {
      let text = XMLTextMaskTests.document(&random)
      // A document with a DOCTYPE is never masked.
      let plain = try Reading("<!DOCTYPE t>\n" + text)
      whole += plain.isWhole ? 1 : 0
      #expect(try Reading("<?a bcdefgh?>\n" + text) == plain, "\(text)")
      let size = Int.random(in: 1...60, using: &random)
      let options = ReadingOptions(batchBytes: size)
      var parts = try Reading("<?a bcdefgh?>\n" + text, options)
      if !plain.isWhole {
        // Small parts hand more rows out before the fault.
        #expect(Array(parts.rows.prefix(plain.rows.count)) == plain.rows)
        parts.rows = plain.rows
        parts.lines = plain.lines
        parts.marks = plain.marks
        parts.refused = plain.refused
      }
      #expect(parts == plain, "\(size): \(text)")
    }
    #expect((300...1_200).contains(whole))
  }

  /// Some records; half of the documents have something strange put in somewhere.
  private static func document(_ random: inout SplitMix64) -> String {
    let records = (0..<Int.random(in: 2...4, using: &random))
      .map { _ in
        let fields = ["单号", "b", "责任人"]
          .map { name in
            let parts = (0..<Int.random(in: 0...4, using: &random))
              .map { _ in
                pieces.randomElement(using: &random) ?? ""
              }
            return "<\(name)>\(parts.joined())</\(name)>"
          }
        return (tags.randomElement(using: &random) ?? "") + fields.joined() + "</记录>"
      }
    let text = Array("<t>" + records.joined(separator: "\n") + "</t>")
    guard Bool.random(using: &random) else { return String(text) }
    let place = Int.random(in: 0...text.count, using: &random)
    let strange = strangers.randomElement(using: &random) ?? ""
    return String(text[..<place]) + strange + String(text[place...])
  }

  private static let tags = ["<记录>", "<记录 名='值'>", "<记录\n名=\"值>值\">", "<记录 a='1&amp;中&#25991;'>"]

  private static let pieces = [
    "中文", "1", "a>b", "，", "\n", "\r\n", "\r", " ", "&lt;", "&#20013;", "&amp;", "&#127;", "\u{7F}",
    "]",
    "<!--中>文<-->", "<![CDATA[中>文<]]>", "<?p 中>文<?>", "￥", "🏯", String(repeating: "长", count: 150),
    "\(mark)", "é",
  ]

  private static let strangers = [
    "<", ">", "&", "&中;", "&中文", "\u{1}", "\(last)", "]]>", "<!--", "<![CDATA[", "'", "\"", "/",
    "中",
    "<中 '>'文<", "</b>", "<b>", "<?", "\0", "<记录 a='1' a='2'>", "&#0;", "=",
  ]
}
