import TongbaoFormats

/// What has been taken in, in reading order: the one thing that says which sheets count.
package struct Journal: Sendable {
  static let name: FileName = "journal.jsonl"

  /// All entries, in order.
  package private(set) var entries: [JournalEntry] = []
  /// Bytes of the whole lines; what stands after them is torn.
  private(set) var length: Int64 = 0
  /// Whether the last whole line has lost its line end, to an editor as a rule.
  private(set) var lacksLineEnd = false
  /// Whether a torn last line was dropped.
  package private(set) var isTorn = false
  private var seal = JournalSeal()

  /// No entries.
  package init() {}

  /// Reads the journal of a workspace; empty where there is none yet.
  ///
  /// A last line without line end that is no entry was torn and is dropped; anything else that is
  /// not as it was written is `damagedJournal`. O(n).
  package init(of workspace: Workspace) throws(PublishingFailure) {
    let folder = try workspace.folder(.archive)
    try self.init(bytes: try folder.bytes(of: Journal.name) ?? [])
  }

  init(bytes: [UInt8]) throws(PublishingFailure) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A)
      let line = Array(bytes[start..<(end ?? bytes.count)])
      guard let entry = opened(line) else {
        // What was torn is the beginning of a line; a whole one with a byte for its line end was altered.
        guard end == nil, opened(line.dropLast()) == nil else {
          throw .damagedJournal(line: entries.count + 1, fact: Journal.excerpt(line))
        }
        isTorn = true
        return
      }
      entries.append(entry)
      lacksLineEnd = end == nil
      start = end.map { $0 + 1 } ?? bytes.count
      length = Int64(start)
    }
  }

  /// Appends an entry and returns its line, which is to be written.
  mutating func append(_ entry: JournalEntry) -> [UInt8] {
    let line = seal.sealed(entry)
    entries.append(entry)
    length += Int64(line.count)
    return line
  }

  /// The next entry, which follows on those read before.
  private mutating func opened(_ line: some Sequence<UInt8>) -> JournalEntry? {
    guard let entry = seal.opened(Array(line)), entry.sequence == entries.count + 1,
      entry.original.map({ $0 > 0 && $0 <= entries.count }) ?? true
    else { return nil }
    return entry
  }

  private static func excerpt(_ line: [UInt8]) -> String {
    PrintableText.clean(String(decoding: line.prefix(60), as: UTF8.self))
  }

  /// The entry with this sequence number.
  package func entry(_ sequence: Int) -> JournalEntry? {
    entries.indices.contains(sequence - 1) ? entries[sequence - 1] : nil
  }

  /// The sheet of this entry, whether or not it was withdrawn since; nil where the entry brought none.
  package func sheet(_ sequence: Int) -> ArchivedSheet? { entry(sequence).flatMap { sheet($0) } }

  /// The sequence number of the last entry: the journal position on which an issue's bytes depend.
  package var position: Int { entries.count }
}

/// A sheet that counts, where to read it and by which name to know it.
package struct ArchivedSheet: Sendable, Hashable {
  /// Its journal entry.
  package var sequence: Int
  /// Its name for pages and messages: as it came, controls shown as `·`.
  package var name: String
  /// The name by which its source entry is found: as it came; of mended rows that of the first
  /// original.
  package var originalName: String
  /// Whether it holds mended rows of an earlier sheet.
  package var isMended: Bool
  /// The entry of the sheet that it mends, or as which it was refused before.
  package var original: Int?
  /// Its place in reading order: its own entry, or that under which its rows first came.
  package var order: Int
  /// SHA-256 of its bytes.
  package var digest: ContentDigest
  /// Size in bytes.
  package var size: Int
  /// Where it lies, below the workspace.
  package var path: String
  /// When it was taken in.
  package var time: Timestamp
}

/// A record that was retracted.
package struct WithdrawnRecord: Sendable, Hashable {
  /// The journal entry that says so: a row read from a later sheet counts again.
  package var sequence: Int
  /// The record number as given.
  package var record: String
  /// Id of its department; nil where none was given.
  package var department: String?
  /// Why.
  package var reason: String
}

// What the entries come to.
extension Journal {
  /// The sheets that count, in reading order, as of the entry `position`; withdrawn ones are left
  /// out.
  ///
  /// What was mended stands where it stood when it first came, after what was accepted of it then: mending
  /// late must not let old rows rule over newer ones. O(n log n).
  package func sheets(upTo position: Int = .max) -> [ArchivedSheet] {
    let known = entries.prefix(max(0, position))
    var withdrawn: Set<Int> = []
    for entry in known where entry.event == .withdrawn {
      if let original = entry.original { withdrawn.insert(original) }
    }
    return
      known.compactMap { entry in
        withdrawn.contains(entry.sequence) ? nil : sheet(entry)
      }
      .sorted { ($0.order, $0.sequence) < ($1.order, $1.sequence) }
  }

  /// The sheet whose refused rows a file of this name brings back, mended; nil for any other file.
  ///
  /// O(n).
  package func sheet(mendedBy fileName: String) -> ArchivedSheet? {
    guard let name = QuarantineName(fileName), name.holdsRows else { return nil }
    let original = entries.last { $0.digest?.short == name.short && $0.event != .duplicate }
    return original.flatMap { sheet(firstOriginal(of: $0)) }
  }

  /// The records retracted, in order, as of the entry `position`.
  package func withdrawnRecords(upTo position: Int = .max) -> [WithdrawnRecord] {
    entries.prefix(max(0, position))
      .compactMap { entry in
        guard let record = entry.record else { return nil }
        return WithdrawnRecord(
          sequence: entry.sequence,
          record: record,
          department: entry.department,
          reason: entry.reason ?? ""
        )
      }
  }

  /// The sheet of an entry; nil where the entry brought none.
  func sheet(_ entry: JournalEntry) -> ArchivedSheet? {
    guard entry.event == .sheet || entry.event == .mended, let name = entry.name,
      let digest = entry.digest, let path = entry.path
    else { return nil }
    let first = firstOriginal(of: entry)
    return ArchivedSheet(
      sequence: entry.sequence,
      name: PrintableText.clean(name),
      originalName: first.name ?? name,
      isMended: entry.event == .mended,
      original: entry.original,
      order: first.sequence,
      digest: digest,
      size: entry.size ?? 0,
      path: path,
      time: entry.time
    )
  }

  /// Follows mended rows back to the sheet that first came.
  ///
  /// Originals always stand before, so this ends.
  func firstOriginal(of entry: JournalEntry) -> JournalEntry {
    var entry = entry
    while let original = entry.original, let before = self.entry(original) { entry = before }
    return entry
  }
}
