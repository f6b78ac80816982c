import TongbaoModel

/// Hands the bytes of a document to a parser, in UTF-8 wherever the program knows the encoding.
struct XMLFeed {
  private let source: ByteSource
  private let isRaw: Bool
  private let isUTF8: Bool
  private var decoder: TextDecoder
  private var offset: Int
  private var carried: ArraySlice<UInt8> = []
  private var line = 1
  private var column = 1
  private let file: String
  private let encodingName: String
  /// Whether lines end with CR alone: XML means LF by it, and libxml2 counts nothing else.
  private let endsLinesWithReturns: Bool

  /// Whether bytes that did not decode have been marked.
  private(set) var hasFaults = false
  /// What did not decode.
  private(set) var log = DiagnosticLog()

  /// A feed from the first byte after the mark.
  ///
  /// `encoding`: nil leaves decoding to libxml2.
  init(_ input: XMLInput, _ encoding: TextEncoding?) {
    source = input.source
    offset = input.choice.markLength
    file = input.name
    isRaw = encoding == nil
    let head = input.head.bytes
    endsLinesWithReturns = head.contains(0x0D) && !head.contains(0x0A)
    isUTF8 = encoding == .utf8
    decoder = TextDecoder(encoding ?? .utf8)
    encodingName = (encoding ?? .utf8).printedName
  }

  /// The next block, and whether it is the last one.
  ///
  /// Other feeds may read in between.
  mutating func next(
    _ count: Int
  ) throws(ReadingFailure) -> (bytes: ArraySlice<UInt8>, isLast: Bool) {
    source.seek(to: offset)
    let waiting = carried
    let block = try source.read(count, after: waiting)
    offset += block.count - waiting.count
    let isLast = block.count - waiting.count < count
    carried = []
    if isRaw { return (block[...], isLast) }
    if isUTF8, let plain = plainUTF8(block, isLast) { return (withLineFeeds(plain), isLast) }
    let text = decoder.decode(block, isLast: isLast)
    return (withLineFeeds(marked(text)[...]), isLast)
  }

  private func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard endsLinesWithReturns else { return bytes }
    var bytes = bytes
    for index in bytes.indices
    where bytes[index] == 0x0D && (index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A) {
      bytes[index] = 0x0A
    }
    return bytes
  }

  /// The block as it is, where it is UTF-8; a character cut off at its end waits for the next block.
  private mutating func plainUTF8(_ block: [UInt8], _ isLast: Bool) -> ArraySlice<UInt8>? {
    guard !decoder.isWithinCharacter else { return nil }
    let end: Int? = block.withView { view in
      guard view.firstIndex(of: 0, from: 0, to: view.count) == nil else { return nil }
      guard let fault = UTF8Form.firstFault(in: view, from: 0, to: view.count) else {
        return view.count
      }
      let isCut = UTF8Form.length(at: fault, in: view, end: view.count) < 0
      return isCut && !isLast ? fault : nil
    }
    guard let end else { return nil }
    carried = block[end...]
    advance(over: block[..<end])
    return block[..<end]
  }

  /// Puts a mark before each fault, by which a value is known to hold one.
  private mutating func marked(_ text: DecodedText) -> [UInt8] {
    guard !text.faults.isEmpty else {
      advance(over: text.bytes[...])
      return text.bytes
    }
    hasFaults = true
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count + text.faults.count * 3)
    var start = 0
    for fault in text.faults {
      advance(over: text.bytes[start..<fault.start])
      report(text.bytes[fault.start..<fault.end])
      bytes += text.bytes[start..<fault.start]
      bytes += RecordRows.faultMark
      start = fault.start
    }
    advance(over: text.bytes[start...])
    bytes += text.bytes[start...]
    return bytes
  }

  private mutating func report(_ bytes: ArraySlice<UInt8>) {
    log.append(
      Diagnostic(
        .encodingUndecodable,
        at: SourceLocation(file: file, line: line, column: column),
        text: String(decoding: bytes.prefix(64), as: UTF8.self),
        facts: ["encoding": .text(encodingName)]
      )
    )
  }

  /// Keeps the place.
  ///
  /// The column is needed for faults alone, but must be right when one comes.
  private mutating func advance(over bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe advance(over: ByteView($0)) }
  }

  private mutating func advance(over view: ByteView) {
    let ends = view.lineEnds(in: 0..<view.count)
    line += ends
    var start = 0
    if ends > 0 {
      column = 1
      start = view.count
      while start > 0, !view.isLineEnd(at: start - 1) { start -= 1 }
    }
    column += view.characters(in: start..<view.count)
  }
}

extension ByteView {
  /// How many Unicode scalars of UTF-8 begin in `range`.
  func characters(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where self[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
