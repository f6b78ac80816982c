/// Numbers in free text by which a person can be found: identity cards, telephones, bank cards.
///
/// Source: circulars.md §2. Amounts and record numbers are left alone; in doubt a number is masked.
package enum PersonalData {
  /// What a number is.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// 18 digits with the code of a province and a birthday (GB 11643-1999), whatever the check
    /// digit; 14 to 20 digits beside 身份证.
    case identity
    /// 15 digits with the code of a province and a birthday.
    case oldIdentity
    /// 11 digits, 13… to 19….
    case mobile
    /// Area code and 7 or 8 digits; those alone beside 电话, 座机, tel.
    case landline
    /// 16 to 19 digits with a valid Luhn sum; 15 to 19 digits beside 卡号.
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
    var readable: (first: Int, last: Int) {
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

  /// All numbers of a text, in order; full-width digits and letters are read as ASCII, circled and
  /// Chinese numerals as digits.
  ///
  /// O(n).
  package static func matches(in text: String) -> [Match] {
    let scalars = Array(text.unicodeScalars)
    var found = matches(in: FoldedDigits(scalars))
    if FoldedDigits.hasUnseen(scalars) {
      found += matches(in: FoldedDigits(scalars, as: .seen))
    }
    // Fewer are no number that someone spelled.
    if scalars.count(where: { FoldedDigits.spelled($0) != nil }) >= 4 {
      found += matches(in: FoldedDigits(scalars, as: .spelled))
        .filter { match in scalars[match.range].contains { FoldedDigits.spelled($0) != nil } }
    }
    return found.count < 2 ? found : apart(found)
  }

  /// The matches without those that lie over longer ones, in order.
  private static func apart(_ matches: [Match]) -> [Match] {
    var kept: [Match] = []
    for match in matches.sorted(by: { $0.range.count > $1.range.count })
    where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func matches(in text: FoldedDigits) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < text.runs.count {
      if let number = PersonalNumber(at: index, of: text) {
        let (range, masked) = text.masking(number.range, readable: number.readable)
        matches.append(Match(kind: number.kind, range: range, masked: masked))
        index += number.runs
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
    let utf8 = text.utf8
    guard mayContain(utf8.span, from: 0, to: utf8.count) else { return text }
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
}
