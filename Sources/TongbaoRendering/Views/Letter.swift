import TongbaoModel

/// What every document of an issue says of itself: who issues it, when, for which days.
struct Letter: View {
  let issue: Issue

  static let fields: [String: Field<Letter>] = [
    "office": .text(\.issue.scheme.office.name),
    "officeCode": .text(\.issue.scheme.office.code),
    "sendTo": .text(\.issue.scheme.office.sendTo),
    "copyTo": .text(\.issue.scheme.office.copyTo),
    "scheme": .text(\.issue.scheme.title),
    "year": .number(\.issue.scheme.year),
    "number": .text(\.issue.input.number),
    "issued": .text { $0.date($0.issue.input.date) },
    "period": .text { $0.issue.words.name(of: $0.issue.assessment.period) },
    "periodKind": .text { $0.issue.words.name(of: $0.issue.assessment.period.kind) },
    "from": .text { $0.date($0.issue.assessment.days.from) },
    "to": .text { $0.date($0.issue.assessment.days.to) },
    "asOf": .text { $0.date($0.issue.assessment.asOf) },
    "windowFrom": .text { $0.date($0.issue.scheme.window.from) },
    "isCut": .flag(\.isCut),
    "isByRate": .flag { $0.issue.scheme.rankBy == .rate },
    "revision": .text { $0.issue.input.revision > 1 ? String($0.issue.input.revision) : "" },
    "previousTitle": .text { $0.issue.input.previousIssue?.title ?? "" },
    "previousAddress": .text { $0.issue.input.previousIssue?.address ?? "" },
  ]

  /// Whether days of the period lie outside the assessment year.
  private var isCut: Bool {
    let period = issue.assessment.period
    return period.kind != .year && period.days != issue.assessment.days
  }

  private func date(_ date: CalendarDate) -> String {
    issue.words.name(of: date)
  }
}
