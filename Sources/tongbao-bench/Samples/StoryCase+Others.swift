extension StoryCase {
  /// 市农办: villages; its numbers are plain, as those of 市安监局 are.
  static var nongban: [StoryCase] {
    [
      // Ledgers are no evidence.
      StoryCase(
        department: .nongban,
        number: 1,
        date: day(3, 15),
        unit: "zhouwangmiao",
        severity: .general,
        site: "周王庙镇博儒桥村",
        finding: "垃圾分类工作台账不全，缺2个月记录",
        evidence: "台账资料",
        fate: [.rectified(day(3, 27), "已整改")]
      ),
      // Villages are not assessed in the city core.
      StoryCase(
        department: .nongban,
        number: 1,
        date: day(6, 15),
        unit: "xiashi",
        severity: .general,
        site: "硖石街道军民村",
        finding: "军民村村道两侧乱堆建材3处",
        fate: [.rectified(day(6, 26), "已整改")]
      ),
      StoryCase(
        department: .nongban,
        number: 1,
        date: day(10, 13),
        unit: "yanguan",
        severity: .general,
        site: "盐官镇广福村公厕",
        finding: "公厕无人保洁，异味明显，便器损坏2个",
        fate: [.rectified(day(10, 20), "已整改")]
      ),
      StoryCase(
        department: .nongban,
        number: 2,
        date: day(10, 26),
        unit: "maqiao",
        severity: .prominent,
        site: "马桥街道新场村拆后土地",
        finding: "新场村拆后土地堆放建筑垃圾约40方，三次督促未清理",
        responsible: ("张金龙", "马桥街道农办主任"),
        fate: [
          .verified(day(10, 30), "属实", reply: "属实，两周内清运", approved: day(11, 6)),
          .rectified(day(11, 10), "已整改"),
        ]
      ),
    ]
  }

  /// 市安监局: workplaces.
  static var anjian: [StoryCase] {
    [
      StoryCase(
        department: .anjian,
        number: 1,
        date: day(3, 9),
        unit: "haichang",
        severity: .serious,
        site: "海昌街道双凤村化工仓库",
        finding: "仓库违规储存甲类危化品约45桶，未办理审批手续",
        responsible: ("许永林", "海昌街道安监所所长"),
        fate: [
          .verified(day(3, 11), "属实", reply: "情况属实，已全部清运", approved: day(3, 16)),
          .rectified(day(3, 24), "已整改"),
        ]
      ),
      // First written as 较大隐患, corrected to 一般隐患 by a later row of the same number.
      StoryCase(
        department: .anjian,
        number: 1,
        date: day(4, 11),
        unit: "maqiao",
        severity: .general,
        site: "马桥街道经编园区锅炉房",
        finding: "锅炉房安全阀锈蚀，压力表超期未检",
        fate: [.rectified(day(4, 21), "已整改")]
      ),
      // The re-check failed: counted twice.
      StoryCase(
        department: .anjian,
        number: 1,
        date: day(5, 10),
        unit: "changan",
        severity: .prominent,
        site: "长安镇农发区喷涂车间",
        finding: "企业擅自启用被查封的喷涂车间，消防设施瘫痪",
        responsible: ("吴志刚", "长安镇安监所所长"),
        fate: [
          .verified(day(5, 12), "属实", reply: "已再次查封", approved: day(5, 17)),
          .rectified(day(5, 26), "已整改"), .rectified(day(6, 5), "复查不合格"),
        ]
      ),
      // Named in September; the facts turned out wrong in October.
      StoryCase(
        department: .anjian,
        number: 1,
        date: day(9, 6),
        unit: "dingqiao",
        severity: .prominent,
        site: "丁桥镇诸桥村粉尘企业",
        finding: "粉尘企业除尘系统停用5天，作业人员14名未撤离",
        responsible: ("朱惠英", "丁桥镇安监所所长"),
        fate: [
          .verified(day(9, 8), "属实", reply: "已停产整顿", approved: day(9, 14)),
          .verified(day(10, 12), "失实", reply: "经调取监控，当日未生产", approved: day(10, 13)),
        ]
      ),
      // Overdue at the end of October and of November, rectified late in December.
      StoryCase(
        department: .anjian,
        number: 2,
        date: day(9, 12),
        unit: "zhouwangmiao",
        severity: .prominent,
        site: "周王庙镇胡斗村工地",
        finding: "工地深基坑未支护，周边裂缝约4厘米，仍在施工",
        responsible: ("陈建良", "周王庙镇城建办主任"),
        fate: [
          .verified(day(9, 14), "属实", reply: "属实，支护方案报审中", approved: day(9, 19)),
          .rectified(day(10, 20), "未整改"), .rectified(day(12, 11), "已整改"),
        ]
      ),
      // The unit has not replied; its days are not gone at the end of October.
      StoryCase(
        department: .anjian,
        number: 1,
        date: day(10, 26),
        unit: "zhouwangmiao",
        severity: .prominent,
        site: "周王庙镇上林村仓库",
        finding: "仓库违规储存甲类危化品约20桶，未办理审批手续",
        responsible: ("俞晓燕", "周王庙镇安监所所长"),
        fate: [
          .verified(day(10, 28), "属实", reply: "", approved: day(10, 30)),
          .rectified(day(11, 17), "已整改"),
        ]
      ),
      // Its date is an Excel serial.
      StoryCase(
        department: .anjian,
        number: 2,
        date: day(10, 25),
        unit: "kaifaqu",
        severity: .general,
        site: "开发区经都二路纺织车间",
        finding: "车间安全出口堆放货物，疏散通道不足1米",
        written: ["date": "43033"],
        fate: [.rectified(day(11, 3), "已整改")]
      ),
      // An indicator that the scheme does not know: refused.
      StoryCase(
        department: .anjian,
        number: 1,
        date: day(8, 23),
        unit: "haizhou",
        severity: .none,
        site: "海洲街道白漾社区商场",
        finding: nil,
        written: ["indicator": "安全生产大检查"]
      ),
    ]
  }

  /// 市综合行政执法局: the city.
  static var chengguan: [StoryCase] {
    [
      // No approval at the end of October; approved on 3 November.
      StoryCase(
        department: .chengguan,
        number: 1,
        date: day(10, 16),
        unit: "xiashi",
        severity: .prominent,
        site: "硖石街道南关厢",
        finding: "违法建筑约180平方米在建，属地未制止、未上报",
        responsible: ("陆丽琴", "硖石街道城管办主任"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(10, 18), "属实", reply: "属实，已责令停工", approved: nil),
          .verified(day(11, 3), "属实", reply: "属实，已拆除", approved: day(11, 3)),
          .rectified(day(11, 7), "已整改"),
        ]
      ),
      StoryCase(
        department: .chengguan,
        number: 1,
        date: day(6, 13),
        unit: "haichang",
        severity: .prominent,
        site: "海昌街道皮革城北侧",
        finding: "建筑垃圾偷倒点反复回潮，堆量约25车",
        responsible: ("沈小勇", "海昌街道城管办主任"),
        points: 100,
        provisional: true,
        fate: [.verified(day(6, 20), "失实", reply: "系轻轨项目临时堆土，手续齐全", approved: nil)]
      ),
      StoryCase(
        department: .chengguan,
        number: 1,
        date: day(8, 15),
        unit: "haizhou",
        severity: .prominent,
        site: "海洲街道伊桥社区",
        finding: "马路市场占道120米，交通堵塞，整治承诺逾期未兑现",
        responsible: ("张春燕", "海洲街道分管副主任"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(8, 17), "属实", reply: "疏导点正在建设", approved: day(8, 22)),
          .rectified(day(9, 1), "部分整改"),
        ]
      ),
      // The spot check does not agree: contested.
      StoryCase(
        department: .chengguan,
        number: 1,
        date: day(9, 19),
        unit: "xiashi",
        severity: .general,
        site: "硖石街道河东社区",
        finding: "老旧小区违章搭建雨棚5处",
        points: 10,
        fate: [.rectified(day(9, 28), "已整改"), .rechecked(day(10, 11), false)]
      ),
      StoryCase(
        department: .chengguan,
        number: 2,
        date: day(5, 23),
        unit: "maqiao",
        severity: .general,
        site: "马桥街道柏士村",
        finding: "工地出入口未冲洗，带泥上路约30米",
        points: 10,
        fate: [.rectified(day(6, 1), "已整改"), .rechecked(day(6, 9), false)]
      ),
      StoryCase(
        department: .chengguan,
        number: 3,
        date: day(10, 24),
        unit: "kaifaqu",
        severity: .general,
        site: "开发区双联路",
        finding: "渣土车未密闭运输，沿途抛洒",
        points: 10,
        fate: [.rectified(day(11, 2), "已整改"), .rechecked(day(11, 14), false)]
      ),
      // Never approved: withheld in November as well.
      StoryCase(
        department: .chengguan,
        number: 1,
        date: day(11, 8),
        unit: "haizhou",
        severity: .prominent,
        site: "海洲街道金龙社区",
        finding: "拆违后复建3处，巡查记录缺失",
        responsible: ("周红梅", "海洲街道城管办主任"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(11, 10), "属实", reply: "正在协调", approved: nil),
          .rectified(day(12, 5), "已整改"),
        ]
      ),
      // Points below zero: refused.
      StoryCase(
        department: .chengguan,
        number: 1,
        date: day(2, 15),
        unit: "haichang",
        severity: .general,
        site: "海昌街道火炬社区",
        finding: "停车收费公示牌内容与实际不符",
        points: 10,
        written: ["points": "-0.1"]
      ),
    ]
  }
}
