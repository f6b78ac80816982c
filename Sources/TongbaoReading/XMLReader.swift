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
  private var feed: XMLFeed
  private var parser: XMLPushParser?
  private var records: RecordContent?
  private var worksheet: WorkbookContent?
  private var ready: [SheetChunk.Content] = []
  private var number = 0
  private var isAtEnd = false

  private static let blockBytes = 131_072

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
    feed = XMLFeed(input, choice.encoding)
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
    while ready.isEmpty, !isAtEnd, parser != nil { try advance() }
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
      let block = try looking.next(XMLReader.blockBytes)
      isLast = block.isLast
      looked += block.bytes.count
      parser.feed(block.bytes, isLast: isLast)
      if let form = WorkbookContent.form(ofRoot: probe.root) { return try openWorkbook(form) }
    }
    if probe.repeated == nil, let fault = parser.fault, options.record == nil {
      description.diagnostics.append(contentsOf: looking.log)
      return report(fault)
    }
    openRecords(probe)
  }

  private func openRecords(_ probe: RecordProbe) {
    let named = options.record.map { RecordChoice(path: [$0], isNamed: true) }
    guard let choice = named ?? probe.repeated ?? probe.single else {
      description.refuse(Diagnostic(.xmlNoRecords, at: SourceLocation(file: input.name)))
      return
    }
    description.form = .recordXML
    description.recordElement = choice.path.last
    let content = RecordContent(choice, limits: options.limits, batchBytes: options.batchBytes)
    records = content
    parser = XMLPushParser(content, isUTF8: encoding != nil)
  }

  /// Which worksheet is visible is often said after its rows: so a workbook is gone through twice.
  private func openWorkbook(_ form: SheetDescription.Form) throws(ReadingFailure) {
    description.form = form
    let survey = WorkbookContent.make(form, target: nil, options)
    guard let surveyor = XMLPushParser(survey, isUTF8: encoding != nil) else { return }
    var surveyed = newFeed()
    var isLast = false
    while !isLast, surveyor.fault == nil {
      let block = try surveyed.next(XMLReader.blockBytes)
      isLast = block.isLast
      surveyor.feed(block.bytes, isLast: isLast)
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
      parser = XMLPushParser(content, isUTF8: encoding != nil)
    }
  }

  // MARK: - Reading

  private func advance() throws(ReadingFailure) {
    guard let parser else { return }
    let block = try feed.next(XMLReader.blockBytes)
    if feed.hasFaults { noteFaults() }
    parser.feed(block.bytes, isLast: block.isLast)
    isAtEnd = block.isLast || parser.fault != nil
    if isAtEnd {
      records?.flush()
      worksheet?.flush()
    }
    collect()
    if isAtEnd { finish(parser.fault) }
  }

  private func noteFaults() {
    records?.markFaults()
    worksheet?.mayHoldFaults = true
  }

  private func collect() {
    let rows = records?.takeReady() ?? []
    // Whoever takes these rows must know the names of their fields.
    if !rows.isEmpty, let state = records?.snapshot { description.fields = state.fields }
    for rows in rows { ready.append(.records(rows)) }
    for batch in worksheet?.takeReady() ?? [] { ready.append(.finished(batch)) }
  }

  private func finish(_ fault: XMLFault?) {
    description.diagnostics.append(contentsOf: feed.log)
    if let fault { report(fault) }
    if let worksheet { finish(worksheet) }
    guard let state = records?.snapshot else { return }
    description.fields = state.fields
    for stranger in state.ignored where fault == nil {
      let facts: [String: Fact] = [
        "name": .text(stranger.name), "count": .number(stranger.count),
        "record": .text(description.recordElement ?? ""),
      ]
      let place = SourceLocation(file: input.name)
      description.diagnostics.append(
        Diagnostic(.xmlOtherRecords, at: place, text: stranger.name, facts: facts)
      )
    }
    if state.recordCount == 0, fault == nil {
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
