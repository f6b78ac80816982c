import TongbaoModel

/// The text of typed spreadsheet values: plain decimals, ISO dates, TRUE and FALSE.
enum TypedText {
  /// The text of a value of a type of either workbook format; as it is where it does not fit the type.
  static func text(of value: [UInt8], _ type: String) -> [UInt8] {
    switch type {
    case "Number", "float", "percentage", "currency": number(value) ?? value
    case "DateTime", "date": date(value) ?? value
    case "Boolean", "boolean": boolean(value) ?? value
    case "time": time(value) ?? value
    default: value
    }
  }

  // MARK: - Numbers

  /// A decimal without exponent.
  ///
  /// Digits stay as they stand, but for binary noise: programs write the 0.07 that somebody typed
  /// as 7.0000000000000007E-2, which is the same binary number.
  static func number(_ value: [UInt8]) -> [UInt8]? {
    let text = trimmed(value)
    guard let parts = DecimalParts(text) else { return nil }
    if parts.significantDigits > 15, parts.hasFraction,
      let short = Double(String(decoding: text, as: UTF8.self)).map({ Array("\($0)".utf8) }),
      let clean = DecimalParts(short[...]), clean.significantDigits <= 15
    {
      return clean.plain
    }
    return parts.plain
  }

  private static func trimmed(_ value: [UInt8]) -> ArraySlice<UInt8> {
    var text = value[...]
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    return text
  }

  // MARK: - Dates and times

  /// `2018-01-07`, with `T09:30:00` where it is not midnight.
  ///
  /// Parts of seconds are rounded.
  static func date(_ value: [UInt8]) -> [UInt8]? {
    let text = String(decoding: trimmed(value), as: UTF8.self)
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = parts.first.flatMap({ CalendarDate(iso: $0) }) else { return nil }
    guard parts.count == 2 else { return Array(day.description.utf8) }
    guard let seconds = seconds(ofClock: parts[1]) else { return nil }
    let date = seconds >= 86_400 ? day + 1 : day
    guard seconds % 86_400 > 0 else { return Array(date.description.utf8) }
    return Array("\(date)T\(clock(seconds % 86_400))".utf8)
  }

  /// Seconds since midnight of `09:30:00.000`.
  private static func seconds(ofClock text: Substring) -> Int? {
    let bare = text.last == "Z" ? text.dropLast() : text
    let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hours = Int(parts[0]),
      let minutes = Int(parts[1]), (0...23).contains(hours), (0...59).contains(minutes)
    else { return nil }
    guard parts.count == 3 else { return hours * 3600 + minutes * 60 }
    let pieces = parts[2].split(separator: ".", maxSplits: 1)
    guard let whole = pieces.first.flatMap({ Int($0) }), (0...59).contains(whole) else {
      return nil
    }
    let isUp = pieces.count == 2 && pieces[1].utf8.first.map { $0 >= 0x35 } ?? false
    return hours * 3600 + minutes * 60 + whole + (isUp ? 1 : 0)
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// `09:30:00` of `PT09H30M00S`.
  private static func time(_ value: [UInt8]) -> [UInt8]? {
    guard value.starts(with: Array("PT".utf8)) else { return nil }
    var total = 0
    var number = 0
    var isFraction = false
    for byte in value.dropFirst(2) {
      switch byte {
      case 0x30...0x39 where !isFraction:
        guard number < 100_000_000 else { return nil }
        number = number * 10 + Int(byte - 0x30)
      case 0x30...0x39: break
      case 0x2E, 0x2C: isFraction = true
      case 0x48: (total, number) = (total + number * 3600, 0)
      case 0x4D: (total, number) = (total + number * 60, 0)
      case 0x53: (total, number, isFraction) = (total + number, 0, false)
      default: return nil
      }
    }
    return Array(clock(total).utf8)
  }

  // MARK: - Booleans

  private static func boolean(_ value: [UInt8]) -> [UInt8]? {
    switch String(decoding: trimmed(value), as: UTF8.self).lowercased() {
    case "1", "true": Array("TRUE".utf8)
    case "0", "false": Array("FALSE".utf8)
    default: nil
    }
  }
}

/// The parts of a decimal text: sign, digits, and where the point stands.
private struct DecimalParts {
  private var isNegative = false
  private var digits: [UInt8] = []
  /// Digits before the point; may be negative or beyond the digits.
  private var pointPosition = 0

  /// Reads `-12.5E+3`; nil for anything else, and for exponents beyond 400.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    if let sign = rest.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      rest = rest.dropFirst()
    }
    var point: Int?
    while let byte = rest.first, byte != 0x45, byte != 0x65 {
      rest = rest.dropFirst()
      if byte == 0x2E, point == nil {
        point = digits.count
      } else if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else {
        return nil
      }
    }
    guard !digits.isEmpty, digits.count <= 1_000 else { return nil }
    pointPosition = point ?? digits.count
    guard !rest.isEmpty else { return }
    let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self))
    guard let exponent, (-400...400).contains(exponent) else { return nil }
    hasExponent = true
    pointPosition += exponent
  }

  private var hasExponent = false

  /// Digits without zeros at either end.
  var significantDigits: Int {
    guard let first = digits.firstIndex(where: { $0 != 0x30 }),
      let last = digits.lastIndex(where: { $0 != 0x30 })
    else { return 0 }
    return last - first + 1
  }

  /// Whether the number may be other than whole.
  var hasFraction: Bool { pointPosition < digits.count }

  /// The number without exponent.
  ///
  /// A number that came without one keeps its digits as they stand.
  var plain: [UInt8] {
    var whole = Array(digits.prefix(max(0, pointPosition)))
    var fraction = Array(digits.dropFirst(max(0, pointPosition)))
    if pointPosition > digits.count {
      whole += repeatElement(0x30, count: pointPosition - digits.count)
    }
    if pointPosition < 0 { fraction = repeatElement(0x30, count: -pointPosition) + fraction }
    if hasExponent {
      while fraction.last == 0x30 { fraction.removeLast() }
      while whole.count > 1, whole.first == 0x30 { whole.removeFirst() }
    }
    if whole.isEmpty { whole = [0x30] }
    let isZero = (whole + fraction).allSatisfy { $0 == 0x30 }
    return (isNegative && !isZero ? [0x2D] : []) + whole
      + (fraction.isEmpty ? [] : [0x2E] + fraction)
  }
}
