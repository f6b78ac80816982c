package import TongbaoModel

extension DiagnosticKind {
  /// The kinds that concern workbooks.
  static let workbookKinds = [
    workbookSheetMissing, workbookOtherSheets, workbookEmpty, workbookBadIndex, workbookBeyondEnd,
  ]

  /// The named sheet does not exist.
  package static let workbookSheetMissing = DiagnosticKind(
    "workbook.sheet-missing",
    .error,
    message: Bilingual(
      "没有名为“{text}”的工作表，现有：{names}。",
      "There is no worksheet “{text}”; there are: {names}."
    ),
    remedy: Bilingual("请核对工作表名称。", "Check the worksheet's name."),
    reason: Bilingual(
      "设置或者命令指定了工作表，文件中却没有。",
      "The settings or the command name a worksheet that the file does not have."
    )
  )

  /// There are more sheets with content than the one that is read.
  package static let workbookOtherSheets = DiagnosticKind(
    "workbook.other-sheets",
    .warning,
    message: Bilingual(
      "只读取工作表“{text}”，另有内容的工作表未读取：{names}。",
      "Only the worksheet “{text}” is read; others have content too: {names}."
    ),
    remedy: Bilingual(
      "其余工作表也有记录的，请分别另存；只需这一张的，请在 sources 中用 sheet 写明。",
      "Save them apart if they hold records; otherwise name this one with sheet in sources."
    ),
    reason: Bilingual(
      "一个文件只读一张工作表，其余的必须说明，不能悄悄丢掉。",
      "One worksheet of a file is read; the others must be mentioned rather than dropped silently."
    )
  )

  /// No sheet has rows.
  package static let workbookEmpty = DiagnosticKind(
    "workbook.empty",
    .error,
    message: Bilingual(
      "没有可见的、有内容的工作表。",
      "No visible worksheet has any content."
    ),
    remedy: Bilingual(
      "请检查导出；如数据在隐藏的工作表中，请写明工作表名称。",
      "Check the export; if the data are in a hidden worksheet, name it."
    ),
    reason: Bilingual(
      "程序读取第一个可见且有内容的工作表。",
      "The first worksheet that is visible and not empty is read."
    )
  )

  /// An index that makes no sense.
  package static let workbookBadIndex = DiagnosticKind(
    "workbook.bad-index",
    .error,
    message: Bilingual(
      "行号、列号或者合并、重复的数目“{index}”不合理。",
      "The index, span or repetition {index} makes no sense here."
    ),
    remedy: Bilingual(
      "请重新导出，或者用 Excel、WPS 打开后另存。",
      "Export it again, or open it in Excel or WPS and save it anew."
    ),
    reason: Bilingual(
      "行号、列号必须递增，且不超出工作表。位置不清的行不予采用。",
      "Indices must increase and stay within the worksheet. A row whose cells have no clear place is refused."
    )
  )

  /// Values beyond the last row or column.
  package static let workbookBeyondEnd = DiagnosticKind(
    "workbook.beyond-end",
    .error,
    message: Bilingual(
      "内容超出工作表的最后一行或者最后一列。",
      "There is content beyond the last row or column of a worksheet."
    ),
    remedy: Bilingual("请检查导出是否正确。", "Check whether the export is right."),
    reason: Bilingual(
      "工作表最多 1048576 行、16384 列，超出的内容没有读取。",
      "A worksheet has at most 1048576 rows and 16384 columns; what lies beyond was not read."
    )
  )
}

extension WorkbookProblem {
  /// How it is told.
  func diagnostic(at place: SourceLocation) -> Diagnostic {
    switch kind {
    case .badIndex(let index):
      let text = String(index)
      return Diagnostic(.workbookBadIndex, at: place, text: text, facts: ["index": .number(index)])
    case .beyondEnd: return Diagnostic(.workbookBeyondEnd, at: place)
    }
  }
}

extension WorkbookContent.NoSheet {
  /// How it is told.
  func diagnostic(at place: SourceLocation) -> Diagnostic {
    switch self {
    case .missing(let name, let names):
      let facts: [String: Fact] = ["names": .list(names)]
      return Diagnostic(.workbookSheetMissing, at: place, text: name, facts: facts)
    case .allEmpty: return Diagnostic(.workbookEmpty, at: place)
    }
  }
}

extension Diagnostic {
  /// The worksheets that are not read though they have content.
  static func otherSheets(
    _ names: [String],
    beside read: String,
    at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.workbookOtherSheets, at: place, text: read, facts: ["names": .list(names)])
  }
}

extension Fact {
  /// The first names of a list.
  fileprivate static func list(_ names: [String]) -> Fact {
    let first = names.prefix(20)
    return .worded(Bilingual(first.joined(separator: "、"), first.joined(separator: ", ")))
  }
}
