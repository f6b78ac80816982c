import TongbaoIntake
import TongbaoModel
import TongbaoReading

/// What reading and admitting one sheet gave.
struct SheetOutcome: Sendable {
  /// The sheet.
  let input: SheetInput
  /// Its records; nil where it is refused as a whole.
  var sheet: AdmittedSheet?
  /// Everything that is to be said of it.
  var log: DiagnosticLog
  /// How it was read; nil where it could not even be opened.
  var description: SheetDescription?
  /// All fields of record XML, where some were not known when its first rows were read.
  var missedFields: [String]?
}

/// Reads sheets and admits their rows, on all cores: several sheets at a time, and chunks of a large one.
struct SheetAdmission: Sendable {
  /// The rules of the year, and nothing of any sheet yet.
  private let rules: SheetContext
  /// Departments by id, for the entries' `department`.
  private let departments: [String: Ordinal<Department>]

  /// Sheets that are read at a time, and chunks of one that are parsed at a time.
  ///
  /// Two of each keep two cores busy; more would only hold more memory.
  private static let sheetsAtATime = 2
  private static let chunksAtATime = 3

  init(scheme: Scheme) {
    rules = SheetContext(file: "", scheme: scheme, lastDay: scheme.window.to)
    departments = Dictionary(
      scheme.departments.ordinals.map { (scheme.departments[$0].id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Admits all sheets; the outcomes stand in the order of the inputs.
  func admit(_ inputs: [SheetInput]) async -> [SheetOutcome] {
    await withTaskGroup(of: (Int, SheetOutcome).self) { group in
      var outcomes: [(Int, SheetOutcome)] = []
      for (index, input) in inputs.enumerated() {
        if index >= Self.sheetsAtATime, let finished = await group.next() {
          outcomes.append(finished)
        }
        group.addTask { (index, await admit(input)) }
      }
      for await finished in group { outcomes.append(finished) }
      return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Admits one sheet.
  func admit(_ input: SheetInput) async -> SheetOutcome {
    do throws(ReadingFailure) {
      let options = ReadingOptions(input.entry)
      let reader = try SheetReader(path: input.path, name: input.name, options: options)
      let outcome = try await admit(input, from: reader)
      guard let fields = outcome.missedFields else { return outcome }
      // A field that shows up late belongs to the plan of the whole sheet: read it again.
      let again = try SheetReader(path: input.path, name: input.name, options: options)
      return try await admit(input, from: again, fields: fields)
    } catch {
      var log = DiagnosticLog()
      log.append(error.diagnostic(name: input.name))
      return SheetOutcome(input: input, sheet: nil, log: log, description: nil)
    }
  }

  private func admit(
    _ input: SheetInput,
    from source: consuming SheetReader,
    fields: [String]? = nil
  ) async throws(ReadingFailure) -> SheetOutcome {
    var reader = source
    let chunk = try await reader.nextChunkAhead()
    let description = reader.description
    guard chunk != nil || description.isWhole else { return refused(input, description) }
    let first = chunk?.parse()
    var (plan, log) = SheetPlan.plan(
      head: first?.batch ?? RowBatch(),
      recordNames: description.form == .recordXML ? fields ?? description.fields : nil,
      context: context(of: input, worksheet: description.sheet)
    )
    guard let plan, let first else {
      if let first { log.append(contentsOf: first.diagnostics) }
      // To the end, for what only the end of the file can tell; its rows are of no use.
      while try await reader.nextChunkAhead() != nil {}
      var outcome = refused(input, reader.description)
      outcome.log.append(contentsOf: log)
      return outcome
    }
    var growing = GrowingSheet(plan)
    growing.add(AdmittedPart(number: 0, first, plan, full: []))
    try await growing.addAll(of: &reader, atATime: Self.chunksAtATime)
    var outcome = outcome(of: input, growing, log, reader.description)
    let known = fields ?? description.fields
    if description.form == .recordXML, reader.description.fields.count > known.count {
      outcome.missedFields = reader.description.fields
    }
    return outcome
  }

  private func outcome(
    of input: SheetInput,
    _ growing: GrowingSheet,
    _ planLog: DiagnosticLog,
    _ description: SheetDescription
  ) -> SheetOutcome {
    var log = description.diagnostics
    log.append(contentsOf: growing.log)
    log.append(contentsOf: planLog)
    var sheet = growing.sheet
    sheet.finish()
    log.append(contentsOf: sheet.log)
    return SheetOutcome(
      input: input,
      sheet: description.isWhole ? sheet : nil,
      log: log,
      description: description
    )
  }

  private func refused(_ input: SheetInput, _ description: SheetDescription) -> SheetOutcome {
    SheetOutcome(
      input: input,
      sheet: nil,
      log: description.diagnostics,
      description: description
    )
  }

  private func context(of input: SheetInput, worksheet: String?) -> SheetContext {
    var context = rules
    context.file = input.name
    context.worksheet = worksheet
    context.entry = input.entry
    context.department = input.entry.department.flatMap { departments[$0] }
    context.lastDay = input.lastDay
    return context
  }
}
