import TongbaoFormats
import TongbaoModel

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

  /// When the run began.
  package var time: Timestamp
  /// How it ended.
  package var outcome: Outcome
  /// Version of the program.
  package var program: String
  /// The issues that came out, as `2017-11/r1`.
  package var issues: [String]
  /// Names of the guards that refused, and other reasons, in the settings' language; without names
  /// of persons.
  package var reasons: [String]
  /// Counts by name: `inbox`, `waiting`, `quarantinedFiles`, `quarantinedRows`, `open`, `overdue`,
  /// `withheld`, ….
  package var counts: [String: Int]

  private static let format = "tongbao.status/1"

  /// A status with every part given.
  package init(
    time: Timestamp,
    outcome: Outcome,
    program: String,
    issues: [String] = [],
    reasons: [String] = [],
    counts: [String: Int] = [:]
  ) {
    self.time = time
    self.outcome = outcome
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
      "program": .string(program),
      "issues": .array(issues.map { .string($0) }),
      "reasons": .array(reasons.map { .string($0) }),
      "counts": .object(
        counts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer($0.value)) }
      ),
    ]
    return value.rendered(.indented)
  }

  /// Reads what `json` writes; nil for anything else.
  package init?(json bytes: [UInt8]) {
    let names = ["format", "time", "outcome", "program", "issues", "reasons", "counts"]
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
      program: program,
      issues: issues.compactMap(\.string),
      reasons: reasons.compactMap(\.string)
    )
    for member in counts { self.counts[member.name] = member.value.integer }
  }
}

extension Workspace {
  /// What the last run said; nil where there was none, or where its file is not as we write it.
  package func status() throws(PublishingFailure) -> RunStatus? {
    try folder(.public).bytes(of: "status.json").flatMap { RunStatus(json: $0) }
  }
}
