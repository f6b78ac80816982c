import TongbaoFormats
package import TongbaoModel

/// A sheet that goes to one unit for one week: findings that await its word, or issues handed over to it.
package struct UnitSheet: Sendable, Hashable {
  /// What is asked of the unit.
  package enum Kind: String, Sendable, CaseIterable {
    /// Its word on findings that are to be circulated by name (告知核实单).
    case communication
    /// To rectify (交办单).
    case assignment
  }

  /// A finding on the sheet.
  package struct Item: Sendable, Hashable {
    /// Position in `Assessment.cases`.
    package var position: Int
    /// The day since which it stands on the sheet.
    package var since: CalendarDate

    /// An item.
    package init(position: Int, since: CalendarDate) {
      self.position = position
      self.since = since
    }
  }

  /// What is asked.
  package var kind: Kind
  /// The ISO week of the findings.
  package var week: Period
  /// The unit.
  package var unit: Ordinal<Unit>
  /// Its name below `sheets/<week>/`, without ending.
  package var name: String
  /// What is still asked, in the order of the findings.
  package var items: [Item]
  /// What stood on the sheet and is settled.
  package var settled: [Item]

  /// A sheet.
  package init(
    kind: Kind,
    week: Period,
    unit: Ordinal<Unit>,
    name: String,
    items: [Item],
    settled: [Item]
  ) {
    self.kind = kind
    self.week = week
    self.unit = unit
    self.name = name
    self.items = items
    self.settled = settled
  }

  /// The day of the sheet: when the last finding was put on it.
  package var date: CalendarDate? { (items + settled).map(\.since).max() }
}

extension Renderer {
  /// The pages of sheets to units, below `internal/sheets`.
  ///
  /// The input's texts need hold no more than the findings on the sheets.
  package func sheets(_ sheets: [UnitSheet], of input: CircularInput) -> [Page] {
    let issue = Issue(input, words: templates.words, mask: mask)
    return
      sheets.mapOnEveryCore { sheet in
        pages(
          "internal/sheets/\(sheet.week)/\(sheet.name)",
          outline(sheet.kind.rawValue, UnitSheetView(issue: issue, sheet: sheet)),
          audience: .internal,
          isForUnit: true,
          home: nil
        )
      }
      .flatMap { $0 }
  }
}
