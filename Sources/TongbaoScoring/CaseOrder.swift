import TongbaoModel

/// The order of findings on every page: by date, then record, then place.
struct CaseOrder {
  /// The first 16 bytes of a record number as numbers, so that most comparisons touch no text.
  private struct Key {
    var head: UInt64
    var tail: UInt64
    var position: Int
  }

  private let inspections: [Inspection]

  init(_ inspections: [Inspection]) {
    self.inspections = inspections
  }

  /// Sorts positions of inspections dated in `window`.
  ///
  /// Linear but for days with unsorted records.
  func sorted(_ positions: [Int], in window: DateRange) -> [Int] {
    let length = window.to - window.from + 1
    let days = Buckets(positions, into: length) { inspections[$0].date - window.from }
    var result: [Int] = []
    result.reserveCapacity(positions.count)
    for day in 0..<length where !days[day].isEmpty { append(days[day], to: &result) }
    return result
  }

  private func append(_ day: ArraySlice<Int>, to result: inout [Int]) {
    var keys = day.map(key)
    let isSorted = zip(keys, keys.dropFirst()).allSatisfy { !precedes($1, $0) }
    if !isSorted { keys.sort(by: precedes) }
    for key in keys { result.append(key.position) }
  }

  private func key(_ position: Int) -> Key {
    var bytes = inspections[position].record.utf8.makeIterator()
    func next() -> UInt64 {
      var word: UInt64 = 0
      for _ in 0..<8 { word = word << 8 | UInt64(bytes.next() ?? 0) }
      return word
    }
    let head = next()
    return Key(head: head, tail: next(), position: position)
  }

  private func precedes(_ left: Key, _ right: Key) -> Bool {
    if left.head != right.head { return left.head < right.head }
    if left.tail != right.tail { return left.tail < right.tail }
    let (first, second) = (inspections[left.position], inspections[right.position])
    if first.record.utf8.elementsEqual(second.record.utf8) {
      return (first.place, left.position) < (second.place, right.position)
    }
    return first.record.utf8.lexicographicallyPrecedes(second.record.utf8)
  }
}
