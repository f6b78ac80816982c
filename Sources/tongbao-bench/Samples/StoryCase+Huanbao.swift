extension StoryCase {
  /// 市环保局: water.
  static var huanbao: [StoryCase] {
    [
      // The half-year project is over: listed, not counted.
      StoryCase(
        department: .huanbao,
        number: 1,
        date: day(7, 12),
        unit: "dingqiao",
        indicator: .blackRivers,
        severity: .general,
        site: "丁桥镇海潮村断头浜",
        finding: "海潮村断头浜水体黑臭，未设曝气设施",
        fate: [.rectified(day(7, 24), "已整改")]
      ),
      // Partly factual and not provisional: half of 0.4 stays.
      StoryCase(
        department: .huanbao,
        number: 1,
        date: day(4, 12),
        unit: "xucun",
        severity: .general,
        site: "许村镇翁埠村排放口",
        finding: "翁埠村2个雨水口晴天排水，水质浑浊",
        points: 40,
        provisional: false,
        fate: [
          .verified(day(4, 14), "部分属实", reply: "其中1个为自来水管破裂所致", approved: nil),
          .rectified(day(4, 24), "已整改"),
        ]
      ),
      // Partly upheld appeal of a provisional one, then partly rectified.
      StoryCase(
        department: .huanbao,
        number: 1,
        date: day(8, 9),
        unit: "huangwan",
        severity: .prominent,
        site: "黄湾镇安江路企业排口",
        finding: "安江路企业雨水口排放有色废水，氨氮超标3倍，属地未及时处置",
        responsible: ("顾雪峰", "黄湾镇治水办主任"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(8, 11), "属实", reply: "企业已停产", approved: day(8, 16)),
          .appealed(day(8, 21), "受理中", grounds: "已于当日处置，请求复核"),
          .appealed(day(9, 5), "部分成立", grounds: "处置及时，但巡查缺位"),
          .rectified(day(9, 6), "已整改"),
        ]
      ),
      // Appealed at the end of October; rejected in November.
      StoryCase(
        department: .huanbao,
        number: 1,
        date: day(10, 17),
        unit: "xieqiao",
        severity: .prominent,
        site: "斜桥镇榨菜园区污水主管",
        finding: "榨菜园区污水主管破损9天未抢修，日外溢约15吨",
        responsible: ("曹文娟", "斜桥镇治水办主任"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(10, 19), "属实", reply: "已报修，对天数有异议", approved: day(10, 24)),
          .appealed(day(10, 27), "受理中", grounds: "实际停用4天"),
          .appealed(day(11, 10), "不成立", grounds: "维修单显示9天"),
          .rectified(day(11, 13), "已整改"),
        ]
      ),
      // The resort did not exist before March.
      StoryCase(
        department: .huanbao,
        number: 1,
        date: day(2, 21),
        unit: "dujiaqu",
        severity: .general,
        site: "观潮公园沿河",
        finding: "观潮公园河面有漂浮垃圾，约20平方米",
        fate: [.rectified(day(3, 2), "已整改")]
      ),
      // A finding without a word of what was found: refused.
      StoryCase(
        department: .huanbao,
        number: 1,
        date: day(5, 16),
        unit: "maqiao",
        severity: .general,
        site: "马桥街道新塘村河道",
        finding: nil
      ),
      StoryCase(
        department: .huanbao,
        number: 1,
        date: day(11, 21),
        unit: "dingqiao",
        severity: .prominent,
        site: "丁桥镇梁家墩村养殖场",
        finding: "梁家墩村养殖场沼液直排，下游200米河道发黑发臭",
        responsible: ("殷国芳", "丁桥镇农业办主任"),
        points: 100,
        provisional: true,
        fate: [
          .appealed(day(11, 27), "受理中", grounds: "系邻镇来水"),
          .verified(day(11, 23), "属实", reply: "请求核查来水", approved: day(11, 28)),
          .appealed(day(12, 8), "不成立", grounds: "采样表明系该场排放"),
          .rectified(day(12, 12), "已整改"),
        ]
      ),
    ]
  }
}
