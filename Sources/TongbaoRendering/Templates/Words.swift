import TongbaoModel

/// Words of a locale that stand for values of the model; the text of each is in `words.txt`.
enum Word: String, Sendable, CaseIterable {
  case stateInadmissible = "state.inadmissible"
  case stateWithdrawn = "state.withdrawn"
  case stateConfirmed = "state.confirmed"
  case stateRestored = "state.restored"
  case stateReduced = "state.reduced"
  case stateOpen = "state.open"
  case stateOverdue = "state.overdue"
  case handlingClosed = "handling.closed"
  case handlingFailed = "handling.failed"
  case handlingOpen = "handling.open"
  case handlingOverdue = "handling.overdue"
  case warningRed = "warning.red"
  case warningYellow = "warning.yellow"
  case warningNone = "warning.none"
  case reasonProject = "reason.projectNotApproved"
  case reasonEvidence = "reason.evidenceRefused"
  case reasonTeam = "reason.teamTooSmall"
  case reasonUnit = "reason.unitNotExisting"
  case reasonIndicator = "reason.indicatorNotApplicable"
  case gateInadmissible = "gate.inadmissible"
  case gateWithdrawn = "gate.withdrawn"
  case gateNotVerified = "gate.notVerified"
  case gateReplyUntil = "gate.replyUntil"
  case gateNotCommunicated = "gate.notCommunicated"
  case gateAppeal = "gate.appealPending"
  case gateNotApproved = "gate.notApproved"
  case factual = "verification.factual"
  case factualPartly = "verification.partly"
  case unfounded = "verification.unfounded"
  case rectificationDone = "rectification.done"
  case rectificationPartly = "rectification.partly"
  case rectificationNotDone = "rectification.notDone"
  case rectificationFailed = "rectification.failed"
  case appealPending = "appeal.pending"
  case appealUpheld = "appeal.upheld"
  case appealPartlyUpheld = "appeal.partlyUpheld"
  case appealRejected = "appeal.rejected"
  case recheckConsistent = "recheck.consistent"
  case recheckInconsistent = "recheck.inconsistent"
  case missingExclude = "missing.exclude"
  case missingZero = "missing.zero"
  case missingFull = "missing.full"
  case missingGroupMean = "missing.groupMean"
  case clauseTotal = "clause.total"
  case clauseScaled = "clause.scaled"
  case clauseIndicator = "clause.indicator"
  case clauseFold = "clause.fold"
  case clauseMeasure = "clause.measure"
  case clauseFinding = "clause.finding"
  case clauseBonus = "clause.bonus"
  case clausePenalty = "clause.penalty"
  case clauseVeto = "clause.veto"
  case clauseEvent = "clause.event"
  case clauseRank = "clause.rank"
  case clauseGrade = "clause.grade"
  case clauseWarning = "clause.warning"
  case causeRules = "cause.rules"
  case periodWeek = "period.week"
  case periodMonth = "period.month"
  case periodQuarter = "period.quarter"
  case periodYear = "period.year"
  case kindWeek = "kind.week"
  case kindMonth = "kind.month"
  case kindQuarter = "kind.quarter"
  case kindYear = "kind.year"
  case date = "date"
  case shortDate = "date.table"
  /// The names of the months, from the first to the last, with spaces between.
  case months = "months"
  case separator = "separator"
  case colon = "text.colon"
  case semicolon = "text.semicolon"
  case stop = "text.stop"
  case rowName = "text.row"
  case sourceName = "text.source"
  case pending = "finding.pending"
  /// A finding that stood on the day, and was withdrawn before the issue.
  case withdrawnSince = "finding.withdrawnSince"
  case dynamic = "finding.dynamic"
  case target = "carryover.target"
  /// A finding is carried over without its number: whether it may be named was decided last year.
  case finding = "carryover.finding"
  case none = "none"
  case unranked = "unranked"
  case up = "change.up"
  case down = "change.down"
  case same = "change.same"
  case rank = "rank"
  case carryoverOpen = "carryover.open"
  case carryoverClosed = "carryover.closed"
  case vetoZero = "veto.zero"
  case vetoPoints = "veto.points"
  case vetoGrade = "veto.grade"
  case vetoUnranked = "veto.unranked"
  case chartRank = "chart.rank"
  case chartResult = "chart.result"
  case chartRankText = "chart.rankText"
  case chartHeat = "chart.heat"
  case chartHeatText = "chart.heatText"
  case chartTrend = "chart.trend"
  case chartTrendText = "chart.trendText"
  case chartAxis = "chart.axis"
  case chartProgress = "chart.progress"
  case chartProgressText = "chart.progressText"
  case chartDisposition = "chart.disposition"
  case chartDispositionText = "chart.dispositionText"
}

/// The words of one locale.
struct Words: Sendable {
  private let texts: [Word: String]
  /// Texts with places for values, taken apart once: dates alone are filled in ten thousands of times.
  private let patterns: [Word: [Piece]]
  private let monthNames: [String]
  /// Names of the values in a derivation, entries `input.<name>`; none of them must be there.
  private let inputs: [String: String]

  /// Reads words files, the ruling one first; a line is `entry: text`, `#` starts a comment line.
  init(_ files: [TemplateSource], _ diagnostics: inout [Diagnostic]) {
    let lists = files.map { WordList($0) }
    // The list that came with the program, the last one, has every input that there is.
    let known = lists.count > 1 ? lists.last.map { Set($0.inputs.keys) } : nil
    var texts: [Word: String] = [:]
    var inputs: [String: String] = [:]
    for list in lists {
      diagnostics += list.diagnostics + list.unknownInputs(besides: known)
      texts.merge(list.texts.mapValues(\.text)) { first, _ in first }
      inputs.merge(list.inputs.mapValues(\.text)) { first, _ in first }
    }
    for word in Word.allCases where texts[word] == nil {
      diagnostics.append(Diagnostic(.wordsMissing, facts: ["name": .text(word.rawValue)]))
    }
    self.texts = texts
    self.inputs = inputs
    patterns = texts.mapValues { Words.pieces(of: $0) }
    monthNames = texts[.months]?.split(separator: " ").map(String.init) ?? []
  }

  /// A part of a text: itself, or the place of a value.
  private enum Piece {
    case text(String)
    case value(name: String)
  }

  private static func pieces(of text: String) -> [Piece] {
    var rest = text[...]
    var pieces: [Piece] = []
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if rest.startIndex < open { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.value(name: String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return pieces + (rest.isEmpty ? [] : [.text(String(rest))])
  }

  /// The word of a value in a derivation: its canonical name where the locale has none.
  func name(ofInput name: String) -> String { inputs[name] ?? name }

  /// The text of a word.
  subscript(word: Word) -> String { texts[word] ?? "" }

  /// The text of a word with `{name}` replaced by the value of that name.
  func filled(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    for piece in patterns[word] ?? [] {
      switch piece {
      case .text(let text): result += text
      case .value(let name): result += values.first { $0.key == name }?.value ?? "{\(name)}"
      }
    }
    return result
  }
}

extension Words {
  /// The word of a state.
  func name(of state: CaseState) -> String {
    switch state {
    case .inadmissible: self[.stateInadmissible]
    case .withdrawn: self[.stateWithdrawn]
    case .confirmed: self[.stateConfirmed]
    case .restored: self[.stateRestored]
    case .reduced: self[.stateReduced]
    case .open: self[.stateOpen]
    case .overdue: self[.stateOverdue]
    }
  }

  /// The word of a handling; empty for none.
  func name(of handling: Handling?) -> String {
    switch handling {
    case .closed: self[.handlingClosed]
    case .failed: self[.handlingFailed]
    case .open: self[.handlingOpen]
    case .overdue: self[.handlingOverdue]
    case nil: ""
    }
  }

  /// The word of a warning, or of its absence.
  func name(of warning: WarningColour?) -> String {
    switch warning {
    case .red: self[.warningRed]
    case .yellow: self[.warningYellow]
    case nil: self[.warningNone]
    }
  }

  /// The word of a reason.
  func name(of reason: InadmissibleReason) -> String {
    switch reason {
    case .projectNotApproved: self[.reasonProject]
    case .evidenceRefused: self[.reasonEvidence]
    case .teamTooSmall: self[.reasonTeam]
    case .unitNotExisting: self[.reasonUnit]
    case .indicatorNotApplicable: self[.reasonIndicator]
    }
  }

  /// What a notice still lacks.
  func name(of condition: GateCondition) -> String {
    switch condition {
    case .inadmissible: self[.gateInadmissible]
    case .withdrawn: self[.gateWithdrawn]
    case .notVerified: self[.gateNotVerified]
    case .replyPending(let until?): filled(.gateReplyUntil, ["date": name(of: until)])
    case .replyPending(nil): self[.gateNotCommunicated]
    case .appealPending: self[.gateAppeal]
    case .notApproved: self[.gateNotApproved]
    }
  }

  /// The word of a factuality.
  func name(of factuality: Factuality) -> String {
    switch factuality {
    case .factual: self[.factual]
    case .partly: self[.factualPartly]
    case .unfounded: self[.unfounded]
    }
  }

  /// The word of a rectification's result.
  func name(of result: RectificationResult) -> String {
    switch result {
    case .done: self[.rectificationDone]
    case .partly: self[.rectificationPartly]
    case .notDone: self[.rectificationNotDone]
    case .failed: self[.rectificationFailed]
    }
  }

  /// The word of what became of an appeal.
  func name(of decision: AppealDecision) -> String {
    switch decision {
    case .pending: self[.appealPending]
    case .upheld: self[.appealUpheld]
    case .partlyUpheld: self[.appealPartlyUpheld]
    case .rejected: self[.appealRejected]
    }
  }

  /// The word of a recheck's outcome in a derivation; nil for what is none.
  func name(ofRecheck outcome: String) -> String? {
    switch outcome {
    case "consistent": self[.recheckConsistent]
    case "inconsistent": self[.recheckInconsistent]
    default: nil
    }
  }

  /// The word of what a missing measure means.
  func name(of policy: Indicator.MissingPolicy) -> String {
    switch policy {
    case .exclude: self[.missingExclude]
    case .zero: self[.missingZero]
    case .full: self[.missingFull]
    case .groupMean: self[.missingGroupMean]
    }
  }

  /// The word of a clause of the scoring rules.
  func name(of clause: Explanation.Clause) -> String {
    switch clause {
    case .total: self[.clauseTotal]
    case .scaled: self[.clauseScaled]
    case .indicator: self[.clauseIndicator]
    case .fold: self[.clauseFold]
    case .measure: self[.clauseMeasure]
    case .finding: self[.clauseFinding]
    case .bonus: self[.clauseBonus]
    case .penalty: self[.clausePenalty]
    case .veto: self[.clauseVeto]
    case .event: self[.clauseEvent]
    case .rank: self[.clauseRank]
    case .grade: self[.clauseGrade]
    case .warning: self[.clauseWarning]
    }
  }

  /// The word of a kind of period.
  func name(of kind: Period.Kind) -> String {
    switch kind {
    case .week: self[.kindWeek]
    case .month: self[.kindMonth]
    case .quarter: self[.kindQuarter]
    case .year: self[.kindYear]
    }
  }

  /// A period as readers call it.
  func name(of period: Period) -> String {
    switch period {
    case .week(let year, let week): filled(.periodWeek, ["year": "\(year)", "n": "\(week)"])
    case .month(let year, let month):
      filled(.periodMonth, ["year": "\(year)", "n": "\(month)", "monthName": monthName(month)])
    case .quarter(let year, let quarter):
      filled(.periodQuarter, ["year": "\(year)", "n": quarterName(quarter)])
    case .year(let year): filled(.periodYear, ["year": "\(year)"])
    }
  }

  private func quarterName(_ quarter: Int) -> String {
    self[.periodQuarter].unicodeScalars.contains { $0.value >= 0x4E00 }
      ? ["一", "二", "三", "四"][(quarter - 1) % 4] : String(quarter)
  }

  /// A day as readers write it.
  func name(of date: CalendarDate) -> String { filled(.date, date) }

  /// A day as it stands in the column of a table.
  func shortName(of date: CalendarDate) -> String { filled(.shortDate, date) }

  private func filled(_ word: Word, _ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return filled(
      word,
      [
        "year": "\(year)", "month": "\(month)", "day": "\(day)", "iso": date.description,
        "monthName": monthName(month),
      ]
    )
  }

  private func monthName(_ month: Int) -> String {
    monthNames.indices.contains(month - 1) ? monthNames[month - 1] : String(month)
  }
}
