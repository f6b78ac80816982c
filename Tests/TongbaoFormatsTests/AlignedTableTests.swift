import Testing
import TongbaoFormats

struct AlignedTableTests {
  private func table(_ overflow: AlignedTable.Column.Overflow = .wrap) -> AlignedTable {
    var table = AlignedTable(columns: [
      .init("单位", overflow: overflow), .init("总分", .right), .init("等次", .center),
    ])
    table.append(["盐官镇", "44.00", "优秀"])
    table.append(["海昌街道办事处", "8.50", "良"])
    return table
  }

  @Test func `columns stay aligned with Chinese text`() {
    #expect(
      table().lines() == [
        "单位             总分  等次",
        "--------------  -----  ----",
        "盐官镇          44.00  优秀",
        "海昌街道办事处   8.50   良",
      ]
    )
  }

  @Test func `a narrow table wraps its widest column`() {
    #expect(
      table().lines(width: 21) == [
        "单位       总分  等次",
        "--------  -----  ----",
        "盐官镇    44.00  优秀",
        "海昌街道   8.50   良",
        "办事处",
      ]
    )
  }

  @Test func `a cut column ends in an ellipsis`() {
    #expect(table(.cut).lines(width: 21).last == "海昌街…    8.50   良")
  }

  @Test func `rows may be short or long and headers may be absent`() {
    var table = AlignedTable(columns: [.init(""), .init("", maximum: 4)])
    table.append(["a"])
    table.append(["b", "c", "d"])
    #expect(table.lines() == ["a", "b   c"])
  }

  @Test func `no line is wider than asked`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<500 {
      var table = AlignedTable(columns: [
        .init("单位"), .init("a", .right, overflow: .cut), .init("b", .center, maximum: 5),
      ])
      for _ in 0..<3 { table.append((0..<3).map { _ in random.text(upTo: 15) }) }
      let width = Int.random(in: 10...40, using: &random)
      for line in table.lines(width: width) {
        #expect(TextWidth.columns(of: line) <= width)
      }
    }
  }
}
