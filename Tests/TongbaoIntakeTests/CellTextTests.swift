import Testing
import TongbaoModel

@testable import TongbaoIntake

struct CellTextTests {
  private func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let cell = RowBatch.Cell(start: 0, end: UInt32(bytes.count))
    return ByteText(of: cell, in: bytes.span).string(bytes.span)
  }

  @Test(arguments: [
    ("  盐官镇 ", "盐官镇"), ("\u{3000}盐官镇\u{3000}", "盐官镇"), ("\u{A0}x\u{A0}", "x"),
    ("\u{FEFF}x\u{200B}", "x"), ("=\"001\"", "001"), ("'001", "001"), ("\t001", "001"),
    ("'=\"0012\"", "0012"), (" ' =\"0012\" ", "0012"), ("'=\"", "=\""), ("'=1+1", "=1+1"),
    ("''x", "'x"),
    ("=\"\"", ""),
    ("'", ""), ("=", "="), ("=\"", "=\""), ("你　好", "你　好"), ("，", "，"), ("", ""), (" \u{3000} ", ""),
  ])
  func `blanks are trimmed and protected texts unwrapped`(_ raw: String, _ expected: String) {
    #expect(text(raw) == expected)
  }

  @Test(arguments: [
    ("张三、李四 王五", ["张三", "李四", "王五"]), ("张 三", ["张 三"]), ("张 三、李四", ["张 三", "李四"]),
    ("张三，李四,王五；赵六;钱七/孙八", ["张三", "李四", "王五", "赵六", "钱七", "孙八"]), ("", []), ("、、", []),
    ("张 三 李四", ["张 三", "李四"]), ("甲、乙、丙", ["甲", "乙", "丙"]), ("张三　李四", ["张三", "李四"]),
    ("欧阳娜 王 五", ["欧阳娜", "王 五"]), ("；张三／李四，", ["张三", "李四"]), ("。、＂", ["。", "＂"]),
  ])
  func `lists are split, but a blank between single characters belongs to the name`(
    _ raw: String,
    _ expected: [String]
  ) {
    let bytes = Array(raw.utf8)
    let text = ByteText(start: 0, end: bytes.count)
    #expect(CellList.entries(text, bytes.span) == expected)
    #expect(CellList.count(text, bytes.span) == expected.count)
  }

  @Test(
    arguments: [
      ("是", true), ("否", false), ("有", true), ("无", false), ("1", true), ("0", false), ("√", true),
      ("×", false), ("Y", true), ("N", false), ("Ｙ", true), ("TRUE", true), ("maybe", nil),
    ] as [(String, Bool?)]
  )
  func `yes and no have many words`(_ raw: String, _ expected: Bool?) {
    #expect(CellWord.yesNo(FoldedName(raw)) == expected)
  }

  @Test(arguments: ["", "无", "/", "-", "—", "N/A", "／"])
  func `absent markers leave an optional field out`(_ raw: String) {
    let bytes = Array(raw.utf8)
    let isAbsent = CellWord.isAbsent(ByteText(start: 0, end: bytes.count), bytes.span)
    #expect(isAbsent)
  }

  @Test func `names fold full-width letters and digits and nothing else`() {
    #expect(FoldedName("Ａ１（x）") == FoldedName("A1(x)"))
    #expect(FoldedName("盐官") != FoldedName("盐官镇"))
    #expect(FoldedName(header: "检查\n日期 ") == FoldedName(header: "检查日期"))
    #expect(FoldedName("平安巡察").distance(to: FoldedName("平安巡查"), limit: 2) == 1)
    #expect(FoldedName("abc").distance(to: FoldedName("xyz"), limit: 2) == nil)
  }

  @Test(arguments: [
    ("1.23E+17", true), ("1E+17", true), ("1.2e+3", true), ("X1", false), ("1E5", false),
    ("12E+3", false), ("1.E+3", false), ("1.2E+", false),
  ])
  func `a code in scientific notation is known`(_ raw: String, _ expected: Bool) {
    let bytes = Array(raw.utf8)
    let isScientific = CodeText.isScientific(ByteText(start: 0, end: bytes.count), bytes.span)
    #expect(isScientific == expected)
  }
}
