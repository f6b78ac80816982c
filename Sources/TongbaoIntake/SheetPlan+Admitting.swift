package import TongbaoModel

extension SheetPlan {
  /// Turns one batch of rows into records and diagnostics.
  ///
  /// Pure: batches may be admitted in any order, on any thread, and are put together by
  /// `AdmittedSheet.append`. Of the kinds in `full`, of which earlier batches have said enough, diagnostics
  /// are only counted. O(bytes).
  package func admit(_ batch: RowBatch, full: Set<DiagnosticKind> = []) -> AdmittedBatch {
    guard !fills.isEmpty else { return admitFilled(batch, full: full) }
    let filled = filled(batch, carrying: [])
    var result = admitFilled(filled.batch.rows(from: filled.unresolved), full: full)
    if filled.unresolved > 0 { result.deferred = batch.firstRows(filled.unresolved) }
    result.lastFilled = filled.last
    return result
  }

  /// Admits rows whose blanks are filled as far as they can be.
  func admitFilled(_ batch: RowBatch, full: Set<DiagnosticKind>) -> AdmittedBatch {
    var admission = BatchAdmission(self, batch)
    admission.result.log = DiagnosticLog(full: full)
    admission.run()
    return admission.result
  }
}
