import Foundation
import Testing

/// What lies where in the checkout.
struct LayoutTests {
  private static let top: Set<String> = [
    "Package.swift", "Sources", "Tests", "templates", "samples", "Makefile",
    "README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
    ".swift-format", ".editorconfig", ".gitignore", ".gitattributes", ".ci",
  ]

  /// What tools leave there, named in `.gitignore` or git's own.
  private static let leftBehind: Set<String> = [
    ".git", ".build", ".swiftpm", "Package.resolved", "DerivedData",
  ]

  @Test func `the top level holds the agreed files and nothing else`() throws {
    let found = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.path(percentEncoded: false)
    )
    let ours = Set(found.filter { !$0.hasPrefix(".build") }).subtracting(Self.leftBehind)
    #expect(ours == Self.top)
  }

  @Test(arguments: [
    "README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md",
    "samples/README.md", "templates/README.md", "templates/README.zh.md",
  ])
  func `every link and every named path of a page leads to a file`(page: String) throws {
    let text = try Repository.text(of: page)
    let folder = Repository.root.appending(path: page).deletingLastPathComponent()
    let links = text.matches(of: /\]\(([^)#:]+)\)/).map { String($0.output.1) }
      .filter { !$0.hasPrefix("../../") }
    for link in links {
      #expect(exists(folder.appending(path: link)), "\(page): \(link)")
    }
    // Paths in code font, as far as they name one file of the sources.
    let paths = text.matches(of: /`((?:Sources|Tests|templates)\/[^`<>*… ]+)`/)
    for path in paths.map({ String($0.output.1) }) {
      #expect(exists(Repository.root.appending(path: path)), "\(page): \(path)")
    }
  }

  private func exists(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
  }
}
