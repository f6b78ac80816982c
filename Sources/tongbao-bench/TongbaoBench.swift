import ArgumentParser

/// The commands of the bench: sample workspace, large inputs, measurements, manual.
@main
struct TongbaoBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tongbao-bench",
    abstract: "Makes seeded inspection sheets, measures tongbao on them, and writes its manual.",
    subcommands: [
      SamplesCommand.self, GenerateCommand.self, MeasureCommand.self, PagesCommand.self,
      ScoringCommand.self, ManualCommand.self,
    ]
  )
}
