import TongbaoModel

// What documents begin with.
extension ViewNotes {
  /// The views that documents start from.
  static let ofDocuments: [ViewNotes] = [
    ViewNotes(
      Letter.self,
      Bilingual("发文信息", "who issues a document, when, for which days"),
      [
        "office": Bilingual("发文单位", "the issuing office"),
        "officeCode": Bilingual("发文代字", "code of the office in document numbers"),
        "number": Bilingual("发文字号", "document number"),
        "issued": Bilingual("成文日期", "day of issue"),
        "sendTo": Bilingual("主送机关", "recipients"),
        "copyTo": Bilingual("抄送机关", "copy recipients; may be empty"),
        "scheme": Bilingual("考核办法的名称", "title of the scheme"),
        "year": Bilingual("考核年度", "year of the scheme"),
        "period": Bilingual("本期，如2017年11月", "the period as readers call it"),
        "periodKind": Bilingual("期间种类，如月通报", "kind of the period"),
        "from": Bilingual("本期计入的首日", "first day counted in the period"),
        "to": Bilingual("本期计入的末日", "last day counted in the period"),
        "asOf": Bilingual("数据截止日期", "day as of which everything is known"),
        "windowFrom": Bilingual("考核年度的首日", "first day of the assessment year"),
        "isCut": Bilingual("本期有日期在考核年度之外", "some days of the period lie outside the year"),
        "isByRate": Bilingual("按得分率排名（否则按得分）", "ranks go by rate, not by total"),
        "revision": Bilingual("版次；第一版时为空", "revision; empty for the first"),
        "previousTitle": Bilingual("上期通报的标题；没有则为空", "title of the previous issue; may be empty"),
        "previousAddress": Bilingual("上期通报的地址", "address of the previous issue"),
      ]
    ),
    ViewNotes(
      CircularView.self,
      Bilingual("通报、预警表", "the circular and the early-warning table"),
      including: [HandlingView.self, RequirementsView.self, Letter.self],
      [
        "categories": Bilingual("单位分类，按考核办法的顺序", "categories in scheme order"),
        "units": Bilingual("全部单位，按分类和名次", "all units by category and rank"),
        "hasUnranked": Bilingual("有不参加排名的单位", "some unit has no rank"),
        "unitCount": Bilingual("参加考核的单位数", "number of units"),
        "inspectedCount": Bilingual("本期督查到的单位数", "units inspected in the period"),
        "visitCount": Bilingual("本期督查次数（同组同日到同一单位为一次）", "visits: distinct unit, team and day"),
        "recordCount": Bilingual("本期督查记录条数", "records of the period"),
        "hasVisits": Bilingual("本期有督查记录", "there are records of the period"),
        "hasFindings": Bilingual("本期有采信的问题", "something was found in the period that counts"),
        "findingCount": Bilingual("本期采信的问题数", "findings of the period that count"),
        "severities": Bilingual("各等级的问题数，没有的等级不列", "findings by severity, without empty ones"),
        "excludedCount": Bilingual("本期不予计分的问题数；没有则为空", "findings that do not count; empty if none"),
        "provisional": Bilingual("预扣分情况", "provisional deductions"),
        "prominent": Bilingual("突出问题", "findings circulated by name"),
        "prominentHandling": Bilingual(
          "突出问题整改情况；没有突出问题则无",
          "what became of the prominent ones, if any"
        ),
        "isCarrying": Bilingual("有上年结转的事项", "something was carried over from last year"),
        "carryovers": Bilingual("上年结转事项", "unfinished matters of the year before"),
        "carryoverCount": Bilingual("上年结转事项数", "number of those matters"),
        "carryoverOpenCount": Bilingual("仍在跟踪的结转事项数；没有则为空", "those still tracked; empty if none"),
        "spotChecks": Bilingual("各部门抽查准确率", "accuracy by department"),
        "spotCheckCount": Bilingual("本年度复核条数；没有则为空", "records rechecked; empty if none"),
        "spotCheckConsistent": Bilingual("其中结论一致的条数", "of those, consistent"),
        "spotCheckBelow": Bilingual(
          "准确率低于要求的部门；没有则为空",
          "departments below the threshold; may be empty"
        ),
        "spotCheckThreshold": Bilingual("准确率要求", "the threshold"),
        "findings": Bilingual("本期的问题", "findings of the period"),
        "hasPrevious": Bilingual("有上期可比", "there is a previous issue"),
        "changes": Bilingual("与上期对比的各单位；没有上期则无", "units compared with the previous issue"),
        "redCount": Bilingual(
          "红色预警的单位数；没有则为空",
          "number of units with a red warning; empty if none"
        ),
        "yellowCount": Bilingual(
          "黄色预警的单位数；没有则为空",
          "number of units with a yellow warning; empty if none"
        ),
        "redUnits": Bilingual("红色预警的单位；没有则为空", "units with a red warning; may be empty"),
        "yellowUnits": Bilingual("黄色预警的单位；没有则为空", "units with a yellow warning; may be empty"),
        "vetoUnits": Bilingual("被否优否决的单位；没有则为空", "units with a veto; may be empty"),
      ]
    ),
    ViewNotes(
      SummaryView.self,
      Bilingual("年度考核结果通报", "the year-end summary"),
      including: [Letter.self],
      [
        "categories": Bilingual("单位分类，按考核办法的顺序", "categories in scheme order"),
        "units": Bilingual("全部单位，按分类和名次", "all units by category and rank"),
        "unitCount": Bilingual("参加考核的单位数", "number of units"),
        "grades": Bilingual("各等次及单位，没有单位的等次不列", "the grades with their units, without empty ones"),
        "vetoed": Bilingual("有否优否决的单位", "units under a veto or excellence bar"),
        "targets": Bilingual("以完成值计分的指标", "indicators scored by a measure"),
        "targetCount": Bilingual("设定目标值的指标数；没有则为空", "indicators with a target; empty if none"),
        "metCount": Bilingual("各单位均完成目标的指标数；没有则为空", "those that every unit met; empty if none"),
        "isAllMet": Bilingual("全部指标各单位均完成目标", "every unit met every target"),
        "hasShort": Bilingual("有未完成目标的单位", "some unit missed a target"),
        "shortTargets": Bilingual("有单位未完成目标的指标", "indicators whose target some unit missed"),
        "deductionCount": Bilingual("全年预扣分项数；没有则为空", "provisional deductions; empty if none"),
        "deductedPoints": Bilingual("最终计扣的分数", "points finally deducted"),
        "restoredCount": Bilingual("返还项数；没有则为空", "of those, restored; empty if none"),
        "reducedCount": Bilingual("核减项数；没有则为空", "of those, reduced; empty if none"),
        "confirmedCount": Bilingual("确认扣分项数；没有则为空", "of those, confirmed; empty if none"),
        "withdrawnCount": Bilingual("撤销项数；没有则为空", "of those, withdrawn; empty if none"),
        "hasCarryovers": Bilingual("有结转事项", "something goes on into the next year"),
        "carriedTargetCount": Bilingual("结转的未完成指标数；没有则为空", "targets carried over; empty if none"),
        "carriedFindingCount": Bilingual("结转的未整改问题数；没有则为空", "findings carried over; empty if none"),
        "carriesBoth": Bilingual("两者都有", "there are both"),
        "deductions": Bilingual("全年预扣分及最终处理", "provisional deductions with what became of them"),
        "undecidedCount": Bilingual("尚未处理的预扣分项数；没有则为空", "undecided ones; empty if none"),
        "carryovers": Bilingual("结转下年度的事项", "what goes on into the next year"),
        "carryoverCount": Bilingual("结转事项数", "number of those matters"),
      ]
    ),
    ViewNotes(
      UnitView.self,
      Bilingual("单位得分明细", "the page of a unit"),
      including: [UnitRow.self, Letter.self],
      [
        "cumulative": Bilingual("模拟得分（年初至今）", "the simulated score, from the start of the year"),
        "own": Bilingual("本期得分", "the score of the period alone"),
        "unsettled": Bilingual(
          "本单位尚未办结的问题：整改中、逾期、复查不合格",
          "findings of the unit that are open, overdue or failed their re-check"
        ),
        "gains": Bilingual("未决事项及整改效果", "open matters and what settling them gives back"),
        "provisional": Bilingual("本单位的预扣分", "provisional deductions of the unit"),
        "findings": Bilingual("本单位全年的问题", "findings of the unit in the year"),
        "explanations": Bilingual("得分计算过程", "derivations of the scores"),
        "trend": Bilingual("各期得分", "scores of the periods"),
        "hasTrend": Bilingual("不止一期，可看走势", "there is more than one period"),
      ]
    ),
    ViewNotes(
      NoticeView.self,
      Bilingual("实名通报", "a named notice"),
      including: [CaseView.self, Letter.self],
      [
        "notice": Bilingual("实名通报编号，如2017-0012", "number of the notice"),
        "responsible": Bilingual("责任人；未填则为空", "responsible person; may be empty"),
        "duty": Bilingual("责任人职务；未填则为空", "that person's post; may be empty"),
        "fact": Bilingual("问题描述，以句号结束", "the finding as a sentence"),
        "remark": Bilingual("备注", "remark"),
        "factual": Bilingual("核实结论", "outcome of the verification"),
        "verifiedOn": Bilingual("核实日期", "day of the verification"),
        "reply": Bilingual("单位意见；未反馈则为空", "reply of the unit; empty if none came"),
        "approvedOn": Bilingual("批准实名通报的日期", "day of the approval"),
        "rectification": Bilingual("整改结果；没有则为空", "result of the rectification; may be empty"),
        "rectifiedOn": Bilingual("整改日期", "day of the rectification"),
        "isProvisional": Bilingual("是预扣分", "the deduction is provisional"),
        "isOpen": Bilingual("整改中，未到期", "open and not yet due"),
        "isOverdue": Bilingual("逾期未改", "overdue"),
        "isClosed": Bilingual("已销号", "closed"),
        "isFailed": Bilingual("复查不合格", "the re-check failed"),
      ]
    ),
    ViewNotes(
      RetractionView.self,
      Bilingual("撤销或暂停公布的实名通报", "what takes the place of a notice"),
      including: [Letter.self],
      [
        "notice": Bilingual("实名通报编号", "number of the notice"),
        "isWithdrawn": Bilingual("已撤销（否则暂停公布）", "withdrawn, not only suspended"),
        "isAppealUpheld": Bilingual("因申诉成立撤销", "withdrawn because an appeal was upheld"),
        "isRecordGone": Bilingual(
          "因原记录撤回或者更改撤销",
          "withdrawn because its record is gone or was corrected"
        ),
        "isInadmissible": Bilingual("因不予采信撤销", "withdrawn because the finding is not admitted"),
        "isUnfounded": Bilingual("因失实撤销", "withdrawn as unfounded"),
      ]
    ),
    ViewNotes(
      CorrectionView.self,
      Bilingual("更正说明", "the correction of a new revision"),
      including: [Letter.self],
      [
        "previousIssue": Bilingual("原通报的标题", "title of the revision that is replaced"),
        "previousIssueAddress": Bilingual("原通报的地址", "its address"),
        "currentIssue": Bilingual("更正后通报的标题", "title of the new revision"),
        "currentIssueAddress": Bilingual("更正后通报的地址", "its address"),
        "units": Bilingual("得分、名次、等次或预警有变化的单位", "units whose figures changed"),
        "hasUnranked": Bilingual("其中有不参加排名的单位", "some of those have no rank"),
        "standings": Bilingual("其中等次或预警有变化的单位", "those whose grade or warning changed"),
        "isAmended": Bilingual("考核办法或设置修改引起了变化", "amended rules changed something"),
        "isClosedOtherwise": Bilingual(
          "年终未决预扣分的处理方式有变化",
          "the year is closed over its undecided findings in another way"
        ),
        "causes": Bilingual(
          "引起变化的考核办法、问题、完成值、加扣分和否优否决",
          "rules, findings, measures, bonus, penalty and vetoes that changed"
        ),
      ]
    ),
    ViewNotes(
      CorrectionRow.self,
      Bilingual("更正前后的一个单位", "a unit before and after"),
      [
        "unit": Bilingual("单位", "unit"),
        "periodBefore": Bilingual("原本期得分", "score of the period before"),
        "periodAfter": Bilingual("现本期得分", "score of the period now"),
        "totalBefore": Bilingual("原模拟得分", "simulated score before"),
        "totalAfter": Bilingual("现模拟得分", "simulated score now"),
        "rankBefore": Bilingual("原名次", "rank before"),
        "rankAfter": Bilingual("现名次", "rank now"),
        "gradeBefore": Bilingual("原等次", "grade before"),
        "gradeAfter": Bilingual("现等次", "grade now"),
        "warningBefore": Bilingual("原预警", "warning before"),
        "warningAfter": Bilingual("现预警", "warning now"),
      ]
    ),
    ViewNotes(
      CauseRow.self,
      Bilingual("更正的一个原因", "a cause of a correction"),
      [
        "unit": Bilingual("单位", "unit"),
        "indicator": Bilingual(
          "指标，或者加扣分、否优否决、考核办法修改",
          "indicator, or bonus, penalty, veto, amended rules"
        ),
        "record": Bilingual("问题编号；其他事项为“—”", "record number; — for anything else"),
        "stateBefore": Bilingual("更正前的状态和计分，或者数值", "state and points, or the value, before"),
        "stateAfter": Bilingual("更正后的状态和计分，或者数值", "state and points, or the value, now"),
      ]
    ),
    ViewNotes(
      PageView.self,
      Bilingual("网页外框", "the frame of an HTML page"),
      [
        "language": Bilingual("语言代码", "language code"),
        "title": Bilingual("网页标题", "title of the page"),
        "body": Bilingual("正文", "the body, made from the outline"),
        "home": Bilingual("到首页的路径；首页和内部页面为空", "way to the first page; empty there and inside"),
        "isInternal": Bilingual(
          "是只供办公室使用的内部页面",
          "the page is for the office alone, not a sheet to a unit"
        ),
        "isLetter": Bilingual("是有版头的公文", "the page is a document with a letterhead"),
      ]
    ),
  ]
}
