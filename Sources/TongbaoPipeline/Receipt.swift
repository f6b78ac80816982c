import TongbaoFormats
package import TongbaoModel
import TongbaoRendering

/// A unit's score receipt: how every number came about, down to file and row.
package struct Receipt: Sendable {
  private let figures: Figures
  private let explanations: [Explanation]

  /// The receipt of a unit, and of one indicator alone where it is given; both by id, name or alias.
  package init(_ figures: Figures, unit: String, indicator: String?) throws(PipelineFailure) {
    let scheme = figures.rules.scheme
    let found = try scheme.unit(called: unit)
    self.figures = figures
    let only: Ordinal<Indicator>? =
      if let indicator { try scheme.indicator(called: indicator) } else { nil }
    explanations = try figures.explanations(of: [found], indicator: only)
  }

  /// The receipt as numbered steps, the period's own score first.
  package func text(
    templates folders: [String],
    language: Language
  ) throws(PipelineFailure) -> String {
    let locale = language == .chinese ? "zh-Hans" : "en"
    let renderer = try Renderer(folders: folders, locale: locale)
    let contents = CircularInput(
      scheme: figures.rules.scheme,
      assessment: figures.assessment,
      previous: figures.previous,
      records: figures.gathering.records,
      date: figures.assessment.asOf
    )
    return explanations.map { renderer.text(of: $0, in: contents) }.joined(separator: "\n")
  }

  /// The receipt as a versioned trace.
  package var json: [UInt8] {
    let scheme = figures.rules.scheme
    let document: JSONValue = [
      "format": "tongbao.trace/1",
      "period": .string(figures.assessment.period.description),
      "asOf": .string(figures.assessment.asOf.description),
      "scores": .array(
        explanations.map { explanation in
          [
            "unit": .string(scheme.units[explanation.unit].id),
            "range": explanation.isCumulative ? "cumulative" : "period",
            "steps": .array(explanation.steps.map(Receipt.value)),
          ]
        }
      ),
    ]
    return document.rendered(.indented)
  }

  private static func value(of step: Explanation.Step) -> JSONValue {
    [
      "clause": .string(step.clause.rawValue),
      "subject": .string(step.subject),
      "formula": .string(step.formula),
      "inputs": .array(
        step.inputs.map { input in
          [
            "name": .string(input.name), "value": .string(input.value),
            "source": JSONValue(input.source),
          ]
        }
      ),
      "result": JSONValue(step.result),
      "parts": .array(step.parts.map(value)),
    ]
  }
}
