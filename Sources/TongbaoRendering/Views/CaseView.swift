import TongbaoModel

/// A finding as a page shows it.
///
/// What the gate withholds shows its unit, indicator, date, points
/// and state alone; record, site, text and person do not leave this view then.
struct CaseView: View {
  let issue: Issue
  let finding: Case
  /// Whether the page is for the office alone.
  ///
  var isInternal = false
  /// Points by which the counted ones changed since the previous issue; nil where that is not told.
  var change: Decimal6?
  /// The way from the page to the folder that holds `notices/`.
  var root = "../../"

  static let fields: [String: Field<CaseView>] = [
    "record": .text(\.name),
    "isPending": .flag { $0.isHidden && Issue.isBeingVerified($0.finding) },
    "unit": .text { $0.issue.scheme.units[$0.inspection.unit].name },
    "indicator": .text { $0.issue.scheme.indicators[$0.inspection.indicator].name },
    "project": .text { $0.issue.project($0.inspection.indicator).name },
    "approval": .text { $0.issue.project($0.inspection.indicator).approval ?? "" },
    "department": .text { $0.issue.department($0.inspection.indicator).name },
    "severity": .text { $0.issue.scheme.severities[$0.inspection.severity].name },
    "date": .text { $0.issue.figures.date($0.inspection.date) },
    "due": .text { $0.issue.figures.date($0.finding.due) },
    "day": .text { $0.issue.figures.day($0.inspection.date) },
    "dueDay": .text { $0.issue.figures.day($0.finding.due) },
    "points": .text { $0.issue.figures.points($0.finding.points) },
    "counted": .text { $0.issue.figures.points($0.finding.counted) },
    "change": .text { view in view.change.map { view.issue.figures.change($0) } ?? "" },
    "state": .text { $0.issue.words.name(of: $0.finding.state) },
    "stateKind": .text(\.finding.state.rawValue),
    "handling": .text { $0.issue.words.name(of: $0.finding.handling) },
    "isContested": .flag(\.finding.isContested),
    "isOpen": .flag { $0.finding.handling == .open || $0.finding.handling == .overdue },
    "site": .text { $0.text("site") },
    "problem": .text { $0.text("finding") },
    "evidence": .text { $0.text("evidence") },
    "team": .text(\.team),
    "source": .text { $0.isHidden ? "" : $0.source },
    "reasons": .text { view in
      view.issue.joined(view.finding.reasons.map { view.issue.words.name(of: $0) })
    },
    "missing": .text { $0.isInternal ? $0.missing : "" },
    "notice": .text(\.notice),
    "noticeAddress": .text { $0.notice.isEmpty ? "" : "\($0.root)notices/\($0.notice).html" },
    "responsible": .text { $0.isInternal ? $0.rawText("responsible") : "" },
    "duty": .text { $0.isInternal ? $0.rawText("duty") : "" },
  ]

  /// Whether only that there is such a finding may be said.
  var isHidden: Bool { !isInternal && Issue.isWithheld(finding) }

  var inspection: Inspection { issue.inspection(finding) }

  /// The record number; of a finding that the gate withholds what has become of it instead.
  var name: String { isHidden ? issue.standIn(for: finding) : inspection.record }

  private var source: String {
    let source = issue.records.source(of: inspection.place)
    return isInternal ? source : issue.masked(source: source)
  }

  private var team: String {
    guard !isHidden else { return "" }
    let name = issue.records.teams[Int(inspection.team)]
    return isInternal ? name : issue.mask(name)
  }

  private func text(_ field: String) -> String {
    guard !isHidden else { return "" }
    return isInternal ? rawText(field) : issue.mask(rawText(field))
  }

  private func rawText(_ field: String) -> String {
    issue.input.texts[inspection.place, inspection.record]?[field] ?? ""
  }

  private var notice: String {
    finding.gate?.isEmpty == true ? issue.noticeNumbers[finding.inspection] ?? "" : ""
  }

  private var missing: String {
    issue.joined((finding.gate ?? []).map { issue.words.name(of: $0) })
  }
}
