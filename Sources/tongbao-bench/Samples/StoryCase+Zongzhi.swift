extension StoryCase {
  /// 市综治办: the monitors of 盐官镇 and what else the safety project shows.
  static var zongzhi: [StoryCase] {
    [
      // The case of the newspaper: deducted in October, put right in November.
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(10, 11),
        unit: "yanguan",
        severity: .prominent,
        site: "盐官镇区及联丰村监控点",
        finding: "镇区及联丰村监控点有效运行率94.2%，低于95%的考核要求，离线点位长期未报修",
        responsible: ("沈卫明", "盐官镇综治办主任"),
        points: 100,
        provisional: true,
        due: day(11, 30),
        evidence: "现场照片、平台截图",
        fate: [
          .verified(day(10, 13), "属实", reply: "情况属实，已落实维保单位逐点排查，11月底前整改到位", approved: day(10, 18)),
          .rectified(day(11, 14), "已整改"),
        ]
      ),
      // Not yet talked over with the unit at the end of October.
      StoryCase(
        department: .zongzhi,
        number: 2,
        date: day(10, 25),
        unit: "xucun",
        severity: .prominent,
        site: "许村镇家纺城出租仓库",
        finding: "家纺城出租仓库住人23人，消防通道封堵，二次督促未整改",
        responsible: ("徐志刚", "许村镇综治办主任"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(11, 2), "属实", reply: "属实，已清退住人", approved: day(11, 8)),
          .rectified(day(11, 20), "已整改"),
        ]
      ),
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(3, 8),
        unit: "maqiao",
        severity: .general,
        site: "马桥街道经编园区",
        finding: "经编园区12个技防点位停用，未报修",
        points: 50,
        provisional: true,
        fate: [.rectified(day(3, 20), "已整改")]
      ),
      // The unit's name is misspelt: refused, with 盐官镇 as a hint.
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(4, 13),
        unit: "yanguan",
        severity: .none,
        site: "桃园村综治工作站",
        finding: nil,
        written: ["unit": "盐宫镇"]
      ),
      // Its own cell says that nothing is provisional: confirmed at once.
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(5, 17),
        unit: "haizhou",
        severity: .prominent,
        site: "海洲街道海州西路网吧",
        finding: "网吧接纳未成年人4名，巡查签到系事后补签",
        points: 100,
        provisional: false,
        fate: [
          .verified(day(5, 19), "属实", reply: "属实，已停业整顿", approved: day(5, 24)),
          .rectified(day(6, 2), "已整改"),
        ]
      ),
      // An ID number in the text of an ordinary finding (invented; its check digit is right).
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(6, 14),
        unit: "xiashi",
        severity: .general,
        site: "硖石街道干河街旅馆",
        finding: "旅馆登记簿漏登1人（身份证号330481197904123010），未做到人证相符",
        points: 10,
        fate: [.rectified(day(6, 22), "已整改")]
      ),
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(8, 16),
        unit: "dingqiao",
        severity: .general,
        site: "丁桥镇新仓村综治工作站",
        finding: "值班人员脱岗，值班记录缺5天",
        points: 10,
        fate: [.rectified(day(8, 25), "已整改"), .rechecked(day(9, 14), false)]
      ),
      // Telephone numbers in the text of a finding that is circulated by name.
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(9, 13),
        unit: "huangwan",
        severity: .prominent,
        site: "黄湾镇闸口村群租房",
        finding: "群租房住36人，房东（电话13857312345，座机0573-87012345）拒不配合登记，属地未采取措施",
        responsible: ("陆海明", "黄湾镇综治专职副书记"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(9, 15), "属实", reply: "情况属实，立即落实整改", approved: day(9, 20)),
          .rectified(day(10, 9), "已整改"),
        ]
      ),
      // Open and named at the end of November.
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(11, 22),
        unit: "yuanhua",
        severity: .prominent,
        site: "袁花镇夹山村监控机房",
        finding: "监控机房停电6天无人处置，周边31个监控点离线",
        responsible: ("费永林", "袁花镇综治办主任"),
        points: 100,
        provisional: true,
        fate: [
          .verified(day(11, 24), "属实", reply: "属实，已抢修", approved: day(11, 29)),
          .rectified(day(12, 15), "已整改"),
        ]
      ),
      // A visit that also measures an indicator.
      StoryCase(
        department: .zongzhi,
        number: 2,
        date: day(11, 23),
        unit: "xiashi",
        indicator: .cameras,
        severity: .none,
        site: "硖石街道监控平台",
        finding: nil,
        value: "96.5"
      ),
      // A finding of an indicator that is scored by its measure: listed, but its points do not count.
      StoryCase(
        department: .zongzhi,
        number: 3,
        date: day(11, 15),
        unit: "zhouwangmiao",
        indicator: .cameras,
        severity: .general,
        site: "周王庙镇云龙村",
        finding: "云龙村新装监控9个未接入平台",
        points: 10,
        fate: [.rectified(day(11, 27), "已整改")]
      ),
      // Too few inspectors.
      StoryCase(
        department: .zongzhi,
        number: 1,
        date: day(7, 12),
        unit: "haichang",
        severity: .general,
        site: "海昌街道皮革城",
        finding: "皮革城东门消防车道被货车占用",
        points: 10,
        inspectors: 1,
        fate: [.rectified(day(7, 20), "已整改")]
      ),
      // An unknown severity: refused.
      StoryCase(
        department: .zongzhi,
        number: 2,
        date: day(9, 20),
        unit: "changan",
        severity: .none,
        site: "长安镇虹金村",
        finding: nil,
        written: ["severity": "特急"]
      ),
    ]
  }
}
