import TongbaoModel

/// A moment in UTC: clock times stand only in the journal and in `status.json`.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64
  /// Nanoseconds after it, 0 to 999,999,999.
  package let nanoseconds: Int32

  /// A moment; nanoseconds out of range count as 0.
  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = (0..<1_000_000_000).contains(nanoseconds) ? nanoseconds : 0
  }

  /// Earlier first.
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

extension Timestamp: CustomStringConvertible {
  /// `2017-12-04T02:30:00Z`, with nine decimals of a second where they are not all 0.
  package var description: String {
    let limited = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let ofDay = ((limited % 86_400) + 86_400) % 86_400
    let day = CalendarDate(dayNumber: Int32((limited - ofDay) / 86_400))
    let clock = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { Timestamp.padded($0, to: 2) }
    let fraction = nanoseconds == 0 ? "" : "." + Timestamp.padded(Int64(nanoseconds), to: 9)
    return "\(day)T\(clock.joined(separator: ":"))\(fraction)Z"
  }

  private static func padded(_ number: Int64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Timestamp {
  /// Reads what `description` writes and nothing else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 30, bytes.last == UInt8(ascii: "Z"),
      bytes[10] == UInt8(ascii: "T"),
      let day = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = Timestamp.number(bytes[11..<13]), let minute = Timestamp.number(bytes[14..<16]),
      let second = Timestamp.number(bytes[17..<19]),
      let fraction = bytes.count == 20 ? 0 : Timestamp.number(bytes[20..<29])
    else { return nil }
    self.init(
      seconds: Int64(day.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second),
      nanoseconds: Int32(fraction)
    )
    guard description == text else { return nil }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
