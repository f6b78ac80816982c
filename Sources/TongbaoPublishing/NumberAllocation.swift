/// Document and notice numbers, which run without gaps within a year: taken from the register and
/// nowhere else.
package struct NumberAllocation: Sendable {
  private let register: Register

  /// The numbers after those of `register`.
  package init(after register: Register) {
    self.register = register
  }

  /// The next document number of a year.
  package func document(in year: Int) -> Int {
    (register.issues.filter { $0.year == year }.map(\.number).max() ?? 0) + 1
  }

  /// The next `count` notice numbers of a year, in order.
  package func notices(_ count: Int, in year: Int) -> Range<Int> {
    // They are added in order, so the last one of a year has its highest number.
    let last = register.notices.last { $0.year == year }?.number ?? 0
    return last + 1..<last + 1 + max(0, count)
  }

  /// The next revision of a period: 1 where none is out.
  package func revision(of issue: Issue?) -> Int {
    (issue?.revision ?? 0) + 1
  }
}
