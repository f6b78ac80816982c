package import TongbaoModel

/// What a new revision corrects, and why its figures are other ones.
package struct Correction: Sendable {
  /// The earlier issue as it was published, under its own rules.
  package var published: CircularInput
  /// What was known then under the rules of now; the same as `published` where they were not amended.
  package var reassessed: CircularInput
  /// By unit of the new issue, which unit of the published one it was; nil where it is new.
  package var former: [Ordinal<Unit>?]
  /// Units of the published issue that the new one does not have.
  package var ended: [Ordinal<Unit>]
  /// Whether the year is closed over its undecided findings in another way.
  package var isClosedOtherwise: Bool
  /// The earlier issue.
  package var previous: IssueLink
  /// The new one.
  package var current: IssueLink

  /// A correction of records under rules that stayed.
  package init(of published: CircularInput, previous: IssueLink, current: IssueLink) {
    self.published = published
    reassessed = published
    former = published.scheme.units.ordinals.map { $0 }
    ended = []
    isClosedOtherwise = false
    self.previous = previous
    self.current = current
  }
}
