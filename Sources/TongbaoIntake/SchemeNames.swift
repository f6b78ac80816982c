import TongbaoModel

/// The names that cells may hold, by field, with what they mean: positions in the scheme or
/// choices.
struct SchemeNames: Sendable {
  /// Meaning by folded name, by field.
  private var tables: [Field: [FoldedName: Int32]] = [:]
  /// The days of each unit, and the units of names that several have one after the other: such a
  /// name means the number of units and its position here.
  private let unitDays: [DateRange]
  private var successions: [[Int]] = []

  /// Names of the scheme and of the choices.
  init(_ scheme: Scheme) {
    unitDays = scheme.units.map(\.days)
    let units = scheme.units.map { [$0.id, $0.name] + $0.aliases }
    tables[.unit] = SchemeNames.table(units)
    addSuccessions(units)
    tables[.indicator] = SchemeNames.table(scheme.indicators.map { [$0.id, $0.name] + $0.aliases })
    tables[.severity] = SchemeNames.table(scheme.severities.map { [$0.id] + $0.names })
    tables[.item] = SchemeNames.table(Matters(scheme).names)
    for (field, choices) in SchemeNames.choices { tables[field] = SchemeNames.table(choices) }
  }

  /// Names that several units have mean whichever of them exists on the day in question.
  private mutating func addSuccessions(_ units: [[String]]) {
    var owners: [FoldedName: [Int]] = [:]
    for (position, names) in units.enumerated() {
      for name in Set(names.map { FoldedName($0) }) { owners[name, default: []].append(position) }
    }
    // In an order of their own: meanings join the fingerprints of rows, alike in every sheet.
    let shared = owners.filter { $0.value.count > 1 && !$0.key.bytes.isEmpty }
      .sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    for (name, positions) in shared {
      tables[.unit]?[name] = Int32(unitDays.count + successions.count)
      successions.append(positions)
    }
  }

  /// The unit that the meaning of a name stands for on a day: of several the one that exists then,
  /// else the first.
  @inline(__always)
  func unit(_ meaning: Int, on date: CalendarDate?) -> Int {
    meaning < unitDays.count ? meaning : successor(meaning - unitDays.count, on: date)
  }

  private func successor(_ position: Int, on date: CalendarDate?) -> Int {
    let units = successions[position]
    let existing = date.flatMap { date in units.first { unitDays[$0].contains(date) } }
    return existing ?? units[0]
  }

  /// The meaning of a name; a unit's is to be looked up by day with `unit(_:on:)`.
  func meaning(of name: FoldedName, in field: Field) -> Int32? {
    if let meaning = tables[field]?[name] { return meaning }
    return field == .provisional ? CellWord.yesNo(name).map { $0 ? 1 : 0 } : nil
  }

  /// Lets `text` mean what `canonical` means; false where `canonical` means nothing.
  mutating func add(_ text: String, for canonical: String, in field: Field) -> Bool {
    guard let meaning = meaning(of: FoldedName(canonical), in: field) else { return false }
    tables[field, default: [:]][FoldedName(text)] = meaning
    return true
  }

  /// Lets 是 and 否 mean rectified and not, for columns headed 是否….
  mutating func addYesNoResults() {
    for word in ["是", "有", "1", "√", "Y"] { _ = add(word, for: "done", in: .result) }
    for word in ["否", "无", "0", "×", "N"] { _ = add(word, for: "notDone", in: .result) }
  }

  /// The known name nearest to an unknown one, within two changes.
  func nearest(to name: FoldedName, in field: Field) -> String? {
    let limit = name.text.unicodeScalars.count <= 4 ? 1 : 2
    // 不属实 is one character from 属实, and its contrary.
    let isNegated = SchemeNames.isNegated(name)
    let near = (tables[field] ?? [:]).keys
      .filter { SchemeNames.isNegated($0) == isNegated }
      .compactMap { known in
        known.distance(to: name, limit: limit)
          .map { distance in
            (distance, abs(known.bytes.count - name.bytes.count), known.text)
          }
      }
    return near.min { $0 < $1 }?.2
  }

  private static func isNegated(_ name: FoldedName) -> Bool {
    ["不", "未", "非", "没", "无"].contains { name.bytes.starts(with: $0.utf8) }
  }

  /// Whether a field's cells are looked up here.
  func knows(_ field: Field) -> Bool { tables[field] != nil }

  /// Whether any name of a field is known.
  func hasNames(of field: Field) -> Bool { tables[field]?.isEmpty == false }

  /// The one name of a field that holds `name` or stands in it (盐官 and 盐官镇); nil where several do.
  func onlyRelative(of name: FoldedName, in field: Field) -> String? {
    guard name.bytes.count >= 6 else { return nil }
    let relatives = (tables[field] ?? [:])
      .filter { known, _ in
        known.bytes.count >= 6 && (known.contains(name) || name.contains(known))
      }
    guard let first = relatives.first, relatives.values.allSatisfy({ $0 == first.value }) else {
      return nil
    }
    return relatives.keys.map(\.text).min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  private static func table(_ names: [[String]]) -> [FoldedName: Int32] {
    var table: [FoldedName: Int32] = [:]
    for (position, group) in names.enumerated() {
      for name in group where !name.isEmpty {
        let key = FoldedName(name)
        if table[key] == nil { table[key] = Int32(position) }
      }
    }
    return table
  }

  /// Names of the choices, the preferred one of each first.
  static let choices: [Field: [[String]]] = [
    .result: [["已整改", "done"], ["部分整改", "partly"], ["未整改", "notDone"], ["复查不合格", "failed"]],
    .factual: [["属实", "factual"], ["部分属实", "partly"], ["失实", "unfounded"]],
    .decision: [
      ["受理中", "pending"], ["成立", "upheld"], ["部分成立", "partlyUpheld"], ["不成立", "rejected"],
    ],
    .consistent: [["不一致", "no", "false"], ["一致", "yes", "true"]],
  ]
}

/// Bonus items, penalty items and vetoes as one list of names.
struct Matters: Sendable {
  let names: [[String]]
  private let bonuses: Int
  private let penalties: Int

  init(_ scheme: Scheme) {
    let items = scheme.bonuses.items + scheme.penalties.items
    names =
      items.map { [$0.id, $0.name] + $0.aliases }
      + scheme.vetoes.map { [$0.id, $0.name] + $0.aliases }
    bonuses = scheme.bonuses.items.count
    penalties = scheme.penalties.items.count
  }

  /// The item at `position` of the common list.
  subscript(position: Int) -> Event.Matter {
    if position < bonuses { return .bonus(Ordinal(index: position)) }
    if position < bonuses + penalties { return .penalty(Ordinal(index: position - bonuses)) }
    return .veto(Ordinal(index: position - bonuses - penalties))
  }
}
