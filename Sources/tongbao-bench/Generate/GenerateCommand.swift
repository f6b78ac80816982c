import ArgumentParser

/// Writes large inputs.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "generate")
}
