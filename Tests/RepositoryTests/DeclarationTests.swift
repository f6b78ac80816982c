import Testing

/// What every source file owes its reader.
struct DeclarationTests {
  /// Requirements of protocols of the standard library, documented there.
  private static let inherited = [
    "static func ==", "static func <", "func hash(into", "init(rawValue", "let rawValue",
    "init(stringLiteral", "init(integerLiteral", "func next()", "func makeIterator()",
    "var errorDescription", "static let configuration", "func run()", "mutating func run()",
    "func validate()", "mutating func validate()",
  ]

  private func files() throws -> [String] {
    try Repository.swiftTargets().flatMap { Repository.swiftFiles(below: "Sources/\($0)") }
  }

  @Test func `every package declaration is documented`() throws {
    for file in try files() {
      let lines = try Repository.text(of: file)
        .split(
          separator: "\n",
          omittingEmptySubsequences: false
        )
      for (index, line) in lines.enumerated() {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("package "), !text.hasPrefix("package import") else { continue }
        guard !Self.inherited.contains(where: { text.dropFirst(8).hasPrefix($0) }) else { continue }
        var above = index - 1
        while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        let isDocumented = above >= 0 && lines[above].drop { $0 == " " }.hasPrefix("///")
        #expect(isDocumented, "\(file):\(index + 1)")
      }
    }
  }

  @Test func `nothing is public`() throws {
    for file in try files() {
      let lines = try Repository.code(of: file).split(separator: "\n")
      #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("public ") }, "\(file)")
    }
  }

  @Test(arguments: [
    "try!", "as!", "open class", "nonisolated(unsafe)",
    "@unchecked Sendable",
  ])
  func `no source holds what the rules forbid`(word: String) throws {
    for file in try files() {
      #expect(!(try Repository.code(of: file)).contains(word), "\(file)")
    }
  }

  @Test(arguments: ["Double", "Float", "CGFloat"])
  func `no binary floating point between a cell and a score`(type: String) throws {
    for target in ["TongbaoModel", "TongbaoIntake", "TongbaoScoring"] {
      for file in Repository.swiftFiles(below: "Sources/\(target)") {
        #expect(!(try Repository.code(of: file)).contains(type), "\(file)")
      }
    }
  }

  @Test func `no source file is longer than a reader can hold`() throws {
    for file in try files() {
      let lines = try Repository.text(of: file)
        .split(
          separator: "\n",
          omittingEmptySubsequences: false
        )
      #expect(lines.count <= 500, "\(file)")
    }
  }
}
