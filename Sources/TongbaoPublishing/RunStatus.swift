import TongbaoFormats
package import TongbaoModel

/// What the last run did, as `status.json` says it: counts only, for everybody may read it.
package struct RunStatus: Sendable, Hashable {
  /// How the run ended.
  package enum Outcome: String, Sendable, CaseIterable {
    /// Something new is public.
    case published
    /// Nothing had changed.
    case unchanged
    /// A draft waits to be signed.
    case drafted
    /// A guard refused; the old issue stays.
    case refused
    /// The run could not end.
    case failed
  }

  /// What came of one period.
  package struct PeriodOutcome: Sendable, Hashable {
    /// The period.
    package var period: Period
    /// `published`, `drafted`, `unchanged` or `refused`.
    package var outcome: Outcome
    /// Codes of what refused it, such as `guard.shrink`.
    package var codes: [String]

    /// A period with what came of it.
    package init(_ period: Period, _ outcome: Outcome, codes: [String] = []) {
      self.period = period
      self.outcome = outcome
      self.codes = codes
    }
  }

  /// When the run began.
  package var time: Timestamp
  /// How it ended.
  package var outcome: Outcome
  /// The exit code; nil in a status that an older program wrote.
  package var exit: Int?
  /// What came of each period, in the order of the run.
  package var periods: [PeriodOutcome]
  /// Version of the program.
  package var program: String
  /// The issues that came out, as `2017-11/r1`.
  package var issues: [String]
  /// Messages of the guards that refused, and other reasons; without names of persons.
  package var reasons: [Bilingual]
  /// Counts by name: `accepted`, `duplicates`, `waiting` of the run; `quarantinedFiles`, `quarantinedRows` of what lay in
  /// quarantine when it was over.
  package var counts: [String: Int]

  private static let format = "tongbao.status/1"

  /// A status with every part given.
  package init(
    time: Timestamp,
    outcome: Outcome,
    exit: Int? = nil,
    periods: [PeriodOutcome] = [],
    program: String,
    issues: [String] = [],
    reasons: [Bilingual] = [],
    counts: [String: Int] = [:]
  ) {
    self.time = time
    self.outcome = outcome
    self.exit = exit
    self.periods = periods
    self.program = program
    self.issues = issues
    self.reasons = reasons
    self.counts = counts
  }

  /// The status as `status.json`.
  package var json: [UInt8] {
    let value: JSONValue = [
      "format": .string(RunStatus.format),
      "time": .string(time.description),
      "outcome": .string(outcome.rawValue),
      "exit": JSONValue(exit),
      "periods": .array(
        periods.map {
          [
            "period": .string($0.period.description), "outcome": .string($0.outcome.rawValue),
            "codes": .array($0.codes.map { .string($0) }),
          ]
        }
      ),
      "program": .string(program),
      "issues": .array(issues.map { .string($0) }),
      "reasons": .array(reasons.map(\.json)),
      "counts": .object(
        counts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer($0.value)) }
      ),
    ]
    return value.rendered(.indented)
  }

  /// Reads what `json` writes; nil for anything else.
  package init?(json bytes: [UInt8]) {
    let names = [
      "format", "time", "outcome", "exit", "periods", "program", "issues", "reasons", "counts",
    ]
    guard let value = try? JSONValue(parsing: bytes),
      let object = StrictObject(value, names: names), object.string("format") == RunStatus.format,
      let time = object.string("time").flatMap({ Timestamp($0) }),
      let outcome = object.string("outcome").flatMap({ Outcome(rawValue: $0) }),
      let program = object.string("program"), let issues = object.array("issues"),
      let reasons = object.array("reasons"), let counts = object.value("counts")?.object
    else { return nil }
    self.init(
      time: time,
      outcome: outcome,
      exit: object.integer("exit"),
      periods: (object.array("periods") ?? []).compactMap { PeriodOutcome($0) },
      program: program,
      issues: issues.compactMap(\.string),
      reasons: reasons.compactMap { Bilingual(json: $0) }
    )
    for member in counts { self.counts[member.name] = member.value.integer }
  }
}

extension RunStatus.PeriodOutcome {
  fileprivate init?(_ value: JSONValue) {
    guard let object = StrictObject(value, names: ["period", "outcome", "codes"]),
      let period = object.string("period").flatMap({ Period($0) }),
      let outcome = object.string("outcome").flatMap({ RunStatus.Outcome(rawValue: $0) })
    else { return nil }
    let codes = (object.array("codes") ?? []).compactMap(\.string)
    self.init(period, outcome, codes: codes)
  }
}

extension Bilingual {
  /// Reads what `json` writes, and a text in one language, as older versions of the program wrote it.
  fileprivate init?(json value: JSONValue) {
    if let text = value.string {
      self.init(text, text)
      return
    }
    let names = Language.allCases.map(\.rawValue)
    guard let object = StrictObject(value, names: names),
      let chinese = object.string(Language.chinese.rawValue),
      let english = object.string(Language.english.rawValue)
    else { return nil }
    self.init(chinese, english)
  }
}

extension Workspace {
  /// What the last run said; nil where there was none, or where its file is not as we write it.
  ///
  /// The office's copy rules where it is newer: the public one could not be written then.
  package func status() throws(PublishingFailure) -> RunStatus? {
    let shown = try status(in: .public)
    guard let copy = try status(in: .internal) else { return shown }
    guard let shown, shown.time.seconds >= copy.time.seconds else { return copy }
    return shown
  }

  private func status(in part: Part) throws(PublishingFailure) -> RunStatus? {
    try present(part)?.bytes(of: Publication.statusName).flatMap { RunStatus(json: $0) }
  }

  /// Writes the status of a run that could not open the publication, under the lock: the office's copy, and the public
  /// one; each as far as the disk lets it.
  package func note(_ status: RunStatus) {
    guard let lock = try? lock() else { return }
    for part in [Part.internal, .public] {
      _ = try? present(part)?.replaceIfChanged(Publication.statusName, with: status.json)
    }
    withExtendedLifetime(lock) {}
  }
}
