/// Positions sorted into numbered buckets, order kept within each.
///
/// O(n).
struct Buckets {
  private let offsets: [Int]
  private let members: [Int]

  /// Puts `positions` into `count` buckets.
  init(_ positions: some Collection<Int>, into count: Int, by bucket: (Int) -> Int) {
    var starts = Array(repeating: 0, count: count + 1)
    for position in positions { starts[bucket(position) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var members = Array(repeating: 0, count: positions.count)
    for position in positions {
      let target = bucket(position)
      members[next[target]] = position
      next[target] += 1
    }
    offsets = starts
    self.members = members
  }

  /// The positions in one bucket.
  subscript(bucket: Int) -> ArraySlice<Int> {
    members[offsets[bucket]..<offsets[bucket + 1]]
  }
}

extension ArraySlice<Int> {
  /// The first index whose element satisfies `predicate`, where all after it do too.
  ///
  /// O(log n).
  func partitioned(where predicate: (Int) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
