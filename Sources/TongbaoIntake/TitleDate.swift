import TongbaoModel

/// The date in a title row or a file name: 截至2017年10月31日, or the last day of 2017年10月.
enum TitleDate {
  /// The first whole date of a text; else the last day of the first month, quarter or span of
  /// months.
  static func find(in text: String) -> CalendarDate? {
    let bytes = FoldedName(text).bytes
    let numbers = DigitRun.all(in: bytes)
    return numbers.indices.lazy.compactMap { day(numbers, $0, bytes) }.first
      ?? numbers.indices.lazy.compactMap { month(numbers, $0, bytes) }.first
  }

  /// The name without the marks of a quarantined file, whose fingerprint may look like a date.
  static func withoutQuarantineMarks(_ name: String) -> String {
    let parts = name.split(separator: "-", maxSplits: 1)
    guard name.hasSuffix(".rejected.csv"), parts.count == 2, parts[0].utf8.count == 12 else {
      return name
    }
    return String(parts[1])
  }

  private static func day(_ runs: [DigitRun], _ index: Int, _ bytes: [UInt8]) -> CalendarDate? {
    let run = runs[index]
    if run.width == 8 {
      return CalendarDate(
        year: run.value / 10_000,
        month: run.value / 100 % 100,
        day: run.value % 100
      )
    }
    guard run.width == 4, index + 2 < runs.count, runs[index + 1].width <= 2,
      runs[index + 2].width <= 2,
      isJoint(bytes[run.end..<runs[index + 1].start]),
      isDayJoint(
        bytes[runs[index + 1].end..<runs[index + 2].start],
        behind: bytes[run.end..<runs[index + 1].start]
      )
    else { return nil }
    return CalendarDate(year: run.value, month: runs[index + 1].value, day: runs[index + 2].value)
  }

  private static func month(_ runs: [DigitRun], _ index: Int, _ bytes: [UInt8]) -> CalendarDate? {
    let run = runs[index]
    if run.width == 6 { return lastDay(year: run.value / 100, month: run.value % 100) }
    guard run.width == 4, (1900...2200).contains(run.value) else { return nil }
    if let quarter = quarter(bytes[run.end...], runs.dropFirst(index + 1).first) {
      return lastDay(year: run.value, month: quarter * 3)
    }
    guard index + 1 < runs.count, isJoint(bytes[run.end..<runs[index + 1].start]) else {
      return nil
    }
    let first = runs[index + 1]
    // 2017年1-10月: the last month of the span.
    let isSpan = index + 2 < runs.count && isSpan(first, runs[index + 2], bytes)
    let last = isSpan ? runs[index + 2] : first
    // 2017年11月至2018年2月: the other year has its own month.
    return last.width <= 2 ? lastDay(year: run.value, month: last.value) : nil
  }

  /// 第4季度, 四季度 and Q4 behind a year.
  private static func quarter(_ rest: ArraySlice<UInt8>, _ next: DigitRun?) -> Int? {
    let text = String(decoding: rest.prefix(24), as: UTF8.self)
    let words = ["一季度", "二季度", "三季度", "四季度"]
    for (number, word) in words.enumerated()
    where text.hasPrefix("年" + word) || text.hasPrefix("年第" + word) || text.hasPrefix(word) {
      return number + 1
    }
    guard let next, (1...4).contains(next.value), next.width == 1, next.start >= rest.startIndex
    else { return nil }
    let between = String(decoding: rest[rest.startIndex..<next.start], as: UTF8.self)
    let after = String(decoding: rest[next.end...].prefix(9), as: UTF8.self)
    let isNamed = ["年第", "年", "第"].contains(between) && after.hasPrefix("季度")
    let isLettered = ["Q", "-Q", "年Q", "q", "-q"].contains(between)
    return isNamed || isLettered ? next.value : nil
  }

  private static func lastDay(year: Int, month: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: 1)
      .flatMap { _ in
        CalendarDate(
          year: year,
          month: month,
          day: CalendarDate.daysInMonth(month, of: year)
        )
      }
  }

  private static func isJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["年", "月", "-", ".", "/", "_", "年第"].contains { bytes.elementsEqual($0.utf8) }
  }

  /// 月 behind 年, else the same sign again: 2017年1-10月 is no day.
  private static func isDayJoint(
    _ joint: ArraySlice<UInt8>,
    behind first: ArraySlice<UInt8>
  ) -> Bool {
    first.elementsEqual("年".utf8) ? joint.elementsEqual("月".utf8) : joint.elementsEqual(first)
  }

  /// Whether two numbers are the first and the last month of a span; 2017年10月-2 is the second copy of
  /// a file, and no span.
  private static func isSpan(_ first: DigitRun, _ last: DigitRun, _ bytes: [UInt8]) -> Bool {
    guard last.value > first.value else { return false }
    let joint = bytes[first.end..<last.start]
    let joints = ["-", "—", "至", "~", "到", "－"]
    if joints.contains(where: { joint.elementsEqual($0.utf8) }) { return true }
    return joints.contains { joint.elementsEqual("月\($0)".utf8) }
      && (last.width > 2 || bytes[last.end...].starts(with: "月".utf8))
  }
}

/// A run of ASCII digits in a text.
struct DigitRun {
  let start: Int
  let end: Int
  let value: Int

  /// Digits in the run.
  var width: Int { end - start }

  /// All runs of a text; values of more than nine digits are cut.
  static func all(in bytes: [UInt8]) -> [DigitRun] {
    var runs: [DigitRun] = []
    var index = 0
    while index < bytes.count {
      guard (48...57).contains(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < bytes.count, (48...57).contains(bytes[index]) {
        if index - start < 9 { value = value * 10 + Int(bytes[index] - 48) }
        index += 1
      }
      runs.append(DigitRun(start: start, end: index, value: value))
    }
    return runs
  }
}
