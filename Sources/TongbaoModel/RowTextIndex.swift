/// Texts of rows as they are read again from the archive, by place.
///
/// Rows of record XML may share a line; those are told apart by their record number.
package struct RowTextIndex: Sendable {
  private var byPlace: [RowReference: [RowTexts]] = [:]

  /// No texts.
  package init() {}

  /// Adds the texts of a row.
  package mutating func add(_ texts: RowTexts, at place: RowReference) {
    byPlace[place, default: []].append(texts)
  }

  /// The texts of the row at `place` whose number is `record`; nil where there is none.
  package subscript(place: RowReference, record: String) -> RowTexts? {
    guard let rows = byPlace[place] else { return nil }
    return rows.count == 1 ? rows.first : rows.first { $0["record"] == record }
  }

  /// All rows with their places, in reading order.
  package var rows: [(place: RowReference, texts: RowTexts)] {
    byPlace.keys.sorted()
      .flatMap { place in (byPlace[place] ?? []).map { (place: place, texts: $0) } }
  }

  /// The same rows with every text changed.
  package func mapTexts(_ change: (String) -> String) -> RowTextIndex {
    var index = self
    index.byPlace = byPlace.mapValues { rows in rows.map { $0.mapValues(change) } }
    return index
  }
}

extension RowTextIndex: ExpressibleByDictionaryLiteral {
  /// Texts by place, for rows that share no line.
  package init(dictionaryLiteral elements: (RowReference, RowTexts)...) {
    for (place, texts) in elements { add(texts, at: place) }
  }
}
