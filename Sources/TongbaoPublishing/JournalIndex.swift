/// What the journal says of a file at once, for inboxes of many thousands.
///
/// O(1) per question.
struct JournalIndex {
  /// A file as it lay in the inbox: the same three again are the same file, not one sent again.
  private struct Arrival: Hashable {
    let name: String
    let modified: String
    let digest: ContentDigest
  }

  private var counting: [ContentDigest: Int] = [:]
  private var arrivals: [Arrival: JournalEntry] = [:]
  private var byShort: [String: Int] = [:]

  init(_ journal: Journal) {
    for entry in journal.entries { add(entry, journal) }
  }

  mutating func add(_ entry: JournalEntry, _ journal: Journal) {
    if let name = entry.name, let modified = entry.modified, let digest = entry.digest {
      arrivals[Arrival(name: name, modified: modified, digest: digest)] = entry
    }
    guard let digest = entry.digest else { return }
    switch entry.event {
    case .sheet, .mended:
      counting[digest] = entry.sequence
      byShort[digest.short] = entry.sequence
    case .quarantined: byShort[digest.short] = byShort[digest.short] ?? entry.sequence
    case .withdrawn: counting[digest] = nil
    case .duplicate: break
    }
  }

  /// The sheet that counts with these bytes.
  func sheet(with digest: ContentDigest) -> Int? { counting[digest] }

  /// The last entry about this very file.
  func entry(of file: InboxFile, _ digest: ContentDigest) -> JournalEntry? {
    arrivals[
      Arrival(
        name: file.name.description,
        modified: file.status.modified.description,
        digest: digest
      )
    ]
  }

  /// The entry whose rows a quarantine file holds, by the 12 digits that begin its name.
  func entry(withShortDigest short: String) -> Int? { byShort[short] }
}

/// A file name that the quarantine gave: `<12 digits>-<name>`, with `.rejected.csv` for refused
/// rows.
struct QuarantineName {
  /// The first 12 digits of the original's SHA-256.
  let short: String
  /// Whether it holds refused rows, and not a whole file.
  let holdsRows: Bool

  /// Reads a name; copies that a desktop made (`….rejected (1).csv`) count too.
  ///
  /// Nil for other names.
  init?(_ name: String) {
    let short = name.utf8.prefix(12)
    let isHex = short.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard short.count == 12, isHex, name.utf8.dropFirst(12).first == UInt8(ascii: "-") else {
      return nil
    }
    self.short = String(decoding: short, as: UTF8.self)
    holdsRows = name.lowercased().hasSuffix(".csv") && name.contains(".rejected")
  }
}
