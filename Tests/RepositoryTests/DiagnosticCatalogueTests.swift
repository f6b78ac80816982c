import Foundation
import Testing
import TongbaoModel
import TongbaoPipeline

/// The catalogue of diagnostics: every code has its wording, and a fixture or a test that provokes it.
struct DiagnosticCatalogueTests {
  private static let folder = "Tests/Fixtures/diagnostics"

  /// Codes that no file can provoke, with the test that does.
  private func exempt() throws -> [(code: String, test: String)] {
    try Repository.text(of: "\(Self.folder)/NOT-FROM-A-FILE.txt")
      .split(separator: "\n")
      .map { line in
        let parts = line.split(separator: " ", maxSplits: 1)
        return (String(parts[0]), String(parts[1]).trimmingCharacters(in: .whitespaces))
      }
  }

  @Test func `no code is used twice`() {
    let codes = DiagnosticCatalogue.kinds.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `every code has a fixture or a test that provokes it`() throws {
    let folder = Repository.root.appending(path: Self.folder).path(percentEncoded: false)
    let fixtures = try FileManager.default.contentsOfDirectory(atPath: folder)
    let covered = Set(fixtures).union(try exempt().map(\.code))
    for kind in DiagnosticCatalogue.kinds {
      #expect(covered.contains(kind.code), "\(kind.code)")
    }
  }

  @Test func `every fixture and every exemption is of a code that exists`() throws {
    let folder = Repository.root.appending(path: Self.folder).path(percentEncoded: false)
    let codes = Set(DiagnosticCatalogue.kinds.map(\.code))
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !name.hasSuffix(".txt") && !name.hasSuffix(".yaml") {
      #expect(codes.contains(name), "\(name)")
    }
    for (code, _) in try exempt() { #expect(codes.contains(code), "\(code)") }
  }

  @Test func `every test that an exemption names exists`() throws {
    let tests = try Repository.swiftFiles(below: "Tests").map { try Repository.text(of: $0) }
      .joined()
    for (code, test) in try exempt() { #expect(tests.contains("`\(test)`"), "\(code)") }
  }

  @Test func `every kind is worded in both languages and of one form`() {
    for kind in DiagnosticCatalogue.kinds {
      #expect(kind.code.wholeMatch(of: /[a-z]+\.[a-z0-9-]+/) != nil, "\(kind.code)")
      for text in [kind.message, kind.remedy, kind.reason] {
        #expect(!text.chinese.isEmpty && !text.english.isEmpty, "\(kind.code)")
        #expect(!text.english.contains("?."), "\(kind.code)")
      }
    }
  }
}
