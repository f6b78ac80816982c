import Glibc

/// The code points of GB18030, from glibc's converter, with the places mended where the Encoding
/// Standard reads the two-byte codes of 2022 or ideographic space.
///
/// Source: encoding.spec.whatwg.org, index gb18030.
struct GB18030Table: Sendable {
  /// Code points of the two-byte codes: 126 leads of 190 trails.
  let pairs: [UInt16]
  /// Code points of the four-byte codes within the BMP, by linear position.
  let quads: [UInt16]

  /// The table, built when the first file needs it (about one millisecond).
  static let shared = GB18030Table()

  /// Two-byte codes, what they mean, and the private code point that they had before, under which the
  /// four-byte codes were numbered.
  private static let mended: [(code: UInt16, point: UInt16, former: UInt16)] = [
    (0xA3A0, 0x3000, 0xE5E5), (0xA6D9, 0xFE10, 0xE78D), (0xA6DA, 0xFE12, 0xE78E),
    (0xA6DB, 0xFE11, 0xE78F), (0xA6DC, 0xFE13, 0xE790), (0xA6DD, 0xFE14, 0xE791),
    (0xA6DE, 0xFE15, 0xE792), (0xA6DF, 0xFE16, 0xE793), (0xA6EC, 0xFE17, 0xE794),
    (0xA6ED, 0xFE18, 0xE795), (0xA6F3, 0xFE19, 0xE796), (0xA8BC, 0x1E3F, 0xE7C7),
    (0xFE51, 0xE816, 0xE816), (0xFE52, 0xE817, 0xE817), (0xFE53, 0xE818, 0xE818),
    (0xFE59, 0x9FB4, 0xE81E), (0xFE61, 0x9FB5, 0xE826), (0xFE66, 0x9FB6, 0xE82B),
    (0xFE67, 0x9FB7, 0xE82C), (0xFE6C, 0xE831, 0xE831), (0xFE6D, 0x9FB8, 0xE832),
    (0xFE76, 0xE83B, 0xE83B), (0xFE7E, 0x9FB9, 0xE843), (0xFE90, 0x9FBA, 0xE854),
    (0xFE91, 0xE855, 0xE855), (0xFEA0, 0x9FBB, 0xE864),
  ]

  private init() {
    var pairs = GB18030Table.converted()
    var former = pairs
    for entry in GB18030Table.mended {
      let lead = UInt8(entry.code >> 8)
      let trail = UInt8(truncatingIfNeeded: entry.code)
      guard let index = GB18030Table.position(lead, trail) else { continue }
      pairs[index] = entry.point
      former[index] = entry.former
    }
    self.pairs = pairs
    quads = GB18030Table.remaining(without: former)
  }

  /// The position of a two-byte code in `pairs`; nil where the trail is none.
  @inline(__always)
  static func position(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE, trail != 0x7F else {
      return nil
    }
    return (Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
  }

  /// The code point of a four-byte code; nil where there is none.
  func point(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32? {
    let high = (Int(first) - 0x81) * 10 + Int(second) - 0x30
    let linear = (high * 126 + Int(third) - 0x81) * 10 + Int(fourth) - 0x30
    // The one four-byte code of 2005 that changed places with A8BC.
    if linear == 7457 { return 0xE7C7 }
    if linear < quads.count { return UInt32(quads[linear]) }
    guard (189_000..<1_237_576).contains(linear) else { return nil }
    return UInt32(linear - 189_000 + 0x10000)
  }

  /// The four-byte codes number, in order, all of the BMP that has no shorter code.
  private static func remaining(without pairs: [UInt16]) -> [UInt16] {
    var isTaken = [Bool](repeating: false, count: 65_536)
    for point in pairs { isTaken[Int(point)] = true }
    return (0x80..<0x10000).filter { !isTaken[$0] && !(0xD800..<0xE000).contains($0) }
      .map { UInt16($0) }
  }

  /// What glibc says of every two-byte code; codes that it maps beyond the BMP are in `mended`.
  private static func converted() -> [UInt16] {
    var pairs = [UInt16](repeating: 0xFFFD, count: 126 * 190)
    let converter = unsafe iconv_open("UTF-16LE", "GB18030")
    // iconv_open says −1 where it fails; every glibc with its converters installed has this one.
    guard unsafe converter != UnsafeMutableRawPointer(bitPattern: -1) else { return pairs }
    defer { unsafe iconv_close(converter) }
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        guard let index = position(lead, trail) else { continue }
        pairs[index] = unsafe unit(of: lead, trail, converter) ?? 0xFFFD
      }
    }
    return pairs
  }

  private static func unit(of lead: UInt8, _ trail: UInt8, _ converter: iconv_t?) -> UInt16? {
    var input = [CChar(bitPattern: lead), CChar(bitPattern: trail)]
    var output: [UInt16] = [0, 0]
    var inputLeft = 2
    var outputLeft = 4
    let result = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBytes { target in
        var from = source.baseAddress
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    return result == Int.max || result == -1 || outputLeft != 2
      ? nil : UInt16(littleEndian: output[0])
  }
}
