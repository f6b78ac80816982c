import Testing

@testable import TongbaoIntake

struct RepeatedNumbersTests {
  @Test
  func `a number that occurs twice is told, and few others`() {
    var numbers = RepeatedNumbers(capacity: 11_000)
    for number in 0..<10_000 { numbers.insert(UInt64(number)) }
    for number in 0..<1_000 { numbers.insert(UInt64(number * 7)) }
    #expect((0..<1_000).allSatisfy { numbers.contains(UInt64($0 * 7)) })
    let others = (0..<10_000).filter { $0 % 7 != 0 && numbers.contains(UInt64($0)) }
    #expect(others.count < 2_000)
  }

  @Test
  func `a marked number is told though it occurs once or never`() {
    var numbers = RepeatedNumbers(capacity: 2)
    #expect(!numbers.contains(5))
    numbers.mark(5)
    #expect(numbers.contains(5))
  }

  @Test
  func `a record takes two bytes, and one when all numbers are in`() {
    var numbers = RepeatedNumbers(capacity: 1_000_000)
    #expect(numbers.byteCount <= 2_000_016)
    numbers.insert(5)
    numbers.insert(5)
    numbers.finish()
    #expect(numbers.byteCount <= 1_000_008)
    #expect(numbers.contains(5))
    #expect(RepeatedNumbers(capacity: 0).byteCount == 16)
  }
}
