import TongbaoModel

/// A score's derivation as numbered steps.
struct ExplanationView: View {
  let issue: Issue
  let explanation: Explanation
  /// Whether the page is for the office alone.
  let isInternal: Bool

  static let fields: [String: Field<ExplanationView>] = [
    "isCumulative": .flag(\.explanation.isCumulative),
    "unit": .text { $0.issue.scheme.units[$0.explanation.unit].name },
    "steps": .list(\.steps),
  ]

  /// All steps, each before those that it rests on.
  var steps: [StepView] {
    let hidden = isInternal ? Withheld() : issue.withheld
    var rows: [StepView] = []
    func add(_ steps: [Explanation.Step], _ prefix: String) {
      for (index, step) in steps.enumerated() {
        let number = prefix + String(index + 1)
        let isHidden = hidden.records.contains(step.subject)
        rows.append(
          StepView(issue: issue, number: number, step: step, isHidden: isHidden, hidden: hidden))
        if !isHidden { add(step.parts, number + ".") }
      }
    }
    add(explanation.steps, "")
    return rows
  }
}

/// Record numbers and places that public pages must not show.
struct Withheld: Sendable {
  /// Record numbers.
  var records: Set<String> = []
  /// Places as `file:row`.
  var sources: Set<String> = []
}

extension Issue {
  /// What the gate withholds: the findings and every row that follows one of them.
  var withheld: Withheld {
    var withheld = Withheld()
    var inspections: Set<Int> = []
    for finding in assessment.cases where Issue.isWithheld(finding) {
      inspections.insert(finding.inspection)
      let row = inspection(finding)
      withheld.records.insert(row.record)
      withheld.sources.insert(records.source(of: row.place))
    }
    for followUp in records.followUps {
      guard case .inspection(let index) = followUp.subject, inspections.contains(index) else {
        continue
      }
      withheld.sources.insert(records.source(of: followUp.place))
    }
    return withheld
  }
}

/// A step of a derivation.
struct StepView: View {
  let issue: Issue
  let number: String
  let step: Explanation.Step
  let isHidden: Bool
  let hidden: Withheld

  static let fields: [String: Field<StepView>] = [
    "number": .text(\.number),
    "clause": .text { $0.issue.words.name(of: $0.step.clause) },
    "subject": .text(\.subject),
    "formula": .text { $0.isHidden ? "" : $0.step.formula },
    "inputs": .list(\.inputs),
    "result": .text { $0.step.result ?? "—" },
  ]

  private var subject: String {
    if isHidden { return issue.words[.pending] }
    let scheme = issue.scheme
    let id = step.subject
    switch step.clause {
    case .indicator, .fold, .measure:
      return scheme.indicators.first { $0.id == id }?.name ?? id
    case .bonus: return scheme.bonuses.items.first { $0.id == id }?.name ?? id
    case .penalty: return scheme.penalties.items.first { $0.id == id }?.name ?? id
    case .veto: return scheme.vetoes.first { $0.id == id }?.name ?? id
    default: return id
    }
  }

  private var inputs: [InputView] {
    guard !isHidden else { return [] }
    return step.inputs.filter { !hidden.records.contains($0.value) }
      .map { input in
        let isPublic = input.source.map { !hidden.sources.contains($0) } ?? false
        return InputView(
          name: input.name, value: issue.mask(input.value),
          source: isPublic ? issue.mask(input.source ?? "") : "")
      }
  }
}

/// A value that went into a step.
struct InputView: View {
  let name: String
  let value: String
  let source: String

  static let fields: [String: Field<InputView>] = [
    "name": .text(\.name),
    "value": .text(\.value),
    "source": .text(\.source),
  ]
}
