import TongbaoModel

// Findings and deductions.
extension ViewNotes {
  /// The views of findings.
  static let ofFindings: [ViewNotes] = [
    ViewNotes(
      CaseView.self,
      Bilingual("一个问题", "a finding"),
      [
        "record": Bilingual("编号；核实中的不显示", "record number; hidden while withheld"),
        "isPending": Bilingual("核实中，公开页面不显示编号、点位和内容", "withheld: public pages hide what it is"),
        "unit": Bilingual("单位", "unit"),
        "indicator": Bilingual("指标", "indicator"),
        "project": Bilingual("考核项目", "project"),
        "approval": Bilingual("准入批准文号；没有则为空", "approval of the project; may be empty"),
        "department": Bilingual("责任部门", "department"),
        "severity": Bilingual("问题等级", "severity"),
        "date": Bilingual("检查日期", "day of the inspection"),
        "day": Bilingual("检查日期，表格用", "the same, for tables"),
        "due": Bilingual("整改期限；没有则为空", "day by which it must be rectified; may be empty"),
        "dueDay": Bilingual("整改期限，表格用", "the same, for tables"),
        "points": Bilingual("应扣分", "points of the finding"),
        "counted": Bilingual("现计扣分", "points that count now"),
        "change": Bilingual(
          "计分比上期的增减；不比较时为空",
          "change of those since the previous issue; may be empty"
        ),
        "state": Bilingual("状态（用语）", "state, in words"),
        "stateKind": Bilingual("状态代号，如 open、restored", "state as a code, such as open"),
        "handling": Bilingual("整改情况（用语）；不计的问题为空", "handling, in words; empty if it does not count"),
        "isContested": Bilingual("有异议", "it is contested"),
        "isOpen": Bilingual("尚未销号", "it is open or overdue"),
        "site": Bilingual("点位；核实中的为空", "site; empty while withheld"),
        "problem": Bilingual("问题描述；核实中的为空", "what was found; empty while withheld"),
        "evidence": Bilingual("证据；核实中的为空", "evidence; empty while withheld"),
        "team": Bilingual("检查组；核实中的为空", "team; empty while withheld"),
        "source": Bilingual("出处：文件和行；核实中的为空", "file and row; empty while withheld"),
        "reasons": Bilingual("不予采信的原因；采信的为空", "why it is not admitted; empty if it is"),
        "missing": Bilingual("公布前尚缺的条件；没有则为空", "what a named notice still lacks; may be empty"),
        "notice": Bilingual("实名通报编号；没有则为空", "number of its notice; may be empty"),
        "noticeAddress": Bilingual("实名通报的地址；没有则为空", "address of its notice; may be empty"),
        "responsible": Bilingual("责任人，只在内部页面", "responsible person, on internal pages only"),
        "duty": Bilingual("责任人职务，只在内部页面", "that person's post, on internal pages only"),
      ]
    ),
    ViewNotes(
      SeverityCount.self,
      Bilingual("一个等级的问题数", "findings of a severity"),
      [
        "severity": Bilingual("问题等级", "severity"),
        "count": Bilingual("问题数", "number of findings"),
        "isFirst": Bilingual("是第一个", "no other stands before it"),
      ]
    ),
    ViewNotes(
      ProvisionalView.self,
      Bilingual("预扣分情况", "provisional deductions"),
      [
        "hasAny": Bilingual("有预扣分", "there are any"),
        "hasChanges": Bilingual("本期有新增或变化", "some are new or were settled"),
        "all": Bilingual("全年的预扣分", "all of the year"),
        "added": Bilingual("本期新增", "new ones"),
        "addedCount": Bilingual("本期新增项数；没有则为空", "number of those; empty if none"),
        "addedPoints": Bilingual("本期新增分数", "points of those"),
        "restored": Bilingual("本期返还", "restored since the previous issue"),
        "restoredCount": Bilingual("本期返还项数；没有则为空", "number of those; empty if none"),
        "restoredPoints": Bilingual("本期返还分数", "points given back"),
        "reduced": Bilingual("本期核减", "reduced since the previous issue"),
        "reducedCount": Bilingual("本期核减项数；没有则为空", "number of those; empty if none"),
        "confirmed": Bilingual("本期确认扣分", "confirmed since the previous issue"),
        "confirmedCount": Bilingual("本期确认扣分项数；没有则为空", "number of those; empty if none"),
        "confirmedPoints": Bilingual("本期确认扣分分数", "points of those"),
        "withdrawn": Bilingual("本期撤销", "withdrawn since the previous issue"),
        "withdrawnCount": Bilingual("本期撤销项数；没有则为空", "number of those; empty if none"),
        "open": Bilingual("整改中", "open"),
        "openCount": Bilingual("整改中项数；没有则为空", "number of those; empty if none"),
        "openPoints": Bilingual("整改中分数", "points of those"),
        "overdue": Bilingual("逾期未整改", "overdue"),
        "overdueCount": Bilingual("逾期未整改项数；没有则为空", "number of those; empty if none"),
        "overduePoints": Bilingual("逾期未整改分数", "points of those"),
        "standsAny": Bilingual("有整改中或者逾期的", "some are open or overdue"),
        "standsBoth": Bilingual("整改中和逾期的都有", "some are open and some overdue"),
      ]
    ),
    ViewNotes(
      ProvisionalRow.self,
      Bilingual("一项预扣分", "a provisional deduction"),
      [
        "record": Bilingual(
          "编号，或核实中、动态指标等用语",
          "record number, or a word for pending and dynamic ones"
        ),
        "isPending": Bilingual("核实中", "the finding is withheld"),
        "original": Bilingual("原预扣分", "points while nothing was decided"),
        "unit": Bilingual("单位", "unit"),
        "indicator": Bilingual("指标", "indicator"),
        "department": Bilingual("责任部门", "department"),
        "points": Bilingual("现扣分", "points deducted now"),
        "before": Bilingual("原扣分", "points deducted before"),
        "returned": Bilingual("返还分", "points given back"),
        "due": Bilingual("期限；没有则为“—”", "day by which it is decided; — if none"),
        "dueDay": Bilingual("期限，表格用", "the same, for tables"),
        "state": Bilingual("状态", "state"),
        "measure": Bilingual("动态指标的完成值；问题则为空", "measure of a dynamic indicator; else empty"),
      ]
    ),
    ViewNotes(
      ProminentView.self,
      Bilingual("突出问题", "findings circulated by name"),
      [
        "hasAny": Bilingual("有突出问题", "there are any"),
        "new": Bilingual("本期新增实名通报", "named since the previous issue"),
        "newCount": Bilingual("本期新增件数；没有则为空", "number of those; empty if none"),
        "named": Bilingual("本年度实名通报", "all named ones of the year"),
        "namedCount": Bilingual("本年度件数；没有则为空", "number of those; empty if none"),
        "withdrawnCount": Bilingual(
          "上期以来撤销的实名通报件数；没有则为空",
          "notices withdrawn since the previous issue; empty if none"
        ),
        "withdrawnNotices": Bilingual("上期以来撤销的实名通报编号", "their numbers"),
        "withheld": Bilingual("核实中、暂不公布的", "those that are withheld"),
        "withheldCount": Bilingual("暂不公布的件数；没有则为空", "number of those; empty if none"),
        "newWithheldCount": Bilingual(
          "其中本期发现的件数；没有则为空",
          "of those, found in the period; empty if none"
        ),
        "areAllWithheldNew": Bilingual(
          "暂不公布的有多件，均为本期发现",
          "several are withheld, and all were found in the period"
        ),
        "isOneWithheldNew": Bilingual(
          "暂不公布的只有1件，为本期发现",
          "one is withheld, and was found in the period"
        ),
        "areSomeWithheldNew": Bilingual("部分为本期发现", "some of those were found in the period"),
      ]
    ),
    ViewNotes(
      HandlingView.self,
      Bilingual(
        "问题整改情况；通报中直接使用的为一般问题",
        "what became of findings: in the circular itself, of general ones"
      ),
      [
        "handling": Bilingual("一单位一行", "a row per unit"),
        "isAssigned": Bilingual("交办过问题", "findings were handed over"),
        "assignedCount": Bilingual("已交办的问题数", "findings handed over"),
        "closedCount": Bilingual("其中已销号数", "of those, closed"),
        "closedRate": Bilingual("销号率", "share of those closed"),
        "openCount": Bilingual("整改中的问题数；没有则为空", "of those, open; empty if none"),
        "overdueCount": Bilingual("逾期的问题数；没有则为空", "of those, overdue; empty if none"),
        "failedCount": Bilingual("复查不合格的问题数；没有则为空", "of those, failed; empty if none"),
      ]
    ),
    ViewNotes(
      RequirementsView.self,
      Bilingual("工作要求的依据", "what the requirements go by"),
      [
        "hasOverdue": Bilingual("有逾期问题", "some findings are overdue"),
        "overdueUnits": Bilingual(
          "有逾期问题的单位；超过半数时为空",
          "units with overdue findings; empty if most have"
        ),
        "overdueUnitCount": Bilingual("有逾期问题的单位数", "number of units with overdue findings"),
        "overdueOthers": Bilingual(
          "没有逾期问题的一两个单位；不止两个时为空",
          "the one or two units without; else empty"
        ),
        "isOverdueInMost": Bilingual("多数单位有逾期问题，名单不便列出", "too many to name in either way"),
        "isOverdueUndecided": Bilingual(
          "逾期问题中有预扣分尚未处理的",
          "the provisional deduction of some overdue ones is undecided"
        ),
        "isOverdueDecided": Bilingual(
          "逾期问题中有扣分已经确认或者核减的",
          "the deduction of some overdue ones is confirmed or reduced"
        ),
        "hasFailed": Bilingual("有复查不合格的问题", "some failed the re-check"),
        "failedUnits": Bilingual(
          "有复查不合格问题的单位；超过半数时为空",
          "units with findings that failed the re-check; empty if most have"
        ),
        "failedUnitCount": Bilingual("有复查不合格问题的单位数", "number of those units"),
        "failedOthers": Bilingual(
          "没有复查不合格问题的一两个单位；不止两个时为空",
          "the one or two units without; else empty"
        ),
        "isFailedInMost": Bilingual("多数单位有复查不合格的问题", "too many of those to name in either way"),
        "hasOpen": Bilingual("有整改中的问题", "some are open and not yet due"),
        "areAllClosed": Bilingual("交办的问题均已销号", "findings were handed over, and all are closed"),
        "hasDeductions": Bilingual("本年度有问题或者预扣分", "there are findings or provisional deductions"),
      ]
    ),
    ViewNotes(
      HandlingRow.self,
      Bilingual("一个单位的问题整改情况", "what became of the findings of a unit"),
      [
        "unit": Bilingual("单位", "unit"),
        "assigned": Bilingual("交办数", "handed over"),
        "closed": Bilingual("销号数", "closed"),
        "open": Bilingual("整改中数", "open"),
        "overdue": Bilingual("逾期数", "overdue"),
        "failed": Bilingual("复查不合格数", "failed the re-check"),
        "rate": Bilingual("销号率", "share closed"),
      ]
    ),
  ]

  /// The views of what is open, carried over or rechecked.
  static let ofMatters: [ViewNotes] = [
    ViewNotes(
      GainView.self,
      Bilingual("一项未决事项的整改效果", "what settling an open matter gives back"),
      [
        "indicator": Bilingual("指标", "indicator"),
        "matter": Bilingual("事项：问题编号或用语", "the matter: a record number or a word"),
        "due": Bilingual("期限；没有则为“—”", "day by which it is decided; — if none"),
        "gain": Bilingual("可回分数", "points that it gives back"),
        "total": Bilingual("整改后的总分", "the total then"),
        "allSettled": Bilingual(
          "未决事项全部整改后的总分；不高于现得分的为空",
          "the total when all is settled; empty if no higher"
        ),
        "ranks": Bilingual("名次变化，如7→4；不变则为空", "ranks such as 7→4; empty if unchanged"),
        "hasGain": Bilingual("整改可以回分", "it gives points back"),
        "isFloored": Bilingual("已触底，整改不增分", "a floor or cap hides it"),
        "isNotCounted": Bilingual("该指标不按问题计分", "the indicator does not count findings"),
        "isNotRestored": Bilingual("按规定不予返还", "the rules give nothing back"),
      ]
    ),
    ViewNotes(
      CarryoverRow.self,
      Bilingual("一项上年结转事项", "an unfinished matter of the year before"),
      [
        "unit": Bilingual("单位", "unit"),
        "indicator": Bilingual("指标", "indicator"),
        "year": Bilingual("结转自哪一年度", "year it comes from"),
        "matter": Bilingual("事项：未完成指标或未整改问题", "a target missed or a finding not closed"),
        "target": Bilingual("目标", "target"),
        "value": Bilingual(
          "完成值：已完成的为当日的值，未完成的为现值",
          "value that closed it; of one still tracked the value now"
        ),
        "state": Bilingual("状态", "state"),
        "closedOn": Bilingual("完成日期；未完成则为空", "day it was met; empty if not"),
      ]
    ),
    ViewNotes(
      NextYearRow.self,
      Bilingual("一项结转下年度的事项", "a matter that goes on into the next year"),
      [
        "unit": Bilingual("单位", "unit"),
        "indicator": Bilingual("指标", "indicator"),
        "matter": Bilingual("事项：问题编号或用语", "the matter: a record number or a word"),
        "target": Bilingual("目标", "target"),
        "value": Bilingual("现值", "value now"),
        "state": Bilingual("现状", "how it stands"),
      ]
    ),
    ViewNotes(
      SpotCheckRow.self,
      Bilingual("一个部门的抽查准确率", "the accuracy of a department"),
      [
        "department": Bilingual("部门", "department"),
        "drawn": Bilingual("本期抽取条数", "records drawn in the period"),
        "rechecked": Bilingual("复核条数", "records rechecked"),
        "consistent": Bilingual("结论一致条数", "of those, consistent"),
        "accuracy": Bilingual("准确率", "share consistent"),
        "interval": Bilingual("95%置信区间", "its 95 % interval"),
        "isBelow": Bilingual("低于要求", "it is below the threshold"),
      ]
    ),
  ]
}
