package import TongbaoModel
import TongbaoReading

/// Something known of how a file is read.
package struct ReadingFact: Sendable {
  /// What it is: the encoding.
  package let name: Bilingual
  /// The value as programs get it.
  package let value: String
  /// The value in words.
  package let words: Bilingual
}

extension SheetDescription {
  /// How the file is read: only what is known.
  var readingFacts: [ReadingFact] {
    let sign = delimiter.map { $0 == 9 ? "TAB" : String(UnicodeScalar($0)) }
    let plain: (String) -> Bilingual = { Bilingual($0, $0) }
    let facts: [(Bilingual, String?, Bilingual?)] = [
      (Bilingual("形式", "form"), form?.rawValue, form?.words),
      (Bilingual("编码", "encoding"), encoding?.rawValue, encoding.map { plain($0.rawValue) }),
      (Bilingual("分隔符", "delimiter"), sign, delimiter.map(SheetDescription.words(ofDelimiter:))),
      (Bilingual("行尾", "line ends"), lineEnding?.rawValue, lineEnding?.words),
      (Bilingual("工作表", "sheet"), sheet, sheet.map(plain)),
      (Bilingual("记录元素", "record element"), recordElement, recordElement.map(plain)),
    ]
    return facts.compactMap { name, value, words in
      guard let value, let words else { return nil }
      return ReadingFact(name: name, value: value, words: words)
    }
  }

  /// A delimiter in words.
  static func words(ofDelimiter sign: UInt8) -> Bilingual {
    switch sign {
    case UInt8(ascii: "\t"): Bilingual("制表符", "TAB")
    case UInt8(ascii: ","): Bilingual("逗号", "comma")
    case UInt8(ascii: ";"): Bilingual("分号", "semicolon")
    case UInt8(ascii: "|"): Bilingual("竖线", "pipe")
    case UInt8(ascii: " "): Bilingual("空格", "space")
    default:
      Bilingual("“\(UnicodeScalar(sign))”", "“\(UnicodeScalar(sign))”")
    }
  }
}

extension SheetDescription.Form {
  /// The form in words.
  var words: Bilingual {
    switch self {
    case .csv: Bilingual("CSV 文本", "CSV text")
    case .recordXML: Bilingual("记录式 XML", "record XML")
    case .spreadsheet2003: Bilingual("Excel 2003 XML 表格", "XML Spreadsheet 2003")
    case .flatODS: Bilingual("OpenDocument 平面表格", "flat OpenDocument spreadsheet")
    }
  }
}

extension SheetDescription.LineEnding {
  /// The line ends in words.
  var words: Bilingual {
    switch self {
    case .lineFeed: Bilingual("LF", "LF")
    case .carriageReturn: Bilingual("CR", "CR")
    case .carriageReturnLineFeed: Bilingual("CR LF", "CR LF")
    case .mixed: Bilingual("混用", "mixed")
    }
  }
}
