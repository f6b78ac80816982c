import TongbaoModel

// Pages for the office alone.
extension ViewNotes {
  /// The views of internal pages.
  static let ofOffice: [ViewNotes] = [
    ViewNotes(
      OfficeView.self,
      Bilingual("内部页面", "internal pages"),
      including: [Letter.self],
      [
        "withheld": Bilingual("暂不公布的突出问题", "withheld findings"),
        "withheldCount": Bilingual("暂不公布的件数", "number of those"),
        "sheets": Bilingual("收到的各份表", "the sheets that came"),
        "unitBurdens": Bilingual("各单位每月接受督查情况", "visits by unit and month"),
        "visitsPerMonth": Bilingual("每月督查次数上限；未定则为空", "limit of visits a month; may be empty"),
        "departments": Bilingual("各部门考评纪律和表格情况", "discipline and sheets by department"),
        "excluded": Bilingual("本期不予采信的问题", "findings of the period that are not admitted"),
        "draws": Bilingual("本期抽查名单", "records drawn for the spot check"),
        "spotChecks": Bilingual("各部门抽查准确率", "accuracy by department"),
      ]
    ),
    ViewNotes(
      SheetRow.self,
      Bilingual("一份表的质量", "the quality of a sheet"),
      [
        "file": Bilingual("文件名", "name of the file"),
        "department": Bilingual("报送部门；不明则为“—”", "department; — if unknown"),
        "rows": Bilingual("行数", "rows"),
        "accepted": Bilingual("采信行数", "rows accepted"),
        "refused": Bilingual("退回行数", "rows refused"),
        "errors": Bilingual("错误数", "errors"),
        "warnings": Bilingual("警告数", "warnings"),
      ]
    ),
    ViewNotes(
      BurdenRow.self,
      Bilingual("一个单位一个月接受督查情况", "a unit in a month"),
      [
        "unit": Bilingual("单位", "unit"),
        "month": Bilingual("月份", "month"),
        "visits": Bilingual("督查次数", "visits"),
        "records": Bilingual("记录条数", "records"),
        "isAbove": Bilingual("超过上限", "more visits than the limit"),
      ]
    ),
    ViewNotes(
      DepartmentRow.self,
      Bilingual("一个部门的考评纪律", "the discipline of a department"),
      [
        "department": Bilingual("部门", "department"),
        "unapproved": Bilingual("未经准入的问题数", "findings for unapproved projects"),
        "ledger": Bilingual("以台账为据的问题数", "findings with ledger evidence"),
        "smallTeams": Bilingual("检查人数不足的问题数", "findings of too few inspectors"),
        "inconsistent": Bilingual("复核不符的条数", "inconsistent rechecks"),
        "late": Bilingual("迟报的表数", "sheets that came late"),
        "repeated": Bilingual("重复报送的表数", "sheets sent twice"),
        "unused": Bilingual("没有用处的列；没有则为“—”", "columns that no rule uses; — if none"),
      ]
    ),
    ViewNotes(
      DrawRow.self,
      Bilingual("抽查名单的一条", "a record drawn"),
      [
        "record": Bilingual("编号", "record number"),
        "department": Bilingual("部门", "department"),
        "unit": Bilingual("单位", "unit"),
        "source": Bilingual("出处：文件和行", "file and row"),
        "isConsistent": Bilingual("复核一致", "the recheck is consistent"),
        "isInconsistent": Bilingual("复核不一致", "the recheck is inconsistent"),
        "isPending": Bilingual("尚未复核", "it was not rechecked yet"),
      ]
    ),
    ViewNotes(
      UnitSheetView.self,
      Bilingual("告知核实单、交办单", "communication and assignment sheets"),
      including: [Letter.self],
      [
        "unit": Bilingual("单位", "unit"),
        "count": Bilingual("问题数", "number of findings"),
        "findings": Bilingual("待核实或待整改的问题", "findings to be answered or rectified"),
        "replyDays": Bilingual("反馈期限（天）", "days in which the unit must answer"),
      ]
    ),
  ]
}
