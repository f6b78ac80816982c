import TongbaoModel

/// Cuts delimited text into chunks of whole rows: the serial part.
///
/// UTF-8 and GB18030 are cut as they come, since line ends and quotes are never part of another
/// character there; other encodings are decoded first.
struct DelimitedReader {
  private let source: ByteSource
  private let cutter: RowCutter
  private let options: ReadingOptions
  private let name: String
  private let encoding: TextEncoding
  private let lineEnding: SheetDescription.LineEnding?
  private var decoder: TextDecoder?

  private var buffer: [UInt8] = []
  private var faults: [DecodedText.Fault] = []
  private var isAtEnd = false
  private var line: Int
  private var number = 0

  /// A reader after the byte order mark and a `sep=` line.
  init(
    _ source: ByteSource,
    _ head: FileHead,
    _ choice: EncodingChoice,
    _ name: String,
    _ options: ReadingOptions
  ) {
    self.source = source
    self.options = options
    self.name = name
    encoding = choice.encoding
    var headDecoder = TextDecoder(encoding)
    let sample = headDecoder.decode(
      Array(head.bytes.dropFirst(choice.markLength)),
      isLast: head.isWhole
    )
    let found = DelimiterChoice(sample.bytes, forced: options.delimiter, isWhole: head.isWhole)
    cutter = RowCutter(delimiter: found.delimiter, rowBytes: options.limits.rowBytes)
    lineEnding = found.lineEnding(of: sample.bytes, isWhole: head.isWhole)
    line = found.skipped > 0 ? 2 : 1
    // In GB18030 the second byte of a character may be a digit, a letter or a bar.
    let isCutAsItComes =
      encoding == .utf8 || (encoding == .gb18030 && found.delimiter < 0x30)
      || (encoding == .gb18030 && found.delimiter == 0x3B)
    decoder = isCutAsItComes ? nil : TextDecoder(encoding)
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    source.seek(to: choice.markLength + found.skipped * (isWide ? 2 : 1))
  }

  /// Says what was found.
  func describe(_ description: inout SheetDescription) {
    description.form = .csv
    description.delimiter = cutter.delimiter
    description.lineEnding = lineEnding
  }

  /// The next whole rows.
  mutating func nextChunk() throws(ReadingFailure) -> SheetChunk? {
    try fill(blockBytes)
    while !buffer.isEmpty || !isAtEnd {
      guard !buffer.isEmpty else {
        // The decoder still waits for the rest of a character.
        try fill(blockBytes)
        continue
      }
      switch cutBuffer() {
      case .rows(let end): return take(end)
      case .tooLong: return try takeTooLong()
      case .needsMore: try fill(max(blockBytes, buffer.count))
      }
    }
    return nil
  }

  /// Most bytes of a chunk after the first: few enough to stay in a core's cache.
  private static let cachedBytes = 262_144

  /// The first chunk is large, for the header is looked for in it.
  private var blockBytes: Int {
    number == 0 ? options.batchBytes : min(options.batchBytes, DelimitedReader.cachedBytes)
  }

  /// What lies beyond the longest row is not looked at, so that chunks of any size give the same rows.
  private func cutBuffer() -> RowCutter.Cut {
    buffer.withView { view in
      guard view.count > cutter.rowBytes else { return cutter.cut(view, isLast: isAtEnd) }
      return cutter.cut(view.slice(0..<cutter.rowBytes), isLast: false)
    }
  }

  private mutating func fill(_ count: Int) throws(ReadingFailure) {
    guard !isAtEnd else { return }
    guard decoder != nil else {
      let before = buffer.count
      buffer = try source.read(count, after: buffer[...])
      isAtEnd = buffer.count < before + count
      return
    }
    let raw = try source.read(count)
    isAtEnd = raw.count < count
    guard let text = decoder?.decode(raw, isLast: isAtEnd) else { return }
    for fault in text.faults { append(fault, at: buffer.count) }
    buffer += text.bytes
  }

  /// Adds a fault of a block; one that a block's end cut in two becomes one again.
  private mutating func append(_ fault: DecodedText.Fault, at base: Int) {
    if let last = faults.last, last.end == fault.start + base, last.isNul == fault.isNul {
      faults[faults.count - 1].end = fault.end + base
      return
    }
    faults.append(fault.moved(by: base))
  }

  private mutating func take(_ end: Int) -> SheetChunk {
    let rest = Array(buffer[end...])
    buffer.removeLast(rest.count)
    let rows = delimitedRows(buffer, faults: faults.filter { $0.start < end })
    line += buffer.withView { $0.lineEnds(in: 0..<$0.count) }
    drop(end, keeping: rest)
    return chunk(rows)
  }

  /// The beginning of a row that is too long; the rest of it up to its line end is skipped.
  private mutating func takeTooLong() throws(ReadingFailure) -> SheetChunk {
    var rows = delimitedRows(Array(buffer.prefix(256)), faults: [])
    rows.isTooLong = true
    while true {
      let end = buffer.withView { $0.endOfLine(from: 0, to: $0.count) }
      // A CR at the buffer's end may be half of a line end.
      if let end, isAtEnd || end < buffer.count || buffer[end - 1] == 0x0A {
        drop(end, keeping: Array(buffer[end...]))
        break
      }
      if isAtEnd {
        drop(buffer.count, keeping: [])
        break
      }
      if let last = buffer.indices.last { drop(last, keeping: [buffer[last]]) }
      try fill(max(options.batchBytes, 1_000_000))
    }
    line += 1
    return chunk(rows)
  }

  private mutating func drop(_ count: Int, keeping rest: [UInt8]) {
    buffer = rest
    faults = faults.compactMap { fault in
      guard fault.start >= count else { return nil }
      return fault.moved(by: -count)
    }
  }

  private func delimitedRows(_ bytes: [UInt8], faults: [DecodedText.Fault]) -> DelimitedRows {
    DelimitedRows(
      bytes: bytes,
      encoding: decoder == nil ? encoding : nil,
      faults: faults,
      sourceEncoding: encoding,
      line: line,
      delimiter: cutter.delimiter,
      file: name,
      limits: options.limits
    )
  }

  private mutating func chunk(_ rows: DelimitedRows) -> SheetChunk {
    defer { number += 1 }
    return SheetChunk(number: number, content: .delimited(rows))
  }
}
