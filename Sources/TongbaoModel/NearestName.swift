/// Finds what somebody may have meant.
package enum NearestName {
  /// The name that needs the fewest changes, if those are at most a third of it; the first of
  /// several.
  ///
  /// O(names × length²).
  package static func find(_ text: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().prefix(64))
    var best: (name: String, distance: Int)?
    for name in names {
      let candidate = Array(name.lowercased().prefix(64))
      let limit = max(1, max(wanted.count, candidate.count) / 3)
      guard abs(wanted.count - candidate.count) <= limit else { continue }
      let distance = changes(from: wanted, to: candidate)
      if distance <= limit, distance < min(best?.distance ?? .max, max(1, candidate.count)) {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours that make one name the other.
  ///
  /// Source: Damerau, optimal string alignment. O(product of the lengths).
  package static func changes(from first: [Character], to second: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let isSame = first[row] == second[column]
        var least = min(previous[column + 1] + 1, current[column] + 1)
        least = min(least, previous[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      (before, previous) = (previous, current)
    }
    return previous[second.count]
  }
}
