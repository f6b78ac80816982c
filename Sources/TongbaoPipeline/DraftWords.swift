import TongbaoModel
import TongbaoPublishing

/// What stands in the folder of a draft for those who sign it.
enum DraftWords {
  /// The note that names the check code.
  static func note(to draft: Draft, in language: Language) -> Page {
    let (period, code) = (draft.period, draft.code)
    let text = Bilingual(
      """
      草稿：\(period)
      校验码：\(code)

      本文件夹中的页面即送签内容，请勿改动；校验码为 MANIFEST.sha256 的 SHA-256 前 8 位。
      签发后运行：tongbao release \(period) --draft \(code)
      草稿更新后校验码即变，原来送签的作废。

      """,
      """
      Draft: \(period)
      Check code: \(code)

      The pages in this folder are what is signed; do not change them. The code is the first 8 digits of the SHA-256 of
      MANIFEST.sha256. Once it is signed: tongbao release \(period) --draft \(code)
      A draft that is renewed has another code, and the one sent for signature before is void.

      """
    )
    return Page(path: "draft.txt", audience: .internal, bytes: Array(text[language].utf8))
  }
}

extension Diagnostic {
  /// The draft that waits is not the one whose check code was given.
  static func wrongDraft(_ draft: Draft, given code: String) -> Diagnostic {
    Diagnostic(
      .runDraftCode,
      text: draft.period.description,
      facts: ["found": .text(draft.code), "given": .text(code)]
    )
  }

  /// A draft took the place of another one.
  static func renewed(_ old: Draft, by new: Draft) -> Diagnostic {
    Diagnostic(
      .draftRenewed,
      text: new.period.description,
      facts: ["old": .text(old.code), "new": .text(new.code)]
    )
  }
}
