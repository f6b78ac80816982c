import TongbaoModel

/// What a cell of a number column says.
///
/// Source: sheets.md §3.
enum DecimalValue: Equatable {
  /// A number; `isPercent` where it stood with a percent sign or in percent style, `isScientific`
  /// for `1.2E+3`.
  case number(Decimal6, isPercent: Bool, isScientific: Bool)
  case notANumber
  case tooPrecise
  case tooLarge

  /// Reads a trimmed text.
  ///
  /// The plain form is read in one pass; all others are folded first. O(n).
  static func read(_ text: ByteText, marks: CellMarks, _ bytes: borrowing Bytes) -> DecimalValue {
    if marks.isDisjoint(with: .percentStyled), let value = plain(text, bytes) {
      return .number(value, isPercent: false, isScientific: false)
    }
    guard text.count <= 400 else { return .notANumber }
    var scanner = DecimalScanner(FoldedName(text, in: bytes).bytes, marks: marks)
    return scanner.read()
  }

  /// `-12.5`: at most twelve digits before the point and six behind it.
  @inline(__always)
  private static func plain(_ text: ByteText, _ bytes: borrowing Bytes) -> Decimal6? {
    var index = text.start
    guard index < text.end else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard text.end - index <= 12 else { return nil }
    var magnitude: Int64 = 0
    var digits = 0
    while index < text.end, case let digit = bytes[index] &- 48, digit <= 9 {
      magnitude = magnitude * 10 + Int64(digit)
      digits += 1
      index += 1
    }
    var places = 0
    if index < text.end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      while index < text.end, places < 6, case let digit = bytes[index] &- 48, digit <= 9 {
        magnitude = magnitude * 10 + Int64(digit)
        places += 1
        index += 1
      }
    }
    guard index == text.end, digits + places > 0 else { return nil }
    while places < 6 {
      magnitude *= 10
      places += 1
    }
    return Decimal6(millionths: isNegative ? -magnitude : magnitude)
  }
}

/// Reads one folded number text in any accepted form.
private struct DecimalScanner {
  private var bytes: [UInt8]
  private let marks: CellMarks
  private var digits: [UInt8] = []
  /// Power of ten of the last digit.
  private var exponent = 0

  init(_ bytes: [UInt8], marks: CellMarks) {
    self.bytes = bytes
    self.marks = marks
  }

  mutating func read() -> DecimalValue {
    let isNegative = takeSign()
    let hasPercentSign = bytes.last == UInt8(ascii: "%")
    if hasPercentSign { bytes.removeLast() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    guard let isScientific = takeExponent(), dropGroups(), takeDigits() else { return .notANumber }
    let isStyled = marks.contains(.percentStyled) && !hasPercentSign
    if isStyled { exponent += 2 }
    if marks.contains(.typed) { keepSpreadsheetPrecision() }
    switch millionths() {
    case .success(let magnitude):
      return .number(
        Decimal6(millionths: isNegative ? -magnitude : magnitude),
        isPercent: hasPercentSign || isStyled,
        isScientific: isScientific
      )
    case .failure(.tooPrecise): return .tooPrecise
    case .failure: return .tooLarge
    }
  }

  private mutating func takeSign() -> Bool {
    // U+2212, the typographic minus.
    if bytes.starts(with: [0xE2, 0x88, 0x92]) {
      bytes.removeFirst(3)
      return true
    }
    guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
      return false
    }
    bytes.removeFirst()
    return first == UInt8(ascii: "-")
  }

  /// Cuts `E+3` off; nil where what follows the E is no number.
  private mutating func takeExponent() -> Bool? {
    guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") })
    else { return false }
    var rest = bytes[(mark + 1)...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard (1...4).contains(rest.count), rest.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let power = rest.reduce(0) { $0 * 10 + Int($1 - 48) }
    exponent = isNegative ? -power : power
    bytes.removeSubrange(mark...)
    return true
  }

  /// Drops thousands separators; false where the groups are not of three digits.
  private mutating func dropGroups() -> Bool {
    let comma = UInt8(ascii: ",")
    guard bytes.contains(comma) else { return true }
    let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
    let groups = whole.split(separator: comma, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !bytes.dropFirst(whole.count).contains(comma)
    else { return false }
    bytes.removeAll { $0 == comma }
    return true
  }

  private mutating func takeDigits() -> Bool {
    var hasPoint = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case 48...57:
        digits.append(byte - 48)
        if hasPoint { exponent -= 1 }
      default: return false
      }
    }
    return !digits.isEmpty
  }

  /// A spreadsheet's number has 15 significant digits; what stands behind them is binary noise
  /// (0.30000000000000004), which the spreadsheet itself never shows.
  private mutating func keepSpreadsheetPrecision() {
    let leading = digits.prefix { $0 == 0 }.count
    guard digits.count - leading > 15 else { return }
    let roundsUp = digits[leading + 15] >= 5
    exponent += digits.count - leading - 15
    digits = [0] + digits[leading..<leading + 15]
    guard roundsUp else { return }
    var index = digits.count - 1
    while digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    digits[index] += 1
  }

  private mutating func millionths() -> Result<Int64, Decimal6.ParseFailure> {
    while let last = digits.last, last == 0 {
      digits.removeLast()
      exponent += 1
    }
    guard !digits.isEmpty else { return .success(0) }
    guard exponent >= -6 else { return .failure(.tooPrecise) }
    guard exponent <= 13 else { return .failure(.tooLarge) }
    digits += [UInt8](repeating: 0, count: exponent + 6)
    var magnitude: Int64 = 0
    for digit in digits {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { return .failure(.tooLarge) }
      magnitude = sum
    }
    return .success(magnitude)
  }
}
