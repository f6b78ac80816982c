import TongbaoModel

/// The encoding of a file, and how it was found.
struct EncodingChoice: Sendable, Equatable {
  /// How an encoding was found.
  enum Reason: Sendable, Equatable {
    case byteOrderMark
    case forced
    case evidence
    /// GB18030, though the bytes are UTF-8 by chance.
    case evidenceAgainstUTF8
  }

  /// An encoding that is not read.
  enum Unread: String, Sendable {
    case utf32 = "UTF-32"
    case utf7 = "UTF-7"
    case big5 = "Big5"
  }

  /// The encoding.
  var encoding: TextEncoding
  /// How it was found.
  var reason: Reason
  /// Bytes of the byte order mark.
  var markLength = 0

  /// The encoding that a byte order mark names.
  static func marked(_ head: [UInt8]) -> EncodingChoice? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return EncodingChoice(encoding: .utf8, reason: .byteOrderMark, markLength: 3)
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return EncodingChoice(encoding: .utf16LittleEndian, reason: .byteOrderMark, markLength: 2)
    }
    if head.starts(with: [0xFE, 0xFF]) {
      return EncodingChoice(encoding: .utf16BigEndian, reason: .byteOrderMark, markLength: 2)
    }
    if head.starts(with: [0x84, 0x31, 0x95, 0x33]) {
      return EncodingChoice(encoding: .gb18030, reason: .byteOrderMark, markLength: 4)
    }
    return nil
  }

  /// An encoding that is told by its mark or by its NULs, and not read.
  static func unread(_ head: [UInt8]) -> Unread? {
    let marks: [[UInt8]] = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]]
    if marks.contains(where: { head.starts(with: $0) }) { return .utf32 }
    if head.starts(with: [0x2B, 0x2F, 0x76]), head.count > 3,
      [0x38, 0x39, 0x2B, 0x2F, 0x2D].contains(head[3])
    {
      return .utf7
    }
    return looksLikeUTF32(head) ? .utf32 : nil
  }

  /// UTF-16 by its pattern of NULs: ASCII characters leave one in every second byte, always the same.
  static func patterned(_ head: [UInt8]) -> EncodingChoice? {
    var even = 0
    var odd = 0
    for index in head.indices where head[index] == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    let units = head.count / 2
    if odd >= 2, odd * 25 >= units, even * 20 <= odd {
      return EncodingChoice(encoding: .utf16LittleEndian, reason: .evidence)
    }
    if even >= 2, even * 25 >= units, odd * 20 <= even {
      return EncodingChoice(encoding: .utf16BigEndian, reason: .evidence)
    }
    // 一 and U+3000 have a NUL on the other side.
    let little = UnitCount(head, highByte: 1)
    let big = UnitCount(head, highByte: 0)
    if little.isText(of: units), little.signs > 4 * big.signs {
      return EncodingChoice(encoding: .utf16LittleEndian, reason: .evidence)
    }
    if big.isText(of: units), big.signs > 4 * little.signs {
      return EncodingChoice(encoding: .utf16BigEndian, reason: .evidence)
    }
    return nil
  }

  /// What the units of UTF-16 below 256 would be in one byte order.
  private struct UnitCount {
    /// Tabs, line ends, digits, quotes and what parts cells and dates: every table has them, and few
    /// Chinese characters look like them in the other byte order.
    var signs = 0
    /// Units that no text has.
    var strangers = 0

    /// Counts the units of which the high byte stands first (0) or second (1).
    init(_ head: [UInt8], highByte: Int) {
      for unit in stride(from: 0, to: head.count - 1, by: 2) where head[unit + highByte] == 0 {
        switch head[unit + 1 - highByte] {
        case 0x09, 0x0A, 0x0D, 0x22, 0x2C...0x2F, 0x31...0x3B, 0x7C: signs += 1
        case 0..<0x20, 0x7F..<0xA0: strangers += 1
        default: break
        }
      }
    }

    func isText(of units: Int) -> Bool {
      signs >= 2 && signs * 25 >= units && strangers * 50 <= units
    }
  }

  /// UTF-8 or GB18030, by evidence.
  static func weighed(_ evidence: EncodingEvidence) -> EncodingChoice {
    if evidence.isUTF8ByChance {
      return EncodingChoice(encoding: .gb18030, reason: .evidenceAgainstUTF8)
    }
    return EncodingChoice(encoding: evidence.isUTF8 ? .utf8 : .gb18030, reason: .evidence)
  }

  /// Three NULs of four bytes, for the first four characters.
  private static func looksLikeUTF32(_ head: [UInt8]) -> Bool {
    guard head.count >= 16 else { return false }
    let little = (0..<4).allSatisfy { head[$0 * 4 + 3] == 0 && head[$0 * 4 + 2] == 0 }
    let big = (0..<4).allSatisfy { head[$0 * 4] == 0 && head[$0 * 4 + 1] == 0 }
    let isText = head.prefix(16).contains { $0 != 0 }
    return isText && (little || big)
  }
}

extension TextEncoding {
  /// The name as messages print it.
  var printedName: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }
}
