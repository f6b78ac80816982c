/// The chain that holds the lines of a journal together.
///
/// Each line ends with the member `seal`: the first 16 hexadecimal digits of the SHA-256 over the seal of the line
/// before and all bytes of this line before the member. So an altered byte, a line gone or two lines changed
/// round are found where they are, even where the line still reads well.
struct JournalSeal: Sendable {
  private static let digits = 16
  private static let opening = Array(#","seal":""#.utf8)
  private static let closing = Array(#""}"#.utf8)
  private static let length = opening.count + digits + closing.count

  /// The seal of the last line; empty before the first.
  private var last: [UInt8] = []

  /// The entry as a line with its seal, line end included.
  ///
  /// O(line).
  mutating func sealed(_ entry: JournalEntry) -> [UInt8] {
    let body = Array(entry.json.dropLast())
    last = seal(of: body)
    return body + JournalSeal.opening + last + JournalSeal.closing + [0x0A]
  }

  /// The entry of a line without line end; nil where the line is not one that we wrote after the last.
  ///
  /// O(line).
  mutating func opened(_ line: [UInt8]) -> JournalEntry? {
    guard line.count > JournalSeal.length else { return nil }
    let body = Array(line.dropLast(JournalSeal.length))
    let seal = seal(of: body)
    guard
      line.suffix(JournalSeal.length)
        .elementsEqual(
          JournalSeal.opening + seal + JournalSeal.closing
        ),
      let entry = JournalEntry(json: body + [UInt8(ascii: "}")])
    else { return nil }
    last = seal
    return entry
  }

  private func seal(of body: [UInt8]) -> [UInt8] {
    Array(ContentDigest(of: last + body).hex.utf8.prefix(JournalSeal.digits))
  }
}
