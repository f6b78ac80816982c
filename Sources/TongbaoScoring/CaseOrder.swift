import TongbaoModel

/// The order of findings on every page: by date, then record, then place.
struct CaseOrder {
  /// The findings in the order of reading: positions in `Records.inspections`.
  let findings: [UInt32]
  /// The place of each of them in their order.
  private(set) var places: [UInt32] = []
  /// Where the findings of each day stand.
  let days: CaseDays

  /// Orders those of `rows`, all dated in `range`, that are findings.
  ///
  /// Looks at the rows in the order of reading alone, for they are many. Linear but for days whose
  /// findings were not read in the order of their records.
  init(of rows: [Inspection], in range: DateRange?, isFinding: (Int) -> Bool) {
    var findings: [UInt32] = []
    var days = CaseDays(range)
    for row in rows.indices where isFinding(row) {
      findings.append(UInt32(truncatingIfNeeded: row))
      days.count(rows[row].date)
    }
    days.finish()
    self.findings = findings
    self.days = days
    places.reserveCapacity(findings.count)
    var next = (0..<days.dayCount).map { UInt32(days[$0].lowerBound) }
    var last: [Int?] = Array(repeating: nil, count: days.dayCount)
    var unsorted: Set<Int> = []
    for finding in findings {
      let row = Int(finding)
      let day = days.day(rows[row].date)
      places.append(next[day])
      next[day] += 1
      if let earlier = last[day], rows.precedes(row, earlier) { unsorted.insert(day) }
      last[day] = row
    }
    if !unsorted.isEmpty { sort(unsorted, of: rows) }
  }

  private mutating func sort(_ unsorted: Set<Int>, of rows: [Inspection]) {
    var keys: [Int: [Key]] = [:]
    for (index, finding) in findings.enumerated() {
      let day = days.day(rows[Int(finding)].date)
      guard unsorted.contains(day) else { continue }
      keys[day, default: []].append(Key(of: Int(finding), in: rows, index: index))
    }
    for (day, keys) in keys {
      let sorted = keys.sorted { left, right in
        if left.head != right.head { return left.head < right.head }
        if left.tail != right.tail { return left.tail < right.tail }
        return rows.precedes(left.position, right.position)
      }
      for (place, key) in zip(days[day], sorted) { places[key.index] = UInt32(place) }
    }
  }

  /// The first 16 bytes of a record number as numbers, so that most comparisons touch no text.
  private struct Key {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    let position: Int
    /// Position in `findings`.
    let index: Int

    init(of position: Int, in rows: [Inspection], index: Int) {
      self.position = position
      self.index = index
      var bytes = rows[position].record.utf8.makeIterator()
      for _ in 0..<8 { head = head << 8 | UInt64(bytes.next() ?? 0) }
      for _ in 0..<8 { tail = tail << 8 | UInt64(bytes.next() ?? 0) }
    }
  }
}

extension [Inspection] {
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
