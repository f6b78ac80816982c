import Testing
import TongbaoFormats
import TongbaoModel

struct JSONWriterTests {
  @Test(arguments: [JSONWriter.Style.indented, .oneLine])
  func `elements written apart stand as if they had been written in turn`(
    _ style: JSONWriter.Style
  ) {
    func document(apart: Set<Int>) -> [UInt8] {
      var writer = JSONWriter(style: style)
      writer.write { json in
        json.array("a") { elements in
          for number in 0..<4 {
            guard apart.contains(number) else {
              elements.element { $0.member("n", .integer(number)) }
              continue
            }
            var other = JSONWriter(at: elements.nesting)
            other.element { $0.member("n", .integer(number)) }
            elements.append(elements: other.bytes)
          }
          elements.append(elements: [])
        }
      }
      return writer.bytes
    }
    for apart in [[0], [3], [1, 2], [0, 1, 2, 3]] as [Set<Int>] {
      #expect(document(apart: apart) == document(apart: []))
    }
  }

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

  @Test(arguments: [JSONWriter.Style.indented, .oneLine])
  func `a document written member by member is the tree's, byte for byte`(
    style: JSONWriter.Style
  ) throws {
    let day = try #require(CalendarDate(year: 987, month: 1, day: 9))
    let tree: JSONValue = [
      "first": 1, "empty": [], "nothing": [:], "day": "0987-01-09", "place": "一\"二:4294967295",
      "list": [["id": "a", "inner": ["x": nil]], [:], ["id": "b", "inner": ["x": true]]],
    ]
    var writer = JSONWriter(style: style)
    writer.write { json in
      json.member("first", 1)
      json.array("empty") { _ in }
      json.object("nothing") { _ in }
      json.member("day", day)
      json.member("place", "一\"二:", followedBy: .max)
      json.array("list") { list in
        list.element { json in
          json.member("id", "a")
          json.object("inner") { $0.member("x", nil) }
        }
        list.element { _ in }
        list.element { json in
          json.member("id", "b")
          json.object("inner") { $0.member("x", true) }
        }
      }
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == tree.text(style))
  }

  @Test func `pieces are of some size and add up to the whole`() {
    var random = SeededRandom(seed: 3)
    // More names than are remembered, and one that is a document of its own.
    let names = (0..<100).map { "\($0)" + random.text(upTo: 9) }
    let value = JSONValue.array(
      (0..<200).map { _ in .object(names.map { JSONMember($0, .string(random.text(upTo: 60))) }) }
    )
    var pieces: [[UInt8]] = []
    var writer = JSONWriter(style: .indented, sendingTo: { pieces.append($0) })
    writer.write(value)
    #expect(writer.bytes.isEmpty)
    #expect(pieces.joined().elementsEqual(value.rendered(.indented)))
    #expect(pieces.count > 1)
    #expect(pieces.dropLast().allSatisfy { (1 << 18..<1 << 19).contains($0.count) })
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
