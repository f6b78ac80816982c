/// A small seeded generator: the same seed gives the same sheets on every machine.
///
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix64: Sendable {
  private var state: UInt64

  /// A generator that starts at `seed`.
  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound` − 1, by the high half of a product; `bound` above 0.
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// A number in a closed range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether a chance of `perMille` in a thousand comes up.
  mutating func chance(_ perMille: Int) -> Bool {
    below(1000) < perMille
  }

  /// One of the elements; the array is not empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// `count` different elements in their old order, or all where there are fewer.
  mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var chosen: [Element] = []
    var left = min(count, elements.count)
    for (index, element) in elements.enumerated() where left > 0 {
      guard below(elements.count - index) < left else { continue }
      chosen.append(element)
      left -= 1
    }
    return chosen
  }
}
