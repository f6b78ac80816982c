package import TongbaoModel

/// A withdrawal as the journal holds it: when it was noted, why, and which days it touches.
package struct NotedWithdrawal: Sendable, Hashable {
  /// The journal entry that says so.
  package var sequence: Int
  /// When it was noted.
  package var time: Timestamp
  /// Why.
  package var reason: String
  /// The days of the rows that it takes away; nil where the entry does not say, and then all are meant.
  package var days: [CalendarDate]?
}

extension Journal {
  /// Fewest digits of a SHA-256 by which a sheet may be named.
  private static let fewestDigits = 6

  /// The accepted sheets that `text` means: their name, the name of the archived file, or at least
  /// six digits of the SHA-256; withdrawn ones are left out.
  package func sheets(named text: String) -> [ArchivedSheet] {
    sheets().filter { isName(text, of: $0) }
  }

  /// The withdrawals of sheets that `text` means and that do not count any more, latest first.
  package func withdrawals(ofSheetsNamed text: String) -> [NotedWithdrawal] {
    entries.reversed()
      .compactMap { entry in
        guard entry.event == .withdrawn, let original = entry.original.flatMap({ self.entry($0) }),
          let sheet = sheet(original), isName(text, of: sheet)
        else { return nil }
        return NotedWithdrawal(entry)
      }
  }

  /// The withdrawals of a record number, of one department where its id is given, latest first.
  package func withdrawals(ofRecord record: String, department: String?) -> [NotedWithdrawal] {
    entries.reversed()
      .compactMap { entry in
        guard entry.event == .withdrawn, entry.record == record,
          department == nil || entry.department == nil || entry.department == department
        else { return nil }
        return NotedWithdrawal(entry)
      }
  }

  /// All withdrawals after the entry `position`, in order.
  package func withdrawals(after position: Int = 0) -> [NotedWithdrawal] {
    entries.dropFirst(max(0, position)).filter { $0.event == .withdrawn }
      .map { NotedWithdrawal($0) }
  }

  /// What a withdrawal retracts: a record by its number, a sheet by its name.
  package func subject(of withdrawal: NotedWithdrawal) -> String {
    let noted = entry(withdrawal.sequence)
    return noted?.record ?? noted?.original.flatMap { entry($0)?.name } ?? noted?.name ?? ""
  }

  /// Whether `text` is a name of the sheet and no mere beginning of its SHA-256.
  package func isFileName(_ text: String, of sheet: ArchivedSheet) -> Bool {
    let file = sheet.path.split(separator: "/").last.map(String.init) ?? ""
    return text == entry(sheet.sequence)?.name || text == sheet.name || text == file
      || text == sheet.path
  }

  private func isName(_ text: String, of sheet: ArchivedSheet) -> Bool {
    isFileName(text, of: sheet)
      || (text.utf8.count >= Journal.fewestDigits && sheet.digest.hex.hasPrefix(text.lowercased()))
  }
}

extension NotedWithdrawal {
  fileprivate init(_ entry: JournalEntry) {
    self.init(
      sequence: entry.sequence,
      time: entry.time,
      reason: entry.reason ?? "",
      days: entry.days
    )
  }
}
