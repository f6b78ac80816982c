package import TongbaoModel

extension Scheme {
  /// A scheme without units, indicators or items: what is known of names where no scheme is at hand.
  package static let unknown = Scheme(
    title: "",
    year: 0,
    window: .always,
    display: 2,
    office: Office(name: "", code: "", number: "", sendTo: "", copyTo: ""),
    categories: [],
    units: [],
    departments: [],
    projects: [],
    severities: [],
    indicators: [],
    bonuses: ItemGroup(items: []),
    penalties: ItemGroup(items: []),
    vetoes: [],
    provisional: ProvisionalShares(onTime: .one, late: .one, partial: .one, failed: .one),
    partlyFactual: .one,
    refusedEvidence: [],
    minimumTeam: nil,
    rankBy: .total,
    grades: [],
    warnings: WarningRules(),
    spotCheck: nil,
    visitsPerMonth: nil,
    notices: NoticeRules()
  )
}
