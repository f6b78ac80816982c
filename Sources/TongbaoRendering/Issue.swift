import TongbaoModel

/// An issue while its pages are made: the input, the words, and who is named.
final class Issue: Sendable {
  /// What is said.
  let input: CircularInput
  /// Words of the locale.
  let words: Words
  /// Masks personal data in free text of public pages.
  let mask: @Sendable (String) -> String
  /// Numbers of the notices of the cases that pass the gate, by position in `Records.inspections`.
  let noticeNumbers: [Int: String]
  /// What public pages must not show.
  let withheld: Withheld
  /// The punctuation of texts that are put together here.
  let marks: TextMarks
  /// Whether a sheet's name holds what must be masked: hardly ever, and every row names its sheet.
  private let masksSources: Bool
  private let achievements: [IndicatorOfUnit: Achievement]
  /// Positions in `Assessment.cases` of the findings of each unit, by the unit's index.
  private let casePositions: [[Int]]

  init(_ input: CircularInput, words: Words, mask: @escaping @Sendable (String) -> String) {
    self.input = input
    self.words = words
    self.mask = mask
    noticeNumbers = Issue.numbers(of: input)
    withheld = Withheld(input)
    marks = TextMarks(words: words)
    masksSources = input.records.files.contains { file in
      [file.name, file.sheet ?? ""].contains { mask($0) != $0 }
    }
    achievements = Dictionary(
      input.achievements.map { (IndicatorOfUnit(unit: $0.unit, indicator: $0.indicator), $0) },
      uniquingKeysWith: { $1 }
    )
    casePositions = Issue.casePositions(of: input)
  }

  private static func casePositions(of input: CircularInput) -> [[Int]] {
    let cases = input.assessment.cases
    var positions = Array(repeating: [Int](), count: input.scheme.units.count)
    for position in cases.indices {
      let inspection = input.records.inspections[cases.inspection(at: position)]
      positions[inspection.unit.index].append(position)
    }
    return positions
  }

  /// The findings of a unit, in the order of all.
  func cases(of unit: Ordinal<Unit>) -> [Case] {
    casePositions[unit.index].map { assessment.cases[$0] }
  }

  /// How many findings of a unit are in a state.
  func count(_ state: CaseState, of unit: Ordinal<Unit>) -> Int {
    casePositions[unit.index].count { assessment.cases.state(at: $0) == state }
  }

  /// What a unit reached in an indicator; nil where nothing is measured.
  func achievement(_ unit: Ordinal<Unit>, _ indicator: Ordinal<Indicator>) -> Achievement? {
    achievements[IndicatorOfUnit(unit: unit, indicator: indicator)]
  }

  /// The place of a row as public pages name it.
  func masked(source: String) -> String { masksSources ? mask(source) : source }

  var scheme: Scheme { input.scheme }
  var assessment: Assessment { input.assessment }
  var records: Records { input.records }
  var figures: Figures { Figures(display: input.scheme.display, words: words) }

  /// The given number of each named case, or the next free ones in the order of the cases.
  private static func numbers(of input: CircularInput) -> [Int: String] {
    var numbers: [Int: String] = [:]
    let prefix = "\(input.scheme.year)-"
    let used = input.noticeNumbers.values.filter { $0.hasPrefix(prefix) }
    var next = used.compactMap { Int($0.dropFirst(prefix.count)) }.max() ?? 0
    for finding in input.assessment.cases where finding.gate?.isEmpty == true {
      if let number = input.noticeNumbers[finding.inspection] {
        numbers[finding.inspection] = number
        continue
      }
      next += 1
      let digits = String(next)
      numbers[finding.inspection] =
        prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return numbers
  }

  /// Whether public pages may only say that a case is being verified.
  static func isWithheld(_ finding: Case) -> Bool {
    finding.gate.map { !$0.isEmpty } ?? false
  }

  /// What public pages call a finding that the gate withholds: that it is being verified, or what has become
  /// of it.
  func standIn(for finding: Case) -> String {
    switch finding.state {
    case .withdrawn: words[.stateWithdrawn]
    case .inadmissible: words[.stateInadmissible]
    default: words[Issue.isBeingVerified(finding) ? .pending : .withdrawnSince]
    }
  }

  /// Whether a finding that the gate withholds may yet pass it.
  static func isBeingVerified(_ finding: Case) -> Bool {
    guard finding.handling != nil, let gate = finding.gate, !gate.isEmpty else { return false }
    return !gate.contains(.withdrawn) && !gate.contains(.inadmissible)
  }

  /// The inspection of a case.
  func inspection(_ finding: Case) -> Inspection {
    records.inspections[finding.inspection]
  }

  /// The project of an indicator.
  func project(_ indicator: Ordinal<Indicator>) -> Project {
    scheme.projects[scheme.indicators[indicator].project]
  }

  /// The department that answers for an indicator.
  func department(_ indicator: Ordinal<Indicator>) -> Department {
    scheme.departments[project(indicator).department]
  }

  /// Whether a case is dated in the period.
  func isOfPeriod(_ finding: Case) -> Bool {
    assessment.days.contains(inspection(finding).date)
  }

  /// The case of the same inspection as of the previous issue; nil where there was none.
  var previousCases: [Int: Case] {
    let cases = input.previous?.cases ?? []
    return Dictionary(cases.map { ($0.inspection, $0) }, uniquingKeysWith: { $1 })
  }

  /// A text as a paragraph has it: with a stop, unless it ends in a mark of its own.
  func sentence(_ text: String) -> String {
    guard let last = text.last, last.isLetter || last.isNumber || "）)”%".contains(last) else {
      return text
    }
    // The stop of the text's own script: records are Chinese, whatever the locale.
    return text + (last.isASCII ? words[.stop] : "。")
  }

  /// What vetoes take from a total; scoring has refused what is beyond exact arithmetic before it comes here.
  func vetoed(_ score: Score) -> String { figures.points(try? score.vetoed()) }

  /// A count as a percentage of a whole; a dash where there is none.
  func share(_ part: Int, of whole: Int) -> String {
    figures.percent(try? Ratio(Int128(part), Int128(whole)).rounded())
  }

  /// Texts joined as the locale joins a list.
  func joined(_ texts: [String]) -> String {
    texts.joined(separator: words[.separator])
  }
}

private struct IndicatorOfUnit: Hashable {
  let unit: Ordinal<Unit>
  let indicator: Ordinal<Indicator>
}

/// How numbers and dates are printed: once, for every page and rendition.
struct Figures: Sendable {
  /// Decimals.
  let display: Int
  /// Words of the locale.
  let words: Words

  /// Points, rounded to the scheme's decimals.
  func points(_ value: Decimal6) -> String {
    value.formatted(places: display)
  }

  /// Points, or a dash where there are none.
  func points(_ value: Decimal6?) -> String {
    value.map { points($0) } ?? "—"
  }

  /// The sum of points; a dash where it is beyond exact arithmetic.
  func sum(_ values: [Decimal6]) -> String {
    points(try? values.reduce(Decimal6.zero) { try $0.adding($1) })
  }

  /// A share as a percentage with the scheme's decimals.
  func percent(_ value: Decimal6?) -> String {
    percent(value, places: display)
  }

  /// A share as a percentage with `places` decimals; a dash where there is none.
  func percent(_ value: Decimal6?, places: Int) -> String {
    guard let value else { return "—" }
    let (product, overflow) = value.millionths.multipliedReportingOverflow(by: 100)
    guard !overflow else { return "—" }
    return Decimal6(millionths: product).formatted(places: places) + "%"
  }

  /// A carried-over target or what is compared with it: what is measured under a threshold, else
  /// the value in its own unit.
  func target(_ value: Decimal6?, of indicator: Indicator) -> String {
    if case .threshold = indicator.method { return measure(value, of: indicator) }
    return self.value(value, of: indicator)
  }

  /// A value with its unit.
  func value(_ value: Decimal6?, of indicator: Indicator) -> String {
    value.map { points($0) + indicator.unit } ?? "—"
  }

  /// Hundredths as a percentage.
  func hundredths(_ value: Decimal6?) -> String {
    value.map { points($0) + "%" } ?? "—"
  }

  /// A measure with its unit.
  func measure(_ value: Decimal6?, of indicator: Indicator) -> String {
    guard let value else { return "—" }
    let unit = indicator.measure == .value ? indicator.unit : "%"
    return points(value) + unit
  }

  /// A rank, or the word for none.
  func rank(_ rank: Int?) -> String {
    rank.map(String.init) ?? words[.unranked]
  }

  /// A day.
  func date(_ date: CalendarDate?) -> String {
    date.map { words.name(of: $0) } ?? ""
  }

  /// A day in the column of a table; a dash where there is none.
  func day(_ date: CalendarDate?) -> String {
    date.map { words.shortName(of: $0) } ?? "—"
  }

  /// A change with its sign: `+1.00`, `-0.50`, `0.00`.
  func change(_ value: Decimal6) -> String {
    (value.rounded(to: display).isPositive ? "+" : "") + points(value)
  }

  /// The change from one number to another as both are printed, so that a reader's sum comes out;
  /// a dash where it is beyond exact arithmetic.
  func change(from before: Decimal6, to after: Decimal6) -> String {
    let difference = try? after.rounded(to: display).subtracting(before.rounded(to: display))
    return difference.map { change($0) } ?? "—"
  }
}
