import TongbaoModel
import TongbaoPublishing

/// Whether a draft still is what may come out: the content that it shows, the names in it, and every byte of its pages.
///
/// Asked with all that is known now, the whole journal, the register and the day of issue; what was withdrawn or
/// decided since the draft was made voids it. Its pages are made again under its own date, after the register of then,
/// so that templates, settings and a program that have changed void it too.
struct DraftCheck {
  let draft: Draft
  /// What would be made now.
  let ground: IssueGround

  /// Why the draft may not come out; empty where it may.
  ///
  /// `figures` and `digests` are those of the ground.
  func problems(
    _ figures: Figures,
    _ digests: FiguresDigests,
    at desk: Desk
  ) async throws(PipelineFailure) -> [Diagnostic] {
    let names = Set(try figures.named(dated: ground.date, after: ground.register))
    if names == Set(draft.named), digests.content == draft.content,
      try await isSame(figures, digests, at: desk)
    {
      return []
    }
    return [Diagnostic(.runDraftChanged, text: draft.period.description)]
      + draft.named.filter { !names.contains($0) }.map(DraftCheck.cleared) + withdrawals
  }

  /// Whether the draft, made again, is what lies in its folder.
  private func isSame(
    _ figures: Figures,
    _ digests: FiguresDigests,
    at desk: Desk
  ) async throws(PipelineFailure) -> Bool {
    guard let register = ground.register.after(issue: draft.basis.previous) else { return false }
    var own = ground
    own.register = register
    own.position = draft.basis.journal
    own.date = draft.date
    own.number = nil
    let pages = try await own.composed(figures, digests, desk.office).publicPages
    do throws(PublishingFailure) {
      return try desk.pages.holds(pages, asDraftOf: draft.period)
    } catch {
      throw PipelineFailure(error)
    }
  }

  private static func cleared(_ finding: NamedFinding) -> Diagnostic {
    Diagnostic(.draftNotNamed, text: finding.record, facts: ["unit": .text(finding.unit)])
  }

  /// What was withdrawn since the draft was made, of days that its cumulative scores hold.
  private var withdrawals: [Diagnostic] {
    let days = ground.book.rules.scheme.scored(by: draft.period)
    return ground.journal.withdrawals(after: draft.basis.journal)
      .filter { $0.days?.contains { days?.contains($0) ?? false } ?? true }
      .map { withdrawal in
        Diagnostic(
          .draftWithdrawn,
          text: ground.journal.subject(of: withdrawal),
          facts: ["entry": .number(withdrawal.sequence), "reason": .text(withdrawal.reason)]
        )
      }
  }
}

extension Scheme {
  /// The days on which the cumulative scores of a period rest; nil where it ends before the window.
  func scored(by period: Period) -> DateRange? {
    DateRange(from: window.from, to: days(of: period).to)
  }
}

extension Figures {
  /// The findings that an issue of a day names, after what the register holds.
  func named(
    dated date: CalendarDate,
    after register: Register
  ) throws(PipelineFailure) -> [NamedFinding] {
    holdingBack(try Naming(self, dated: date, after: register)).named
  }

  /// The findings that pass the gate, as a draft holds them.
  var named: [NamedFinding] {
    assessment.cases.filter { $0.gate?.isEmpty == true }
      .map { finding in
        let row = gathering.records.inspections[finding.inspection]
        return NamedFinding(
          key: noticeKey(of: finding.inspection),
          record: row.record,
          unit: rules.scheme.units[row.unit].name
        )
      }
  }
}
