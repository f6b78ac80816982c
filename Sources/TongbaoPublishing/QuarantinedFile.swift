/// A file in quarantine, as somebody who only looks finds it.
package struct QuarantinedFile: Sendable, Hashable {
  /// Its name.
  package let name: String
  /// How many refused rows it holds; nil for a file that was refused whole.
  package let rows: Int?
  /// When what it holds first came; nil where the journal does not know it.
  package let since: Timestamp?
}

extension Workspace {
  /// What lies in quarantine, by name, without the lock; `journal` tells since when.
  ///
  /// O(bytes): rows are counted as they stand, for somebody may be mending them.
  package func quarantined(
    knownTo journal: Journal
  ) throws(PublishingFailure) -> [QuarantinedFile] {
    guard let folder = try present(.quarantine) else { return [] }
    var files: [QuarantinedFile] = []
    let names = try folder.names()
    let all = Set(names.map(\.description))
    for name in names {
      let text = name.description
      guard !text.hasPrefix("."), !text.hasSuffix(Archive.reasonsEnding),
        try folder.status(of: name)?.kind == .file
      else { continue }
      let quarantineName = QuarantineName(text)
      let isWhole = all.contains(text + Archive.reasonsEnding)
      let isRows = !isWhole && quarantineName?.holdsRows ?? false
      files.append(
        QuarantinedFile(
          name: text,
          rows: isRows ? try folder.bytes(of: name).map(QuarantinedFile.rows) : nil,
          since: quarantineName.flatMap { name in
            journal.entries.first { $0.digest?.short == name.short }?.time
          }
        )
      )
    }
    return files
  }
}

extension QuarantinedFile {
  /// Rows of a CSV file without its header: line ends outside quotes, and a last line without one.
  static func rows(_ bytes: [UInt8]) -> Int {
    var (rows, isQuoted, isLineOpen) = (0, false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case 0x0A where !isQuoted:
        if isLineOpen { rows += 1 }
        isLineOpen = false
        continue
      case 0x0D where !isQuoted: continue
      default: break
      }
      isLineOpen = true
    }
    return max(0, rows + (isLineOpen ? 1 : 0) - 1)
  }
}
