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
  /// Cases, by position in `Records.inspections`, whose notices came out with earlier periods: they are not new,
  /// whatever happened in between.
  package var earlierNotices: Set<Int> = []
  /// Notices that no longer stand from this issue on; each gets the page that takes its place.
  package var retractions: [Retraction] = []
  /// Numbers of the notices withdrawn since the previous issue, with this one; nil where nothing is published, so
  /// that only the scores tell.
  package var withdrawnNotices: [String]?
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
  /// What units reached in the measured indicators.
  package var achievements: [Achievement] = []
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

/// A published notice that no longer stands, and why.
package struct Retraction: Sendable, Hashable {
  /// Why a notice no longer stands.
  package enum Reason: String, Sendable, CaseIterable {
    /// The problem proved unfounded (失实).
    case unfounded
    /// The appeal was upheld (申诉成立).
    case appealUpheld
    /// The record was retracted, or corrected so that it is circulated by name no longer.
    case recordGone
    /// The finding does not count: it was not made by the rules.
    case inadmissible
    /// A condition fails for now, such as an appeal that is being reviewed: the notice may come back.
    case suspended
  }

  /// The notice, such as `2017-0012`.
  package var notice: String
  /// Why.
  package var reason: Reason

  /// A retraction.
  package init(notice: String, reason: Reason) {
    self.notice = notice
    self.reason = reason
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
