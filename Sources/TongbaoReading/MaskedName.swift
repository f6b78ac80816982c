/// Names of elements in ASCII for libxml2, which reads Chinese names several times as slowly.
///
/// Each of the first characters of a name that lies between U+4000 and U+9FFF, all of which may begin a name,
/// becomes one of six letters for its first byte and one of sixty-four characters for each of the others. No two
/// names become equal while no name of the document has one of the six letters where such a character could begin.
struct MaskedName {
  /// Whether there was a name to be masked.
  private(set) var isMasked = false
  private var mayBeMistaken = false

  /// Whether a masked name could be taken for another one.
  var areAmbiguous: Bool { isMasked && mayBeMistaken }

  /// For the first bytes E4 to E9: letters with which few names begin beside Chinese ones.
  private static let leads = Array("JQVjqv".utf8)
  /// For the bytes 80 to BF.
  private static let others = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
  )

  private let leads = InlineArray<8, UInt8> {
    $0 < MaskedName.leads.count ? MaskedName.leads[$0] : 0
  }
  private let others = InlineArray<64, UInt8> { MaskedName.others[$0] }
  /// A bit for each of the letters, from 40 on.
  private let leadBits = MaskedName.leads.reduce(UInt64(0)) { $0 | 1 << UInt64($1 & 0x3F) }

  /// Masks the name of the tag that begins at `bracket`; says where it ends.
  @inline(__always)
  mutating func mask(
    after bracket: Int,
    in view: ByteView,
    to room: UnsafeMutableRawPointer
  ) -> Int {
    var index = bracket + 1
    guard index < view.count else { return index }
    if view[index] == 0x2F { index += 1 }
    let start = index
    while index + 4 <= view.count, view[index] &- 0xE4 < 6 {
      unsafe room.storeBytes(
        of: leads[Int(view[index] &- 0xE4) & 7],
        toByteOffset: index,
        as: UInt8.self
      )
      for place in index + 1..<index + 3 {
        unsafe room.storeBytes(
          of: others[Int(view[place] & 0x3F)],
          toByteOffset: place,
          as: UInt8.self
        )
      }
      index += 3
    }
    if index > start { isMasked = true }
    guard index < view.count else { return index }
    let next = view[index]
    // A prefix stands in its declaration too, which is no element's name.
    let isLead = next &- 0x40 < 0x40 && leadBits &>> UInt64(next & 0x3F) & 1 == 1
    if isLead || next == 0x3A && index > start { mayBeMistaken = true }
    return index
  }

  /// The name that has become `masked`.
  static func original(of masked: String) -> String {
    let masked = Array(masked.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index + 3 <= masked.count, let lead = leads.firstIndex(of: masked[index]) {
      let rest = masked[index + 1..<index + 3].map { others.firstIndex(of: $0) ?? 0 }
      bytes += [0xE4 + UInt8(lead)] + rest.map { 0x80 + UInt8($0) }
      index += 3
    }
    return String(decoding: bytes + masked[index...], as: UTF8.self)
  }
}
