/// The two languages in which messages are written.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One text in Chinese and in English, side by side so that neither is forgotten.
package struct Bilingual: Sendable, Hashable {
  /// The Chinese text.
  package let chinese: String
  /// The English text.
  package let english: String

  /// Pairs a Chinese text with its English one.
  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in `language`.
  package subscript(language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
