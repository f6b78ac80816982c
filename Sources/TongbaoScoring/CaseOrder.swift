import TongbaoModel

/// The order of findings on every page: by date, then record, then place.
struct CaseOrder {
  /// What stands for the place of a row that is no finding.
  static let none = UInt32.max

  /// By position in `Records.inspections`: the row's place in the order.
  private(set) var places: [UInt32]
  /// Where the findings of each day stand.
  let days: CaseDays

  /// Orders those of `rows`, all dated in `range`, that are findings.
  ///
  /// Looks at the rows in the order of reading, for they are many. Linear but for days whose findings
  /// were not read in the order of their records.
  init(of rows: LongList<Inspection>, in range: DateRange?, isFinding: (Int) -> Bool) {
    var days = CaseDays(range)
    places = Array(repeating: CaseOrder.none, count: rows.count)
    for row in rows.indices where isFinding(row) {
      days.count(rows[row].date)
      places[row] = 0
    }
    days.finish()
    self.days = days
    var next = (0..<days.dayCount).map { UInt32(days[$0].lowerBound) }
    var last: [Int?] = Array(repeating: nil, count: days.dayCount)
    var unsorted: Set<Int> = []
    for row in rows.indices where places[row] != CaseOrder.none {
      let day = days.day(rows[row].date)
      places[row] = next[day]
      next[day] += 1
      if let earlier = last[day], rows.precedes(row, earlier) { unsorted.insert(day) }
      last[day] = row
    }
    if !unsorted.isEmpty { sort(unsorted, of: rows) }
  }

  private mutating func sort(_ unsorted: Set<Int>, of rows: LongList<Inspection>) {
    var members: [UInt32] = Array(repeating: 0, count: days.total)
    for (row, place) in places.enumerated() where place != CaseOrder.none {
      members[Int(place)] = UInt32(truncatingIfNeeded: row)
    }
    for day in unsorted {
      let sorted = members[days[day]].map { Key(of: Int($0), in: rows) }
        .sorted { left, right in
          if left.head != right.head { return left.head < right.head }
          if left.tail != right.tail { return left.tail < right.tail }
          return rows.precedes(left.position, right.position)
        }
      for (place, key) in zip(days[day], sorted) { places[key.position] = UInt32(place) }
    }
  }

  /// The first 16 bytes of a record number as numbers, so that most comparisons touch no text.
  private struct Key {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    let position: Int

    init(of position: Int, in rows: LongList<Inspection>) {
      self.position = position
      var bytes = rows[position].record.utf8.makeIterator()
      for _ in 0..<8 { head = head << 8 | UInt64(bytes.next() ?? 0) }
      for _ in 0..<8 { tail = tail << 8 | UInt64(bytes.next() ?? 0) }
    }
  }
}

extension LongList<Inspection> {
  /// Whether a finding stands before another one of its day: by the bytes of the record, then by place.
  fileprivate func precedes(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (self[left].record.utf8, self[right].record.utf8)
    let (bytes, others) = (first.span, second.span)
    for index in 0..<Swift.min(bytes.count, others.count) where bytes[index] != others[index] {
      return bytes[index] < others[index]
    }
    guard bytes.count == others.count else { return bytes.count < others.count }
    return (self[left].place, left) < (self[right].place, right)
  }
}
