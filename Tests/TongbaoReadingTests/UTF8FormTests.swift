import Testing

@testable import TongbaoReading

struct UTF8FormTests {
  /// Bytes that are mostly Chinese, with every sort of fault among them.
  private func bytes(_ random: inout SplitMix64) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("盐官镇".utf8), Array("a,1".utf8), Array("é".utf8), Array("😀".utf8), Array("ࠀ".utf8),
      Array("한".utf8), [0xE4, 0xBD], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0],
      [0xF5, 0x80], [0x80], [0xE9], [0xC3],
    ]
    // Most texts take the usual pieces only.
    let isUsual = Bool.random(using: &random)
    return (0..<Int.random(in: 0..<100, using: &random))
      .flatMap { _ in
        pieces[Int.random(in: 0..<(isUsual ? 3 : pieces.count), using: &random)]
      }
  }

  @Test(arguments: 0..<500)
  func `a common text is well formed, and the usual text is common`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let text = bytes(&random)
    let isWellFormed = String(validating: text, as: UTF8.self) != nil
    let isCommon = text.withView(UTF8Form.isCommon)
    #expect(
      text.withView { UTF8Form.firstFault(in: $0, from: 0, to: $0.count) == nil } == isWellFormed
    )
    #expect(!isCommon || isWellFormed && !text.contains(0))
    let hasRare = text.contains { $0 == 0 || $0 == 0xE0 || $0 == 0xED || $0 >= 0xF0 }
    #expect(isCommon || !isWellFormed || hasRare || text.count < 3)
  }
}
