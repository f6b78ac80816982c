import ArgumentParser

/// The commands of the bench: sample workspace, large inputs, measurements.
@main
struct TongbaoBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tongbao-bench",
    abstract: "Makes seeded inspection sheets and measures tongbao on them.",
    subcommands: [
      SamplesCommand.self, GenerateCommand.self, MeasureCommand.self, PagesCommand.self,
      ScoringCommand.self,
    ]
  )
}
