extension StoryCase {
  /// 市经信局: the ledger of small workshops, a whole case in each row.
  static var jingxin: [StoryCase] {
    [
      // Named in October, withdrawn in November by an appeal that was upheld.
      StoryCase(
        department: .jingxin,
        number: 1,
        date: day(10, 10),
        unit: "changan",
        severity: .prominent,
        site: "长安镇兴福村五金加工点",
        finding: "兴福村已关停的4家无证作坊死灰复燃，属地未发现、未上报",
        responsible: ("周伟忠", "长安镇工业办主任"),
        evidence: "现场照片、视频",
        fate: [
          .verified(day(10, 12), "属实", reply: "对其中2家持有异议", approved: day(10, 17)),
          .appealed(day(11, 3), "受理中", grounds: "4家均已办理过渡期手续"),
          .appealed(day(11, 16), "成立", grounds: "经复核，4家在过渡期内，手续齐全"),
        ]
      ),
      StoryCase(
        department: .jingxin,
        number: 1,
        date: day(6, 7),
        unit: "zhouwangmiao",
        severity: .prominent,
        site: "周王庙镇荆山村织机户",
        finding: "荆山村喷水织机户偷排废水，入河口水体发白，涉及织机28台",
        responsible: ("钱建良", "周王庙镇工业办主任"),
        fate: [
          .verified(day(6, 9), "属实", reply: "情况属实，限期整改", approved: day(6, 14)),
          .rectified(day(7, 19), "已整改"),
        ]
      ),
      StoryCase(
        department: .jingxin,
        number: 1,
        date: day(5, 11),
        unit: "yuanhua",
        severity: .general,
        site: "袁花镇谈桥村木制品加工场",
        finding: "木制品加工场粉尘未清扫，无除尘设施",
        inspectors: 2,
        fate: [.rectified(day(5, 22), "已整改")]
      ),
      // 较重 is this department's own word for 比较突出 (values: in tongbao.yaml).
      StoryCase(
        department: .jingxin,
        number: 1,
        date: day(7, 13),
        unit: "xieqiao",
        severity: .prominent,
        site: "斜桥镇庆云村集中加工点",
        finding: "庆云村集中加工点19户“三合一”未清退，督办后仍未整改",
        responsible: ("马利华", "斜桥镇整治办专职副主任"),
        fate: [
          .verified(day(7, 17), "属实", reply: "属实，7月底前清退", approved: day(7, 21)),
          .rectified(day(7, 31), "已整改"),
        ]
      ),
      // 2017-02-30 is no day: refused.
      StoryCase(
        department: .jingxin,
        number: 1,
        date: day(2, 24),
        unit: "dingqiao",
        severity: .general,
        site: "丁桥镇保胜村",
        finding: "保胜村2家列入关停名单的作坊尚有设备未拆除",
        written: ["date": "2017-02-30"]
      ),
      StoryCase(
        department: .jingxin,
        number: 1,
        date: day(4, 19),
        unit: "huangwan",
        severity: .general,
        site: "黄湾镇五丰村废品回收站",
        finding: "废品回收站露天堆放，占道约30平方米",
        fate: [.rectified(day(4, 28), "已整改")]
      ),
      StoryCase(
        department: .jingxin,
        number: 1,
        date: day(11, 9),
        unit: "kaifaqu",
        severity: .general,
        site: "开发区谷水路厂中厂",
        finding: "谷水路厂中厂6家企业共用消防通道，堆放纸箱约20立方米",
        fate: [.rectified(day(11, 20), "已整改")]
      ),
    ]
  }
}
