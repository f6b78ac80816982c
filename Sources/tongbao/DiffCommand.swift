import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao diff`: what changed between two periods or two revisions, and which records caused it.
struct DiffCommand: AsyncParsableCommand {
  /// How the comparison is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "两期或两版得分逐项对比 What changed between two periods or revisions, and why.",
    discussion: """
      例 Examples:
        tongbao diff 2017-10 2017-11                  两期 two periods
        tongbao diff 2017-10 2017-11 盐官镇           只看一个单位 one unit alone
        tongbao diff 2017-10@1 2017-10@2              两版 two revisions
        tongbao diff 2017-10                          已发布的与现有的 published and present
        tongbao diff 2017-10 2017-11 --scheme 2017.yaml --sheet *.csv

      各行得分之和等于总分之差 The lines of a unit add up to the change of its total.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "时期或某一版 A period, or a revision of it: 2017-10, 2017-10@1.",
      valueName: "period"
    )
  )
  var first: RevisionArgument

  @Argument(
    help: ArgumentHelp(
      "与之对比的时期或版 The one to compare with; default: the sheets as they stand.",
      valueName: "period"
    )
  )
  var second: String?

  @Argument(help: "单位 A unit.")
  var unit: String?

  @Option(help: "text 或 json.")
  var format: Format = .text

  @OptionGroup var messages: MessageOptions
  @OptionGroup var sheets: NamedSheetOptions

  /// What to compare with, and the unit: one argument alone may be either.
  private var rest: (second: RevisionArgument?, unit: String?) {
    let other = second.flatMap(RevisionArgument.init(argument:))
    return (other, other == nil ? second : unit)
  }

  func validate() throws {
    if unit != nil, let second, rest.second == nil {
      throw ValidationError(
        "“\(second)”不是时期 ('\(second)' is no period: 2017-11, 2017-W45, 2017-Q4, 2017, 2017-10@2)"
      )
    }
    let isRevision = rest.second.map { first.revision ?? $0.revision } ?? 1
    if sheets.ground.scheme != nil, isRevision != nil {
      throw ValidationError(
        "用 --scheme 时须写明两期，且没有版次 "
          + "(with --scheme name two periods; revisions are those of a workspace)"
      )
    }
  }

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let (found, request) = try await comparison()
      var comparison = found
      if let unit = rest.unit { try comparison.select(unit: unit) }
      terminal.reportProblems(comparison.log)
      switch format {
      case .text:
        terminal.result(comparison.text(in: terminal.language).joined(separator: "\n") + "\n")
      case .json: terminal.result(comparison.json)
      }
      // As with scores, rows of sheets that are named must not be left out in silence.
      return request.map { terminal.close($0, isStrict: false) } ?? .done
    }
  }

  private func comparison()
    async throws(PipelineFailure) -> (Comparison, SheetOptions.Request?)
  {
    if let second = rest.second,
      let request = try await sheets.sheets.request(forBoth: first.period, second.period)
    {
      let sheets = request.second
      return (
        try Comparison(request.first, sheets.period, sheets.gathering, under: sheets.rules), sheets
      )
    }
    let office = try Office(path: sheets.ground.workspace)
    let today = Environment.current.today(in: office.settings.timeZone)
    func subject(_ argument: RevisionArgument) -> Comparison.Subject {
      let period = argument.period.period(today: today)
      return argument.revision.map { .published(period, revision: $0) } ?? .current(period)
    }
    let (before, after): (Comparison.Subject, Comparison.Subject)
    if let second = rest.second {
      (before, after) = (subject(first), subject(second))
    } else {
      let period = first.period.period(today: today)
      (before, after) = (.published(period, revision: first.revision), .current(period))
    }
    // As for other commands, no row up to the days that are asked for is in the future.
    let day = max(today, before.period.days.to, after.period.days.to)
    return (try await Comparison(before, after, in: office, today: day), nil)
  }
}
