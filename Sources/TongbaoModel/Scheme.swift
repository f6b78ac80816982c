/// The rules of one assessment year (考核办法), checked and resolved: every reference is a position.
///
/// Source: scoring.md §2, where each key is explained.
package struct Scheme: Sendable {
  /// Title of the rules.
  package var title: String
  /// The assessment year.
  package var year: Int
  /// The days that count.
  package var window: DateRange
  /// Decimals of printed numbers, 0 to 6.
  package var display: Int
  /// The office that issues the circulars.
  package var office: Office
  /// Categories (分类), in scheme order.
  package var categories: [Category]
  /// Assessed units, in scheme order.
  package var units: [Unit]
  /// Responsible departments, in scheme order.
  package var departments: [Department]
  /// Approved assessment projects, in scheme order.
  package var projects: [Project]
  /// Severities of findings, in scheme order.
  package var severities: [SeverityLevel]
  /// Indicators, in scheme order.
  package var indicators: [Indicator]
  /// Bonus items and their common cap.
  package var bonuses: ItemGroup
  /// Penalty items and their common cap.
  package var penalties: ItemGroup
  /// Vetoes and excellence bars.
  package var vetoes: [Veto]
  /// What rectification gives back of a provisional deduction.
  package var provisional: ProvisionalShares
  /// Share of the points that a partly factual finding keeps.
  package var partlyFactual: Decimal6
  /// Kinds of evidence that do not count, such as 台账.
  package var refusedEvidence: [String]
  /// Fewest inspectors of a visit; nil where any number will do.
  package var minimumTeam: Int?
  /// What ranks compare.
  package var rankBy: RankBasis
  /// Grades, best first.
  package var grades: [Grade]
  /// Early-warning conditions.
  package var warnings: WarningRules
  /// Spot checks of the inspectors; nil where the scheme has none.
  package var spotCheck: SpotCheckRules?
  /// Visits per unit and month above which the burden table marks a unit; nil where the scheme sets none.
  package var visitsPerMonth: Int?
  /// Conditions of a named notice.
  package var notices: NoticeRules

  /// A scheme with every part given.
  package init(
    title: String,
    year: Int,
    window: DateRange,
    display: Int,
    office: Office,
    categories: [Category],
    units: [Unit],
    departments: [Department],
    projects: [Project],
    severities: [SeverityLevel],
    indicators: [Indicator],
    bonuses: ItemGroup,
    penalties: ItemGroup,
    vetoes: [Veto],
    provisional: ProvisionalShares,
    partlyFactual: Decimal6,
    refusedEvidence: [String],
    minimumTeam: Int?,
    rankBy: RankBasis,
    grades: [Grade],
    warnings: WarningRules,
    spotCheck: SpotCheckRules?,
    visitsPerMonth: Int?,
    notices: NoticeRules
  ) {
    self.title = title
    self.year = year
    self.window = window
    self.display = display
    self.office = office
    self.categories = categories
    self.units = units
    self.departments = departments
    self.projects = projects
    self.severities = severities
    self.indicators = indicators
    self.bonuses = bonuses
    self.penalties = penalties
    self.vetoes = vetoes
    self.provisional = provisional
    self.partlyFactual = partlyFactual
    self.refusedEvidence = refusedEvidence
    self.minimumTeam = minimumTeam
    self.rankBy = rankBy
    self.grades = grades
    self.warnings = warnings
    self.spotCheck = spotCheck
    self.visitsPerMonth = visitsPerMonth
    self.notices = notices
  }
}

/// The issuing office.
package struct Office: Sendable, Hashable {
  /// Full name.
  package var name: String
  /// 机关代字, such as 海考评.
  package var code: String
  /// Form of a document number with `{year}` and `{n}`, such as 海考评通报〔{year}〕{n}号.
  package var number: String
  /// 主送机关; empty where none is named.
  package var sendTo: String
  /// 抄送机关; empty where none is named.
  package var copyTo: String

  /// An office with every part given.
  package init(name: String, code: String, number: String, sendTo: String, copyTo: String) {
    self.name = name
    self.code = code
    self.number = number
    self.sendTo = sendTo
    self.copyTo = copyTo
  }
}

/// A category in which units are ranked (分类考核).
package struct Category: Sendable, Hashable {
  /// Id, unique among categories and units.
  package var id: String
  /// Printed name.
  package var name: String

  /// A category.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// An assessed unit: a town, a street, a development zone.
package struct Unit: Sendable, Hashable {
  /// Id, unique among categories and units.
  package var id: String
  /// Printed name.
  package var name: String
  /// Its category.
  package var category: Ordinal<Category>
  /// Other names in sheets.
  package var aliases: [String]
  /// 难度系数.
  package var coefficient: Decimal6
  /// Whether the unit takes part in ranks.
  package var isRanked: Bool
  /// The days on which the unit exists.
  package var days: DateRange

  /// A unit with every part given.
  package init(
    id: String,
    name: String,
    category: Ordinal<Category>,
    aliases: [String] = [],
    coefficient: Decimal6 = .one,
    isRanked: Bool = true,
    days: DateRange = .always
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.aliases = aliases
    self.coefficient = coefficient
    self.isRanked = isRanked
    self.days = days
  }
}

/// A responsible department.
package struct Department: Sendable, Hashable {
  /// Id.
  package var id: String
  /// Printed name.
  package var name: String
  /// Other names in sheets.
  package var aliases: [String]

  /// A department.
  package init(id: String, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// An assessment project approved for the year (准入的考核项目).
package struct Project: Sendable, Hashable {
  /// Id.
  package var id: String
  /// Printed name.
  package var name: String
  /// The department that answers for it.
  package var department: Ordinal<Department>
  /// Number of the approval; nil where the scheme names none.
  package var approval: String?
  /// The approved days.
  package var days: DateRange

  /// A project with every part given.
  package init(
    id: String,
    name: String,
    department: Ordinal<Department>,
    approval: String?,
    days: DateRange
  ) {
    self.id = id
    self.name = name
    self.department = department
    self.approval = approval
    self.days = days
  }
}

/// A severity of findings (问题等级).
package struct SeverityLevel: Sendable, Hashable {
  /// Id.
  package var id: String
  /// Names in sheets; the first is printed.
  package var names: [String]
  /// Points of a finding that brings none of its own.
  package var points: Decimal6
  /// Days to rectify where the row sets no date.
  package var dueDays: Int?
  /// Whether its deductions are provisional (预扣).
  package var isProvisional: Bool
  /// Whether such findings are circulated by name (实名通报).
  package var isNamed: Bool

  /// A severity with every part given.
  package init(
    id: String,
    names: [String],
    points: Decimal6,
    dueDays: Int? = nil,
    isProvisional: Bool = false,
    isNamed: Bool = false
  ) {
    self.id = id
    self.names = names
    self.points = points
    self.dueDays = dueDays
    self.isProvisional = isProvisional
    self.isNamed = isNamed
  }

  /// The printed name.
  package var name: String { names.first ?? id }
}

/// Bonus or penalty items with a common cap.
package struct ItemGroup: Sendable, Hashable {
  /// Most that all items together count; nil where uncapped.
  package var cap: Decimal6?
  /// The items, in scheme order.
  package var items: [Item]

  /// A group of items.
  package init(cap: Decimal6? = nil, items: [Item] = []) {
    self.cap = cap
    self.items = items
  }
}

/// A bonus or penalty item (加分项、扣分项).
package struct Item: Sendable, Hashable {
  /// Id.
  package var id: String
  /// Printed name.
  package var name: String
  /// Other names in sheets.
  package var aliases: [String]
  /// Points of one occurrence.
  package var points: Decimal6
  /// Most that the item counts; nil where uncapped.
  package var cap: Decimal6?

  /// An item.
  package init(
    id: String,
    name: String,
    aliases: [String] = [],
    points: Decimal6,
    cap: Decimal6? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.points = points
    self.cap = cap
  }
}

/// A veto or excellence bar (否决、否优).
package struct Veto: Sendable, Hashable {
  /// Id.
  package var id: String
  /// Printed name.
  package var name: String
  /// Other names in sheets.
  package var aliases: [String]
  /// Best grade that the unit may still have; nil where grades are not touched.
  package var capGrade: Ordinal<Grade>?
  /// Points deducted per event; nil where none.
  package var deduct: Decimal6?
  /// Whether the total becomes 0.
  package var zeroesTotal: Bool
  /// Whether the unit loses its rank.
  package var removesRank: Bool

  /// A veto with every effect given.
  package init(
    id: String,
    name: String,
    aliases: [String] = [],
    capGrade: Ordinal<Grade>? = nil,
    deduct: Decimal6? = nil,
    zeroesTotal: Bool = false,
    removesRank: Bool = false
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.capGrade = capGrade
    self.deduct = deduct
    self.zeroesTotal = zeroesTotal
    self.removesRank = removesRank
  }
}

/// Shares of a provisional deduction: what rectification restores, and what failure multiplies.
package struct ProvisionalShares: Sendable, Hashable {
  /// Share restored when rectified in time.
  package var onTime: Decimal6
  /// Share restored when rectified late.
  package var late: Decimal6
  /// Share restored when partly rectified.
  package var partial: Decimal6
  /// Multiplier when the re-check fails.
  package var failed: Decimal6

  /// Shares with every part given.
  package init(onTime: Decimal6, late: Decimal6, partial: Decimal6, failed: Decimal6) {
    self.onTime = onTime
    self.late = late
    self.partial = partial
    self.failed = failed
  }
}

/// What ranks and grades compare.
package enum RankBasis: String, Sendable {
  /// The printed total.
  case total
  /// The printed rate (得分率).
  case rate
}

/// A grade (等次).
package struct Grade: Sendable, Hashable {
  /// Printed name.
  package var name: String
  /// Lowest printed total (percentage under `rankBy: rate`); nil for a grade open to all.
  package var atLeast: Decimal6?
  /// How many units of a category may have it; nil where unlimited.
  package var quota: Quota?

  /// A grade.
  package init(name: String, atLeast: Decimal6? = nil, quota: Quota? = nil) {
    self.name = name
    self.atLeast = atLeast
    self.quota = quota
  }
}

/// How many units of a category may have a grade.
package enum Quota: Sendable, Hashable {
  /// So many.
  case count(Int)
  /// This share of the ranked units, at least one.
  case share(Decimal6)

  /// How many places there are among `ranked` units: of a share at least one, rounded half up.
  package func places(among ranked: Int) -> Int {
    switch self {
    case .count(let places): return places
    case .share(let share):
      let millionths = Int128(share.millionths) * Int128(ranked)
      return max(1, Int(clamping: (millionths + 500_000) / 1_000_000))
    }
  }
}

/// The early-warning conditions (预警).
package struct WarningRules: Sendable, Hashable {
  /// Conditions of one colour; each nil one is not looked at.
  package struct Conditions: Sendable, Hashable {
    /// The 6-decimal rate is below this.
    package var rateBelow: Decimal6?
    /// At least so many findings are open.
    package var open: Int?
    /// At least so many findings are overdue.
    package var overdue: Int?
    /// At least so many places lost in the category.
    package var rankDrop: Int?

    /// Conditions of one colour.
    package init(
      rateBelow: Decimal6? = nil,
      open: Int? = nil,
      overdue: Int? = nil,
      rankDrop: Int? = nil
    ) {
      self.rateBelow = rateBelow
      self.open = open
      self.overdue = overdue
      self.rankDrop = rankDrop
    }
  }

  /// What makes a warning red; nil where nothing does.
  package var red: Conditions?
  /// What makes a warning yellow; nil where nothing does.
  package var yellow: Conditions?

  /// Conditions of both colours.
  package init(red: Conditions? = nil, yellow: Conditions? = nil) {
    self.red = red
    self.yellow = yellow
  }
}

/// How many findings are spot-checked, and how many of the rechecks must agree.
package struct SpotCheckRules: Sendable, Hashable {
  /// Share of the findings drawn.
  package var rate: Decimal6
  /// Lowest accepted accuracy.
  package var threshold: Decimal6

  /// Spot-check rules.
  package init(rate: Decimal6, threshold: Decimal6) {
    self.rate = rate
    self.threshold = threshold
  }
}

/// What a named notice needs beyond a serious, admissible finding.
package struct NoticeRules: Sendable, Hashable {
  /// Whether a verification 属实 or 部分属实 is needed.
  package var requiresVerification: Bool
  /// Days that the unit has to reply after the communication.
  package var replyDays: Int
  /// Whether an approval must be recorded.
  package var requiresApproval: Bool

  /// Notice rules; the defaults are the strict ones.
  package init(requiresVerification: Bool = true, replyDays: Int = 5, requiresApproval: Bool = true)
  {
    self.requiresVerification = requiresVerification
    self.replyDays = replyDays
    self.requiresApproval = requiresApproval
  }
}

extension Scheme {
  /// The days that a period covers: of a year, those of the window.
  package func days(of period: Period) -> DateRange {
    period.kind == .year ? window : period.days
  }
}
