import TongbaoModel

/// A record's place in the lists of `Records`, in four bytes.
struct RecordPosition: Hashable {
  private let rawValue: UInt32
  private static let inspectionBit: UInt32 = 1 << 31

  static func visit(_ index: Int) -> RecordPosition {
    RecordPosition(rawValue: UInt32(truncatingIfNeeded: index))
  }

  static func inspection(_ index: Int) -> RecordPosition {
    RecordPosition(rawValue: UInt32(truncatingIfNeeded: index) | inspectionBit)
  }

  /// Whether the record stands among the inspections, else among the visits.
  var isInspection: Bool { rawValue & RecordPosition.inspectionBit != 0 }
  /// Position in its list.
  var index: Int { Int(rawValue & ~RecordPosition.inspectionBit) }

  fileprivate init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  fileprivate var slotValue: UInt32 { rawValue &+ 1 }

  fileprivate init(slotValue: UInt32) {
    rawValue = slotValue &- 1
  }
}

/// Finds visits and inspections by the fingerprint of their number.
///
/// Open addressing, five bytes a slot: a tag tells most other numbers apart without a look at the record.
/// Records with one number (of different departments) lie in one chain.
struct IdentityIndex {
  private var slots: [UInt32] = []
  /// Eight bits of each slot's number, 0 for a free slot.
  private var tags: [UInt8] = []

  /// Makes room for `count` records at two thirds' load.
  mutating func reserve(_ count: Int) {
    let size = max(16, count + count / 2 + 1)
    slots = [UInt32](repeating: 0, count: size)
    tags = [UInt8](repeating: 0, count: size)
  }

  /// Memory of the slots, in bytes.
  var byteCount: Int { slots.count * 5 }

  /// Calls `body` with each position that may bear the number until it returns true.
  ///
  /// Returns the slot of that one, or the free slot at the chain's end.
  @inline(__always)
  func slot(of number: UInt64, where body: (RecordPosition) -> Bool) -> Int {
    let mixed = Fingerprint.mix(number)
    let tag = IdentityIndex.tag(mixed)
    var slot = Int(truncatingIfNeeded: mixed.multipliedFullWidth(by: UInt64(tags.count)).high)
    while tags[slot] != 0 {
      if tags[slot] == tag, body(RecordPosition(slotValue: slots[slot])) { return slot }
      slot += 1
      if slot == tags.count { slot = 0 }
    }
    return slot
  }

  /// The record in a slot; nil for a free one.
  subscript(slot: Int) -> RecordPosition? {
    tags[slot] == 0 ? nil : RecordPosition(slotValue: slots[slot])
  }

  /// Puts a record with this number into the slot that `slot(of:where:)` gave.
  mutating func put(_ position: RecordPosition, _ number: UInt64, in slot: Int) {
    slots[slot] = position.slotValue
    tags[slot] = IdentityIndex.tag(Fingerprint.mix(number))
  }

  private static func tag(_ mixed: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: mixed) | 1
  }
}
