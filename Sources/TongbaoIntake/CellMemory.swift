/// What the cells of one column meant before: values repeat, so most are looked up by their bytes
/// at once.
///
/// Open addressing, at most half full; beyond `limit` different texts nothing more is remembered.
struct CellMemory {
  private struct Entry {
    var fingerprint: UInt64 = 0
    var start: UInt32 = 0
    var end: UInt32 = 0
    var meaning: Int32 = 0
    var isUsed = false
  }

  private var entries = [Entry](repeating: Entry(), count: 64)
  private var count = 0
  private static let limit = 1 << 14

  /// The meaning of a text seen before.
  @inline(__always)
  func meaning(of text: ByteText, _ fingerprint: UInt64, _ bytes: borrowing Bytes) -> Int32? {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: fingerprint) & mask
    while entries[slot].isUsed {
      let entry = entries[slot]
      if entry.fingerprint == fingerprint, isSame(entry, text, bytes) { return entry.meaning }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func isSame(_ entry: Entry, _ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    Int(entry.end - entry.start) == text.count
      && bytes.areEqual(at: Int(entry.start), and: text.start, count: text.count)
  }

  /// Remembers what a text means.
  mutating func remember(_ meaning: Int32, for text: ByteText, _ fingerprint: UInt64) {
    guard count < CellMemory.limit else { return }
    if (count + 1) * 2 > entries.count { grow() }
    place(
      Entry(
        fingerprint: fingerprint,
        start: UInt32(text.start),
        end: UInt32(text.end),
        meaning: meaning,
        isUsed: true
      )
    )
    count += 1
  }

  private mutating func place(_ entry: Entry) {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: entry.fingerprint) & mask
    while entries[slot].isUsed { slot = (slot + 1) & mask }
    entries[slot] = entry
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.isUsed { place(entry) }
  }
}
