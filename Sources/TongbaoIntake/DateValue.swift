import TongbaoModel

/// What a cell of a date column says.
///
/// Source: sheets.md §3.
enum DateValue: Equatable {
  case date(CalendarDate)
  /// Written like a date, but no calendar has that day.
  case impossible
  case notADate

  /// Reads a trimmed text: the usual form at once, all others after folding.
  ///
  /// O(n).
  static func read(_ text: ByteText, _ bytes: borrowing Bytes) -> DateValue {
    if text.count == 10, let value = isoDate(text.start, bytes) { return value }
    guard text.count <= 128 else { return .notADate }
    var scanner = DateScanner(FoldedName(text, in: bytes).bytes)
    return scanner.read()
  }

  /// `2018-01-07` and `2018/01/07`.
  @inline(__always)
  private static func isoDate(_ start: Int, _ bytes: borrowing Bytes) -> DateValue? {
    let separator = bytes[start + 4]
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"),
      separator == bytes[start + 7]
    else { return nil }
    guard let year = digits(start, 4, bytes), let month = digits(start + 5, 2, bytes),
      let day = digits(start + 8, 2, bytes)
    else { return nil }
    return of(year: year, month: month, day: day)
  }

  @inline(__always)
  private static func digits(_ start: Int, _ count: Int, _ bytes: borrowing Bytes) -> Int? {
    var number = 0
    for index in start..<start + count {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  fileprivate static func of(year: Int, month: Int, day: Int) -> DateValue {
    CalendarDate(year: year, month: month, day: day).map(DateValue.date) ?? .impossible
  }
}

/// Reads one folded date text in any accepted form.
private struct DateScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() -> DateValue {
    guard let (year, width) = number(upTo: 9) else { return .notADate }
    switch width {
    case 4: return separated(year: year)
    case 5 where isSerialEnd(): return serial(year)
    case 8:
      guard restIsTime() else { return .notADate }
      return .of(year: year / 10_000, month: year / 100 % 100, day: year % 100)
    default: return .notADate
    }
  }

  private mutating func separated(year: Int) -> DateValue {
    skipBlanks()
    let isChinese = take("年")
    let separator = bytes.indices.contains(index) ? bytes[index] : 0
    if !isChinese {
      guard "-/.".utf8.contains(separator) else { return .notADate }
      index += 1
    }
    skipBlanks()
    guard let (month, _) = number(upTo: 2) else { return .notADate }
    skipBlanks()
    if isChinese {
      guard take("月") else { return .notADate }
    } else {
      guard bytes.indices.contains(index), bytes[index] == separator else { return .notADate }
      index += 1
    }
    skipBlanks()
    guard let (day, _) = number(upTo: 2) else { return .notADate }
    if isChinese { _ = take("日") || take("号") }
    guard restIsTime() else { return .notADate }
    return .of(year: year, month: month, day: day)
  }

  /// A day count of the 1900 system, of five digits: 1927 to 2173; less would be a year, more a
  /// month.
  private func serial(_ number: Int) -> DateValue {
    guard number >= 10_000 else { return .notADate }
    return .date(CalendarDate(dayNumber: Int32(number - 25_569)))
  }

  private func isSerialEnd() -> Bool {
    guard index < bytes.count else { return true }
    guard bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return false }
    return bytes[(index + 1)...].allSatisfy { (48...57).contains($0) }
  }

  /// Nothing, or a time of day behind a blank, `T` or the word 日: its numbers must be those of a
  /// clock.
  private mutating func restIsTime() -> Bool {
    guard index < bytes.count else { return true }
    let before = index
    skipBlanks()
    let isSeparated = index > before || take("T") || take("t") || bytes[before - 1] == 0xA5
    guard isSeparated else { return false }
    var position = 0
    while index < bytes.count {
      if let (value, width) = number(upTo: 9) {
        guard position >= 3 || (width <= 2 && value <= (position == 0 ? 24 : 59)) else {
          return false
        }
        position += 1
      } else if !takeTimeWord() {
        return false
      }
    }
    return true
  }

  private mutating func takeTimeWord() -> Bool {
    let words = [
      ":", ".", " ", "+", "-", "Z", "z", "时", "点", "分", "秒", "上午", "下午", "中午", "晚上", "AM", "PM",
      "am", "pm", "星期", "周", "一", "二", "三", "四", "五", "六", "日", "天", "(", ")",
    ]
    for word in words where take(word) { return true }
    return false
  }

  private mutating func number(upTo digits: Int) -> (value: Int, width: Int)? {
    var value = 0
    let start = index
    while index < bytes.count, (48...57).contains(bytes[index]) {
      guard index - start < digits else { return nil }
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    return index > start ? (value, index - start) : nil
  }

  private mutating func take(_ word: String) -> Bool {
    let wanted = word.utf8
    guard bytes.count - index >= wanted.count,
      bytes[index..<index + wanted.count].elementsEqual(wanted)
    else { return false }
    index += wanted.count
    return true
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      let width = ByteText.blankWidth(at: index, until: bytes.count, bytes.span)
      guard width > 0 else { return }
      index += width
    }
  }
}
