import Testing
import TongbaoFormats
import TongbaoModel

struct JSONWriterTests {
  @Test func `the indented layout has one space per level and empty brackets closed at once`() {
    let value: JSONValue = [
      "format": "tongbao.scores/1",
      "units": [["id": "yanguan", "total": .decimal(Decimal6(millionths: 42_500_000))]],
      "vetoes": [], "more": [:], "grade": nil, "ranked": true, "count": -3,
    ]
    #expect(
      value.text(.indented) == """
        {
         "format": "tongbao.scores/1",
         "units": [
          {
           "id": "yanguan",
           "total": 42.5
          }
         ],
         "vetoes": [],
         "more": {},
         "grade": null,
         "ranked": true,
         "count": -3
        }

        """
    )
  }

  @Test func `one line has neither spaces nor a line end`() {
    let value: JSONValue = ["a": [1, 2], "b": ["c": "d e"]]
    #expect(value.text(.oneLine) == #"{"a":[1,2],"b":{"c":"d e"}}"#)
  }

  @Test(arguments: [
    ("盐官镇/一", "盐官镇/一"),
    ("\"\\", #"\"\\"#),
    ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#),
    ("\0\u{1B}\u{1F}\u{7F}", #"\u0000\u001b\u001f\u007f"#),
    ("\u{80}\u{9B}\u{A0}é", "\\u0080\\u009b\u{A0}é"),
    ("\u{2027}\u{2028}\u{2029}“”", "\u{2027}\\u2028\\u2029“”"),
    ("\r\n", #"\r\n"#),
  ])
  func `only what must not stand is escaped`(text: String, escaped: String) {
    #expect(JSONValue.string(text).text(.oneLine) == "\"\(escaped)\"")
    var bytes: [UInt8] = []
    JSONWriter.append(utf8: Array("xx\(text)".utf8).dropFirst(2), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"\(escaped)\"")
  }

  @Test func `what is written reads back as it was`() throws {
    var random = SeededRandom(seed: 1)
    for _ in 0..<500 {
      let value = tree(depth: 0, &random)
      for style in [JSONWriter.Style.indented, .oneLine] {
        let back = try JSONValue(parsing: value.rendered(style))
        #expect(back.rendered(.oneLine) == value.rendered(.oneLine))
      }
      #expect(!value.rendered(.oneLine).contains { $0 < 0x20 })
    }
  }

  private func tree(depth: Int, _ random: inout SeededRandom) -> JSONValue {
    switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int.random(in: Int.min...Int.max, using: &random))
    case 3: .decimal(Decimal6(millionths: Int64.random(in: .min...Int64.max, using: &random)))
    case 4: .string(random.text(upTo: 20))
    case 5: .array((0..<3).map { _ in tree(depth: depth + 1, &random) })
    default:
      .object(
        (0..<3).map { JSONMember("\($0)\(random.text(upTo: 3))", tree(depth: depth + 1, &random)) }
      )
    }
  }
}
