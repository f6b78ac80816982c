import Testing

@testable import TongbaoIntake

struct RowOrderTests {
  @Test func `visits and inspections keep their turns`() {
    let runs = [0, 1, 62, 63, 64, 65, 0, 0, 1_000, 128]
    var order = RowOrder()
    var expected: [Bool] = []
    for visits in runs {
      order.append(visits: visits)
      order.appendInspection()
      expected += Array(repeating: false, count: visits) + [true]
    }
    order.append(visits: 3)
    expected += [false, false, false]
    #expect(order.count == expected.count)
    #expect((0..<order.count).map { order[$0] } == expected)
  }
}
