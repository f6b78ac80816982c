import Foundation
import Testing

/// The catalogue of diagnostics: per code the smallest input that provokes it, and exactly what is printed.
struct DiagnosticFixtureTests {
  private static let folder = Binary.root.appending(path: "Tests/Fixtures/diagnostics")

  static func codes() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.contains(".") && !$0.contains(".yaml") && !$0.contains(".txt") }
      .sorted()
  }

  /// The arguments of `tongbao` for a fixture: those of its file `command`, else a check of its sheets, or of
  /// the scheme or settings themselves.
  private static func arguments(for files: [String], in folder: URL) throws -> [String] {
    if files.contains("command") {
      return try String(contentsOf: folder.appending(path: "command"), encoding: .utf8)
        .split(whereSeparator: \.isWhitespace).map(String.init)
    }
    let inputs = files.filter { $0.hasPrefix("input") }.sorted()
    let scheme = files.contains("scheme.yaml") ? "scheme.yaml" : "../scheme.yaml"
    if inputs.isEmpty {
      guard files.contains("tongbao.yaml") else { return ["check", "scheme.yaml"] }
      return ["check", "tongbao.yaml", "--scheme", scheme]
    }
    let settings = files.contains("tongbao.yaml") ? ["--settings", "tongbao.yaml"] : []
    return ["check"] + inputs + ["--scheme", scheme] + settings
  }

  /// Lines of messages and remedies with a placeholder that no fact has filled.
  private static func unfilled(_ text: String) -> [Substring] {
    text.split(separator: "\n")
      .filter { $0.contains("]: ") || $0.hasPrefix("  = ") }
      .filter { $0.contains(/\{[a-zA-Z]{2,}\}/) && !$0.contains("{year}") }
  }

  @Test(arguments: try codes())
  func `each fixture prints its diagnostic in both languages`(code: String) throws {
    let folder = Self.folder.appending(path: code)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    )
    let arguments = try Self.arguments(for: files, in: folder)
    let chinese = try Binary.run(arguments + ["--lang", "zh"], in: folder)
    let english = try Binary.run(arguments + ["--lang", "en"], in: folder)
    #expect((chinese.output + chinese.errors).contains("[\(code)]"))
    #expect((english.output + english.errors).contains("[\(code)]"))
    #expect(Self.unfilled(chinese.output + english.output).isEmpty)
    #expect(chinese.status == english.status)
    let text = """
      $ tongbao \(arguments.joined(separator: " ")) --lang zh
      \(chinese.output)\(chinese.errors)$ tongbao \(arguments.joined(separator: " ")) --lang en
      \(english.output)\(english.errors)exit \(chinese.status)

      """
    try Golden.expect(text, equals: folder.appending(path: "expected.txt"))
  }
}
