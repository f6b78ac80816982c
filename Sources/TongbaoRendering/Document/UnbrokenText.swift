import TongbaoFormats

/// Text in which no line may break, or only in few places.
enum UnbrokenText {
  /// U+2060 in UTF-8: forbids a break on both sides of it, and takes no room.
  private static let joiner: [UInt8] = [0xE2, 0x81, 0xA0]

  /// What forbids a break where it stands.
  static let mark = String(decoding: joiner, as: UTF8.self)

  /// The text with no break in it.
  ///
  /// O(n).
  static func whole(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * text.utf8.count)
    for byte in text.utf8 {
      // A joiner before every code point but the first.
      if !bytes.isEmpty, byte & 0xC0 != 0x80 { bytes += joiner }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A line as it is printed, without joiners.
  static func printed(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == joiner[0], bytes[index...].starts(with: joiner) {
        index += joiner.count
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return kept.count == bytes.count ? line : String(decoding: kept, as: UTF8.self)
  }

  /// The columns of the widest stretch that must stay whole.
  ///
  /// O(n).
  static func widestPart(of text: String) -> Int {
    var widest = 0
    var columns = 0
    var before: UInt16 = 0x20
    for unit in text.utf16 {
      let isWord = isWord(unit) && isWord(before)
      if !isWord, !NumberBreaks.keeps(before, unit) { columns = 0 }
      columns += unit < 0x80 ? 1 : 2
      widest = max(widest, columns)
      before = unit
    }
    return widest
  }

  /// What stands in words and codes that have no break.
  private static func isWord(_ unit: UInt16) -> Bool { unit > 0x20 && unit < 0x7F }
}
