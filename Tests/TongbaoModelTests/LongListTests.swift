import Testing

@testable import TongbaoModel

struct LongListTests {
  private static let length = LongList<Int>.length
  private static let counts = [0, 1, length - 1, length, length + 1, 3 * length, 3 * length + 7]

  @Test(arguments: counts)
  func `rows come out as they went in, one by one or many at a time`(_ count: Int) {
    let rows = Array(0..<count)
    var one = LongList<Int>()
    for row in rows { one.append(row) }
    var many: LongList<Int> = [0]
    many = []
    many.append(contentsOf: rows)
    for list in [one, many, LongList(rows)] {
      #expect(list.count == count)
      #expect(list.isEmpty == (count == 0))
      #expect(Array(list) == rows)
      #expect(list.indices.map { list[$0] } == rows)
    }
    #expect(Array(LongList(repeating: 7, count: count)) == Array(repeating: 7, count: count))
  }

  @Test(arguments: counts, counts)
  func `a list moves behind another one`(_ first: Int, _ second: Int) {
    var list = LongList(0..<first)
    var other = LongList(first..<first + second)
    list.append(moving: &other)
    #expect(Array(list) == Array(0..<first + second))
    #expect(other.isEmpty)
    list.append(-1)
    #expect(list[first + second] == -1)
  }

  @Test(arguments: counts)
  func `rows can be changed and handed over`(_ count: Int) {
    var list = LongList(0..<count)
    let before = list
    list.changeEach { $0 += 1 }
    if count > 0 { list[count - 1] += 1 }
    var expected = Array(0..<count).map { $0 + 1 }
    if count > 0 { expected[count - 1] += 1 }
    #expect(Array(list) == expected)
    #expect(Array(before) == Array(0..<count))
    var drained: [Int] = []
    list.drain { drained.append($0) }
    #expect(drained == expected)
    #expect(list.isEmpty)
  }

  @Test(arguments: counts)
  func `rows are removed at sorted positions`(_ count: Int) {
    for step in [1, 2, 3, 1_000] {
      var list = LongList(0..<count)
      list.removeAll(at: Array(stride(from: 0, to: count, by: step)))
      #expect(Array(list) == (0..<count).filter { $0 % step != 0 })
      list.append(5)
      #expect(list.last == 5)
    }
  }

  @Test func `memory is taken for no more than a piece beyond the rows`() {
    let count = 10 * Self.length
    var list = LongList<Int>()
    for row in 0..<count { list.append(row) }
    #expect(list.capacity < count + 3 * Self.length)
    // Pieces that are moved take no memory of their own.
    var all: LongList<Int> = [1]
    all.append(moving: &list)
    #expect(all.capacity < count + 4 * Self.length)
    #expect(list.capacity == 0)
  }
}
