import Testing

@testable import TongbaoFormats

struct LineBreakerTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("one  two", 3, ["one", "two"]),
    ("盐官镇平安巡查", 6, ["盐官镇", "平安巡", "查"]),
    ("盐官镇平安，巡查", 10, ["盐官镇平", "安，巡查"]),
    ("平安（巡查）", 6, ["平安", "（巡", "查）"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("abcdef。", 6, ["abcde", "f。"]),
    ("x abcdefgh", 4, ["x", "abcd", "efgh"]),
    ("a\nb\n\nc", 5, ["a", "b", "", "c"]),
    ("a\r\nb", 5, ["a", "b"]),
    ("a\tb", 5, ["a b"]),
    ("！！！！", 4, ["！！", "！！"]),
    ("  ab", 5, ["  ab"]),
  ])
  func `lines break where Chinese typesetting allows it`(text: String, width: Int, lines: [String])
  {
    #expect(LineBreaker(width: width).lines(of: text) == lines)
  }

  @Test func `the first line and the others have their own indents`() {
    let breaker = LineBreaker(width: 10, firstIndent: "　　", hangingIndent: "  ")
    #expect(breaker.lines(of: "盐官镇平安巡查\n海昌") == ["　　盐官镇", "  平安巡查", "　　海昌"])
  }

  @Test func `an indent wider than the line leaves room for a character`() {
    let breaker = LineBreaker(width: 4, firstIndent: "          ", hangingIndent: "aaaa")
    #expect(breaker.lines(of: "盐官") == ["  盐", "aa官"])
  }

  @Test func `no line is ever too wide and nothing visible is lost`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<8_000 {
      let text = random.text(upTo: 40)
      let width = Int.random(in: 2...20, using: &random)
      let first = String(repeating: " ", count: Int.random(in: 0...4, using: &random))
      let breaker = LineBreaker(width: width, firstIndent: first, hangingIndent: "  ")
      let lines = breaker.lines(of: text)
      for line in lines {
        #expect(TextWidth.columns(of: line) <= width, "\(text.debugDescription) at \(width)")
      }
      #expect(visible(lines.joined()) == visible(text))
    }
  }

  @Test func `no line begins with closing punctuation in running Chinese text`() {
    var random = SeededRandom(seed: 12)
    let parts = ["盐官镇", "（试行）", "平安", "，", "。", "、", "“一票否决”", "；", "《办法》", "95%", "："]
    for _ in 0..<500 {
      let text = (0..<20).map { _ in "市" + (parts.randomElement(using: &random) ?? "") }.joined()
      for line in LineBreaker(width: 20).lines(of: text) {
        #expect(!"，。、；：）”》%".contains(line.first ?? "a"), "\(line) of \(text)")
        #expect(!"（“《".contains(line.last ?? "a"), "\(line) of \(text)")
      }
    }
  }

  private func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029: false
      default: true
      }
    }
  }

  @Test func `numbers, dates and codes stay in one line`() {
    for width in 18...40 {
      let text = "截至2017年11月30日，得分88.58～90.58，编号JX-10001，升1位，占94.2%。"
      let lines = LineBreaker(width: width).lines(of: text)
      for whole in ["2017年11月30日", "88.58～90.58", "JX-10001", "1位", "94.2%"] {
        #expect(lines.contains { $0.contains(whole) }, "\(width): \(whole)")
      }
    }
  }

  @Test func `simple texts fill lines as all texts do`() {
    let parts = [
      "海宁市", "，", " ", "  ", "2017年", "1月", "a-1", "（", "）", "\n", "\r\n", "é", "e\u{301}",
      "～", "the word",
    ]
    var state: UInt64 = 7
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      let breaker = LineBreaker(width: 20, firstIndent: "    ", hangingIndent: "  ")
      guard let lines = breaker.simpleLines(of: text) else { continue }
      #expect(lines == breaker.segmentLines(of: text))
    }
  }
}
