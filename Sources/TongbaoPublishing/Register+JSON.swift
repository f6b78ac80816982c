import TongbaoFormats
import TongbaoModel

extension Register {
  private static let format = "tongbao.register/1"

  /// The register as `register.json`: the same register, the same bytes.
  package var json: [UInt8] {
    let value: JSONValue = [
      "format": .string(Register.format),
      "issues": .array(issues.map(\.json)),
      "notices": .array(notices.map(\.json)),
    ]
    return value.rendered(.indented)
  }

  /// Reads what `json` writes and nothing else; `damagedRegister` otherwise.
  package init(json bytes: [UInt8]) throws(PublishingFailure) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .damagedRegister(fact: "byte \(error.offset)")
    }
    guard let object = StrictObject(value, names: ["format", "issues", "notices"]),
      object.string("format") == Register.format,
      let issues = object.array("issues"), let notices = object.array("notices")
    else { throw .damagedRegister(fact: "format") }
    self.init()
    for (index, value) in issues.enumerated() {
      guard let issue = Issue(json: value) else {
        throw .damagedRegister(fact: "issues[\(index)]")
      }
      try add(issue)
    }
    for (index, value) in notices.enumerated() {
      guard let notice = PublishedNotice(json: value) else {
        throw .damagedRegister(fact: "notices[\(index)]")
      }
      try add(notice)
    }
  }

  /// Adds an issue; its revision must be the next and its number free.
  mutating func add(_ issue: Issue) throws(PublishingFailure) {
    guard issue.revision == (latest(issue.period)?.revision ?? 0) + 1 else {
      throw .revisionTaken(period: issue.period.description, revision: issue.revision)
    }
    let holder = issues.first { $0.year == issue.year && $0.number == issue.number }
    guard holder == nil, issue.number > 0 else {
      throw .numberTaken(
        year: issue.year,
        number: issue.number,
        by: holder.map { "\($0.documentNumber) (\($0.folder))" },
        next: NumberAllocation(after: self).document(in: issue.year)
      )
    }
    issues.append(issue)
  }

  /// Adds a notice; its number must be the next of its year.
  mutating func add(_ notice: PublishedNotice) throws(PublishingFailure) {
    let next = NumberAllocation(after: self).notices(1, in: notice.year).lowerBound
    guard notice.number == next else {
      let holder = notices.first { $0.id == notice.id }
      throw .numberTaken(
        year: notice.year,
        number: notice.number,
        by: holder?.id,
        next: next
      )
    }
    notices.append(notice)
  }
}

extension PublishedFile {
  fileprivate var json: JSONValue { ["path": .string(path), "sha256": .string(digest.hex)] }

  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: ["path", "sha256"]),
      let path = object.string("path"), (try? RelativePath(path)) != nil,
      let digest = object.digest("sha256")
    else { return nil }
    self.init(path: path, digest: digest)
  }

  fileprivate static func list(_ values: [JSONValue]?) -> [PublishedFile]? {
    guard let values else { return nil }
    let files = values.compactMap { PublishedFile(json: $0) }
    return files.count == values.count ? files : nil
  }
}

extension Issue {
  private static let names = [
    "period", "revision", "year", "number", "documentNumber", "date", "title", "scores",
    "content", "basis", "waivers", "summary", "files",
  ]

  fileprivate var json: JSONValue {
    // An issue of an earlier version has no summary, and its entry stays as it was.
    .compact([
      ("period", .string(period.description)),
      ("revision", .integer(revision)),
      ("year", .integer(year)),
      ("number", .integer(number)),
      ("documentNumber", .string(documentNumber)),
      ("date", .string(date.description)),
      ("title", .string(title)),
      ("scores", .string(scores.hex)),
      ("content", .string(content.hex)),
      ("basis", basis.json),
      (
        "waivers",
        .array(waivers.map { ["guard": .string($0.name), "reason": .string($0.reason)] })
      ),
      ("summary", summary?.json ?? .null),
      ("files", .array(files.map(\.json))),
    ])
  }

  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: Issue.names),
      let period = object.string("period").flatMap({ Period($0) }),
      let revision = object.integer("revision"), let year = object.integer("year"),
      let number = object.integer("number"),
      let documentNumber = object.string("documentNumber"), let date = object.date("date"),
      let title = object.string("title"), let scores = object.digest("scores"),
      let content = object.digest("content"),
      let basis = object.value("basis").flatMap({ Basis(json: $0) }),
      let waivers = object.array("waivers"), let files = PublishedFile.list(object.array("files"))
    else { return nil }
    let summary = object.value("summary").flatMap { IssueSummary(json: $0) }
    guard object.isAbsent("summary") || summary != nil else { return nil }
    self.init(
      period: period,
      revision: revision,
      year: year,
      number: number,
      documentNumber: documentNumber,
      date: date,
      title: title,
      files: files,
      basis: basis,
      scores: scores,
      content: content,
      waivers: waivers.compactMap { WaivedGuard(json: $0) },
      summary: summary
    )
    guard self.waivers.count == waivers.count else { return nil }
  }
}

extension IssueSummary {
  fileprivate var json: JSONValue {
    [
      "findings": .integer(findings),
      "red": .integer(red),
      "yellow": .integer(yellow),
      "units": .array(units.map { ["id": .string($0.id), "name": .string($0.name)] }),
    ]
  }

  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: ["findings", "red", "yellow", "units"]),
      let findings = object.integer("findings"), let red = object.integer("red"),
      let yellow = object.integer("yellow"), let units = object.array("units")
    else { return nil }
    self.init(
      units: units.compactMap { Unit(json: $0) },
      findings: findings,
      red: red,
      yellow: yellow
    )
    guard self.units.count == units.count else { return nil }
  }
}

extension IssueSummary.Unit {
  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: ["id", "name"]),
      let id = object.string("id"), let name = object.string("name")
    else { return nil }
    self.init(id: id, name: name)
  }
}

extension WaivedGuard {
  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: ["guard", "reason"]),
      let name = object.string("guard"), let reason = object.string("reason")
    else { return nil }
    self.init(name: name, reason: reason)
  }
}

extension Basis {
  private static let names = [
    "journal", "asOf", "scheme", "settings", "templates", "program", "previous", "undecided",
  ]

  var json: JSONValue {
    let undecided = undecided.map { [JSONMember("undecided", .string($0))] } ?? []
    return .object(
      [
        JSONMember("journal", .integer(journal)),
        JSONMember("asOf", .string(asOf.description)),
        JSONMember("scheme", .string(scheme.hex)),
        JSONMember("settings", .string(settings.hex)),
        JSONMember("templates", .string(templates.hex)),
        JSONMember("program", .string(program)),
        JSONMember("previous", JSONValue(previous)),
      ] + undecided
    )
  }

  init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: Basis.names),
      let journal = object.integer("journal"), let asOf = object.date("asOf"),
      let scheme = object.digest("scheme"), let settings = object.digest("settings"),
      let templates = object.digest("templates"), let program = object.string("program"),
      object.isAbsent("previous") || object.string("previous") != nil,
      object.isAbsent("undecided") || object.string("undecided") != nil
    else { return nil }
    self.init(
      journal: journal,
      asOf: asOf,
      scheme: scheme,
      settings: settings,
      templates: templates,
      program: program,
      previous: object.string("previous"),
      undecided: object.string("undecided")
    )
  }
}

extension PublishedNotice {
  private static let names = [
    "year", "number", "key", "title", "issue", "date", "files", "changes",
  ]

  fileprivate var json: JSONValue {
    [
      "year": .integer(year),
      "number": .integer(number),
      "key": .string(key),
      "title": .string(title),
      "issue": .string(issue),
      "date": .string(date.description),
      "files": .array(files.map(\.json)),
      "changes": .array(changes.map(\.json)),
    ]
  }

  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: PublishedNotice.names),
      let year = object.integer("year"), let number = object.integer("number"),
      let key = object.string("key"), let title = object.string("title"),
      let issue = object.string("issue"), let date = object.date("date"),
      let files = PublishedFile.list(object.array("files")),
      let changes = object.array("changes")
    else { return nil }
    self.init(
      year: year,
      number: number,
      key: key,
      title: title,
      issue: issue,
      date: date,
      files: files,
      changes: changes.compactMap { Change(json: $0) }
    )
    guard self.changes.count == changes.count else { return nil }
  }
}

extension PublishedNotice.Change {
  fileprivate var json: JSONValue {
    [
      "what": .string(kind.rawValue),
      "date": .string(date.description),
      "issue": .string(issue),
      "replaced": .array(replaced.map(\.json)),
    ]
  }

  fileprivate init?(json value: JSONValue) {
    guard let object = StrictObject(value, names: ["what", "date", "issue", "replaced"]),
      let kind = object.string("what").flatMap({ Kind(rawValue: $0) }),
      let date = object.date("date"), let issue = object.string("issue"),
      let replaced = PublishedFile.list(object.array("replaced"))
    else { return nil }
    self.init(kind: kind, date: date, issue: issue, replaced: replaced)
  }
}
