import TongbaoModel

/// Listens to record XML; its work is done in `RecordState`.
@safe final class RecordContent: XMLContent {
  /// The state, which lives as long as this object.
  let state: UnsafeMutablePointer<RecordState>

  /// Begins to read with a state.
  init(_ state: consuming RecordState) {
    unsafe self.state = .allocate(capacity: 1)
    unsafe self.state.initialize(to: state)
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  override var refusal: XMLFault.Kind? { unsafe state.pointee.refusal }
  /// What more records can be read with.
  var layout: RecordLayout { unsafe state.pointee.layout }
  /// Whether a record is open.
  var isWithinRecord: Bool { unsafe state.pointee.isWithinRecord }
  /// How many records there were.
  var recordCount: Int { unsafe state.pointee.recordCount }
  /// Blank cells of the records beside the bytes of their values.
  var unfolding: Unfolding { unsafe state.pointee.unfolding }
  /// Elements beside the records.
  var strangers: [RecordStranger] { unsafe state.pointee.strangers }

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
