import TongbaoModel

// Scores and how they came about.
extension ViewNotes {
  /// The views of scores.
  static let ofScores: [ViewNotes] = [
    ViewNotes(
      CategoryView.self,
      Bilingual("一类单位", "a category of units"),
      [
        "category": Bilingual("分类名称", "name of the category"),
        "unitCount": Bilingual("该类单位数", "number of its units"),
        "isSingle": Bilingual("只有一个单位", "it has one unit alone"),
        "mean": Bilingual("模拟得分平均", "mean of the simulated scores"),
        "best": Bilingual("首位单位", "the leading unit or units"),
        "bestTotal": Bilingual("首位得分", "their score"),
        "last": Bilingual("末位单位；不分先后时为空", "the last unit or units; empty if all are level"),
        "lastTotal": Bilingual("末位得分", "their score"),
        "rows": Bilingual("该类单位，按名次", "its units by rank"),
        "hasUnranked": Bilingual("有不参加排名的单位", "some unit has no rank"),
        "hasVetoPoints": Bilingual("有单位被否优否决扣分", "vetoes take points of some unit"),
        "heads": Bilingual("指标得分表的表头：各单位", "the units, as heads of the indicator table"),
        "indicators": Bilingual("指标得分表的各行", "rows of the indicator table"),
        "chart": Bilingual("得分图，用于 @figure", "key of the chart of ranks, for @figure"),
        "heat": Bilingual("指标得分图，用于 @figure", "key of the chart of indicators, for @figure"),
      ]
    ),
    ViewNotes(
      UnitRow.self,
      Bilingual("一个单位的得分", "the scores of a unit"),
      [
        "unit": Bilingual("单位名称", "name of the unit"),
        "unitId": Bilingual("单位代号，即其页面的文件名", "id of the unit, the name of its page"),
        "category": Bilingual("所属分类", "its category"),
        "rank": Bilingual("同类名次", "rank within the category"),
        "overallRank": Bilingual("总名次", "rank among all units"),
        "periodTotal": Bilingual("本期得分", "score of the period alone"),
        "periodRank": Bilingual("本期名次", "rank of the period alone"),
        "total": Bilingual("模拟得分（年初至今）", "simulated score, from the start of the year"),
        "band": Bilingual("得分区间；已定则为“—”", "between which totals it still moves; — if settled"),
        "hasBand": Bilingual("得分未定，有区间", "the score still moves"),
        "isRanked": Bilingual("有名次", "it has a rank"),
        "hasGrade": Bilingual("有等次", "it has a grade"),
        "hasWarning": Bilingual("列入预警", "it has a warning"),
        "rate": Bilingual("得分率", "share of the points that apply"),
        "full": Bilingual("满分", "full marks"),
        "applicable": Bilingual("适用满分", "full marks of what applies to the unit"),
        "base": Bilingual("基础得分", "base score"),
        "bonus": Bilingual("加分", "bonus"),
        "penalty": Bilingual("扣分项扣分", "penalty"),
        "coefficient": Bilingual("难度系数", "coefficient of difficulty"),
        "grade": Bilingual("等次；没有则为“—”", "grade; — if none"),
        "vetoes": Bilingual("否优否决事项；没有则为“—”", "vetoes; — if none"),
        "hasVeto": Bilingual("有否优否决", "there is a veto"),
        "vetoPoints": Bilingual("否优否决扣分；没有则为“—”", "points taken by vetoes; — if none"),
        "deducted": Bilingual("扣分，含否优否决扣分", "penalty with the points taken by vetoes"),
        "vetoEffects": Bilingual("否优否决的后果；没有则为空", "what the vetoes do; empty if none"),
        "rankChange": Bilingual("名次变化", "change of rank since the previous issue"),
        "warning": Bilingual("预警（用语）", "warning, in words"),
        "warningKind": Bilingual("预警的标记色：red、yellow、none", "colour of its mark: red, yellow, none"),
        "open": Bilingual("整改中的问题数", "open findings"),
        "overdue": Bilingual("逾期未改的问题数", "overdue findings"),
        "previousTotal": Bilingual("上期模拟得分", "simulated score of the previous issue"),
        "previousRank": Bilingual("上期名次", "rank in the previous issue"),
        "totalChange": Bilingual("得分增减", "change of the simulated score"),
        "causes": Bilingual("得分有变化的指标", "indicators whose score changed"),
      ]
    ),
    ViewNotes(
      MatrixRow.self,
      Bilingual("指标得分表的一行", "a row of the indicator table"),
      [
        "indicator": Bilingual("指标", "indicator"),
        "cells": Bilingual("各单位得分，与表头同序", "scores in the order of the heads"),
      ]
    ),
    ViewNotes(
      MatrixCell.self,
      Bilingual("指标得分表的一格", "a cell of the indicator table"),
      ["score": Bilingual("得分；不适用为“—”", "score; — where it does not apply")]
    ),
    ViewNotes(
      ScoreView.self,
      Bilingual("得分的构成", "the parts of a score"),
      [
        "total": Bilingual("总分", "total"),
        "best": Bilingual("未决事项全部整改时的总分", "total if every open matter ends well"),
        "worst": Bilingual("未决事项全部不合格时的总分", "total if every open matter ends badly"),
        "hasBand": Bilingual("两者不同，得分未定", "the two differ"),
        "full": Bilingual("满分", "full marks"),
        "applicable": Bilingual("适用满分", "full marks of what applies"),
        "base": Bilingual("基础得分", "base score"),
        "rate": Bilingual("得分率", "share of the points that apply"),
        "coefficient": Bilingual("难度系数", "coefficient of difficulty"),
        "points": Bilingual("折算并乘难度系数后的基础得分", "base score after scaling and coefficient"),
        "bonus": Bilingual("加分", "bonus"),
        "penalty": Bilingual("扣分项扣分", "penalty"),
        "vetoed": Bilingual("否决扣分", "points lost by vetoes"),
        "rank": Bilingual("同类名次", "rank within the category"),
        "overallRank": Bilingual("总名次", "rank among all units"),
        "grade": Bilingual("等次；没有则为“—”", "grade; — if none"),
        "indicators": Bilingual("各指标得分", "scores by indicator"),
      ]
    ),
    ViewNotes(
      IndicatorView.self,
      Bilingual("单位的一项指标", "an indicator of a unit"),
      [
        "indicator": Bilingual("指标", "indicator"),
        "unitName": Bilingual("单位", "unit"),
        "full": Bilingual("满分", "full marks"),
        "score": Bilingual("得分", "score"),
        "isExcluded": Bilingual("不计入满分", "it does not count for the unit"),
        "measure": Bilingual("计分依据的值：完成值、完成率或者增长率", "what is scored: value, completion or growth"),
        "value": Bilingual("完成值；没有则为“—”", "value reached; — if none"),
        "ratio": Bilingual(
          "计分依据的完成率或者增长率；按完成值计分的为“—”",
          "completion or growth that is scored; — for plain values"
        ),
        "isMissing": Bilingual("缺数据", "data are missing"),
        "withoutData": Bilingual(
          "缺数据时怎样计分；有数据或者不计分的为空",
          "how it is scored without data; else empty"
        ),
        "target": Bilingual("目标；没有则为“—”", "target; — if none"),
        "dynamic": Bilingual("动态指标的状态；不是动态指标则为空", "state of a dynamic indicator; else empty"),
        "findingCount": Bilingual("问题数", "number of findings"),
        "growth": Bilingual(
          "比上年同期增长；没有上年同期数为“—”",
          "growth since last year; — without last year's value"
        ),
        "completion": Bilingual("完成率；没有目标的为“—”", "completion; — without target"),
      ]
    ),
    ViewNotes(
      TrendRow.self,
      Bilingual("一期的得分", "the score of a period"),
      [
        "periodName": Bilingual("期间", "period"),
        "total": Bilingual("模拟得分", "simulated score"),
        "rank": Bilingual("名次", "rank"),
      ]
    ),
    ViewNotes(
      GradeRow.self,
      Bilingual("一个等次", "a grade"),
      [
        "grade": Bilingual("等次", "grade"),
        "count": Bilingual("单位数", "number of units"),
        "units": Bilingual("单位", "names of the units"),
      ]
    ),
    ViewNotes(
      TargetView.self,
      Bilingual("指标完成情况", "a measured indicator"),
      [
        "indicator": Bilingual("指标", "indicator"),
        "rows": Bilingual("各单位，按完成值的名次", "the units by rank of their measure"),
        "shortCount": Bilingual("未完成目标的单位数；没有则为空", "units that miss the target; empty if none"),
        "shortUnits": Bilingual("未完成目标的单位", "names of those units"),
      ]
    ),
    ViewNotes(
      TargetRow.self,
      Bilingual("指标完成情况的一行", "what a unit reached"),
      including: [IndicatorView.self],
      [
        "measureRank": Bilingual("完成值的名次", "rank of the measure"),
        "isShort": Bilingual("未完成目标", "the target is missed"),
      ]
    ),
    ViewNotes(
      ExplanationView.self,
      Bilingual("一个得分的计算过程", "the derivation of a score"),
      [
        "unit": Bilingual("单位", "unit"),
        "isCumulative": Bilingual("是模拟得分（否则为本期得分）", "the simulated score, not the period's"),
        "steps": Bilingual("各步，总分在前", "the steps, the total first"),
      ]
    ),
    ViewNotes(
      StepView.self,
      Bilingual("计算过程的一步", "a step of a derivation"),
      [
        "number": Bilingual("序号，如1.1.3", "number, such as 1.1.3"),
        "clause": Bilingual("这一步算什么", "what is computed"),
        "subject": Bilingual(
          "对象：指标、事项或问题编号；可以为空",
          "of what: an indicator, item or record; may be empty"
        ),
        "formula": Bilingual("算式；可以为空", "formula; may be empty"),
        "result": Bilingual("结果", "result"),
        "details": Bilingual(
          "所用的数据及出处；可以为空",
          "the values that went in, with their rows; may be empty"
        ),
      ]
    ),
  ]
}
