import Testing
import TongbaoModel

struct RatioTests {
  private func ratio(_ numerator: Int128, _ denominator: Int128) throws -> Ratio {
    try Ratio(numerator, denominator)
  }

  @Test func `fractions are kept in lowest terms with the sign above`() throws {
    let value = try ratio(6, -4)
    #expect(value.numerator == -3)
    #expect(value.denominator == 2)
    #expect(try ratio(0, -7).denominator == 1)
  }

  @Test(arguments: [
    (1, 3, 333_333), (2, 3, 666_667), (-2, 3, -666_667), (1, 2_000_000, 1), (-1, 2_000_000, -1),
    (1, 2_000_001, 0), (7, 1, 7_000_000),
  ])
  func `one rounding, half away from zero`(
    numerator: Int,
    denominator: Int,
    millionths: Int64
  ) throws {
    #expect(
      try ratio(Int128(numerator), Int128(denominator)).rounded().millionths == millionths
    )
  }

  @Test func `the four operations are exact`() throws {
    let third = try ratio(1, 3)
    let sixth = try ratio(1, 6)
    #expect(try third.adding(sixth) == ratio(1, 2))
    #expect(try third.subtracting(sixth) == sixth)
    #expect(try third.multiplied(by: sixth) == ratio(1, 18))
    #expect(try third.divided(by: sixth) == Ratio(2))
    #expect(try third.divided(by: sixth.negated) == Ratio(-2))
  }

  @Test(arguments: [(7, 2, 3), (-7, 2, -4), (6, 2, 3), (-6, 2, -3)])
  func `floor goes down`(numerator: Int, denominator: Int, floor: Int) throws {
    #expect(try ratio(Int128(numerator), Int128(denominator)).floor == Int128(floor))
  }

  @Test func `comparison is exact`() throws {
    #expect(try ratio(1, 3).isLess(than: ratio(333_334, 1_000_000)))
    #expect(try !ratio(1, 3).isLess(than: ratio(1, 3)))
  }

  @Test func `what no fraction holds is thrown`() throws {
    let huge = try ratio(.max, 1)
    #expect(throws: ArithmeticOverflow.self) { try huge.adding(huge) }
    #expect(throws: ArithmeticOverflow.self) { try huge.rounded() }
    #expect(throws: ArithmeticOverflow.self) { try Ratio(.min, 3) }
  }
}
