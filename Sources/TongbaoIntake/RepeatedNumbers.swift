/// Tells the few record numbers that may occur more than once from the many that occur once.
///
/// Two bit maps of eight bits a record each, one of which goes when all numbers are in. A number that occurs
/// twice is always told; about one in eight of the others is told by mistake, which only costs a look at the
/// record. No step waits for the one before, so that a million numbers take some hundredths of a second
/// where a hash table takes a fifth.
struct RepeatedNumbers {
  private var seen: [UInt64]
  private var repeated: [UInt64]
  private let bitCount: UInt64

  /// Room for `count` numbers.
  init(capacity count: Int) {
    let words = count / 8 + 1
    seen = [UInt64](repeating: 0, count: words)
    repeated = seen
    bitCount = UInt64(words) * 64
  }

  /// Memory of the maps, in bytes.
  var byteCount: Int { (seen.count + repeated.count) * 8 }

  /// Takes a number in; call before `finish` alone.
  @inline(__always)
  mutating func insert(_ number: UInt64) {
    let (word, bit) = place(of: number)
    let before = seen[word]
    seen[word] = before | bit
    if before & bit != 0 { repeated[word] |= bit }
  }

  /// Gives back the memory that only insertion needs.
  mutating func finish() {
    seen = []
  }

  /// Tells a number whatever else occurs.
  mutating func mark(_ number: UInt64) {
    let (word, bit) = place(of: number)
    repeated[word] |= bit
  }

  /// Whether the number may have been taken in more than once, or was marked.
  @inline(__always)
  func contains(_ number: UInt64) -> Bool {
    let (word, bit) = place(of: number)
    return repeated[word] & bit != 0
  }

  @inline(__always)
  private func place(of number: UInt64) -> (word: Int, bit: UInt64) {
    let bit = Fingerprint.mix(number).multipliedFullWidth(by: bitCount).high
    return (Int(truncatingIfNeeded: bit >> 6), 1 << (bit & 63))
  }
}
