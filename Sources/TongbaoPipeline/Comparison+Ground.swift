import TongbaoModel
import TongbaoPublishing

extension Comparison {
  /// What one of the two sets rests on.
  struct Ground {
    /// Figures, and how they were come by.
    struct Result {
      let figures: Figures
      /// How an issue of a year was closed.
      var undecided: Undecided?
      /// Set where they are not what was published.
      var mismatch: Diagnostic?
    }

    let period: Period
    let rules: Rules
    /// The issue that is computed again; nil for the sheets as they lie here now.
    let issue: TongbaoPublishing.Issue?
    private let office: Office
    private let today: CalendarDate
    private let question: Question

    init(
      _ subject: Subject,
      in office: Office,
      today: CalendarDate
    ) throws(PipelineFailure) {
      self.office = office
      self.today = today
      period = subject.period
      switch subject {
      case .current(let period):
        issue = nil
        question = try Question(office, for: period, today: today)
      case .published(let period, let revision):
        let issue = try office.issue(of: period, revision)
        self.issue = issue
        question = try Question(
          office,
          under: office.rules(of: issue),
          upTo: issue.basis.journal
        )
      }
      rules = question.rules
    }

    func side(_ result: Result) -> Side {
      Side(period: period, asOf: result.figures.assessment.asOf, revision: issue?.revision)
    }

    /// The figures; of an issue as it was closed, of a year that is no issue as `undecided` says.
    func figures(closing undecided: Undecided? = nil) async throws(PipelineFailure) -> Result {
      try figures(of: try await question.gather(), closing: undecided)
    }

    /// The figures of sheets that are gathered already.
    func figures(
      of gathering: Gathering,
      closing undecided: Undecided? = nil
    ) throws(PipelineFailure) -> Result {
      if let unreadable = gathering.unreadable { throw .unreadable(unreadable) }
      let closing = issue.map(\.undecided) ?? undecided
      var result = Result(figures: try figures(of: gathering, closing), undecided: closing)
      guard let issue, result.figures.digests.scores != issue.scores else { return result }
      result.mismatch = Diagnostic(.runRevisionDiffers, text: issue.folder)
      return result
    }

    /// The same records under other rules.
    func figures(
      under rules: Rules,
      undecided: Undecided?
    ) async throws(PipelineFailure) -> Figures {
      let again = try Question(
        office,
        under: rules,
        upTo: issue?.basis.journal ?? .max,
        inboxOn: issue == nil ? today : nil
      )
      return try Figures(
        try await again.gather(),
        under: rules,
        for: period,
        asOf: issue?.basis.asOf,
        undecided: undecided,
        compared: false
      )
    }

    private func figures(
      of gathering: Gathering,
      _ undecided: Undecided?
    ) throws(PipelineFailure) -> Figures {
      try Figures(
        gathering,
        under: rules,
        for: period,
        asOf: issue?.basis.asOf,
        undecided: undecided,
        compared: false
      )
    }
  }
}

extension Office {
  /// A revision of a period, or its latest one.
  fileprivate func issue(
    of period: Period,
    _ revision: Int?
  ) throws(PipelineFailure) -> TongbaoPublishing.Issue {
    let issues: [TongbaoPublishing.Issue]
    do throws(PublishingFailure) {
      issues = try workspace.register().revisions(of: period)
    } catch {
      // Whether a register was lost is for a run to say.
      guard case .lostRegister = error else { throw PipelineFailure(error) }
      throw .unanswerable(Diagnostic(.runNotPublished, text: period.description))
    }
    if let found = issues.last(where: { revision == nil || $0.revision == revision }) {
      return found
    }
    guard let last = issues.last else {
      throw .unanswerable(Diagnostic(.runNotPublished, text: period.description))
    }
    throw .unanswerable(
      Diagnostic(
        .runNoRevision,
        text: "\(period)@\(revision ?? 0)",
        facts: ["count": .number(last.revision)]
      )
    )
  }

  /// The rules under which an issue was made, as the archive keeps them.
  func rules(
    of issue: TongbaoPublishing.Issue
  ) throws(PipelineFailure) -> Rules {
    let name = (try? rules(for: issue.period))?.schemeFile.name ?? "\(issue.period).yaml"
    let (scheme, settings): ([UInt8], [UInt8])
    do throws(PublishingFailure) {
      scheme = try workspace.rules(issue.basis.scheme)
      settings = try workspace.rules(issue.basis.settings)
    } catch {
      throw PipelineFailure(error)
    }
    return try Rules(
      scheme: .init(name: name, bytes: scheme),
      settings: .init(name: "tongbao.yaml", bytes: settings)
    )
  }
}
