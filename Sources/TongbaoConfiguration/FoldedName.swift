/// A name as sheets are matched against it: trimmed, full-width letters, digits and signs made narrow.
///
/// Source: sheets.md §1.
enum FoldedName {
  /// The name to compare by.
  static func fold(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in trimmed(name).unicodeScalars {
      folded.append(narrow(scalar))
    }
    return String(folded)
  }

  /// The text without white space, also ideographic, at its ends.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }
}
