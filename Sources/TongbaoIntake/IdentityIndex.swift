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

/// Finds visits and inspections by the fingerprint of their number: open addressing, four bytes a
/// slot.
///
/// Records with one number (of different departments) lie in one chain.
struct IdentityIndex {
  private var slots: [UInt32] = []

  /// Room for `count` records at three quarters' load.
  mutating func reserve(_ count: Int) {
    slots = [UInt32](repeating: 0, count: max(16, count + count / 3 + 1))
  }

  /// Memory of the slots, in bytes.
  var byteCount: Int { slots.count * 4 }

  @inline(__always)
  private func home(_ number: UInt64) -> Int {
    Int(
      truncatingIfNeeded: Fingerprint.mix(number).multipliedFullWidth(by: UInt64(slots.count)).high
    )
  }

  /// Calls `body` with each position in the number's chain until it returns true; returns the slot
  /// of that one, or the free slot at the chain's end.
  @inline(__always)
  func slot(of number: UInt64, where body: (RecordPosition) -> Bool) -> Int {
    var slot = home(number)
    while slots[slot] != 0, !body(RecordPosition(slotValue: slots[slot])) {
      slot += 1
      if slot == slots.count { slot = 0 }
    }
    return slot
  }

  /// The record in a slot.
  subscript(slot: Int) -> RecordPosition? {
    get { slots[slot] == 0 ? nil : RecordPosition(slotValue: slots[slot]) }
    set { slots[slot] = newValue?.slotValue ?? 0 }
  }
}
