import TongbaoConfiguration
import TongbaoIntake
package import TongbaoModel
import TongbaoPublishing
import TongbaoReading
import TongbaoRendering
import TongbaoScoring

/// Every kind of diagnostic of every stage.
package enum DiagnosticCatalogue {
  /// All kinds, stage by stage.
  package static let kinds: [DiagnosticKind] =
    DiagnosticKind.configurationKinds + DiagnosticKind.readingKinds + DiagnosticKind.intakeKinds
    + DiagnosticKind.scoringKinds + DiagnosticKind.renderingKinds
    + DiagnosticKind.publishingKinds + DiagnosticKind.pipelineKinds

  /// The page of a code: what it says, why, and what to do; nil for a code that no kind has.
  package static func page(of code: String) -> Bilingual? {
    guard let kind = kinds.first(where: { $0.code == code }) else { return nil }
    return Bilingual(
      """
      \(kind.code)  \(severity(kind)[.chinese])

      提示：\(kind.message.chinese)

      缘由：\(kind.reason.chinese)

      处理：\(kind.remedy.chinese)

      """,
      """
      \(kind.code)  \(severity(kind)[.english])

      Message: \(kind.message.english)

      Why: \(kind.reason.english)

      What to do: \(kind.remedy.english)

      """
    )
  }

  private static func severity(_ kind: DiagnosticKind) -> Bilingual {
    switch kind.severity {
    case .error: Bilingual("错误", "error")
    case .warning: Bilingual("警告", "warning")
    case .note: Bilingual("提示", "note")
    }
  }
}
