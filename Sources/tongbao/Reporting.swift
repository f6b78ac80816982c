import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

extension Terminal {
  /// How many diagnostics are printed; the rest is counted.
  static let printedDiagnostics = 200

  /// Prints diagnostics and their summary to standard error.
  func report(_ log: DiagnosticLog) {
    let text = DiagnosticText(language: language, isColored: usesColour)
      .text(of: log, limit: Terminal.printedDiagnostics)
    if !text.isEmpty { message(String(text.dropLast())) }
  }

  /// Prints errors and warnings to standard error; notes are for `check`.
  func reportProblems(_ log: DiagnosticLog) {
    var problems = DiagnosticLog()
    for diagnostic in log.kept where diagnostic.kind.severity > .note {
      problems.append(diagnostic)
    }
    report(problems)
  }

  /// Says what is wrong with sheets whose figures were given, and with which code that ends.
  func close(_ request: SheetOptions.Request, isStrict: Bool) -> ExitStatus {
    var log = DiagnosticLog()
    log.append(contentsOf: request.rules.log)
    log.append(contentsOf: request.gathering.log)
    reportProblems(log)
    if log.count(of: Severity.error) > 0 { return .dataErrors }
    return isStrict && log.count(of: Severity.warning) > 0 ? .warnings : .done
  }

  /// Runs a command's work and ends the program with the exit code that it comes to; of a failure says why.
  func finish(_ work: () async throws(PipelineFailure) -> ExitStatus) async throws {
    let status: ExitStatus
    do throws(PipelineFailure) {
      status = try await work()
    } catch {
      var log = DiagnosticLog()
      log.append(contentsOf: error.diagnostics)
      report(log)
      status = error.exitStatus
    }
    guard status == .done else { throw ExitCode(status.rawValue) }
  }
}
