import Testing

@testable import TongbaoFormats

struct YAMLTextTests {
  @Test(arguments: [
    "检查点位", "镇（街道）", "checkDate", "整改情况/日期", "规上工业总产值（亿元）", "a_b", "X-1",
  ])
  func `plain words stay plain`(text: String) {
    #expect(YAMLText.scalar(text) == text)
  }

  @Test(arguments: [
    ("", #""""#), ("a: b", #""a: b""#), ("#x", ##""#x""##), ("a #b", ##""a #b""##),
    (#"say "x""#, #""say \"x\"""#), (#"a\b"#, #""a\\b""#), ("yes", #""yes""#), ("No", #""No""#),
    ("null", #""null""#), ("1", #""1""#), ("- x", #""- x""#), ("a\nb", #""a\nb""#),
    ("a\tb", #""a\tb""#), ("a\u{7}b", #""a\u0007b""#), ("a\u{85}b", #""a\u0085b""#),
    ("a\u{202E}b", #""a\u202Eb""#), ("\u{FEFF}a", #""\uFEFFa""#), ("😀", #""😀""#),
    ("a b", #""a b""#), ("?", #""?""#), ("(%)", #""(%)""#),
  ])
  func `everything else is quoted on one line`(text: String, written: String) {
    #expect(YAMLText.scalar(text) == written)
  }
}
