import TongbaoModel

/// The visits and inspections of one batch.
struct InspectedPart: Sendable {
  var visits: [Visit] = []
  var inspections: [Inspection] = []
  /// How many visits of the batch stand before each inspection.
  var visitsBefore: [UInt32] = []
}
