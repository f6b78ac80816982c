import Foundation

/// A sample sheet with one fault put into the middle of it.
struct BrokenSheet {
  /// The sheet's bytes with the fault.
  let bytes: Data
  /// The line of the file where the fault is.
  let line: Int

  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
  private static let mark16 = Data([0xFF, 0xFE])

  /// The text of a sheet and the encoding that it came in.
  private struct Sheet {
    let text: String
    let encoding: String.Encoding

    init?(_ bytes: Data) {
      if bytes.starts(with: BrokenSheet.mark16) {
        (text, encoding) = (String(decoding: bytes.dropFirst(2).pairs, as: UTF16.self), .utf16)
      } else if let text = String(data: bytes, encoding: .utf8) {
        (self.text, encoding) = (text, .utf8)
      } else if let text = String(data: bytes, encoding: BrokenSheet.gb18030) {
        (self.text, encoding) = (text, BrokenSheet.gb18030)
      } else {
        return nil
      }
    }

    func encoded(_ text: String) -> Data? {
      guard encoding == .utf16 else { return text.data(using: encoding) }
      return text.data(using: .utf16LittleEndian).map { BrokenSheet.mark16 + $0 }
    }
  }

  /// Ends the file one character into the first row after its middle that does not begin with a blank cell.
  init?(truncating bytes: Data) {
    guard let sheet = Sheet(bytes) else { return nil }
    let text = sheet.text.unicodeScalars
    let middle = text.index(text.startIndex, offsetBy: text.count / 2)
    var start = middle
    while let lineEnd = text[start...].firstIndex(of: "\n") {
      start = text.index(after: lineEnd)
      guard let end = text.index(start, offsetBy: 1, limitedBy: text.endIndex) else { return nil }
      if text[start] != "," {
        self.init(String(text[..<end]), at: start, of: sheet)
        return
      }
    }
    return nil
  }

  /// Replaces the middle one of the places where `pattern` captures something.
  init?(_ bytes: Data, replacing pattern: NSRegularExpression, with replacement: String) {
    guard let sheet = Sheet(bytes) else { return nil }
    let whole = NSRange(sheet.text.startIndex..., in: sheet.text)
    let places = pattern.matches(in: sheet.text, range: whole)
      .compactMap { match in
        (1...pattern.numberOfCaptureGroups).lazy
          .compactMap { Range(match.range(at: $0), in: sheet.text) }.first
      }
    guard !places.isEmpty else { return nil }
    let place = places[places.count / 2]
    var text = sheet.text
    text.replaceSubrange(place, with: replacement)
    self.init(text, at: place.lowerBound, of: sheet)
  }

  private init?(_ text: String, at place: String.Index, of sheet: Sheet) {
    guard let bytes = sheet.encoded(text) else { return nil }
    self.bytes = bytes
    line = sheet.text.unicodeScalars[..<place].count { $0 == "\n" } + 1
  }
}

extension Data {
  /// The bytes two by two, the lower one first.
  fileprivate var pairs: [UInt16] {
    let bytes = Array(self)
    return stride(from: 0, to: bytes.count - 1, by: 2)
      .map { index in
        UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      }
  }
}
