import ArgumentParser

/// Measures.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure")
}
