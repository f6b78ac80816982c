import TongbaoModel

/// The bytes of a text within a batch, trimmed and unwrapped: two offsets, no copy.
struct ByteText {
  var start: Int
  var end: Int

  /// No text.
  static let none = ByteText(start: 0, end: 0)

  /// Whether nothing is left.
  var isEmpty: Bool { start >= end }
  /// Length in bytes.
  var count: Int { end - start }
}

/// The bytes of a batch.
typealias Bytes = Span<UInt8>

extension ByteText {
  /// The cell's text without blanks around it, and out of `="001"` or behind a leading apostrophe.
  @inline(__always)
  init(of cell: RowBatch.Cell, in bytes: borrowing Bytes) {
    self.init(start: Int(cell.start), end: Int(cell.end))
    guard start < end else { return }
    if ByteText.mayBeDressed(bytes[start], bytes[end - 1]) { undress(bytes) }
  }

  /// Whether a text may begin or end with a blank, or begin with `=` or an apostrophe.
  ///
  /// Most texts do not, and are told by their first and last bytes.
  @inline(__always)
  private static func mayBeDressed(_ first: UInt8, _ last: UInt8) -> Bool {
    switch first {
    case 0...0x20, 0x27, 0x3D, 0xC2, 0xE2, 0xE3, 0xEF: return true
    default: break
    }
    switch last {
    case 0...0x20, 0x80, 0x8B, 0xA0, 0xBF: return true
    default: return false
    }
  }

  @inline(never)
  private mutating func undress(_ bytes: borrowing Bytes) {
    trim(bytes)
    guard start < end else { return }
    let first = bytes[start]
    if first == UInt8(ascii: "=") || first == UInt8(ascii: "'") { unwrap(bytes) }
  }

  /// Drops blanks at both ends: ASCII blanks and controls, U+00A0, U+200B, U+3000, U+FEFF.
  mutating func trim(_ bytes: borrowing Bytes) {
    while start < end, case let width = ByteText.blankWidth(at: start, until: end, bytes), width > 0
    {
      start += width
    }
    while start < end, case let width = ByteText.blankWidth(before: end, from: start, bytes),
      width > 0
    {
      end -= width
    }
  }

  private mutating func unwrap(_ bytes: borrowing Bytes) {
    if bytes[start] == UInt8(ascii: "'") {
      start += 1
      trim(bytes)
    }
    // Quarantine puts an apostrophe before `="001"`, so that both may stand there.
    if count >= 3, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == UInt8(ascii: "\""),
      bytes[end - 1] == UInt8(ascii: "\"")
    {
      start += 2
      end -= 1
      trim(bytes)
    }
  }

  /// How many bytes the blank at `index` takes, 0 where none begins there.
  @inline(__always)
  static func blankWidth(at index: Int, until end: Int, _ bytes: borrowing Bytes) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    guard byte >= 0xC2 else { return 0 }
    switch byte {
    case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < end else { return 0 }
      return isWideBlank(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  @inline(__always)
  private static func blankWidth(before end: Int, from start: Int, _ bytes: borrowing Bytes) -> Int
  {
    let byte = bytes[end - 1]
    if byte <= 0x20 { return 1 }
    switch byte {
    case 0xA0: return end - start >= 2 && bytes[end - 2] == 0xC2 ? 2 : 0
    case 0x80, 0x8B, 0xBF:
      guard end - start >= 3 else { return 0 }
      return isWideBlank(bytes[end - 3], bytes[end - 2], byte) ? 3 : 0
    default: return 0
    }
  }

  private static func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }

  /// The text as a String; for pages, messages and names that are kept.
  func string(_ bytes: borrowing Bytes) -> String {
    guard start < end else { return "" }
    if let text = try? UTF8Span(validating: bytes.extracting(start..<end)) {
      return String(copying: text)
    }
    var result: [UInt8] = []
    for index in start..<end { result.append(bytes[index]) }
    return String(decoding: result, as: UTF8.self)
  }
}
