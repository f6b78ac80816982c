import ArgumentParser
import TongbaoModel
import TongbaoPipeline

/// A workspace, or the scheme and settings that stand in for it.
struct GroundOptions: ParsableArguments {
  @Option(
    name: [.customLong("workspace"), .customShort("C")],
    help: ArgumentHelp("工作目录，默认当前目录 Workspace; default: this folder.", valueName: "dir")
  )
  var workspace = "."

  @Option(
    help: ArgumentHelp("考核办法；给出后不用工作目录 Scheme; then no workspace is used.", valueName: "file")
  )
  var scheme: String?

  @Option(help: ArgumentHelp("设置，与 --scheme 同用 Settings, with --scheme.", valueName: "file"))
  var settings: String?
}

/// From what a command computes: a workspace, or a scheme and sheets.
struct SheetOptions: ParsableArguments {
  @OptionGroup var ground: GroundOptions

  @Argument(help: ArgumentHelp("督查表，与 --scheme 同用 Sheets, with --scheme.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    if ground.scheme == nil, ground.settings != nil || !files.isEmpty {
      throw ValidationError(
        "督查表和 --settings 须与 --scheme 同用 (sheets and --settings go with --scheme)"
      )
    }
  }

  /// What is asked, with the sheets read, admitted and joined.
  struct Request {
    let period: Period
    let question: Question
    let gathering: Gathering

    var rules: Rules { question.rules }
  }

  /// Reads what a command computes from.
  ///
  /// No row up to the day that is asked for is in the future, whatever the clock says.
  func request(
    for argument: PeriodArgument,
    asOf: CalendarDate?
  ) async throws(PipelineFailure) -> Request {
    let (period, question) = try question(for: argument, asOf: asOf)
    return try await request(for: period, question)
  }

  /// Reads sheets named one by one for two periods of one scheme; nil where a workspace is used.
  func request(
    forBoth first: PeriodArgument,
    _ second: PeriodArgument
  ) async throws(PipelineFailure) -> (first: Period, second: Request)? {
    guard let scheme = ground.scheme else { return nil }
    let rules = try Rules(scheme: scheme, settings: ground.settings)
    let today = Environment.current.today(in: rules.settings.timeZone)
    let periods = (first.period(today: today), second.period(today: today))
    let ends = [periods.0, periods.1].map { rules.scheme.days(of: $0).to }
    let question = Question(rules: rules, files: files, today: ends.reduce(today, max))
    return (periods.0, try await request(for: periods.1, question))
  }

  private func request(
    for period: Period,
    _ question: Question
  ) async throws(PipelineFailure) -> Request {
    let gathering = try await question.gather()
    if let unreadable = gathering.unreadable { throw .unreadable(unreadable) }
    return Request(period: period, question: question, gathering: gathering)
  }

  private func question(
    for argument: PeriodArgument,
    asOf: CalendarDate?
  ) throws(PipelineFailure) -> (Period, Question) {
    let environment = Environment.current
    if let scheme = ground.scheme {
      let rules = try Rules(scheme: scheme, settings: ground.settings)
      let today = environment.today(in: rules.settings.timeZone)
      let period = argument.period(today: today)
      let day = max(today, asOf ?? today, rules.scheme.days(of: period).to)
      return (period, Question(rules: rules, files: files, today: day))
    }
    let office = try Office(path: ground.workspace)
    let today = environment.today(in: office.settings.timeZone)
    let period = argument.period(today: today)
    let day = max(today, asOf ?? today, period.days.to)
    return (period, try Question(office, for: period, today: day))
  }
}

/// The same for commands whose arguments are no sheets: these are named after `--sheet`.
struct NamedSheetOptions: ParsableArguments {
  @OptionGroup var ground: GroundOptions

  @Option(
    name: .customLong("sheet"),
    parsing: .upToNextOption,
    help: ArgumentHelp("督查表，与 --scheme 同用 Sheets, with --scheme.", valueName: "file")
  )
  var files: [String] = []

  /// What a command computes from.
  var sheets: SheetOptions {
    var options = SheetOptions()
    (options.ground, options.files) = (ground, files)
    return options
  }

  func validate() throws { try sheets.validate() }
}
