/// Schemes that are right, to be spoilt by tests.
enum SampleSchemes {
  /// Small enough to see through, with every part that a scheme can have.
  static let full = """
    format: tongbao.scheme/1
    title: 示例考核办法
    year: 2017
    window: {from: 2017-01-01, to: 2017-11-30}
    display: 2
    office: {name: 督查考评室, code: 海考评, number: "海考评通报〔{year}〕{n}号", sendTo: 各镇, copyTo: 市委}
    categories:
      - {id: growth, name: 重点发展类}
      - {id: core, name: 城市核心类}
    units:
      - {id: yanguan, name: 盐官镇, category: growth, aliases: [盐官, 盐官镇人民政府], coefficient: 1.1, ranked: true}
      - {id: changan, name: 长安镇, category: growth, from: 2017-01-01, to: 2017-12-31}
      - {id: haichang, name: 海昌街道, category: core}
    departments:
      - {id: zongzhi, name: 市综治办, aliases: [综治办]}
      - {id: jingxin, name: 市经信局}
    projects:
      - {id: pingan, name: 平安建设, department: zongzhi, approval: 海考评〔2017〕2号}
      - {id: dixiaosan, name: 低小散整治, department: jingxin, from: 2017-02-01, to: 2017-10-31}
    severities:
      - {id: none, names: [无, 无问题], points: 0}
      - {id: general, names: [一般], points: 0.5, dueDays: 15}
      - {id: prominent, names: [突出], points: 1, dueDays: 30, provisional: true, named: true}
    indicators:
      - {id: patrol, name: 平安巡查, project: pingan, points: 10, method: findings, cap: 6}
      - id: cameras
        name: 监控点有效运行率
        aliases: [监控运行率]
        project: pingan
        points: {default: 5, core: 4, yanguan: 8}
        unit: "%"
        method: threshold
        take: latest
        measure: value
        target: {default: 95, core: 90}
        direction: atLeast
        lossPer: {points: 1, step: 1}
        gainPer: {points: 0.5, step: 1, cap: 2}
        steps: whole
        dynamic: true
        missing: exclude
      - {id: output, name: 规上产值, project: dixiaosan, points: 20, units: [yanguan, changan], method: efficacy, measure: growth, base: 0.6, satisfactory: sample, unacceptable: -5, clamp: false, scope: all, direction: higher, fold: months}
      - {id: share, name: 完成率, project: pingan, points: 5, method: completion, maxRatio: 1.2, take: sum}
      - {id: top, name: 最优, project: pingan, points: 5, method: best, scope: all, direction: lower, missing: groupMean}
      - {id: place, name: 名次, project: pingan, points: 5, method: rank, span: {high: 5, low: 1}}
      - {id: steps, name: 档次, project: pingan, points: 5, method: brackets, brackets: [{atLeast: 90, points: 5}, {atLeast: 80, points: 3}]}
    bonuses: {cap: 5, items: [{id: innovation, name: 获省级肯定, points: 1, cap: 2}]}
    penalties: {cap: 10, items: [{id: late-report, name: 迟报漏报, aliases: [迟报], points: 0.5}]}
    vetoes:
      - {id: accident, name: 安全事故, effect: {capGrade: 良好, deduct: 1, unranked: true}}
      - {id: fraud, name: 弄虚作假, effect: {zero: true}}
    provisional: {onTime: 1, late: 0.5, partial: 0.5, failed: 2}
    partlyFactual: 0.4
    evidence: {refuse: [台账, 台账资料]}
    team: {min: 3}
    rankBy: rate
    grades: [{name: 优秀, atLeast: 90, quota: 0.3}, {name: 良好, atLeast: 80, quota: 3}, {name: 合格, atLeast: 60}, {name: 不合格}]
    warnings: {red: {rateBelow: 0.8, overdue: 1}, yellow: {rateBelow: 0.9, open: 1, rankDrop: 3}}
    spotCheck: {rate: 0.05, threshold: 0.95}
    burden: {visitsPerMonth: 8}
    notices: {verification: required, replyDays: 7, approval: optional}

    """

  /// What must be there and nothing else.
  static let least = """
    format: tongbao.scheme/1
    title: 办法
    year: 2017
    office: {name: 考评室, code: 海考评}
    categories: [{id: c, name: 类}]
    units: [{id: u, name: 镇, category: c}]
    departments: [{id: d, name: 部门}]
    projects: [{id: p, name: 项目, department: d}]
    severities: [{id: s, names: [一般], points: 1}]
    indicators: [{id: i, name: 指标, project: p, points: 10, method: findings}]
    grades: [{name: 合格}]

    """
}
