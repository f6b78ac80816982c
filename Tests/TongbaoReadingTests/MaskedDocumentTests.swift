import Testing
import TongbaoModel

@testable import TongbaoReading

struct MaskedDocumentTests {
  /// U+FFFF, which is well-formed UTF-8 and no character of XML.
  private static let last = String(decoding: [0xEF, 0xBF, 0xBF], as: UTF8.self)

  @Test(arguments: [
    ("<a><b>中文</b></a>", "<a><b>______</b></a>"),
    ("中<a>中", "___<a>___"),
    ("<a>中1文，<b>", "<a>___1______<b>"),
    ("<a 名='中'>文<b 名='文'/>", "<a 名='中'>___<b 名='文'/>"),
    ("<a>中\r\n文</a>", "<a>___\r\n___</a>"),
    ("<!--中--><![CDATA[中文]]>文<?中 文?>", "<!--中--><![CDATA[中文]]>___<?中 文?>"),
    ("<单号>中</单号><é>", "<QNVQP3>___</QNVQP3><é>"),
    ("<号 名='值'/><A号>", "<QP3 名='值'/><A号>"),
    ("<号（个）></号1>", "<QP3（个）></QP31>"),
    ("<Value>中</Value>", "<Value>___</Value>"),
  ])
  func `text becomes DEL, and the beginnings of Chinese names become ASCII`(
    text: String,
    masked: String
  ) {
    // Any shift, so that runs begin and end anywhere in a word.
    for shift in 0..<9 {
      let blanks = String(repeating: " ", count: shift)
      let document = MaskedDocument("\(blanks)\(text)<end-of-the-part/>")
      #expect(document.isMasked)
      #expect(document.hasMaskedNames == masked.contains("QP3"))
      #expect(document.text == "\(blanks)\(masked)<end-of-the-part/>")
    }
  }

  @Test(arguments: [
    "<a>中>文</a>", "<a 名='中>文'/>", "<a>中\r文</a>", "<a>中\(last)文</a>", "<a><![CDATA[<号>中]]></a>",
    "<号><Value>中</Value></号>", "<号><Q>中</Q></号>", "<号:a>中</号:a>", "<号Q>中</号Q>",
  ])
  func `what needs the parser's own look is left as it is`(text: String) {
    let document = MaskedDocument(text)
    #expect(!document.isMasked)
    #expect(!document.hasMaskedNames)
    #expect(document.text == text)
  }

  @Test func `no two names become equal, and each can be told again`() {
    var random = SplitMix64(state: 7)
    let parts = [
      "单", "号", "龥", "䀀", "鿿", "a", "1", "-", "（", "é", "Q", "N", "V", "P", "3", "□", "ㄅ",
    ]
    var masked = 0
    for _ in 0..<20_000 {
      let names = (0..<2)
        .map { _ in
          (0..<Int.random(in: 1...3, using: &random))
            .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        }
      let document = MaskedDocument("<\(names[0])></\(names[1])>")
      guard document.hasMaskedNames else { continue }
      masked += 1
      let shown = document.text.dropFirst().dropLast().components(separatedBy: "></")
      #expect((shown[0] == shown[1]) == (names[0] == names[1]))
      #expect(shown.map { MaskedName.original(of: $0) } == names)
    }
    #expect(masked > 2_000)
  }

  @Test func `masked reading and reading as it is give the same`() throws {
    var random = SplitMix64(state: 1)
    var whole = 0
    for _ in 0..<1_500 {
      let text = MaskedDocumentTests.document(&random)
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
        // How far the parser looks for the end of a section depends on the parts.
        if Self.endsWithinSection(text) { parts.problems = plain.problems }
      }
      #expect(parts == plain, "\(size): \(text)")
    }
    #expect((300...1_200).contains(whole))
  }

  private static func endsWithinSection(_ text: String) -> Bool {
    guard let last = text.ranges(of: "<![CDATA[").last else { return false }
    return text[last.upperBound...].firstRange(of: "]]>") == nil
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
    "é", "<![CDATA[中\r\n文]]>", "<![CDATA[\r<记录>\r]]>\n",
  ]

  private static let strangers = [
    "<", ">", "&", "&中;", "&中文", "\u{1}", "\(last)", "]]>", "<!--", "<![CDATA[", "'", "\"", "/",
    "中",
    "<中 '>'文<", "</b>", "<b>", "<?", "\0", "<记录 a='1' a='2'>", "&#0;", "=",
  ]
}

extension MaskedDocument {
  /// Masks a document that is one part.
  fileprivate init(_ text: String) {
    self = Array(text.utf8).withView { MaskedDocument([], $0, []) }
  }

  /// The bytes, each DEL as a low line.
  fileprivate var text: String {
    String(decoding: bytes.map { $0 == 0x7F ? 0x5F : $0 }, as: UTF8.self)
  }
}

extension Substring {
  /// The parts between `separator`s.
  fileprivate func components(separatedBy separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [String(self)] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}
