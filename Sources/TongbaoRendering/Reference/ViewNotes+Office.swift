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
        "withheld": Bilingual("核实中、暂不公布的突出问题", "withheld findings that are being verified"),
        "withheldCount": Bilingual("暂不公布的件数", "number of those"),
        "dropped": Bilingual(
          "已经撤销或者不予采信、不再公布的",
          "those withdrawn or not admitted, which are not to be named"
        ),
        "droppedCount": Bilingual("不再公布的件数；没有则为空", "number of those; empty if none"),
        "sheets": Bilingual("收到的各份表", "the sheets that came"),
        "unitBurdens": Bilingual("各单位每月接受督查情况", "visits by unit and month"),
        "visitsPerMonth": Bilingual("每月督查次数上限；未定则为空", "limit of visits a month; may be empty"),
        "departments": Bilingual("各部门考评纪律和表格情况", "discipline and sheets by department"),
        "excluded": Bilingual("本期不予采信的问题", "findings of the period that are not admitted"),
        "draws": Bilingual("本期抽查名单", "records drawn for the spot check"),
        "hasDraws": Bilingual("有抽查名单", "records were drawn"),
        "rechecks": Bilingual("本期的复核", "rechecks of the period"),
        "unitsAbove": Bilingual("督查次数超限的单位；没有则为空", "units visited too often; empty if none"),
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
        "ledgerRows": Bilingual("以台账为据的记录条数", "rows with ledger evidence"),
        "smallTeams": Bilingual("检查人数不足的问题数", "findings of too few inspectors"),
        "inconsistent": Bilingual("本期复核不符的条数", "rechecks of the period that disagree"),
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
        "week": Bilingual("检查所在的周", "the week of the inspections"),
        "weekFrom": Bilingual("该周首日", "its first day"),
        "weekTo": Bilingual("该周末日", "its last day"),
        "hasAny": Bilingual("有待核实或者待整改的问题", "something is left on the sheet"),
        "count": Bilingual("问题数", "number of findings"),
        "findings": Bilingual("待核实或待整改的问题", "findings to be answered or rectified"),
        "settledCount": Bilingual("已经办结的问题数；没有则为空", "findings settled since; empty if none"),
        "settled": Bilingual("已经办结的问题编号", "their record numbers"),
        "hasProvisional": Bilingual("其中有预扣分", "some carry a provisional deduction"),
        "replyDays": Bilingual("反馈期限（天）", "days in which the unit must answer"),
      ]
    ),
    ViewNotes(
      SheetItemView.self,
      Bilingual("告知核实单、交办单的一项", "a finding on a sheet to a unit"),
      including: [CaseView.self],
      [
        "number": Bilingual("序号", "number on the sheet"),
        "fact": Bilingual("问题事实，成句", "what was found, as a sentence"),
        "isProvisional": Bilingual("是预扣分", "the deduction is provisional"),
        "isCounted": Bilingual("该指标按问题扣分", "findings count in the indicator"),
        "isFailed": Bilingual("复查不合格", "its re-check failed"),
        "isCommunicated": Bilingual("已经沟通", "it was communicated"),
        "communicatedOn": Bilingual("沟通日期；没有则为空", "day of the communication; may be empty"),
        "replyBy": Bilingual("反馈期限", "day by which the unit must answer"),
        "replyDay": Bilingual("反馈期限，表格用", "the same, for tables"),
      ]
    ),
    ViewNotes(
      RecheckRow.self,
      Bilingual("一条复核", "a recheck"),
      [
        "record": Bilingual("编号；没有则为“—”", "record number; — if none"),
        "day": Bilingual("检查日期", "day of the inspection"),
        "recheckDay": Bilingual("复核日期", "day of the recheck"),
        "department": Bilingual("责任部门", "department"),
        "unit": Bilingual("单位", "unit"),
        "indicator": Bilingual("指标", "indicator"),
        "isConsistent": Bilingual("一致", "it agrees"),
        "isInconsistent": Bilingual("不一致", "it disagrees"),
        "source": Bilingual("出处：文件和行", "file and row"),
      ]
    ),
  ]
}
