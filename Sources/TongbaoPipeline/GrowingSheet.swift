import TongbaoIntake
import TongbaoModel
import TongbaoReading

/// A sheet to which parts are added in file order, whatever order they are done in.
struct GrowingSheet: Sendable {
  /// What the parts have given so far.
  private(set) var sheet: AdmittedSheet
  /// What reading found in them.
  private(set) var log = DiagnosticLog()
  private var next = 0
  private var waiting: [Int: AdmittedPart] = [:]

  /// A sheet without parts.
  init(_ plan: SheetPlan) {
    sheet = AdmittedSheet(plan)
  }

  /// Adds a part as soon as all before it are there: what it alone holds is gone by then.
  mutating func add(_ part: AdmittedPart) {
    waiting[part.number] = part
    while let part = waiting.removeValue(forKey: next) {
      log.append(contentsOf: part.diagnostics)
      sheet.append(part.batch)
      next += 1
    }
  }

  /// Parses, admits and adds the chunks that are left, some at a time.
  mutating func addAll(
    of reader: inout SheetReader,
    atATime most: Int
  ) async throws(ReadingFailure) {
    let plan = sheet.plan
    var failure: ReadingFailure?
    await withTaskGroup(of: AdmittedPart.self) { group in
      var inTheAir = 0
      do throws(ReadingFailure) {
        while let chunk = try await reader.nextChunkAhead() {
          if inTheAir >= most, let part = await group.next() {
            add(part)
            inTheAir -= 1
          }
          // What is full by now is full for every later chunk, whichever is done first.
          let full = log.fullKinds.union(sheet.log.fullKinds)
          group.addTask {
            AdmittedPart(number: chunk.number, chunk.parse(full: full), plan, full: full)
          }
          inTheAir += 1
        }
      } catch {
        failure = error
      }
      for await part in group { add(part) }
    }
    if let failure { throw failure }
  }
}

/// A chunk after parsing and admitting.
struct AdmittedPart: Sendable {
  /// Position of the chunk in the file.
  let number: Int
  /// What its rows gave.
  let batch: AdmittedBatch
  /// What reading found in it.
  let diagnostics: DiagnosticLog

  /// Admits a chunk; of the kinds in `full` diagnostics are only counted.
  init(number: Int, _ chunk: ParsedChunk, _ plan: SheetPlan, full: Set<DiagnosticKind>) {
    self.number = number
    batch = plan.admit(chunk.batch, full: full)
    diagnostics = chunk.diagnostics
  }
}
