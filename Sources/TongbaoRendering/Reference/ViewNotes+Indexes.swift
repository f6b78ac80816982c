import TongbaoModel

// Pages that lead to others.
extension ViewNotes {
  /// The views of the indexes.
  static let ofIndexes: [ViewNotes] = [
    ViewNotes(
      SiteIndexView.self,
      Bilingual("首页", "the first page of the site"),
      [
        "office": Bilingual("发文单位", "the issuing office"),
        "years": Bilingual("各年度，近年在前；没有发布过则无", "the years, latest first"),
        "notices": Bilingual("全部实名通报", "all named notices"),
      ]
    ),
    ViewNotes(
      IndexYear.self,
      Bilingual("一个年度", "a year"),
      [
        "year": Bilingual("年度", "year"),
        "kinds": Bilingual("各种通报：年、季、月、周", "kinds of issues: year, quarter, month, week"),
      ]
    ),
    ViewNotes(
      IndexKind.self,
      Bilingual("一种通报", "a kind of issues"),
      [
        "kind": Bilingual("名称，如月通报", "name, such as monthly circulars"),
        "issues": Bilingual("各期，近期在前", "the periods, latest first"),
      ]
    ),
    ViewNotes(
      PeriodIndexView.self,
      Bilingual("期间目录页", "the page of a period"),
      including: [IndexRow.self],
      ["office": Bilingual("发文单位", "the issuing office")]
    ),
    ViewNotes(
      IndexRow.self,
      Bilingual("目录中的一期", "a period in an index"),
      including: [IndexRevision.self],
      [
        "title": Bilingual("现行版的标题", "title of the latest revision"),
        "periodName": Bilingual("期间，如2017年11月", "period"),
        "isYear": Bilingual("是年度汇总", "it is a yearly summary"),
        "address": Bilingual("期间目录页的地址", "address of the period's page"),
        "hasSummary": Bilingual("登记了主要数字（旧版本发布的没有）", "the numbers below are on record"),
        "unitCount": Bilingual("单位数", "number of units"),
        "findingCount": Bilingual("本期采信的问题数", "findings of the period that count"),
        "redCount": Bilingual("红色预警单位数；没有则为空", "units with a red warning; empty if none"),
        "yellowCount": Bilingual("黄色预警单位数；没有则为空", "units with a yellow warning; empty if none"),
        "revisions": Bilingual("各版，现行版在前", "all revisions, the latest first"),
        "earlier": Bilingual("以前各版", "the earlier revisions"),
        "notices": Bilingual("随本期发布的实名通报", "named notices that came out with it"),
        "withdrawnCount": Bilingual("其中已撤销的实名通报件数；没有则为空", "of those, withdrawn; empty if none"),
        "units": Bilingual("有得分明细页的单位", "units that have a page"),
      ]
    ),
    ViewNotes(
      IndexRevision.self,
      Bilingual("目录中的一版", "a revision in an index"),
      [
        "revision": Bilingual("版次", "revision"),
        "number": Bilingual("发文字号；没有则为空", "document number; may be empty"),
        "date": Bilingual("成文日期", "day of issue"),
        "page": Bilingual("通报或汇总的地址", "address of the circular or summary"),
        "warning": Bilingual("预警表的地址；没有则为空", "address of the warning table; may be empty"),
        "correction": Bilingual("更正说明的地址；没有则为空", "address of the correction; may be empty"),
        "scoresJSON": Bilingual("得分数据（JSON）的地址", "address of the scores as JSON"),
        "scoresCSV": Bilingual("得分数据（CSV）的地址", "address of the scores as CSV"),
        "isCorrection": Bilingual("不是第一版", "it is not the first revision"),
      ]
    ),
    ViewNotes(
      IndexNotice.self,
      Bilingual("目录中的实名通报", "a named notice in an index"),
      [
        "notice": Bilingual("编号", "number"),
        "date": Bilingual("发布日期", "day of issue"),
        "isWithdrawn": Bilingual("已撤销", "it was withdrawn"),
        "isSuspended": Bilingual("暂停公布", "it is suspended"),
        "isInForce": Bilingual("已公布，未撤销、未暂停公布", "it is published, neither withdrawn nor suspended"),
        "address": Bilingual("地址", "address"),
        "isFirst": Bilingual("是第一个", "no other stands before it"),
      ]
    ),
    ViewNotes(
      IndexUnit.self,
      Bilingual("目录中的单位", "a unit in an index"),
      [
        "unit": Bilingual("单位名称", "name of the unit"),
        "address": Bilingual("得分明细页的地址", "address of its page"),
        "isFirst": Bilingual("是第一个", "no other stands before it"),
      ]
    ),
  ]
}
