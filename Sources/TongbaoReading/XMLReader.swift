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

/// Reads one XML document: decides what it is, then lets libxml2 go through it block by block.
final class XMLReader {
  /// What is known of the document.
  private(set) var description: SheetDescription

  private let input: XMLInput
  private let options: ReadingOptions
  private let encoding: TextEncoding?
  private var ahead: XMLReadAhead?
  private var parser: XMLPushParser?
  private var records: RecordContent?
  private var worksheet: WorkbookContent?
  private var ready: [SheetChunk.Content] = []
  private var number = 0
  private var isAtEnd = false

  private var choice: RecordChoice?
  /// Whether libxml2 gets to see masked text.
  private var isMasked = false
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
    while ready.isEmpty, !isAtEnd, parser != nil, let ahead { advance(try ahead.next()) }
    return takeReady()
  }

  /// The next rows; nil at the end.
  ///
  /// Meanwhile another thread prepares what comes after them.
  func nextChunkAhead() async throws(ReadingFailure) -> SheetChunk? {
    while ready.isEmpty, !isAtEnd, parser != nil, let ahead {
      advance(try await ahead.nextPrepared())
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
    guard let parser = XMLPushParser(probe, isUTF8: encoding != nil) else { return }
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
    openRecords(probe, isMasked: probe.root != nil && !parser.hasDocumentType)
  }

  private func openRecords(_ probe: RecordProbe, isMasked: Bool) {
    let named = options.record.map { RecordChoice(path: [$0], isNamed: true) }
    guard let choice = named ?? probe.repeated ?? probe.single else {
      description.refuse(Diagnostic(.xmlNoRecords, at: SourceLocation(file: input.name)))
      return
    }
    description.form = .recordXML
    description.recordElement = choice.path.last
    begin(choice, isMasked: isMasked && encoding != nil, skipped: 0)
  }

  /// Begins to read the records, the first `skipped` of which have been handed out before.
  private func begin(_ choice: RecordChoice, isMasked: Bool, skipped: Int) {
    let content = RecordContent(choice, limits: options.limits, skipped: skipped)
    self.choice = choice
    self.isMasked = isMasked
    records = content
    parser = XMLPushParser(content, isUTF8: encoding != nil, isMasked: isMasked)
    ahead = XMLReadAhead(
      newFeed(),
      bytes: isMasked ? segmentBytes : XMLSegment.stepBytes,
      masks: isMasked
    )
    pending = []
    isAtEnd = false
  }

  /// Which worksheet is visible is often said after its rows: so a workbook is gone through twice.
  private func openWorkbook(_ form: SheetDescription.Form) throws(ReadingFailure) {
    description.form = form
    let survey = WorkbookContent.make(form, target: nil, options)
    guard let surveyor = XMLPushParser(survey, isUTF8: encoding != nil) else { return }
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
      ahead = XMLReadAhead(newFeed(), bytes: XMLSegment.stepBytes, masks: false)
      parser = XMLPushParser(content, isUTF8: encoding != nil)
    }
  }

  // MARK: - Reading

  private func advance(_ segment: consuming XMLSegment) {
    guard let parser else { return }
    if let records {
      advance(parser, records, segment)
    } else {
      advance(parser, worksheet, segment)
    }
    if isAtEnd { finish(self.parser?.fault) }
  }

  /// How many bytes of record XML are read at a time.
  ///
  /// With more than a megabyte the memory of each part went back to the system and had to be asked for again.
  private var segmentBytes: Int {
    let step = XMLSegment.stepBytes
    return options.batchBytes < step ? options.batchBytes : min(8, options.batchBytes / step) * step
  }

  private func advance(
    _ parser: XMLPushParser,
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
    ahead?.giveBack(segment.takeMask())
    let rows = records.leave(isPlaced ? segment.takeBytes() : [])
    // A fault shows its place and its kind in the document itself alone.
    if isMasked, parser.fault != nil, let choice {
      return begin(choice, isMasked: false, skipped: handedOut)
    }
    held += rows
    let isFull = held.reduce(0) { $0 + $1.bytes.count } >= segmentBytes
    if isAtEnd || isFull { handOut(records) }
  }

  /// Hands the held rows out, unless the document breaks off within a record.
  private func handOut(_ records: RecordContent) {
    let rows = parser?.fault != nil && records.isWithinRecord ? [] : held
    held = []
    handedOut += rows.reduce(0) { $0 + $1.records.count }
    // Whoever takes these rows must know the names of their fields.
    if !rows.isEmpty { description.fields = records.fields }
    for rows in rows { ready.append(.records(rows)) }
  }

  private func advance(
    _ parser: XMLPushParser,
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
    if let ahead { description.diagnostics.append(contentsOf: ahead.log) }
    if let fault { report(fault) }
    if let worksheet { finish(worksheet) }
    guard let records else { return }
    description.fields = records.fields
    for stranger in records.ignored where fault == nil {
      let facts: [String: Fact] = [
        "name": .text(stranger.name), "count": .number(stranger.count),
        "record": .text(description.recordElement ?? ""),
      ]
      let place = SourceLocation(file: input.name)
      description.diagnostics.append(
        Diagnostic(.xmlOtherRecords, at: place, text: stranger.name, facts: facts)
      )
    }
    if records.recordCount == 0, fault == nil {
      let place = SourceLocation(file: input.name)
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
