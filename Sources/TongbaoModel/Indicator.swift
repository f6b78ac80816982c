/// An indicator (考核指标): whose points, by which method.
package struct Indicator: Sendable, Hashable {
  /// Id.
  package var id: String
  /// Printed name.
  package var name: String
  /// Other names in sheets.
  package var aliases: [String]
  /// The approved project that it belongs to.
  package var project: Ordinal<Project>
  /// Points by unit, in the order of the scheme's units, already resolved from unit, category and default; 0 where it does not apply.
  package var points: [Decimal6]
  /// Unit of measurement as printed, such as `%`; empty where none.
  package var unit: String
  /// How rows become one value.
  package var take: Take
  /// What of the value is measured.
  package var measure: Measure
  /// Target by unit, in the order of the scheme's units; nil where the scheme sets none.
  package var target: [Decimal6?]
  /// How the score comes about.
  package var method: Method
  /// Among whom units are compared.
  package var scope: Scope
  /// Which way is better for `best`, `rank` and `efficacy`.
  package var direction: Direction
  /// What a missing measure means.
  package var missing: MissingPolicy
  /// How the cumulative score is made of the scores of months or quarters; nil where it is not.
  package var fold: Fold?

  /// An indicator with every part given.
  package init(
    id: String,
    name: String,
    aliases: [String] = [],
    project: Ordinal<Project>,
    points: [Decimal6],
    unit: String = "",
    take: Take = .latest,
    measure: Measure = .value,
    target: [Decimal6?],
    method: Method,
    scope: Scope = .category,
    direction: Direction = .higher,
    missing: MissingPolicy = .exclude,
    fold: Fold? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.project = project
    self.points = points
    self.unit = unit
    self.take = take
    self.measure = measure
    self.target = target
    self.method = method
    self.scope = scope
    self.direction = direction
    self.missing = missing
    self.fold = fold
  }

  /// Whether the indicator counts for `unit`.
  package func applies(to unit: Ordinal<Unit>) -> Bool {
    points[unit.index].isPositive
  }

  /// Whether values are percentages.
  package var isPercentage: Bool { unit == "%" || unit == "％" }

  /// How the measurement rows of a range become one value.
  package enum Take: String, Sendable {
    case latest
    case sum
    case mean
  }

  /// What is measured: the value, its share of the target, or its growth over last year, both in percent.
  package enum Measure: String, Sendable {
    case value
    case completion
    case growth
  }

  /// Among whom `best`, `rank` and `efficacy` compare.
  package enum Scope: String, Sendable {
    case category
    case all
  }

  /// Which way is better.
  package enum Direction: String, Sendable {
    case higher
    case lower
  }

  /// What a missing measure means for the score.
  package enum MissingPolicy: String, Sendable {
    case exclude
    case zero
    case full
    case groupMean
  }

  /// The parts of which a cumulative score is the mean.
  package enum Fold: String, Sendable {
    case months
    case quarters
  }

  /// A scoring method with its parameters.
  ///
  /// Source: scoring.md §5.
  package enum Method: Sendable, Hashable {
    /// Full points less what findings deduct, at most `cap`.
    case findings(cap: Decimal6?)
    /// Share of the target reached, at most `maxRatio`.
    case completion(maxRatio: Decimal6)
    /// Full points at the target, loss below, gain above.
    case threshold(Threshold)
    /// In proportion to the best unit.
    case best
    /// By rank.
    case rank(RankSteps)
    /// 功效系数法.
    case efficacy(Efficacy)
    /// Points of the first bracket reached, highest first.
    case brackets([Bracket])

    /// The name in the scheme file.
    package var name: String {
      switch self {
      case .findings: "findings"
      case .completion: "completion"
      case .threshold: "threshold"
      case .best: "best"
      case .rank: "rank"
      case .efficacy: "efficacy"
      case .brackets: "brackets"
      }
    }
  }

  /// Parameters of `threshold`.
  package struct Threshold: Sendable, Hashable {
    /// Whether the measure must be at least, or at most, the target.
    package enum Direction: String, Sendable {
      case atLeast
      case atMost
    }

    /// Points per step.
    package struct Rate: Sendable, Hashable {
      /// Points of a step.
      package var points: Decimal6
      /// Length of a step, above 0.
      package var step: Decimal6
      /// Most that all steps give; only of a gain, nil where uncapped.
      package var cap: Decimal6?

      /// Points per step.
      package init(points: Decimal6, step: Decimal6, cap: Decimal6? = nil) {
        self.points = points
        self.step = step
        self.cap = cap
      }
    }

    /// Which side of the target is good.
    package var direction: Direction
    /// Loss of a shortfall; nil means all or nothing.
    package var lossPer: Rate?
    /// Gain beyond the target; nil means none.
    package var gainPer: Rate?
    /// Whether only completed steps count.
    package var wholeSteps: Bool
    /// 动态指标: a shortfall is provisional until the window's last day.
    package var isDynamic: Bool

    /// Parameters with every part given.
    package init(
      direction: Direction = .atLeast,
      lossPer: Rate? = nil,
      gainPer: Rate? = nil,
      wholeSteps: Bool = false,
      isDynamic: Bool = false
    ) {
      self.direction = direction
      self.lossPer = lossPer
      self.gainPer = gainPer
      self.wholeSteps = wholeSteps
      self.isDynamic = isDynamic
    }
  }

  /// The one parameter of `rank`.
  package enum RankSteps: Sendable, Hashable {
    /// Share of the points lost per place.
    case percentStep(Decimal6)
    /// Points lost per place.
    case pointStep(Decimal6)
    /// Points by place.
    case list([Decimal6])
    /// Points of the first and of the last place.
    case span(high: Decimal6, low: Decimal6)
  }

  /// Parameters of `efficacy`.
  package struct Efficacy: Sendable, Hashable {
    /// A fixed value, or the best or worst of the sample.
    package enum Bound: Sendable, Hashable {
      case fixed(Decimal6)
      case sample
    }

    /// Share of the points at the unacceptable value.
    package var base: Decimal6
    /// 满意值.
    package var satisfactory: Bound
    /// 不允许值.
    package var unacceptable: Bound
    /// Whether the score is kept within 0…B.
    package var isClamped: Bool

    /// Parameters with every part given.
    package init(base: Decimal6, satisfactory: Bound, unacceptable: Bound, isClamped: Bool) {
      self.base = base
      self.satisfactory = satisfactory
      self.unacceptable = unacceptable
      self.isClamped = isClamped
    }
  }

  /// A bracket: points from a value on.
  package struct Bracket: Sendable, Hashable {
    /// Lowest value of the bracket.
    package var atLeast: Decimal6
    /// Its points.
    package var points: Decimal6

    /// A bracket.
    package init(atLeast: Decimal6, points: Decimal6) {
      self.atLeast = atLeast
      self.points = points
    }
  }
}
