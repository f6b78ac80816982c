import Testing
import TongbaoFormats

struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("盐官镇", 6), ("ａ，", 4), ("…", 1), ("e\u{301}", 1), ("\u{200B}", 0),
    ("\u{7}", 0), ("\r\n", 0), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("1️⃣", 2), ("❤️", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("한", 2), ("ｱ", 1), ("\u{FEFF}a", 1), ("1\u{301}", 1),
    ("👩‍❤️‍👨", 2), ("🇨🇳🇨", 4), ("12", 2),
  ])
  func `width follows East Asian width`(text: String, width: Int) {
    #expect(TextWidth.columns(of: text) == width)
  }

  @Test(arguments: [
    ("盐官镇", 6, "盐官镇"), ("盐官镇", 5, "盐官…"), ("盐官镇", 4, "盐…"), ("盐官镇", 1, "…"),
    ("盐官镇", 0, ""), ("abc", 2, "a…"),
  ])
  func `a cut text fits and says so`(text: String, width: Int, cut: String) {
    #expect(TextWidth.cut(text, to: width) == cut)
  }

  @Test func `padding counts columns`() {
    #expect(TextWidth.pad("盐官", to: 7) == "盐官   ")
    #expect(TextWidth.pad("盐官", to: 7, .right) == "   盐官")
    #expect(TextWidth.pad("盐官", to: 7, .center) == " 盐官  ")
    #expect(TextWidth.pad("盐官镇", to: 4) == "盐官镇")
  }

  @Test func `a cut is never wider than asked`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 12)
      let width = Int.random(in: 0...10, using: &random)
      #expect(TextWidth.columns(of: TextWidth.cut(text, to: width)) <= width)
    }
  }
}
