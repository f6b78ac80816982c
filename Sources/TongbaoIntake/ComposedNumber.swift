import TongbaoModel

/// The number of a row that has none of its own: the texts of some columns, joined.
///
/// Source: `number: {from: […]}` of the source's entry.
struct ComposedNumber: Sendable {
  /// What stands between two texts.
  private static let separator = Array("·".utf8)

  /// Slots of the parts, columns or constants.
  let slots: [Int]
  /// The parts as the sheet heads them.
  let heads: [String]
  /// The parts that are constants, by slot.
  private let constants: [Int: [UInt8]]

  /// A number made of the columns and constants in `slots`.
  init(_ slots: [Int], heads: [String], _ constants: [(field: Field, text: [UInt8])]) {
    self.slots = slots
    self.heads = heads
    var texts: [Int: [UInt8]] = [:]
    for slot in slots where slot < -1 { texts[slot] = constants[-2 - slot].text }
    self.constants = texts
  }

  /// The parts of a row as they stand there, trimmed and joined; empty where all of them are absent.
  ///
  /// O(bytes of the parts).
  func text(ofRow row: Int, in batch: RowBatch) -> [UInt8] {
    let range = batch.cellRange(ofRow: row)
    let bytes = batch.bytes.span
    var number: [UInt8] = []
    var isStated = false
    for (position, slot) in slots.enumerated() {
      if position > 0 { number += ComposedNumber.separator }
      if slot < -1 {
        number += constants[slot] ?? []
      } else if slot < range.count {
        let text = ByteText(of: batch.cells[range.lowerBound + slot], in: bytes)
        guard !CellWord.isAbsent(text, bytes) else { continue }
        isStated = true
        number += batch.bytes[text.start..<text.end]
      }
    }
    return isStated ? number : []
  }
}
