import Testing
import TongbaoModel

struct Decimal6Tests {
  @Test(arguments: [
    ("0", 0), ("12", 12_000_000), ("-0.25", -250_000), ("+3.5", 3_500_000), (".5", 500_000),
    ("1.000000000", 1_000_000), ("9223372036854.775807", Int64.max),
  ])
  func `plain decimals are read exactly`(text: String, millionths: Int64) throws {
    #expect(try Decimal6(parsing: text.utf8).millionths == millionths)
  }

  @Test(arguments: [
    ("", Decimal6.ParseFailure.notANumber), ("-", .notANumber), ("1e3", .notANumber),
    ("1.2.3", .notANumber), ("１２", .notANumber), ("0.0000001", .tooPrecise),
    ("9223372036854.775808", .tooLarge), ("100000000000000", .tooLarge),
    ("99999999999999999999999999", .tooLarge),
  ])
  func `what is no exact decimal is refused with the reason`(
    text: String,
    failure: Decimal6.ParseFailure
  ) {
    #expect(throws: failure) { try Decimal6(parsing: text.utf8) }
  }

  @Test(arguments: [
    (2_675_000, 2, "2.68"), (-2_675_000, 2, "-2.68"), (2_674_999, 2, "2.67"), (-1_000, 2, "0.00"),
    (5_000_000, 0, "5"), (500_000, 0, "1"), (-500_000, 0, "-1"), (1_234_567, 6, "1.234567"),
  ])
  func `printing rounds half away from zero and never shows minus nought`(
    millionths: Int64,
    places: Int,
    printed: String
  ) {
    #expect(Decimal6(millionths: millionths).formatted(places: places) == printed)
  }

  @Test func `rounding at the end of the range does not trap`() {
    #expect(Decimal6(millionths: .max).rounded(to: 0).millionths <= Int64.max)
    #expect(Decimal6(millionths: .min).rounded(to: 2).millionths >= Int64.min)
    #expect(Decimal6(millionths: .min).description == "-9223372036854.775808")
  }

  @Test(arguments: [
    (8_500_000, "8.5"), (-250_000, "-0.25"), (12_000_000, "12"), (1, "0.000001"),
  ])
  func `the exact form is the shortest`(millionths: Int64, text: String) {
    #expect(Decimal6(millionths: millionths).description == text)
    #expect(Decimal6(text)?.millionths == millionths)
  }

  @Test func `sums beyond the range throw`() {
    #expect(throws: ArithmeticOverflow.self) { try Decimal6(millionths: .max).adding(.one) }
    #expect(throws: ArithmeticOverflow.self) { try Decimal6(millionths: .min).subtracting(.one) }
    #expect(Decimal6(whole: .max) == nil)
  }
}
