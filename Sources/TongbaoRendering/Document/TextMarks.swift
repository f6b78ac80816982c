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

  /// The marks of Chinese text.
  static let chinese = TextMarks()

  /// The marks as the words of a locale have them.
  init(words: Words) {
    colon = words[.colon]
    semicolon = words[.semicolon]
    stop = words[.stop]
    let parts = words[.rowName].split(separator: "{name}", omittingEmptySubsequences: false)
    brackets = (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }

  private init() {}
}
