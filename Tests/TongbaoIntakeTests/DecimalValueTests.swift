import Testing
import TongbaoModel

@testable import TongbaoIntake

struct DecimalValueTests {
  private func read(_ text: String, _ marks: CellMarks = []) -> DecimalValue {
    let bytes = Array(text.utf8)
    return DecimalValue.read(ByteText(start: 0, end: bytes.count), marks: marks, bytes.span)
  }

  @Test(arguments: [
    ("12.5", "12.5"), ("-12.5", "-12.5"), ("+3", "3"), (".5", "0.5"), ("5.", "5"),
    ("1,234.5", "1234.5"),
    ("１２.５", "12.5"), ("１，２３４．５", "1234.5"), ("0", "0"), ("-0", "0"), ("1.500000000", "1.5"),
    ("9223372036854.775807", "9223372036854.775807"), ("1234567890123", "1234567890123"),
    ("−3", "-3"), ("000012", "12"),
  ])
  func `plain numbers are read exactly`(_ text: String, _ value: String) {
    #expect(read(text) == .number(decimal(value), isPercent: false, isScientific: false))
  }

  @Test(arguments: [("98%", "98"), ("９８％", "98"), ("98.5 %", "98.5"), ("-1%", "-1")])
  func `a percent sign is taken off`(_ text: String, _ value: String) {
    #expect(read(text) == .number(decimal(value), isPercent: true, isScientific: false))
  }

  @Test(arguments: [("0.98", "98"), ("0.9876543", "98.76543"), ("1", "100"), ("98%", "98")])
  func `a percent-styled cell is a hundred times its number`(_ text: String, _ value: String) {
    #expect(
      read(text, [.percentStyled]) == .number(decimal(value), isPercent: true, isScientific: false)
    )
  }

  @Test(arguments: [("1.2E+3", "1200"), ("1e-3", "0.001"), ("2.50E+1", "25")])
  func `scientific notation is read and marked`(_ text: String, _ value: String) {
    #expect(read(text) == .number(decimal(value), isPercent: false, isScientific: true))
  }

  @Test func `binary noise of a spreadsheet is cut at fifteen digits, of a text it is an error`() {
    let noisy = "0.30000000000000004"
    #expect(read(noisy, [.typed]) == .number(decimal("0.3"), isPercent: false, isScientific: false))
    #expect(
      read("96.499999999999996", [.typed])
        == .number(decimal("96.5"), isPercent: false, isScientific: false)
    )
    #expect(read(noisy) == .tooPrecise)
  }

  @Test(arguments: [
    "", "-", "+", ".", "abc", "1,23", "12,34,567", "1.2.3", "1E", "0x10", "1 2", "1,234,", ",123",
    "--1", "%", "1%%", "E+3", "1E+99999",
  ])
  func `what is no number is none`(_ text: String) {
    #expect(read(text) == .notANumber)
  }

  @Test func `too many decimals and too many digits are told apart`() {
    #expect(read("0.1234567") == .tooPrecise)
    #expect(read("9223372036855") == .tooLarge)
    #expect(read("1E+40") == .tooLarge)
    #expect(read("1E-40") == .tooPrecise)
    #expect(read(String(repeating: "9", count: 300)) == .tooLarge)
  }
}
