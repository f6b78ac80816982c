import TongbaoModel

/// Hands the bytes of a document to a parser, in UTF-8 wherever the program knows the encoding.
struct XMLFeed: Sendable {
  private let source: ByteSource
  private let isRaw: Bool
  private let isTested: Bool
  private let isUTF8: Bool
  private var decoder: TextDecoder
  private var offset: Int
  private var carried: [UInt8] = []
  private var line = 1
  private var column = 1
  /// Up to which byte of the file `line` and `column` are counted.
  private var counted: Int
  private let file: String
  private let encodingName: String
  /// Whether lines end with CR alone: XML means LF by it, and libxml2 counts nothing else.
  private let endsLinesWithReturns: Bool

  /// Whether the last part ended within a run of bytes that did not decode, and whether they are NULs.
  private var openFault: Bool?
  /// Whether bytes that did not decode have been marked.
  private var hasFaults = false
  /// What did not decode.
  private(set) var log = DiagnosticLog()

  /// A feed from the first byte after the mark.
  ///
  /// `encoding`: nil leaves decoding to libxml2. `isTested`: UTF-8 is not to be tested here.
  init(_ input: XMLInput, _ encoding: TextEncoding?, isTested: Bool = false) {
    source = input.source
    offset = input.choice.markLength
    file = input.name
    counted = offset
    isRaw = encoding == nil
    self.isTested = isTested && encoding == .utf8
    let head = input.head.bytes
    endsLinesWithReturns = head.contains(0x0D) && !head.contains(0x0A)
    isUTF8 = encoding == .utf8
    decoder = TextDecoder(encoding ?? .utf8)
    encodingName = (encoding ?? .utf8).printedName
  }

  /// The next `count` bytes of the file, after room for as many as `room`.
  mutating func next(_ count: Int, room: Int = 0) throws(ReadingFailure) -> XMLSegment {
    let leading = [UInt8](repeating: 0, count: room) + carried
    var bytes = try source.read(count, at: offset, after: leading[...])
    let start = offset - carried.count
    let isLast = bytes.count - leading.count < count
    offset += bytes.count - leading.count
    carried = []
    if !isRaw {
      if isUTF8, let end = isTested ? bytes.count : endOfUTF8(bytes, from: room, isLast) {
        carried = Array(bytes[end...])
        bytes.removeLast(carried.count)
      } else {
        if isUTF8 { try countLines(to: start) }
        let text = decoder.decode(Array(bytes[room...]), isLast: isLast)
        bytes.replaceSubrange(room..., with: marked(text))
        counted = offset
      }
      if endsLinesWithReturns { setLineFeeds(in: &bytes, from: room) }
    }
    return XMLSegment(bytes, from: room, isLast: isLast, holdsFaults: hasFaults)
  }

  private func setLineFeeds(in bytes: inout [UInt8], from start: Int) {
    for index in start..<bytes.count
    where bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
      bytes[index] = 0x0A
    }
  }

  /// Where the UTF-8 of a part ends, which may be before a character that is cut off; nil where not
  /// all of it is UTF-8.
  private func endOfUTF8(_ bytes: [UInt8], from start: Int, _ isLast: Bool) -> Int? {
    guard !decoder.isWithinCharacter else { return nil }
    return bytes.withView { view in
      guard view.firstIndex(of: 0, from: start, to: view.count) == nil else { return nil }
      guard let fault = UTF8Form.firstFault(in: view, from: start, to: view.count) else {
        return view.count
      }
      let isCut = UTF8Form.length(at: fault, in: view, end: view.count) < 0
      return isCut && !isLast ? fault : nil
    }
  }

  /// Counts the lines of UTF-8 that was handed on without a look at them: only a fault has a place.
  private mutating func countLines(to end: Int) throws(ReadingFailure) {
    while counted < end {
      let block = try source.read(min(XMLSegment.stepBytes, end - counted), at: counted)
      guard !block.isEmpty else { return }
      advance(over: block[...])
      counted += block.count
    }
  }

  /// Puts a mark before each fault, by which a value is known to hold one.
  private mutating func marked(_ text: DecodedText) -> [UInt8] {
    guard !text.bytes.isEmpty else { return [] }
    let continued = openFault
    openFault = text.faults.last.flatMap { $0.end == text.bytes.count ? $0.isNul : nil }
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
      // A run that the parts' border cuts in two is one fault.
      if fault.start > 0 || continued != fault.isNul {
        report(text.bytes[fault.start..<fault.end])
      }
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
