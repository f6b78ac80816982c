/// The main numbers of an issue, and the units that have a page in it: what the index says of it.
package struct IssueSummary: Sendable, Hashable {
  /// A unit as the index names it.
  package struct Unit: Sendable, Hashable {
    /// Its id, the name of its page.
    package var id: String
    /// Its name on the day of issue.
    package var name: String

    /// A unit.
    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// Units assessed, in scheme order.
  package var units: [Unit]
  /// Findings of the period that count.
  package var findings: Int
  /// Units with a red warning.
  package var red: Int
  /// Units with a yellow warning.
  package var yellow: Int

  /// A summary with every part given.
  package init(units: [Unit], findings: Int, red: Int, yellow: Int) {
    self.units = units
    self.findings = findings
    self.red = red
    self.yellow = yellow
  }
}
