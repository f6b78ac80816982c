import Glibc
import TongbaoFormats
package import TongbaoModel

// Files refused whole.
extension Archive {
  /// What the name of a file of reasons ends with.
  static let reasonsEnding = ".reasons.txt"

  /// Moves a refused sheet to the quarantine, with its reasons beside it, and takes it from the
  /// inbox, with the next `commit`.
  ///
  /// The same file refused again makes no second entry. `reasons` is UTF-8 text.
  @discardableResult
  package mutating func refuse(
    _ sheet: ReceivedSheet,
    reasons: [UInt8],
    at time: Timestamp
  ) throws(PublishingFailure) -> JournalEntry {
    let name = "\(sheet.digest.short)-\(sheet.file.name.safe())"
    group.moves.append((sheet.copy, quarantine, FileName(name)))
    let reasonsName = name + Archive.reasonsEnding
    let present = try quarantine.bytes(of: FileName(reasonsName))
    group.reasons[reasonsName] = present == reasons ? nil : reasons
    let last = index.entry(of: sheet.file, sheet.digest)
    let entry: JournalEntry
    if let last, last.event == .quarantined {
      entry = last
    } else {
      entry = note(.quarantined, at: time) { entry in
        entry.describe(sheet)
        entry.path = "quarantine/\(name)"
      }
    }
    try leaveInbox(sheet.file)
    return entry
  }

  /// As `refuse`, with the diagnostics as reasons.
  @discardableResult
  package mutating func refuse(
    _ sheet: ReceivedSheet,
    because log: DiagnosticLog,
    in language: Language,
    at time: Timestamp
  ) throws(PublishingFailure) -> JournalEntry {
    let text = DiagnosticText(language: language).text(of: log)
    return try refuse(sheet, reasons: Array(text.utf8), at: time)
  }
}

extension Folder {
  /// Copies a file to another folder, whole or not at all.
  ///
  /// Constant memory.
  func copy(
    _ name: FileName,
    to folder: Folder,
    as newName: FileName
  ) throws(PublishingFailure) {
    guard let source = try open(name) else { throw disk.failure(.open, path(of: name)) }
    let target = try folder.createAnew(newName.partName)
    do {
      while true {
        let piece = try source.read(upTo: 1 << 20)
        if piece.isEmpty { break }
        try target.write(piece)
      }
      try target.sync()
      try folder.rename(newName.partName, to: folder, as: newName)
    } catch {
      folder.discard(newName.partName)
      throw error
    }
  }
}
