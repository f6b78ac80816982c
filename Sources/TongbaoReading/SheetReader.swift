/// Reads one file, chunk by chunk: a cheap serial part here, the rest in `SheetChunk.parse()`.
///
/// One thread at a time may call `nextChunk()`; memory stays at a few chunks whatever the file's size. All that
/// is wrong with the content is a diagnostic, of a chunk or of the `description`.
package struct SheetReader: ~Copyable {
  /// What the rows come from.
  private enum Engine {
    case nothing
    case delimited(DelimitedReader)
    case xml(XMLReader)
  }

  private var engine: Engine
  private var ownDescription: SheetDescription

  /// What is known of the file; complete once `nextChunk()` has returned nil.
  package var description: SheetDescription {
    if case .xml(let reader) = engine { reader.description } else { ownDescription }
  }

  /// Opens the file at `path` and looks at its beginning.
  ///
  /// `name` stands in places.
  package init(path: String, name: String, options: ReadingOptions) throws(ReadingFailure) {
    try self.init(source: ByteSource(path: path), name: name, options: options)
  }

  /// Reads bytes that are in memory.
  package init(bytes: [UInt8], name: String, options: ReadingOptions) throws(ReadingFailure) {
    try self.init(source: ByteSource(memory: bytes), name: name, options: options)
  }

  private init(source: ByteSource, name: String, options: ReadingOptions) throws(ReadingFailure) {
    let head = try FileHead(source)
    let findings = head.findings(of: name, forced: options.encoding)
    var description = SheetDescription()
    description.diagnostics = findings.log
    guard let choice = findings.choice else {
      description.isWhole = false
      ownDescription = description
      engine = .nothing
      return
    }
    description.encoding = choice.encoding
    description.hasByteOrderMark = choice.reason == .byteOrderMark
    if findings.isXML {
      let input = XMLInput(source: source, head: head, choice: choice, name: name)
      engine = .xml(try XMLReader(input, description, options))
      ownDescription = description
    } else {
      let reader = DelimitedReader(source, head, choice, name, options)
      reader.describe(&description)
      engine = .delimited(reader)
      ownDescription = description
    }
  }

  /// The next rows; nil at the end of the file, and at once where the content is no table.
  package mutating func nextChunk() throws(ReadingFailure) -> SheetChunk? {
    switch engine {
    case .nothing: return nil
    case .xml(let reader): return try reader.nextChunk()
    case .delimited: return try nextDelimited()
    }
  }

  /// The next rows, like `nextChunk()`, while another thread prepares what comes after them.
  ///
  /// For XML, whose serial part is the longer one.
  package mutating func nextChunkAhead() async throws(ReadingFailure) -> SheetChunk? {
    guard case .xml(let reader) = engine else { return try nextDelimited() }
    return try await reader.nextChunkAhead()
  }

  private mutating func nextDelimited() throws(ReadingFailure) -> SheetChunk? {
    guard case .delimited(var reader) = engine else { return nil }
    engine = .nothing
    let chunk = try reader.nextChunk()
    engine = .delimited(reader)
    return chunk
  }
}
