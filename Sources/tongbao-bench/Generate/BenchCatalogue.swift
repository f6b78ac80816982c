/// What the large inputs name.
///
/// The scheme beside them is made of the same lists.
enum BenchCatalogue {
  /// The number of indicators.
  static let indicatorCount = 40
  /// Names of the units.
  static let units = HainingUnit.all.map(\.name)
  /// Names of the indicators.
  static let indicators = (1...indicatorCount).map { "日常督查指标\($0)" }
  /// The teams.
  static let teams = ["平安督查一组", "平安督查二组", "治水督查一组", "治水督查二组", "安全检查一组", "城管督查一组"]
  /// Three inspectors each.
  static let inspectors = [
    "沈志明、陆海燕、俞国良", "许雪芳、费卫东、金晓峰", "朱丽萍、顾永根、钱志强", "徐建明、陈丽娟、周国平",
    "许国荣、陆建华、倪晓东", "郭志华、章利明、祝小芳",
  ]
  /// Where they went.
  static let sites = HainingUnit.all.flatMap(\.places)
    .flatMap { place in
      [place + "综治工作站", place + "农贸市场", place + "雨水排放口", place + "纺织车间"]
    }
  /// What they found; some with quotation marks and commas, which CSV must quote.
  static let findings = [
    "综治工作站值班人员脱岗，值班电话无人接听", "监控点4个离线，未按规定报修，群众反映较多",
    "河面有水葫芦和漂浮垃圾，约30平方米，保洁不及时", "标注\"已关停\"的作坊仍在生产，现场有工人5名",
    "车间安全出口堆放货物，疏散通道不足1米", "配电箱未关门,接线裸露3处,未张贴警示标识",
    "流动摊贩6个占道经营，无人劝离", "公告栏投诉电话\"多次拨打无人接听\"，内容为上年度",
    "垃圾分类投放点混投，抽查30桶有4桶不合格", "特种作业人员持证不全，2名电焊工无证上岗",
  ]
  /// Remarks of visits.
  static let remarks = ["现场情况良好，已向村（社区）负责人当面反馈", "", "", "与上次检查相比有明显改善"]
  /// Names of the persons who answer for the site.
  static let people = People.surnames.flatMap { surname in
    People.givenNames.map { surname + $0 }
  }
  /// Their posts.
  static let duties = ["综治办主任", "分管副镇长", "村级河长", "安监所所长", "城管办主任"]

  /// The scheme that fits the rows: 14 units of 4 categories, 40 indicators of 4 projects.
  static var scheme: String {
    var text = """
      format: tongbao.scheme/1
      title: 性能测试考核办法
      year: 2017
      office: {name: 海宁市督查考评室, code: 海考评, number: "海考评通报〔{year}〕{n}号", sendTo: 各镇、街道, copyTo: 市委办公室}
      categories:

      """
    for (index, name) in ["开发区类", "重点发展类", "发展提升类", "城市核心类"].enumerated() {
      text += "  - {id: c\(index), name: \(name)}\n"
    }
    text += "units:\n"
    for (index, unit) in HainingUnit.all.enumerated() {
      text += "  - {id: \(unit.id), name: \(unit.name), category: c\(index % 4)}\n"
    }
    text += "departments:\n  - {id: ducha, name: 市督查考评室}\nprojects:\n"
    for index in 0..<4 {
      text += "  - {id: p\(index), name: 督查项目\(index + 1), department: ducha}\n"
    }
    text += """
      severities:
        - {id: none, names: [无], points: 0}
        - {id: general, names: [一般], points: 0.001, dueDays: 15}
        - {id: prominent, names: [比较突出], points: 0.002, dueDays: 30, provisional: true, named: true}
      indicators:

      """
    for (index, name) in indicators.enumerated() {
      text += "  - {id: i\(index + 1), name: \(name), project: p\(index % 4), points: 2.5, "
      text += "method: findings}\n"
    }
    return text + """
      evidence: {refuse: [台账, 台账资料]}
      team: {min: 3}
      grades: [{name: 优秀, atLeast: 90, quota: 0.3}, {name: 良好, atLeast: 80}, {name: 合格, atLeast: 60}, {name: 不合格}]
      warnings: {red: {rateBelow: 0.8}, yellow: {rateBelow: 0.9}}

      """
  }
}
