package import TongbaoModel

extension Archive {
  /// Retracts a sheet that counts; its bytes stay.
  ///
  /// Published periods that hold one of `days`, those of its rows, are computed anew; where they are not given,
  /// all are. Throws `notInJournal` where it does not count.
  @discardableResult
  package mutating func withdraw(
    _ sheet: ArchivedSheet,
    reason: String,
    days: [CalendarDate]? = nil,
    at time: Timestamp
  ) throws(PublishingFailure) -> JournalEntry {
    guard journal.sheets().contains(where: { $0.sequence == sheet.sequence }) else {
      throw .notInJournal(sheet.name)
    }
    return try append(.withdrawn, at: time) { entry in
      entry.name = sheet.name
      entry.digest = sheet.digest
      entry.original = sheet.sequence
      entry.reason = reason
      entry.days = days
    }
  }

  /// Retracts a record, of one department where records of several have the number.
  @discardableResult
  package mutating func withdraw(
    record: String,
    department: String?,
    reason: String,
    days: [CalendarDate]? = nil,
    at time: Timestamp
  ) throws(PublishingFailure) -> JournalEntry {
    try append(.withdrawn, at: time) { entry in
      entry.record = record
      entry.department = department
      entry.reason = reason
      entry.days = days
    }
  }
}
