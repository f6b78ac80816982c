/// Numbers in free text by which a person can be found: identity cards, telephones, bank cards.
///
/// Source: circulars.md §2. Amounts and record numbers are left alone.
package enum PersonalData {
  /// What a number is.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// 18 digits with a valid date and check digit (GB 11643-1999).
    case identity
    /// 15 digits with a valid date.
    case oldIdentity
    /// 11 digits, 13… to 19….
    case mobile
    /// Area code and 7 or 8 digits.
    case landline
    /// 16 to 19 digits with a valid Luhn sum.
    case bankCard

    /// The kind as messages write it.
    package var title: Bilingual {
      switch self {
      case .identity, .oldIdentity: Bilingual("身份证号码", "an identity card number")
      case .mobile: Bilingual("手机号码", "a mobile number")
      case .landline: Bilingual("固定电话号码", "a landline number")
      case .bankCard: Bilingual("银行卡号", "a bank card number")
      }
    }

    /// How many digits stay readable at the beginning and at the end.
    fileprivate var readable: (first: Int, last: Int) {
      switch self {
      case .identity, .oldIdentity: (2, 3)
      case .mobile: (3, 4)
      case .landline: (4, 2)
      case .bankCard: (0, 4)
      }
    }
  }

  /// One number in a text.
  package struct Match: Sendable, Hashable {
    /// What it is.
    package let kind: Kind
    /// Its place, in Unicode scalars of the text from 0.
    package let range: Range<Int>
    /// Its text with the middle digits as `*`, separators kept.
    package let masked: String
  }

  /// All numbers of a text, in order; full-width digits and letters are read as ASCII.
  ///
  /// O(n).
  package static func matches(in text: String) -> [Match] {
    let scalars = Array(text.unicodeScalars)
    let folded = scalars.map(fold)
    let runs = digitRuns(folded)
    var matches: [Match] = []
    var index = 0
    while index < runs.count {
      if let (kind, count) = kind(of: runs[index...], folded) {
        let range = runs[index].lowerBound..<runs[index + count - 1].upperBound
        matches.append(
          Match(kind: kind, range: range, masked: mask(kind, scalars[range], folded[range]))
        )
        index += count
      } else {
        index += 1
      }
    }
    return matches
  }

  /// The text with every number masked: `138****1234`, `35*************123`.
  ///
  /// O(n).
  package static func masking(_ text: String) -> String {
    let matches = matches(in: text)
    guard !matches.isEmpty else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    for match in matches {
      result.append(contentsOf: scalars[index..<match.range.lowerBound])
      result.append(contentsOf: match.masked.unicodeScalars)
      index = match.range.upperBound
    }
    result.append(contentsOf: scalars[index...])
    return String(result)
  }

  /// Whether bytes of UTF-8 may hold such a number: false means surely not.
  ///
  /// Looks at every fourth byte.
  package static func mayContain(
    _ bytes: borrowing Span<UInt8>,
    from start: Int,
    to end: Int
  ) -> Bool {
    var index = start + 3
    // The shortest number is a telephone's of 11 digits, at most every fourth character a separator.
    while index < end {
      let byte = bytes[index]
      if byte &- 48 <= 9, digits(around: index, bytes, start, end) >= 10 { return true }
      if byte == 0xEF, index + 2 < end, bytes[index + 1] == 0xBC,
        (0x90...0x99).contains(bytes[index + 2])
      {
        return true
      }
      index += 4
    }
    return false
  }

  /// Digits within 12 bytes of a place, separators passed over.
  private static func digits(
    around index: Int,
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int {
    var count = 0
    for position in max(start, index - 14)..<min(end, index + 15) where bytes[position] &- 48 <= 9 {
      count += 1
    }
    return count
  }
}

extension PersonalData {
  private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0x21...0x7E: UInt8(scalar.value)
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    case 0x20, 0xA0, 0x3000: 0x20
    default: 0
    }
  }

  /// Runs of digits; an X behind seventeen digits belongs to the run.
  private static func digitRuns(_ folded: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < folded.count {
      guard isDigit(folded[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < folded.count, isDigit(folded[index]) { index += 1 }
      if index - start == 17, index < folded.count, folded[index] | 32 == UInt8(ascii: "x") {
        index += 1
      }
      runs.append(start..<index)
    }
    return runs
  }

  /// What the number at the first run is, and how many runs it takes.
  private static func kind(of runs: ArraySlice<Range<Int>>, _ text: [UInt8]) -> (Kind, Int)? {
    guard let first = runs.first, !isCode(first, text) else { return nil }
    if !isAmount(first, text), let kind = kind(ofRun: text[first]) { return (kind, 1) }
    for count in stride(from: 5, through: 2, by: -1) where runs.count >= count {
      let parts = Array(runs.prefix(count))
      guard isJoined(parts, text), let last = parts.last, !isAmount(last, text) else { continue }
      if let kind = kind(ofParts: parts.map { Array(text[$0]) }) { return (kind, count) }
    }
    return nil
  }

  private static func kind(ofRun digits: ArraySlice<UInt8>) -> Kind? {
    switch digits.count {
    case 18 where isIdentity(digits): .identity
    case 15 where isDate(digits.dropFirst(6).prefix(6), century: 1900): .oldIdentity
    case 11 where isMobile(digits): .mobile
    case 13 where digits.starts(with: "86".utf8) && isMobile(digits.dropFirst(2)): .mobile
    case 10...12 where isLandline(digits): .landline
    case 16...19 where isLuhn(digits): .bankCard
    default: nil
    }
  }

  private static func kind(ofParts parts: [[UInt8]]) -> Kind? {
    let digits = parts.flatMap { $0 }[...]
    let lengths = parts.map(\.count)
    if lengths == [3, 4, 4], isMobile(digits) { return .mobile }
    if lengths == [2, 11] || lengths == [2, 3, 4, 4], digits.starts(with: "86".utf8),
      isMobile(digits.dropFirst(2))
    {
      return .mobile
    }
    if lengths.count == 2, (3...4).contains(lengths[0]), (7...8).contains(lengths[1]),
      isLandline(digits)
    {
      return .landline
    }
    let isGrouped = lengths.dropLast().allSatisfy { $0 == 4 } && (16...19).contains(digits.count)
    return isGrouped && isLuhn(digits) ? .bankCard : nil
  }

  /// Whether runs stand behind each other with one blank, hyphen or bracket between.
  private static func isJoined(_ parts: [Range<Int>], _ text: [UInt8]) -> Bool {
    for (left, right) in zip(parts, parts.dropFirst()) {
      guard right.lowerBound - left.upperBound == 1 else { return false }
      guard " -)".utf8.contains(text[left.upperBound]) else { return false }
    }
    return true
  }

  /// Whether a run belongs to a code (`HN2017…`, `单号…`), where letters stand right before it.
  private static func isCode(_ run: Range<Int>, _ text: [UInt8]) -> Bool {
    guard run.lowerBound > 0 else { return false }
    let before = text[run.lowerBound - 1]
    guard (65...90).contains(before) || (97...122).contains(before) || before == UInt8(ascii: "_")
    else { return false }
    let word = text[..<run.lowerBound].suffix(5).map { $0 | 32 }
    return !["tel", "phone", "mobile", "cell"]
      .contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether a run is part of a decimal number.
  private static func isAmount(_ run: Range<Int>, _ text: [UInt8]) -> Bool {
    let point = UInt8(ascii: ".")
    if run.lowerBound >= 2, text[run.lowerBound - 1] == point, isDigit(text[run.lowerBound - 2]) {
      return true
    }
    return run.upperBound + 1 < text.count && text[run.upperBound] == point
      && isDigit(text[run.upperBound + 1])
  }

  private static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
    let first = Array(digits.prefix(2))
    return digits.count == 11 && first[0] == 49 && first[1] >= 51
  }

  /// 0 and an area of two or three digits, not beginning with 0, then 7 or 8 digits beginning with
  /// 2 to 8.
  private static func isLandline(_ digits: ArraySlice<UInt8>) -> Bool {
    let text = Array(digits)
    guard (10...12).contains(text.count), text[0] == 48, text[1] != 48 else { return false }
    let area = text[1] == 49 || text[1] == 50 ? 3 : 4
    return (7...8).contains(text.count - area) && (50...56).contains(text[area])
  }

  private static func isIdentity(_ digits: ArraySlice<UInt8>) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    let checks = Array("10X98765432".utf8)
    guard let last = digits.last, checks[sum % 11] == (last == 120 ? 88 : last) else {
      return false
    }
    let date = digits.dropFirst(6).prefix(8)
    return isDate(date.dropFirst(2), century: number(date.prefix(2)) * 100)
  }

  /// Whether `yymmdd` is a day of the century.
  private static func isDate(_ digits: ArraySlice<UInt8>, century: Int) -> Bool {
    let year = century + number(digits.prefix(2))
    let month = number(digits.dropFirst(2).prefix(2))
    return (1800...2199).contains(year)
      && CalendarDate(year: year, month: month, day: number(digits.dropFirst(4))) != nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func isLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.allSatisfy(isDigit), Set(digits).count > 1 else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit - 48) * (place % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 <= 9 }

  /// The number with its middle digits as `*`.
  private static func mask(
    _ kind: Kind,
    _ scalars: ArraySlice<Unicode.Scalar>,
    _ folded: ArraySlice<UInt8>
  ) -> String {
    let (first, last) = kind.readable
    let total = folded.count { isDigit($0) || $0 | 32 == UInt8(ascii: "x") }
    var place = 0
    var result = String.UnicodeScalarView()
    for (scalar, byte) in zip(scalars, folded) {
      guard isDigit(byte) || byte | 32 == UInt8(ascii: "x") else {
        result.append(scalar)
        continue
      }
      result.append(place < first || place >= total - last ? scalar : "*")
      place += 1
    }
    return String(result)
  }
}
