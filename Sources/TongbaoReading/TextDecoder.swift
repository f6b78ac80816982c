import TongbaoModel

/// Decodes one encoding to UTF-8, block by block; what a block leaves unfinished begins the next one.
struct TextDecoder: Sendable {
  /// The encoding.
  let encoding: TextEncoding
  /// Bytes of an unfinished character.
  private var carried: [UInt8] = []

  /// Whether the last block ended within a character.
  var isWithinCharacter: Bool { !carried.isEmpty }

  /// A decoder at the start of a text.
  init(_ encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Decodes a block; an unfinished character at its end waits for the next unless `isLast`.
  mutating func decode(_ block: [UInt8], isLast: Bool) -> DecodedText {
    let input = carried.isEmpty ? block : carried + block
    var text = DecodedText()
    text.bytes.reserveCapacity(input.count + input.count / 2 + 16)
    let used = input.withView { view in
      switch encoding {
      case .utf8: TextDecoder.decodeUTF8(view, into: &text, isLast: isLast)
      case .gb18030: TextDecoder.decodeGB18030(view, into: &text, isLast: isLast)
      case .utf16LittleEndian:
        TextDecoder.decodeUTF16(view, highByte: 1, into: &text, isLast: isLast)
      case .utf16BigEndian: TextDecoder.decodeUTF16(view, highByte: 0, into: &text, isLast: isLast)
      }
    }
    carried = Array(input[used...])
    return text
  }

  /// Decodes all of a text at once; UTF-8 without a fault is handed back as it came.
  static func decodeWhole(_ bytes: [UInt8], _ encoding: TextEncoding) -> DecodedText {
    if encoding == .utf8, bytes.withView(isPlainUTF8) { return DecodedText(bytes: bytes) }
    var decoder = TextDecoder(encoding)
    return decoder.decode(bytes, isLast: true)
  }

  /// Whether bytes are UTF-8 without a NUL.
  static func isPlainUTF8(_ view: ByteView) -> Bool {
    UTF8Form.isCommon(view)
      || view.firstIndex(of: 0, from: 0, to: view.count) == nil
        && UTF8Form.firstFault(in: view, from: 0, to: view.count) == nil
  }

  /// Appends the ASCII from `index` on, NULs as faults; gives the first place after it.
  @inline(__always)
  private static func copyASCII(
    _ view: ByteView,
    from index: Int,
    into text: inout DecodedText
  ) -> Int {
    let end = index + view.asciiPrefix(from: index, to: view.count)
    var start = index
    while let nul = view.firstIndex(of: 0, from: start, to: end) {
      text.bytes.append(start..<nul, of: view)
      text.appendFault(0)
      start = nul + 1
    }
    text.bytes.append(start..<end, of: view)
    return end
  }

  private static func decodeUTF8(
    _ view: ByteView,
    into text: inout DecodedText,
    isLast: Bool
  ) -> Int {
    var index = 0
    while index < view.count {
      if view[index] < 0x80 {
        index = copyASCII(view, from: index, into: &text)
        continue
      }
      let limit = view.firstIndex(of: 0, from: index, to: view.count) ?? view.count
      let fault = UTF8Form.firstFault(in: view, from: index, to: limit) ?? limit
      if fault > index {
        text.bytes.append(index..<fault, of: view)
        index = fault
        continue
      }
      let length = UTF8Form.length(at: index, in: view, end: view.count)
      if length > 0 {
        text.bytes.append(index..<index + length, of: view)
      } else if length < 0, !isLast {
        return index
      } else {
        text.appendFault(view[index])
      }
      index += max(1, length)
    }
    return index
  }

  private static func decodeUTF16(
    _ view: ByteView,
    highByte high: Int,
    into text: inout DecodedText,
    isLast: Bool
  ) -> Int {
    var index = 0
    while index + 1 < view.count {
      let unit = UInt32(view[index + high]) << 8 | UInt32(view[index + 1 - high])
      if unit & 0xF800 != 0xD800, unit != 0 {
        text.append(unit)
        index += 2
        continue
      }
      if unit & 0xFC00 == 0xD800, index + 3 >= view.count, !isLast { return index }
      if unit & 0xFC00 == 0xD800, index + 3 < view.count {
        let low = UInt32(view[index + 2 + high]) << 8 | UInt32(view[index + 3 - high])
        if low & 0xFC00 == 0xDC00 {
          text.append(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
          index += 4
          continue
        }
      }
      // A NUL, or half of a pair.
      text.appendFault(view[index])
      if unit != 0 { text.appendFault(view[index + 1]) }
      index += 2
    }
    if isLast, index < view.count {
      text.appendFault(view[index])
      index += 1
    }
    return index
  }

  private static func decodeGB18030(
    _ view: ByteView,
    into text: inout DecodedText,
    isLast: Bool
  ) -> Int {
    let table = GB18030Table.shared
    var index = 0
    while index < view.count {
      let lead = view[index]
      if lead < 0x80 {
        index = copyASCII(view, from: index, into: &text)
        continue
      }
      if index + 1 < view.count, let position = GB18030Table.position(lead, view[index + 1]) {
        text.append(UInt32(table.pairs[position]))
        index += 2
        continue
      }
      let (length, point) = longCode(at: index, in: view, table)
      if length < 0, !isLast { return index }
      if let point { text.append(point) } else { text.appendFault(lead) }
      index += max(1, length)
    }
    return index
  }

  /// A four-byte code or the lone 0x80 of code page 936, with its length; length −1 where the
  /// text ends within what may be one.
  ///
  /// An ASCII byte is never swallowed by a broken code before it.
  private static func longCode(
    at index: Int,
    in view: ByteView,
    _ table: GB18030Table
  ) -> (Int, UInt32?) {
    let lead = view[index]
    if lead == 0x80 { return (1, 0x20AC) }
    guard lead != 0xFF else { return (0, nil) }
    guard index + 1 < view.count else { return (-1, nil) }
    guard (0x30...0x39).contains(view[index + 1]) else { return (0, nil) }
    guard index + 2 < view.count else { return (-1, nil) }
    guard (0x81...0xFE).contains(view[index + 2]) else { return (0, nil) }
    guard index + 3 < view.count else { return (-1, nil) }
    guard (0x30...0x39).contains(view[index + 3]) else { return (0, nil) }
    let point = table.point(lead, view[index + 1], view[index + 2], view[index + 3])
    return point == nil ? (0, nil) : (4, point)
  }
}
