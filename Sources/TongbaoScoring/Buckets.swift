import TongbaoModel

/// The positions of a list sorted into numbered buckets, order kept within each.
struct Buckets {
  private let offsets: [UInt32]
  private let members: [UInt32]

  /// Puts every position of `buckets` into the bucket that stands there; all are below `count`.
  ///
  /// O(n).
  init(_ buckets: [UInt32], count: Int) {
    var offsets: [UInt32] = Array(repeating: 0, count: count + 1)
    for bucket in buckets { offsets[Int(bucket) + 1] += 1 }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    var next = offsets
    var members: [UInt32] = Array(repeating: 0, count: buckets.count)
    for position in buckets.indices {
      let bucket = Int(buckets[position])
      members[Int(next[bucket])] = UInt32(truncatingIfNeeded: position)
      next[bucket] += 1
    }
    self.offsets = offsets
    self.members = members
  }

  /// The positions in one bucket.
  subscript(bucket: Int) -> Positions {
    Positions(members[Int(offsets[bucket])..<Int(offsets[bucket + 1])])
  }
}

extension Positions {
  /// The first index whose position satisfies `predicate`, where all after it do too.
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
