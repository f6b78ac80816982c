package import TongbaoModel

/// Everything that the documents of one issue say.
package struct CircularInput: Sendable {
  /// The rules.
  package var scheme: Scheme
  /// The scores.
  package var assessment: Assessment
  /// The scores as of the last day of the previous period of the same kind, of the same records;
  /// nil where that day is before the window.
  package var previous: Assessment?
  /// The records that both rest on.
  package var records: Records
  /// Texts of the rows that reach a page, read again from the archive: of inspections and of
  /// verifications.
  package var texts: RowTextIndex = [:]
  /// Document number, such as 海考评通报〔2017〕11号; empty in a draft.
  package var number = ""
  /// Day of issue.
  package var date: CalendarDate
  /// Revision, from 1.
  package var revision = 1
  /// Numbers of named notices already given, such as `2017-0012`, by position in
  /// `Records.inspections`; a case that passes the gate without one gets the next free number.
  package var noticeNumbers: [Int: String] = [:]
  /// The previous issue, as the reader knows it and relative to the issue's folder.
  package var previousIssue: IssueLink?
  /// How the scores came about; any number per unit, cumulative or not.
  package var explanations: [Explanation] = []
  /// Cumulative scores of earlier issues of the same year and kind, oldest first.
  package var trend: [TrendPoint] = []
  /// Accuracy by department; empty without rechecks.
  package var spotChecks: [SpotCheckAccuracy] = []
  /// The draw of the period.
  package var draws: [SpotCheckDraw] = []
  /// Unfinished matters of the year before.
  package var carryovers: [CarryoverTracking] = []
  /// Unfinished matters of this year; only of the summary.
  package var unfinished: [Unfinished] = []
  /// What settling each open matter would give back.
  package var counterfactuals: [Counterfactual] = []
  /// Visits by unit and month.
  package var unitBurdens: [Burden] = []
  /// What departments ask for beyond need.
  package var departmentBurdens: [DepartmentBurden] = []
  /// How good each sheet was.
  package var sheets: [SheetQuality] = []

  /// An input with what every circular needs; the rest is set where it exists.
  package init(
    scheme: Scheme,
    assessment: Assessment,
    previous: Assessment?,
    records: Records,
    date: CalendarDate
  ) {
    self.scheme = scheme
    self.assessment = assessment
    self.previous = previous
    self.records = records
    self.date = date
  }
}

/// An issue to which a page links.
package struct IssueLink: Sendable, Hashable {
  /// Title or number as readers know it.
  package var title: String
  /// Relative address.
  package var address: String

  /// A link.
  package init(title: String, address: String) {
    self.title = title
    self.address = address
  }
}

/// The pages of an issue and what rendering found.
package struct RenderedIssue: Sendable {
  /// Pages: public ones below the issue's folder or `notices/`, internal ones below `internal/`.
  package var pages: [Page] = []
  /// Numbers of all named notices that are public, by position in `Records.inspections`.
  package var noticeNumbers: [Int: String] = [:]
  /// What the index is to say of the issue.
  package var summary: IssueSummary?
  /// Personal data that was masked, a body that is too long.
  package var diagnostics: [Diagnostic] = []
}
