// Identity numbers.
extension DigitGroups {
  /// The first two digits of identity numbers: provinces, and residents of other places.
  private static let provinces: Set<Int> = Set(
    [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83].joined()
  )

  /// 18 digits with province and birthday: a mistyped check digit is no protection.
  var isIdentity: Bool {
    guard digits.count == 18, isOfProvince else { return false }
    guard isBirthday(digits[6..<14]) else { return false }
    return !hasPoint || hasCheckDigit
  }

  /// Digits beside the word, however mistyped.
  var isCalledIdentity: Bool {
    guard (14...20).contains(digits.count) else { return false }
    if isCalled(["身份证", "证件号", "公民身份", "身份号", "身份证号", "sfz"], within: 12) {
      return isOneRun || digits.count == 18
    }
    return (digits.count == 18 || digits.count == 15) && isCalledID
  }

  /// 15 digits with province and birthday.
  var isOldIdentity: Bool {
    digits.count == 15 && lengths.count <= 3 && !hasPoint && isOfProvince && !isRecordNumber
      && isBirthday((Array("19".utf8) + digits[6..<12])[...])
  }

  /// A run of several numbers without anything between, as a lost separator leaves them.
  var isChain: Bool {
    guard isOneRun, digits.count >= 22 else { return false }
    var rest = digits[...]
    while !rest.isEmpty {
      if DigitGroups.isMobile(rest.prefix(11)) {
        rest = rest.dropFirst(11)
      } else if hasCheckDigit(rest.prefix(18)) {
        rest = rest.dropFirst(18)
      } else {
        return false
      }
    }
    return true
  }

  private func isCalled(_ words: [String], within distance: Int) -> Bool {
    follows(words, within: distance)
      || text.holds(words, in: range.upperBound..<range.upperBound + 6)
  }

  /// Whether “ID” stands before as a word of its own.
  private var isCalledID: Bool {
    var place = range.lowerBound - 1
    while FoldedDigits.isSeparator(text[place]) || ":#=".utf8.contains(text[place]) { place -= 1 }
    return text[place] | 32 == UInt8(ascii: "d") && text[place - 1] | 32 == UInt8(ascii: "i")
      && !FoldedDigits.isLetter(text[place - 2])
  }

  private var isOfProvince: Bool { DigitGroups.provinces.contains(number(digits[0..<2])) }

  private var hasCheckDigit: Bool { hasCheckDigit(digits[...]) }

  private func hasCheckDigit(_ digits: ArraySlice<UInt8>) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 &- 48) * $1.1 }
    return digits.count == 18 && digits.last == Array("10x98765432".utf8)[sum % 11]
  }

  /// Whether `yyyymmdd` is a day on which someone may be born.
  private func isBirthday(_ digits: ArraySlice<UInt8>) -> Bool { isDay(digits) }

  /// Whether digits are a day of the last or this century as `yyyymmdd`.
  fileprivate func isDay(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 8 else { return false }
    let year = number(digits.prefix(4))
    let month = number(digits.dropFirst(4).prefix(2))
    return (1900...2099).contains(year)
      && CalendarDate(year: year, month: month, day: number(digits.dropFirst(6))) != nil
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}

// Telephones.
extension DigitGroups {
  /// What is dialled before: the country, 0, and the cheap lines of old.
  private static let dialled = ["", "86", "086", "0086", "0", "17951", "17911", "12593"]

  /// 11 digits, with what is dialled before.
  var isMobile: Bool {
    guard let before else { return false }
    guard !isOneRun else { return !isAmount && !isRecordNumber && !isQuantity }
    return isMobileGrouped(without: before) && !isRecordNumber
  }

  /// How many digits are dialled before a mobile number; nil where it is none.
  private var before: Int? {
    DigitGroups.dialled.first { isMobile(dialling: $0) }?.utf8.count
  }

  /// How many digits stay readable: what is dialled before a mobile number tells nothing of it.
  func readable(as kind: PersonalData.Kind) -> (first: Int, last: Int) {
    let (first, last) = kind.readable
    return switch kind {
    case .mobile: (first + (before ?? 0), last)
    case .landline where digits.count < 9: (2, 2)
    default: (first, last)
    }
  }

  private func isMobile(dialling before: String) -> Bool {
    digits.starts(with: before.utf8) && DigitGroups.isMobile(digits.dropFirst(before.utf8.count))
  }

  static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
    let first = digits.startIndex
    return digits.count == 11 && digits[first] == 49 && (51...57).contains(digits[first + 1])
  }

  /// Whether the groups are as people write them; others may be dates and ranges of amounts.
  private func isMobileGrouped(without before: Int) -> Bool {
    var groups = lengths
    var left = before
    while left > 0, let first = groups.first {
      let taken = min(first, left)
      left -= taken
      groups[0] -= taken
      if groups[0] == 0 { groups.removeFirst() }
    }
    switch groups {
    case [11], [3, 4, 4]: return true
    case [3, 8], [7, 4], [3, 3, 5], [4, 3, 4], [4, 4, 3]: return !isMeasured
    case [4, 7], [5, 6], [6, 5], [5, 3, 3]:
      return !isMeasured && gaps.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 1 }
    default: return groups.allSatisfy { $0 >= 2 } && gaps.allSatisfy { $0 == 1 }
    }
  }

  /// 7 or 8 digits beginning with 2 to 8 that are called a telephone's.
  var isLocalLandline: Bool {
    guard (7...8).contains(digits.count), (50...56).contains(digits[0]), !hasPoint else {
      return false
    }
    guard isOneRun || [[3, 4], [4, 3], [4, 4], [3, 5]].contains(lengths) else { return false }
    guard !isMeasured, !isAmount, isCalledTelephone else { return false }
    return !(isOneRun && isDay(digits[...])) || follows(DigitGroups.telephone, within: 3)
  }

  private static let telephone = ["电话", "座机", "固话", "热线", "传真", "tel", "phone", "fax"]

  /// Whether a telephone is named before, with nothing between but a few words and other numbers.
  private var isCalledTelephone: Bool {
    var place = range.lowerBound - 1
    let least = range.lowerBound - 24
    while place >= max(0, least), isBetweenNumbers(place) { place -= 1 }
    return text.holds(DigitGroups.telephone, in: max(0, place - 6)..<place + 1)
  }

  private func isBetweenNumbers(_ place: Int) -> Bool {
    let byte = text[place]
    return FoldedDigits.isDigit(byte) || FoldedDigits.isSeparator(byte) || ",;:".utf8.contains(byte)
      || "、，；：和或及".unicodeScalars.contains(text.scalars[place])
  }

  /// 0 and an area of two or three digits, not beginning with 0, then 7 or 8 digits beginning with
  /// 2 to 8.
  var isLandline: Bool {
    guard (10...14).contains(digits.count), !hasPoint, !isAmount else { return false }
    if isOneRun, followsLetters, !follows(["tel", "phone", "mobile", "cell", "fax"], within: 7) {
      return false
    }
    if lengths.count > 2, digits.starts(with: "86".utf8), lengths[0] == 2 {
      let local = Array((digits[2] == 48 ? "" : "0").utf8) + digits[2...]
      return DigitGroups.area(of: local) != nil
    }
    guard let area = DigitGroups.area(of: digits) else { return false }
    return isOneRun || lengths[0] == area
  }

  /// How many digits of a landline number are the area's; nil where it is none.
  private static func area(of text: [UInt8]) -> Int? {
    guard (10...12).contains(text.count), text[0] == 48, text[1] != 48 else { return nil }
    let area = text[1] == 49 || text[1] == 50 ? 3 : 4
    return (7...8).contains(text.count - area) && (50...56).contains(text[area]) ? area : nil
  }
}

// Bank cards.
extension DigitGroups {
  /// 16 to 19 digits with a valid sum, or what is called a card's number.
  var isBankCard: Bool {
    guard (15...19).contains(digits.count), !hasPoint, isGroupedLikeCard else { return false }
    guard !isAmount, !isRecordNumber, digits.allSatisfy(FoldedDigits.isDigit) else { return false }
    if follows(["卡号", "账号", "帐号", "银行", "账户", "帐户"], within: 8) { return true }
    return digits.count > 15 && !isDated && isLuhn
  }

  /// No card begins with 0, 20 or 21; numbers of records do, with the day.
  private var isDated: Bool {
    digits[0] == 48 || (digits[0] == 50 && (digits[1] == 48 || digits[1] == 49))
  }

  private var isGroupedLikeCard: Bool {
    isOneRun || (lengths[0] >= 4 && lengths.dropLast().allSatisfy { $0 >= 3 })
  }

  private var isLuhn: Bool {
    guard Set(digits).count > 1 else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit - 48) * (place % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }
}
