import ArgumentParser
import TongbaoFormats
import TongbaoModel
import TongbaoPipeline

/// `tongbao sample --period P --seed S`: the spot-check draw.
struct SampleCommand: AsyncParsableCommand {
  /// How the draw is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "抽取复核名单 The spot-check draw.",
    discussion: """
      每个部门按“种子|单号”的 SHA-256 由小到大抽取，任何人都能复算；种子应事先公布。
      Of each department the smallest SHA-256 of “seed|record” are drawn, as anyone can check; publish the seed first.

      例 Examples:
        tongbao sample --period 2017-10 --seed 2017年10月
        tongbao sample --period 2017-10 --seed 2017年10月 --department 市综治办 --format csv > 综治办-抽查复核.csv

      csv 填上抽查日期、抽查结果（一致、不一致）和检查人员后放入收件箱；文件名须与 sources 中该部门的一条相配。
      Fill in day, result and names of the csv and drop it into the inbox, under a name that an entry of sources
      gives to that department.
      """
  )

  @Option(help: PeriodArgument.help)
  var period: PeriodArgument

  @Option(
    help: ArgumentHelp("种子，任意文字 Any text; the same seed draws the same records.", valueName: "text")
  )
  var seed: String

  @Option(
    help: ArgumentHelp("只列一个部门 One department alone, by id, name or alias.", valueName: "name")
  )
  var department: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "截至日，默认期末 Inspections up to this day; default: the period's end.",
      valueName: "date"
    )
  )
  var asOf: DateArgument?

  @Option(help: "text、csv 或 json.")
  var format: Format = .text

  @OptionGroup var messages: MessageOptions
  @OptionGroup var sheets: SheetOptions

  func validate() throws {
    if seed.isEmpty || PrintableText.clean(seed) != seed {
      throw ValidationError(
        "种子须是看得见的文字 (the seed must be a text that can be seen)"
      )
    }
    if format == .csv, department == nil {
      throw ValidationError(
        "csv 须用 --department 指定一个部门：各部门都从 1 编号，复核表按部门归属 "
          + "(csv goes with --department: all departments count from 1)"
      )
    }
  }

  func run() async throws {
    let terminal = messages.terminal
    try await terminal.finish { () async throws(PipelineFailure) in
      let request = try await sheets.request(for: period, asOf: asOf?.date)
      let list = try SpotCheckList(
        request.gathering,
        under: request.rules,
        for: request.period,
        asOf: asOf?.date,
        seed: seed,
        department: department
      )
      switch format {
      case .text: terminal.result(list.text(in: terminal.language))
      case .csv: terminal.result(list.csv)
      case .json: terminal.result(list.json)
      }
      return terminal.close(request, isStrict: false)
    }
  }
}
