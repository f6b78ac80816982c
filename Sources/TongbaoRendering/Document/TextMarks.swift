/// The punctuation that plain text needs where HTML has boxes and lines.
struct TextMarks: Sendable {
  /// Between a term and what belongs to it.
  var colon = "："
  /// Between the parts of a row.
  var semicolon = "；"
  /// After the last part of a row.
  var stop = "。"
  /// Before and after the name of a row.
  var brackets = ("【", "】")
  /// Before and after the place that a value comes from.
  private var parentheses = ("（", "）")

  /// The marks of Chinese text.
  static let chinese = TextMarks()

  /// The marks as the words of a locale have them.
  init(words: Words) {
    colon = words[.colon]
    semicolon = words[.semicolon]
    stop = words[.stop]
    brackets = TextMarks.parts(of: words[.rowName], around: "{name}")
    parentheses = TextMarks.parts(of: words[.sourceName], around: "{source}")
  }

  private static func parts(of text: String, around name: String) -> (String, String) {
    let parts = text.split(separator: name, omittingEmptySubsequences: false)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }

  /// The place that a value comes from, as it stands behind the value.
  func around(source: String) -> String { parentheses.0 + source + parentheses.1 }

  private init() {}
}
