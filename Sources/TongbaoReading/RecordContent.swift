import TongbaoModel

/// Listens to record XML; its work is done in `RecordState`.
@safe final class RecordContent: XMLContent {
  /// The state, which lives as long as this object.
  let state: UnsafeMutablePointer<RecordState>

  /// Reads the records that `choice` names; the first `skipped` of them have been handed out before.
  init(_ choice: RecordChoice, limits: ReadingLimits, skipped: Int) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: RecordState(choice: choice, limits: limits, skipped: skipped))
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  override var refusal: XMLFault.Kind? { unsafe state.pointee.refusal }
  /// The names of the fields, by position.
  var fields: [String] { unsafe state.pointee.fields }
  /// Whether a record is open.
  var isWithinRecord: Bool { unsafe state.pointee.isWithinRecord }
  /// How many records there were.
  var recordCount: Int { unsafe state.pointee.recordCount }
  /// Elements beside the records that repeat and have fields of their own, by name.
  var ignored: [(name: String, count: Int)] { unsafe state.pointee.ignored }

  /// Enters a part of the document, whose first byte stands at `offset`; `view` must live until it is left.
  func enter(_ view: ByteView, at offset: Int) {
    unsafe state.pointee.enter(view, at: offset)
  }

  /// Leaves the part of the document and takes its finished records.
  func leave(_ bytes: consuming [UInt8]) -> [RecordRows] {
    unsafe state.pointee.leave(bytes)
  }

  /// From now on values may hold marks of undecodable bytes.
  func markFaults() {
    unsafe state.pointee.mayHoldFaults = true
  }
}
