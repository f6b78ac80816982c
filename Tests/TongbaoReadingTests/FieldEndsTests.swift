import Testing

@testable import TongbaoReading

struct FieldEndsTests {
  /// Bytes among which delimiters, controls and their near misses are common.
  private func bytes(_ random: inout SplitMix64) -> [UInt8] {
    let common: [UInt8] = [0, 9, 10, 13, 14, 0x2B, 0x2C, 0x2D, 0x22, 0x80, 0x8A, 0xAC, 0xFF, 0x61]
    return (0..<Int.random(in: 0..<300, using: &random))
      .map { _ in
        common.randomElement(using: &random) ?? 0
      }
  }

  @Test(arguments: 0..<200)
  func `every place is told once, from wherever it goes on`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let text = bytes(&random)
    let start = Int.random(in: 0...text.count, using: &random)
    let expected = text.indices.filter { $0 >= start && (text[$0] == 0x2C || text[$0] < 14) }
    let (found, bound) = text.withView { view in
      var ends = FieldEnds(view, delimiter: 0x2C)
      // Once within the bytes at hand, and perhaps once beyond them.
      ends.skip(to: start / 2)
      ends.skip(to: start)
      var places: [Int] = []
      while case let place = ends.next(), place < view.count { places.append(place) }
      // At the end it stays there.
      #expect(ends.next() == view.count)
      return (places, view.fieldBound(delimiter: 0x2C))
    }
    #expect(found == expected)
    // The cells' memory is as large as this says.
    #expect(bound == 1 + text.count { $0 == 0x2C || $0 < 14 })
  }

  @Test(arguments: 0..<200)
  func `line ends are counted as they are read`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let text = bytes(&random)
    let expected = text.indices.count {
      text[$0] == 10 || text[$0] == 13 && ($0 + 1 == text.count || text[$0 + 1] != 10)
    }
    #expect(text.withView { $0.lineEnds(in: 0..<$0.count) } == expected)
  }
}
