import TongbaoModel

/// The order in which the visits and inspections of a sheet stand in it: a bit for each, for there are
/// millions, and one line of XML may hold them all.
struct RowOrder: Sendable {
  private var words = LongList<UInt64>()
  /// How many rows there are.
  private(set) var count = 0

  /// Whether the row at a position is an inspection, else a visit.
  subscript(position: Int) -> Bool {
    words[position >> 6] >> UInt64(position & 63) & 1 == 1
  }

  /// Adds some visits.
  mutating func append(visits: Int) {
    count += visits
    while words.count << 6 < count { words.append(0) }
  }

  /// Adds an inspection.
  mutating func appendInspection() {
    append(visits: 1)
    words[(count - 1) >> 6] |= 1 << UInt64((count - 1) & 63)
  }
}
