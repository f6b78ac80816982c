import TongbaoModel

// Records whose composed numbers are the same though their content is not.
extension RecordsJoiner {
  /// Whether two rows with one number and different content may be two records: both numbers are
  /// composed, and the rows come from one sheet, be they mended or not.
  func isUndecided(_ one: RowReference, _ other: RowReference) -> Bool {
    let (first, second) = (Int(one.file), Int(other.file))
    return sheets[first].plan.number != nil && sheets[second].plan.number != nil
      && mending[first] ?? first == mending[second] ?? second
  }

  /// Refuses the later of two rows with one number, or the earlier one where that alone was mended:
  /// what counted already stays.
  ///
  /// `names`: how messages call the later and the earlier one. Whether it is the later one.
  mutating func refuseOne(
    of later: RowReference,
    earlier: RowReference,
    _ number: UInt64,
    _ names: (later: String, earlier: String)
  ) -> Bool {
    let isLater = mending[Int(earlier.file)] == nil || mending[Int(later.file)] != nil
    let (kept, refused) = isLater ? (earlier, later) : (later, earlier)
    let diagnostic = Diagnostic(
      .repeatedNumber,
      at: location(refused),
      field: Field.record.name,
      text: isLater ? names.later : names.earlier,
      facts: ["first": .text(location(kept).sourceText)]
    )
    say(of: refused, diagnostic)
    joined.unbound[Int(refused.file), default: []]
      .append(UnboundRow(row: Int(refused.row), number: number, diagnostic: diagnostic))
    return isLater
  }
}
