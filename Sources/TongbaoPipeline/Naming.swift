import TongbaoModel
import TongbaoPublishing
import TongbaoRendering
import TongbaoScoring

/// What is known beyond the period's last day of the findings that are circulated by name: what was withdrawn by the
/// day of issue, and what the register says of their notices.
///
/// The gate holds as of the period's last day; who has been cleared since must not be named all the same, above all not
/// by a correction of an earlier period.
struct Naming {
  /// By position in `Records.inspections`: the case as of the day of issue, of named severities alone.
  private let today: [Int: Case]
  /// By position in `Records.inspections`: the published notice.
  private let notices: [Int: PublishedNotice]
  private let register: Register
  private let asOf: CalendarDate

  /// As of the day of an issue that comes out after those of `register`.
  init(
    _ figures: Figures,
    dated date: CalendarDate,
    after register: Register = Register()
  ) throws(PipelineFailure) {
    let (records, scheme) = (figures.gathering.records, figures.rules.scheme)
    self.register = register
    asOf = figures.assessment.asOf
    // A date of issue before an earlier issue's must not bring back what that one knew better.
    let day = register.issues.map(\.date).reduce(date, max)
    let all: CaseList
    do throws(ScoringFailure) {
      all = try Scoring.cases(of: records, under: scheme, asOf: max(day, asOf))
    } catch {
      throw PipelineFailure(error, records, scheme)
    }
    var (today, notices) = ([Int: Case](), [Int: PublishedNotice]())
    for finding in all where finding.gate != nil {
      today[finding.inspection] = finding
      notices[finding.inspection] = register.notice(of: figures.noticeKey(of: finding.inspection))
    }
    self.today = today
    self.notices = notices
  }

  /// The published notice of a finding, in force or not.
  func notice(of inspection: Int) -> PublishedNotice? { notices[inspection] }

  /// What a finding that passes the gate of its period lacks all the same; empty where it may be named.
  func objections(to finding: Case) -> [GateCondition] {
    guard let gate = today[finding.inspection]?.gate else { return [.withdrawn] }
    let lasting = gate.filter { $0 == .withdrawn || $0 == .inadmissible }
    guard lasting.isEmpty else { return lasting }
    // Suspended as of a later day than that of the figures: an earlier period must not bring it back.
    guard let withdrawal = notices[finding.inspection]?.withdrawal, withdrawal.isSuspension,
      let day = asOf(ofIssue: withdrawal.issue), day > asOf
    else { return [] }
    return [.appealPending]
  }

  /// Why the published notice of a finding may not stand; nil where it may.
  func reason(against finding: Case, in records: Records) -> Retraction.Reason? {
    guard let now = today[finding.inspection], let gate = now.gate else { return .recordGone }
    if gate.contains(.inadmissible) { return .inadmissible }
    if gate.contains(.withdrawn) {
      guard let index = now.verification,
        case .verification(.unfounded, _, _) = records.followUps[index].content
      else { return .appealUpheld }
      return .unfounded
    }
    // Figures of an earlier day than the notice's know less than the notice.
    guard let notice = notices[finding.inspection], let day = asOf(ofIssue: notice.issue),
      day <= asOf
    else { return nil }
    return finding.gate?.isEmpty == true ? nil : .suspended
  }

  /// The keys of the notices whose findings exist today.
  var keys: Set<String> { Set(notices.values.map(\.key)) }

  private func asOf(ofIssue folder: String) -> CalendarDate? {
    register.issues.first { $0.folder == folder }?.basis.asOf
  }
}

extension Figures {
  /// The figures with the names held back of what may no longer be named.
  ///
  /// Only gates change, no score: the same figures are still the same.
  func holdingBack(_ naming: Naming) -> Figures {
    var figures = self
    for position in assessment.cases.indices {
      let finding = assessment.cases[position]
      guard finding.gate?.isEmpty == true else { continue }
      let objections = naming.objections(to: finding)
      if !objections.isEmpty { figures.assessment.cases[position].gate = objections }
    }
    return figures
  }
}
