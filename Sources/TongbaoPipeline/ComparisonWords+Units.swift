import TongbaoModel

extension ComparisonWords {
  /// The name of a unit, with its days, or else its id, where several bear that name.
  func name(_ unit: Ordinal<Unit>) -> String {
    let own = scheme.units[unit]
    guard scheme.units.count(where: { $0.name == own.name }) > 1 else { return own.name }
    let which = days(own.days)?[language] ?? own.id
    return Bilingual("\(own.name)（\(which)）", "\(own.name) (\(which))")[language]
  }

  private func days(_ days: DateRange) -> Bilingual? {
    switch (days.from == DateRange.always.from, days.to == DateRange.always.to) {
    case (true, true): nil
    case (true, false): Bilingual("至\(days.to)", "until \(days.to)")
    case (false, true): Bilingual("\(days.from)起", "from \(days.from)")
    case (false, false): Bilingual("\(days.from)至\(days.to)", "\(days.from) to \(days.to)")
    }
  }

  /// A unit that has another id in the later scheme.
  func renamed(_ renamed: Comparison.RenamedUnit) -> String {
    let unit = scheme.units[renamed.unit]
    return Bilingual(
      "原办法的“\(renamed.former.name)”（\(renamed.former.id)）即现办法的“\(unit.name)”（\(unit.id)），"
        + "因同有“\(renamed.name)”一名。",
      "“\(renamed.former.name)” (\(renamed.former.id)) of the former scheme is taken for “\(unit.name)” "
        + "(\(unit.id)): both are called “\(renamed.name)”."
    )[language]
  }

  /// A unit that only one of the two schemes has.
  func lone(_ lone: Comparison.LoneUnit, isFormer: Bool) -> String {
    let side =
      isFormer
      ? Bilingual("仅原办法有", "Only under the former scheme")
      : Bilingual("仅现办法有", "Only under the later scheme")
    let total = lone.standing.total.formatted(places: scheme.display)
    let rank = lone.standing.rank.map { Bilingual("，名次 \($0)", ", rank \($0)") }
    let grade = lone.standing.grade.map { Bilingual("，等次 \($0)", ", grade \($0)") }
    return Bilingual(
      "\(side.chinese)：\(lone.unit.name)（\(lone.unit.id)），总分 \(total)"
        + (rank?.chinese ?? "") + (grade?.chinese ?? ""),
      "\(side.english): \(lone.unit.name) (\(lone.unit.id)), total \(total)"
        + (rank?.english ?? "") + (grade?.english ?? "")
    )[language]
  }
}
