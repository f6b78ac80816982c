import Testing
import TongbaoModel

@testable import TongbaoIntake

struct IdentityIndexTests {
  @Test
  func `a visit takes 32 bytes, a finding at most 96, and joining eight more`() {
    #expect(MemoryLayout<Visit>.stride == 32)
    #expect(MemoryLayout<Inspection>.stride <= 96)
    var index = IdentityIndex()
    index.reserve(10_000)
    #expect(index.byteCount <= 80_000)
  }

  @Test
  func `every record is found again, and one number may have several`() {
    var index = IdentityIndex()
    index.reserve(2_000)
    for number in 0..<1_000 {
      for copy in 0..<2 {
        let slot = index.slot(of: UInt64(number)) { _ in false }
        #expect(index[slot] == nil)
        let position: RecordPosition =
          copy == 0 ? .visit(number) : .inspection(number)
        index.put(position, UInt64(number), in: slot)
      }
    }
    for number in 0..<1_000 {
      var found: [RecordPosition] = []
      _ = index.slot(of: UInt64(number)) { position in
        if position.index == number { found.append(position) }
        return false
      }
      #expect(found == [.visit(number), .inspection(number)])
    }
  }
}
