import Testing
import TongbaoFormats

struct CSVWriterTests {
  private func text(_ rows: [[String]]) -> String {
    var writer = CSVWriter(hasByteOrderMark: false)
    for row in rows { writer.write(row: row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `a file begins with a byte order mark and rows end in CRLF`() {
    var writer = CSVWriter()
    writer.write(row: ["盐官镇", "8.5"])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("盐官镇,8.5\r\n".utf8))
  }

  @Test func `quotes stand only where they are needed`() {
    #expect(
      text([["a", "b,c", "d\"e", "f\ng", "h\r\ni", " j "]])
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\"h\r\ni\", j \r\n"
    )
  }

  @Test func `a row of one empty cell is still a row`() {
    #expect(text([[""], ["", ""], []]) == "\"\"\r\n,\r\n\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("-1+1", "'-1+1"), ("-", "'-"), ("-.", "'-."), ("-1.", "'-1."), ("-1.2.3", "'-1.2.3"),
    ("-A1", "'-A1"), ("＝1+1", "'＝1+1"), ("\n=1", "'\n=1"), ("=\u{301}", "'=\u{301}"),
    ("\r\n=1", "'\r\n=1"),
    ("-0.25", "-0.25"), ("-12", "-12"), ("-3.20%", "-3.20%"), ("0.5", "0.5"), ("a=1", "a=1"),
    ("", ""), ("2017-11-01", "2017-11-01"),
  ])
  func `formulas are neutralised, numbers stay`(cell: String, safe: String) {
    #expect(CSVWriter.neutralised(cell).utf8.elementsEqual(safe.utf8))
  }
}
