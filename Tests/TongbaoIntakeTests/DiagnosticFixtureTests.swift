import Testing
import TongbaoModel

@testable import TongbaoIntake

struct DiagnosticFixtureTests {
  @Test func `every code is listed once and says all it has to say`() {
    let kinds = DiagnosticKind.intakeKinds
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    for kind in kinds {
      #expect(["intake", "header", "value"].contains(kind.code.split(separator: ".").first))
      for text in [kind.message, kind.remedy, kind.reason] {
        #expect(!text.chinese.isEmpty && !text.english.isEmpty)
      }
    }
  }
}
