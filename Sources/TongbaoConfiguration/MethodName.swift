import TongbaoModel

/// The scoring methods as the scheme names them, with their own keys.
///
/// Source: scoring.md §5.
enum MethodName: String, CaseIterable {
  case findings
  case completion
  case threshold
  case best
  case rank
  case efficacy
  case brackets

  /// The method of an indicator, if it has one; reports an unknown one.
  init?(_ section: Section) {
    guard let method = section.optional("method")?.choice(of: MethodName.allCases) else {
      return nil
    }
    self = method
  }

  /// The keys that only this method, or some others too, take.
  var parameters: [String] {
    switch self {
    case .findings: ["cap"]
    case .completion: ["maxRatio"]
    case .threshold: ["direction", "lossPer", "gainPer", "steps", "dynamic"]
    case .best: ["scope", "direction"]
    case .rank: ["percentStep", "pointStep", "list", "span", "scope", "direction"]
    case .efficacy: ["base", "satisfactory", "unacceptable", "clamp", "scope", "direction"]
    case .brackets: ["brackets"]
    }
  }
}

extension Section {
  /// The value of a parameter where the method takes it.
  func optional(_ key: String, of method: MethodName?) -> Value? {
    method?.parameters.contains(key) == true ? optional(key) : nil
  }

  /// The method with its parameters; where one is wrong it is reported and something stands in.
  func readMethod(_ method: MethodName?) -> Indicator.Method {
    switch method {
    case .findings, nil: .findings(cap: optional("cap", of: method)?.decimal(.notNegative))
    case .completion: .completion(maxRatio: optional("maxRatio")?.decimal(.positive) ?? .one)
    case .threshold: .threshold(readThreshold())
    case .best: .best
    case .rank: .rank(readRank())
    case .efficacy: .efficacy(readEfficacy())
    case .brackets: .brackets(readBrackets())
    }
  }

  private func readThreshold() -> Indicator.Threshold {
    let steps = optional("steps")?.choice(of: [StepCount.whole])
    return Indicator.Threshold(
      direction: optional("direction")?
        .choice(of: [Indicator.Threshold.Direction.atLeast, .atMost]) ?? .atLeast,
      lossPer: optional("lossPer")?.section(["points", "step"])?.readRate(),
      gainPer: optional("gainPer")?.section(["points", "step", "cap"])?.readRate(),
      wholeSteps: steps == .whole,
      isDynamic: optional("dynamic")?.flag() ?? false
    )
  }

  private enum StepCount: String {
    case whole
  }

  private func readRate() -> Indicator.Threshold.Rate? {
    let points = required("points")?.decimal(.notNegative)
    let step = required("step")?.decimal(.positive)
    let cap = optional("cap")?.decimal(.notNegative)
    guard let points, let step else { return nil }
    return Indicator.Threshold.Rate(points: points, step: step, cap: cap)
  }
}

// Rank.
extension Section {
  private func readRank() -> Indicator.RankSteps {
    let given = ["percentStep", "pointStep", "list", "span"].filter { optional($0) != nil }
    guard given.count == 1, let key = given.first, let value = optional(key) else {
      self.value.report(.schemeRankSteps, facts: ["given": .text(given.joined(separator: ", "))])
      return .pointStep(.zero)
    }
    switch key {
    case "percentStep": return .percentStep(value.decimal(.share) ?? .zero)
    case "pointStep": return .pointStep(value.decimal(.notNegative) ?? .zero)
    case "list": return .list(readPointList(value))
    default: return readSpan(value)
    }
  }

  private func readPointList(_ value: Value) -> [Decimal6] {
    let elements = value.elements()
    if case .list = value.node.content, elements.isEmpty { value.report(.schemeEmptyList) }
    return elements.compactMap { $0.decimal(.notNegative) }
  }

  private func readSpan(_ value: Value) -> Indicator.RankSteps {
    let section = value.section(["high", "low"])
    let high = section?.required("high")?.decimal(.notNegative)
    let bounds = Bounds(least: .zero, most: high)
    let low = section?.required("low")?.decimal(bounds)
    return .span(high: high ?? .zero, low: low ?? .zero)
  }
}

// Efficacy and brackets.
extension Section {
  private func readEfficacy() -> Indicator.Efficacy {
    Indicator.Efficacy(
      base: optional("base")?.decimal(.share) ?? Decimal6(millionths: 600_000),
      satisfactory: readBound("satisfactory") ?? .sample,
      unacceptable: readBound("unacceptable") ?? .sample,
      isClamped: optional("clamp")?.flag() ?? true
    )
  }

  private func readBound(_ key: String) -> Indicator.Efficacy.Bound? {
    guard let value = required(key) else { return nil }
    if value.written == "sample" { return .sample }
    guard let first = value.written?.utf8.first, "+-.0123456789".utf8.contains(first) else {
      return value.mismatch(.sample)
    }
    return value.decimal().map { .fixed($0) }
  }

  private func readBrackets() -> [Indicator.Bracket] {
    guard let value = required("brackets") else { return [] }
    let elements = value.elements()
    if case .list = value.node.content, elements.isEmpty { value.report(.schemeEmptyList) }
    var brackets: [Indicator.Bracket] = []
    for section in elements.compactMap({ $0.section(["atLeast", "points"]) }) {
      let atLeast = section.required("atLeast")
      let lowest = atLeast?.decimal()
      let points = section.required("points")?.decimal(.notNegative)
      guard let lowest else { continue }
      if let before = brackets.last, lowest >= before.atLeast {
        atLeast?
          .report(
            .schemeBracketsNotDescending,
            facts: ["before": .text(before.atLeast.description)]
          )
      }
      brackets.append(Indicator.Bracket(atLeast: lowest, points: points ?? .zero))
    }
    return brackets
  }
}
