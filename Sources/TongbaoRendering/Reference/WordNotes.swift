import TongbaoModel

/// What the entries of words files are for, and what is filled into them.
enum WordNotes {
  /// By the first part of an entry's name, as the reference page orders them.
  static let groups: KeyValuePairs<String, Bilingual> = [
    "state": Bilingual("问题、预扣分的状态", "state of a finding or deduction"),
    "handling": Bilingual("问题的整改情况", "handling of a finding"),
    "warning": Bilingual("预警", "early warning"),
    "reason": Bilingual("不予采信的原因", "why a finding is not admitted"),
    "gate": Bilingual("实名通报尚缺的条件", "what a named notice still lacks"),
    "verification": Bilingual("核实结论", "outcome of a verification"),
    "rectification": Bilingual("整改结果", "result of a rectification"),
    "appeal": Bilingual("复核结论", "what became of an appeal"),
    "recheck": Bilingual("抽查结果", "outcome of a recheck"),
    "missing": Bilingual("缺数据时怎样计分", "how a missing measure is scored"),
    "clause": Bilingual("计算过程各步算什么", "what a step of a derivation computes"),
    "cause": Bilingual("更正说明中指标以外的原因", "a cause in a correction beside the indicators"),
    "period": Bilingual("期间的叫法", "how a period is called"),
    "kind": Bilingual("期间的种类", "kind of a period"),
    "date": Bilingual("日期；date.table 用于表格", "a day; date.table stands in tables"),
    "months": Bilingual("十二个月份名，以空格分开", "names of the twelve months, with spaces between"),
    "separator": Bilingual("并列名称之间", "between the names of a list"),
    "text": Bilingual("纯文本页面的标点和行名", "marks of text pages"),
    "finding": Bilingual("代替编号的用语", "in place of a record number"),
    "carryover": Bilingual("结转事项及其状态", "carried-over matters and their state"),
    "none": Bilingual("没有", "none"),
    "unranked": Bilingual("不排名的单位", "units without rank"),
    "change": Bilingual("名次变化", "change of rank"),
    "rank": Bilingual("名次", "rank"),
    "veto": Bilingual("否优否决的后果", "what a veto does"),
    "chart": Bilingual("图的标题和说明", "titles and descriptions of charts"),
  ]

  /// By their names in braces.
  static let placeholders: KeyValuePairs<String, Bilingual> = [
    "year": Bilingual("年", "the year"),
    "month": Bilingual("月", "the month as a number"),
    "monthName": Bilingual("月份名，取自 months", "the month's name, of the entry months"),
    "day": Bilingual("日", "the day of the month"),
    "iso": Bilingual("日期，如2017-11-30", "the day as 2017-11-30"),
    "date": Bilingual("日期", "a day"),
    "n": Bilingual("序号或者个数", "a number or count"),
    "points": Bilingual("分数", "points"),
    "grade": Bilingual("等次", "the grade"),
    "name": Bilingual("行的名称", "the name of the row"),
    "source": Bilingual("出处：文件和行", "file and row"),
    "category": Bilingual("单位分类", "the category"),
    "unit": Bilingual("单位", "the unit"),
  ]
}
