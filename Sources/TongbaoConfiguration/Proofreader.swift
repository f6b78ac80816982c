import TongbaoModel

/// Collects what is wrong in one configuration file, each at its place with the line as it stands.
final class Proofreader {
  /// The lines of the file.
  let lines: SourceLines
  private var found: [(place: Place, diagnostic: Diagnostic)] = []
  private var counts: [DiagnosticKind: Int] = [:]

  /// Whether an error was reported.
  private(set) var hasErrors = false
  /// How many problems were reported so far.
  private(set) var count = 0

  /// Of how many problems of a kind the line is shown; a file of nothing else must not fill the
  /// memory.
  private static let limitPerKind = 300

  init(file: String, text: String) {
    lines = SourceLines(file: file, text: text)
  }

  /// Reports a problem.
  ///
  /// The column becomes that of the character.
  func report(
    _ kind: DiagnosticKind,
    at place: Place?,
    field: String? = nil,
    text: String? = nil,
    facts: [String: Fact] = [:]
  ) {
    count += 1
    counts[kind, default: 0] += 1
    if kind.severity == .error { hasErrors = true }
    let isShown = counts[kind, default: 0] <= Proofreader.limitPerKind
    let diagnostic = Diagnostic(
      kind,
      at: isShown ? place.map(lines.location) ?? lines.wholeFile : nil,
      field: field,
      text: text.map(Proofreader.shortened),
      facts: facts,
      excerpt: isShown ? place.map(lines.excerpt) : nil
    )
    found.append((place ?? Place(line: 0, column: 0), diagnostic))
  }

  /// What somebody may have meant by `text`; in a file full of mistakes that is no longer looked
  /// for.
  func hint(_ text: String, among names: some Sequence<String>) -> Fact {
    let isLookedFor = count < Proofreader.limitPerKind
    return .hint(isLookedFor ? NearestName.find(text, among: names) : nil)
  }

  /// Everything reported so far, in the order of the file.
  func log() -> DiagnosticLog {
    var log = DiagnosticLog(limitPerKind: Proofreader.limitPerKind)
    // What is not shown comes last, so that it is counted and not kept.
    let ordered = found.enumerated()
      .sorted { first, second in
        let isFirstShown = first.element.diagnostic.location != nil
        let isSecondShown = second.element.diagnostic.location != nil
        guard isFirstShown == isSecondShown else { return isFirstShown }
        let (left, right) = (first.element.place, second.element.place)
        return left < right || !(right < left) && first.offset < second.offset
      }
    log.append(contentsOf: ordered.map(\.element.diagnostic))
    return log
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? text.prefix(59) + "…" : text
  }
}
