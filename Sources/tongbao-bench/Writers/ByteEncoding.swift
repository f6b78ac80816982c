import Foundation

/// The encodings of the sample files.
enum ByteEncoding: Sendable {
  /// As office programs on Simplified-Chinese Windows write CSV.
  case gbk
  case utf8
  case utf8WithMark
  /// As Excel writes “Unicode 文本”.
  case utf16LittleEndian

  /// The text in this encoding; nil where it has no form in it.
  func bytes(of text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian:
      var bytes: [UInt8] = [0xFF, 0xFE]
      for unit in text.utf16 {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(unit >> 8))
      }
      return bytes
    case .gbk:
      // GB18030, of which GBK is the two-byte part; nothing in the samples needs more.
      return text.data(using: String.Encoding(rawValue: 0x8000_0632)).map { Array($0) }
    }
  }
}
