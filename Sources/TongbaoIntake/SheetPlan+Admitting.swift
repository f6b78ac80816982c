package import TongbaoModel

extension SheetPlan {
  /// Turns one batch of rows into records and diagnostics.
  ///
  /// Pure: batches may be admitted in any order, on any thread, and are put together by
  /// `AdmittedSheet.append`. O(bytes).
  package func admit(_ batch: RowBatch) -> AdmittedBatch {
    guard !fills.isEmpty else { return admitFilled(batch) }
    let filled = filled(batch, carrying: [])
    var result = admitFilled(filled.batch.rows(from: filled.unresolved))
    if filled.unresolved > 0 { result.deferred = batch.firstRows(filled.unresolved) }
    result.lastFilled = filled.last
    return result
  }

  /// Admits rows whose blanks are filled as far as they can be.
  func admitFilled(_ batch: RowBatch) -> AdmittedBatch {
    var admission = BatchAdmission(self, batch)
    admission.run()
    admission.result.inspected.dropSpareRoom()
    return admission.result
  }
}
