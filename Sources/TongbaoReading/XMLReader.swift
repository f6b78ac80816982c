import TongbaoModel

/// A document to be read.
struct XMLInput {
  /// Its bytes.
  var source: ByteSource
  /// Its beginning.
  var head: FileHead
  /// What was found of its encoding.
  var choice: EncodingChoice
  /// The file's name, for places.
  var name: String
}

/// Reads one XML document: decides what it is, then lets libxml2 go through it part by part.
///
/// Records are parsed piece by piece, each on its own and several at a time. As soon as something is not as it
/// should be, the document is begun again as a whole, which shows what is wrong, and where.
final class XMLReader {
  /// What is known of the document.
  private(set) var description: SheetDescription

  private let input: XMLInput
  private let options: ReadingOptions
  private let encoding: TextEncoding?
  private var pieces: RecordPieces?
  private var feed: XMLFeed
  private var parser: XMLParser?
  private var records: RecordContent?
  private var worksheet: WorkbookContent?
  private var ready: [SheetChunk.Content] = []
  private var number = 0
  private var isAtEnd = false

  private var choice: RecordChoice?
  /// Rows that wait for more.
  private var held: [RecordRows] = []
  /// Records that have been handed out.
  private var handedOut = 0
  /// What the parser has not taken yet.
  private var pending: [UInt8] = []

  /// Looks at the beginning of the document, and through all of a workbook.
  init(
    _ input: XMLInput,
    _ description: SheetDescription,
    _ options: ReadingOptions
  ) throws(ReadingFailure) {
    self.input = input
    self.options = options
    self.description = description
    let choice = XMLEncodingChoice(input.head, input.choice, file: input.name)
    encoding = choice.encoding
    feed = XMLFeed(input, encoding)
    self.description.encoding = choice.encoding
    if let diagnostic = choice.diagnostic { self.description.diagnostics.append(diagnostic) }
    if choice.isRefused {
      self.description.isWhole = false
      return
    }
    try look()
  }

  private func newFeed() -> XMLFeed {
    XMLFeed(input, encoding)
  }

  /// The next rows; nil at the end.
  func nextChunk() throws(ReadingFailure) -> SheetChunk? {
    while ready.isEmpty, !isAtEnd {
      if let pieces { take(try pieces.next()) } else { try advance() }
    }
    return takeReady()
  }

  /// The next rows; nil at the end.
  ///
  /// Meanwhile other threads parse what comes after them.
  func nextChunkAhead() async throws(ReadingFailure) -> SheetChunk? {
    while ready.isEmpty, !isAtEnd {
      if let pieces { take(try await pieces.nextAhead()) } else { try advance() }
    }
    return takeReady()
  }

  private func takeReady() -> SheetChunk? {
    guard !ready.isEmpty else { return nil }
    defer { number += 1 }
    return SheetChunk(number: number, content: ready.removeFirst())
  }

  // MARK: - Finding out

  private func look() throws(ReadingFailure) {
    let probe = RecordProbe(maximumDepth: options.limits.recordDepth)
    guard let parser = XMLParser(probe, isUTF8: encoding != nil) else { return }
    var looking = newFeed()
    var looked = 0
    var isLast = false
    while !isLast, parser.fault == nil, looked < options.limits.lookAhead,
      looked < 1_000_000 || probe.repeated == nil
    {
      let segment = try looking.next(XMLSegment.stepBytes)
      isLast = segment.isLast
      looked += segment.bytes.count
      parser.feed(segment)
      if let form = WorkbookContent.form(ofRoot: probe.root) { return try openWorkbook(form) }
    }
    if probe.repeated == nil, let fault = parser.fault, options.record == nil {
      description.diagnostics.append(contentsOf: looking.log)
      return report(fault)
    }
    try openRecords(probe, hasDocumentType: parser.hasDocumentType)
  }

  private func openRecords(
    _ probe: RecordProbe,
    hasDocumentType: Bool
  ) throws(ReadingFailure) {
    let named = options.record.map { RecordChoice(path: [$0], isNamed: true) }
    guard let choice = named ?? probe.repeated ?? probe.single else {
      description.refuse(Diagnostic(.xmlNoRecords, at: SourceLocation(file: input.name)))
      return
    }
    description.form = .recordXML
    description.recordElement = choice.path.last
    self.choice = choice
    if encoding != nil, !hasDocumentType, let frame = try frame(of: choice) {
      let untested = XMLFeed(input, encoding, isTested: true)
      pieces = RecordPieces(frame, untested, limits: options.limits, bytes: pieceBytes)
    } else {
      begin(choice)
    }
  }

  /// What stands around the records; nil where they cannot be parsed piece by piece.
  private func frame(of choice: RecordChoice) throws(ReadingFailure) -> RecordFrame? {
    let finder = RecordFrameFinder(choice)
    guard let parser = XMLParser(finder, isUTF8: true) else { return nil }
    var looking = newFeed()
    var bytes: [UInt8] = []
    while !finder.isDone, parser.fault == nil, bytes.count <= RecordFrame.headLimit {
      let segment = try looking.next(XMLSegment.stepBytes)
      // What does not decode is written otherwise, and stands elsewhere.
      guard !segment.holdsFaults else { return nil }
      bytes += segment.bytes
      parser.feed(segment)
      if segment.isLast { break }
    }
    return finder.frame(of: bytes)
  }

  /// Begins to read the records of the document as a whole; those that have been handed out are skipped.
  private func begin(_ choice: RecordChoice) {
    let content = RecordContent(
      RecordState(choice: choice, limits: options.limits, skipped: handedOut)
    )
    pieces = nil
    records = content
    parser = XMLParser(content, isUTF8: encoding != nil)
    feed = newFeed()
    isAtEnd = parser == nil
  }

  /// Which worksheet is visible is often said after its rows: so a workbook is gone through twice.
  private func openWorkbook(_ form: SheetDescription.Form) throws(ReadingFailure) {
    description.form = form
    let survey = WorkbookContent.make(form, target: nil, options)
    guard let surveyor = XMLParser(survey, isUTF8: encoding != nil) else { return }
    var surveyed = newFeed()
    var isLast = false
    while !isLast, surveyor.fault == nil {
      let segment = try surveyed.next(XMLSegment.stepBytes)
      isLast = segment.isLast
      surveyor.feed(segment)
    }
    if let fault = surveyor.fault {
      description.diagnostics.append(contentsOf: surveyed.log)
      return report(fault)
    }
    let place = SourceLocation(file: input.name)
    description.sheetNames = survey.sheets.map(\.name)
    switch survey.chosen(options.sheet) {
    case .failure(let problem): description.refuse(problem.diagnostic(at: place))
    case .success(let target):
      description.sheet = survey.sheets[target].name
      let others = survey.sheets.indices.filter { $0 != target && !survey.sheets[$0].isEmpty }
      if options.sheet == nil, !others.isEmpty {
        let names = others.map { survey.sheets[$0].name }
        let other = Diagnostic.otherSheets(names, beside: survey.sheets[target].name, at: place)
        description.diagnostics.append(other)
      }
      let content = WorkbookContent.make(form, target: target, options)
      worksheet = content
      parser = XMLParser(content, isUTF8: encoding != nil)
      isAtEnd = parser == nil
    }
  }

  // MARK: - Reading

  /// Hands out what a piece has given.
  private func take(_ outcome: RecordPiece.Outcome?) {
    guard let outcome, let pieces else {
      if let choice { begin(choice) }
      return
    }
    // Whoever takes these rows must know the names of their fields.
    description.fields = pieces.layout.fields.map(\.path)
    for rows in outcome.rows {
      handedOut += rows.records.count
      ready.append(.records(rows))
    }
    guard outcome.isLast else { return }
    isAtEnd = true
    finishRecords(handedOut, Array(pieces.strangers.values))
  }

  /// How many bytes of record XML are read at a time.
  ///
  /// With more than a megabyte the memory of each part went back to the system and had to be asked for again.
  private var pieceBytes: Int { min(8 * XMLSegment.stepBytes, options.batchBytes) }

  private func advance() throws(ReadingFailure) {
    guard let parser else {
      isAtEnd = true
      return
    }
    let segment = try feed.next(min(XMLSegment.stepBytes, pieceBytes))
    if let records {
      advance(parser, records, segment)
    } else {
      advance(parser, worksheet, segment)
    }
    if isAtEnd { finish(parser.fault) }
  }

  private func advance(
    _ parser: XMLParser,
    _ records: RecordContent,
    _ segment: consuming XMLSegment
  ) {
    let offset = parser.offset
    segment.prepend(pending)
    if segment.holdsFaults { records.markFaults() }
    segment.bytes.withView { view in
      records.enter(view, at: offset - segment.start)
      parser.feed(segment)
    }
    isAtEnd = segment.isLast || parser.fault != nil
    let isPlaced = encoding != nil
    if isPlaced, !isAtEnd {
      pending = Array(segment.bytes[(segment.start + parser.offset - offset)...])
    }
    held += records.leave(isPlaced ? segment.takeBytes() : [])
    let isFull = held.reduce(0) { $0 + $1.bytes.count } >= pieceBytes
    if isAtEnd || isFull { handOut(records) }
  }

  /// Hands the held rows out, unless the document breaks off within a record.
  private func handOut(_ records: RecordContent) {
    let rows = parser?.fault != nil && records.isWithinRecord ? [] : held
    held = []
    handedOut += rows.reduce(0) { $0 + $1.records.count }
    // Whoever takes these rows must know the names of their fields.
    if !rows.isEmpty { description.fields = records.layout.fields.map(\.path) }
    for rows in rows { ready.append(.records(rows)) }
  }

  private func advance(
    _ parser: XMLParser,
    _ worksheet: WorkbookContent?,
    _ segment: XMLSegment
  ) {
    if segment.holdsFaults { worksheet?.mayHoldFaults = true }
    parser.feed(segment)
    isAtEnd = segment.isLast || parser.fault != nil
    if isAtEnd { worksheet?.flush() }
    for batch in worksheet?.takeReady() ?? [] { ready.append(.finished(batch)) }
  }

  private func finish(_ fault: XMLFault?) {
    description.diagnostics.append(contentsOf: feed.log)
    if let fault { report(fault) }
    if let worksheet { finish(worksheet) }
    guard let records else { return }
    description.fields = records.layout.fields.map(\.path)
    if fault == nil { finishRecords(records.recordCount, records.strangers) }
  }

  /// What is to be said of the records once all have been seen.
  private func finishRecords(_ count: Int, _ strangers: [RecordStranger]) {
    let place = SourceLocation(file: input.name)
    let ignored = strangers.filter {
      $0.count > 1 || $0.fields > 2 && $0.fields * 2 >= description.fields.count
    }
    for stranger in ignored.sorted(by: { ($0.count, $0.name) > ($1.count, $1.name) }) {
      let facts: [String: Fact] = [
        "name": .text(stranger.name), "count": .number(stranger.count),
        "record": .text(description.recordElement ?? ""),
      ]
      description.diagnostics.append(
        Diagnostic(.xmlOtherRecords, at: place, text: stranger.name, facts: facts)
      )
    }
    if count == 0 {
      let named = options.record.map { name in
        Diagnostic(.xmlRecordMissing, at: place, text: name)
      }
      description.refuse(named ?? Diagnostic(.xmlNoRecords, at: place))
    }
  }

  private func finish(_ worksheet: WorkbookContent) {
    for problem in worksheet.problems {
      let place = SourceLocation(
        file: input.name,
        sheet: description.sheet,
        line: problem.row,
        column: problem.column
      )
      description.diagnostics.append(problem.diagnostic(at: place))
    }
  }

  private func report(_ fault: XMLFault) {
    let place = SourceLocation(file: input.name, line: fault.line, column: fault.column)
    description.refuse(fault.diagnostic(at: place, limits: options.limits))
  }
}
