import Testing

@testable import TongbaoReading

struct XMLSegmentTests {
  @Test(arguments: 0..<4) func `no step ends within a character`(shift: Int) {
    let text =
      [UInt8](repeating: 0x61, count: shift) + Array(String(repeating: "镇", count: 90_000).utf8)
    let segment = XMLSegment(text, from: 1, isLast: true, holdsFaults: false)
    let steps = segment.steps
    #expect(steps.first?.lowerBound == 1)
    #expect(steps.last?.upperBound == text.count)
    #expect(steps.count == 3)
    for (left, right) in zip(steps, steps.dropFirst()) {
      #expect(left.upperBound == right.lowerBound)
      #expect(text[left.upperBound] & 0xC0 != 0x80)
    }
  }

  @Test func `what is left of the part before goes into the room, or makes more`() {
    let bytes: [UInt8] = [0, 0, 0, 7, 8]
    var segment = XMLSegment(bytes, from: 3, isLast: true, holdsFaults: false)
    segment.prepend([5, 6])
    #expect(Array(segment.bytes[segment.start...]) == [5, 6, 7, 8])
    #expect(segment.fresh == 3)
    segment = XMLSegment(bytes, from: 3, isLast: true, holdsFaults: false)
    segment.prepend([1, 2, 3, 4, 5, 6])
    #expect(Array(segment.bytes[segment.start...]) == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(segment.fresh == 6)
  }
}
