import TongbaoModel

extension Issue {
  /// The free text that pages print, by field, and what an office calls it.
  private static let printed: [(field: String, name: Bilingual)] = [
    ("site", Bilingual("点位", "The site")),
    ("finding", Bilingual("问题描述", "The description of the finding")),
    ("evidence", Bilingual("证据", "The evidence")),
    ("team", Bilingual("检查组", "The inspection team")),
    ("responsible", Bilingual("责任人", "The responsible person's name")),
    ("duty", Bilingual("职务", "The responsible person's post")),
    ("remark", Bilingual("备注", "The remark")),
    ("reply", Bilingual("单位意见", "The unit's reply")),
  ]

  /// Places whose free text held personal data, which public pages mask; names of sheets among it, for pages cite
  /// them.
  var personalData: [Diagnostic] {
    personalDataOfFiles + personalDataOfTexts
  }

  private var personalDataOfFiles: [Diagnostic] {
    records.files.filter { mask($0.rowPrefix) != $0.rowPrefix }
      .map { file in
        Diagnostic(
          .personalDataMasked,
          at: SourceLocation(file: file.name, sheet: file.sheet),
          facts: ["field": .worded(Bilingual("文件名", "The name of the sheet"))]
        )
      }
  }

  private var personalDataOfTexts: [Diagnostic] {
    input.texts.rows
      .flatMap { place, texts -> [Diagnostic] in
        Issue.printed.compactMap { field, name in
          guard let text = texts[field], mask(text) != text else { return nil }
          let file = records.files[Int(place.file)]
          return Diagnostic(
            .personalDataMasked,
            at: SourceLocation(file: file.name, sheet: file.sheet, line: Int(place.row)),
            field: field,
            facts: ["field": .worded(name)]
          )
        }
      }
  }
}
