/// Text whose numbers, codes and dates no line break divides.
///
/// UAX #14 allows a break between 2017 and 年, or beside an arrow; official documents do not.
enum UnbrokenText {
  /// Forbids a break on both sides of it, and takes no room.
  private static let joiner: Unicode.Scalar = "\u{2060}"

  /// The text with word joiners inside its numbers, codes and dates.
  ///
  /// O(n).
  static func joined(_ text: String) -> String {
    var result = ""
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let before, belongTogether(before, scalar) { result.unicodeScalars.append(joiner) }
      result.unicodeScalars.append(scalar)
      before = scalar
    }
    return result
  }

  /// What forbids a break where it stands.
  static var mark: String { String(Character(joiner)) }

  /// The text with no break in it.
  ///
  /// O(n).
  static func whole(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if !result.isEmpty { result.unicodeScalars.append(joiner) }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A line as it is printed.
  static func printed(_ line: String) -> String {
    guard line.utf8.contains(0xE2) else { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != joiner }))
  }

  /// The columns of the widest stretch that must stay whole.
  ///
  /// O(n).
  static func widestPart(of text: String) -> Int {
    var widest = 0
    var columns = 0
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isWord = isWord(scalar) && before.map(isWord) ?? false
      if let before, !isWord, !belongTogether(before, scalar) { columns = 0 }
      columns += scalar.value < 0x80 ? 1 : 2
      widest = max(widest, columns)
      before = scalar
    }
    return widest
  }

  private static func belongTogether(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    switch (left, right) {
    case (_, "年"), (_, "月"), (_, "日"): isDigit(left)
    case ("年", _), ("月", _): isDigit(right)
    case ("-", _), ("～", _), ("→", _), ("−", _): isDigit(right) || isLetter(right)
    case (_, "-"), (_, "～"), (_, "→"), (_, "−"): isDigit(left) || isLetter(left) || left == "%"
    case (_, "分"), (_, "项"), (_, "件"), (_, "个"), (_, "条"), (_, "次"), (_, "位"), (_, "户"),
      (_, "%"):
      isDigit(left)
    default: false
    }
  }

  /// What stands in words and codes that have no break.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }
}
