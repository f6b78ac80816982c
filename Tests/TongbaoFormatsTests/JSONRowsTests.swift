import Testing
import TongbaoFormats

struct JSONRowsTests {
  @Test func `each row is an array of strings on a line of its own`() {
    var rows = JSONRows()
    rows.row(["单号", "a\"b\n", ""])
    rows.endRow()
    rows.cell("1")
    rows.cell(utf8: Array("盐官\t镇\u{85}".utf8)[...])
    rows.cell(utf8: [])
    rows.endRow()
    let text = #"""
      ["单号","a\"b\n",""]
      []
      ["1","盐官\t镇\u0085",""]

      """#
    #expect(String(decoding: rows.bytes, as: UTF8.self) == text)
    #expect(rows.count == 3)
  }
}
