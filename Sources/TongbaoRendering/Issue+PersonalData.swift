import TongbaoModel

extension Issue {
  /// Places whose free text held personal data, which public pages mask.
  var personalData: [Diagnostic] {
    let printed = ["site", "finding", "evidence", "responsible", "duty", "remark", "reply"]
    return input.texts.rows
      .flatMap { place, texts -> [Diagnostic] in
        printed.compactMap { field in
          guard let text = texts[field], mask(text) != text else { return nil }
          let file = records.files[Int(place.file)]
          return Diagnostic(
            .personalDataMasked,
            at: SourceLocation(file: file.name, sheet: file.sheet, line: Int(place.row)),
            field: field
          )
        }
      }
  }
}
