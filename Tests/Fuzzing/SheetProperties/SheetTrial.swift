import TongbaoIntake
package import TongbaoModel
package import TongbaoReading

/// All that reading some bytes gives, to be compared and counted.
package struct SheetTrial: Equatable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var lines: [UInt32] = []
  private var marks: [UInt8] = []
  private var problems: [String: Int] = [:]
  private var isWhole = true

  /// Reads `file`.
  ///
  /// Traps where rows come out of order: what a fuzzer looks for is a crash.
  package init(_ file: [UInt8], _ options: ReadingOptions) {
    do throws(ReadingFailure) {
      var reader = try SheetReader(bytes: file, name: "f", options: options)
      while let chunk = try reader.nextChunk() {
        let parsed = chunk.parse()
        append(parsed.batch)
        count(parsed.diagnostics)
      }
      isWhole = reader.description.isWhole
      count(reader.description.diagnostics)
    } catch {
      preconditionFailure("bytes in memory are always readable")
    }
  }

  /// Whether two readings say the same of a file, and give the same rows where it is whole.
  ///
  /// How many rows come before the place where a file breaks off is nobody's business: none of them counts. Nor
  /// how much beyond it has been decoded.
  package static func == (left: SheetTrial, right: SheetTrial) -> Bool {
    guard left.isWhole == right.isWhole, left.said == right.said else { return false }
    return !left.isWhole
      || left.bytes == right.bytes && left.ends == right.ends && left.lines == right.lines
        && left.marks == right.marks
  }

  private var said: [String: Int] {
    isWhole ? problems : problems.filter { $0.key != "encoding.undecodable" }
  }

  private mutating func append(_ batch: RowBatch) {
    for row in batch.rows.indices {
      precondition(lines.last ?? 0 <= batch.rows[row].line, "rows out of order")
      lines.append(batch.rows[row].line)
      for cell in batch.cells[batch.cellRange(ofRow: row)] {
        bytes += batch.bytes[Int(cell.start)..<Int(cell.end)]
        ends.append(bytes.count)
        marks.append(cell.marks.rawValue)
      }
      ends.append(-1)
    }
  }

  private mutating func count(_ log: DiagnosticLog) {
    for (kind, count) in log.counts { problems[kind.code, default: 0] += count }
  }

  /// Whether the text of all cells is UTF-8.
  var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }
}

/// Admits a file as an inspection sheet and counts what became of its rows.
package enum AdmissionTrial {
  /// Traps where a row is lost or counted twice.
  package static func run(_ file: [UInt8], under scheme: Scheme) {
    do throws(ReadingFailure) {
      var reader = try SheetReader(bytes: file, name: "f", options: ReadingOptions())
      guard let first = try reader.nextChunk()?.parse() else { return }
      let context = SheetContext(
        file: "f.csv",
        worksheet: reader.description.sheet,
        entry: SourceEntry(),
        scheme: scheme,
        department: nil,
        lastDay: CalendarDate(dayNumber: 18_000)
      )
      let isRecordXML = reader.description.form == .recordXML
      let (plan, _) = SheetPlan.plan(
        head: first.batch,
        recordNames: isRecordXML ? reader.description.fields : nil,
        context: context
      )
      guard let plan else { return }
      var sheet = AdmittedSheet(plan)
      var rows = first.batch.rows.count
      var state = FillState()
      var refused = plan.refusedRows([:], in: first.batch, state: &state)
      sheet.append(plan.admit(first.batch))
      while let chunk = try reader.nextChunk() {
        let batch = chunk.parse().batch
        rows += batch.rows.count
        refused += plan.refusedRows([:], in: batch, state: &state)
        sheet.append(plan.admit(batch))
      }
      sheet.finish()
      let counts = sheet.counts
      precondition(counts.rows == rows, "rows lost")
      precondition(counts.accepted + counts.refused + counts.nonRecords == rows, "rows uncounted")
      precondition(refused.count == counts.refused, "refused rows lost")
      _ = Records.joining([sheet])
    } catch {
      preconditionFailure("bytes in memory are always readable")
    }
  }
}
