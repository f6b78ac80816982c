/// Why the stage could not do what it was asked.
///
/// Nothing is half done: what was there is still there.
package enum PublishingFailure: Error, Sendable, Hashable {
  /// Another run holds the lock of this workspace.
  case locked(path: String)
  /// The disk refused.
  case disk(DiskFailure)
  /// Something else stands where a folder or a plain file should: a link, a pipe, a device.
  case wrongKind(path: String)
  /// A folder for a new workspace that holds something already.
  case notEmpty(path: String)
  /// A path that leads out of its folder, or a name that two files would share.
  case unsafePath(String)
  /// A line of the journal, from 1, that is not what was written.
  case damagedJournal(line: Int, fact: String)
  /// The register is not what was written.
  case damagedRegister(fact: String)
  /// The public folder holds issues but no register, or fewer than the office's own copy names.
  case lostRegister(path: String)
  /// A document or notice number that is not free: which document has it, nil for none, and the next that is.
  case numberTaken(year: Int, number: Int, by: String?, next: Int)
  /// A revision that is not the one after the latest.
  case revisionTaken(period: String, revision: Int)
  /// A sheet or record that the journal does not name, or that is withdrawn already.
  case notInJournal(String)
  /// A file that is not, or no longer, what its digest says.
  case digestMismatch(path: String)
  /// A test stopped the program here.
  case killed
}
