/// How a unit's score came about, as numbered steps down to file and row.
///
/// The steps are facts; their wording belongs to Rendering. The results of the steps of one level sum
/// to what the level above says.
package struct Explanation: Sendable {
  /// One step.
  package struct Step: Sendable {
    /// The rule applied.
    package var clause: Clause
    /// What it is applied to: an indicator, item or veto id, or a record number; empty for the unit itself.
    package var subject: String
    /// The formula with its numbers, such as `max(0, 10 − min(6, 1 + 0.5))`; mathematics only, no words.
    package var formula: String
    /// What went in.
    package var inputs: [Input]
    /// What came out, as a decimal or a state; nil where nothing could be computed.
    package var result: String?
    /// Steps that this one rests on.
    package var parts: [Step]

    /// A step.
    package init(
      clause: Clause,
      subject: String = "",
      formula: String,
      inputs: [Input] = [],
      result: String?,
      parts: [Step] = []
    ) {
      self.clause = clause
      self.subject = subject
      self.formula = formula
      self.inputs = inputs
      self.result = result
      self.parts = parts
    }
  }

  /// A value that went into a step.
  package struct Input: Sendable {
    /// Canonical name, such as `points`, `due`, `rectification`, `target`.
    package var name: String
    /// The value as text.
    package var value: String
    /// `file:row` where it stands; nil for a value of the scheme.
    package var source: String?

    /// An input.
    package init(name: String, value: String, source: String? = nil) {
      self.name = name
      self.value = value
      self.source = source
    }
  }

  /// The rules of scoring.md that a step can apply.
  package enum Clause: String, Sendable, CaseIterable {
    /// §6: total.
    case total
    /// §6: base, full, applicable and scaled.
    case scaled
    /// §5: the score of an indicator.
    case indicator
    /// §6: the mean of the scores of months or quarters.
    case fold
    /// §4: a measure.
    case measure
    /// §3: the counted points of a finding.
    case finding
    /// §6: bonus items.
    case bonus
    /// §6: penalty items.
    case penalty
    /// §6: a veto.
    case veto
    /// §3: the points of an event.
    case event
    /// §6: rank in the category.
    case rank
    /// §6: grade.
    case grade
    /// §6: early warning.
    case warning
  }

  /// The unit.
  package var unit: Ordinal<Unit>
  /// Whether the cumulative score is explained, or the period's own.
  package var isCumulative: Bool
  /// The steps, total first.
  package var steps: [Step]

  /// An explanation.
  package init(unit: Ordinal<Unit>, isCumulative: Bool, steps: [Step]) {
    self.unit = unit
    self.isCumulative = isCumulative
    self.steps = steps
  }
}
