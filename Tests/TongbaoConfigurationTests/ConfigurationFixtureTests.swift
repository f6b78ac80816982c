import Foundation
import Testing
import TongbaoConfiguration
import TongbaoModel

/// The smallest input of each code, as `tongbao check` gets it.
struct ConfigurationFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/diagnostics")

  /// Found only beside a scheme, or in files too large to keep.
  private static let elsewhere: Set = ["settings.unknown-department", "yaml.too-large"]

  private func bytes(_ code: String, _ name: String) -> [UInt8]? {
    let file = ConfigurationFixtureTests.folder.appendingPathComponent("\(code)/\(name)")
    return (try? Data(contentsOf: file)).map(Array.init)
  }

  @Test(arguments: DiagnosticKind.configurationKinds.map(\.code))
  func `the fixture of a code provokes it and nothing else`(code: String) {
    guard !ConfigurationFixtureTests.elsewhere.contains(code) else { return }
    let log: DiagnosticLog
    if let scheme = bytes(code, "scheme.yaml") {
      log = SchemeLint.log(of: SchemeReader.read(scheme, file: "scheme.yaml"))
    } else {
      let settings = bytes(code, "tongbao.yaml") ?? []
      log = SettingsReader.read(settings, file: "tongbao.yaml").diagnostics
    }
    #expect(log.kept.map(\.kind.code) == [code])
  }

  @Test func `codes are unique and every text is there in both languages`() {
    let kinds = DiagnosticKind.configurationKinds
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    for kind in kinds {
      for text in [kind.message, kind.remedy, kind.reason] {
        #expect(!text.chinese.isEmpty && !text.english.isEmpty, "\(kind.code)")
        #expect(
          text.english.utf8.allSatisfy { $0 < 0x80 }
            || text.english.contains { "“”…综海".contains($0) }
        )
      }
    }
  }
}
