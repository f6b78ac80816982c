/// Invented names of the persons who answer for a site, and of the units' heads who approve.
enum People {
  static let surnames = [
    "沈", "陈", "徐", "张", "朱", "陆", "许", "周", "吴", "俞", "钱", "费", "顾", "马", "曹", "殷",
  ]
  static let givenNames = [
    "卫明", "国芳", "丽琴", "晓燕", "志刚", "海明", "伟忠", "永林", "雪峰", "金龙", "红梅", "利华", "文娟", "建良",
    "惠英", "月明", "小勇", "春燕",
  ]
  /// Who approves criticism by name.
  static let approvers = ["许伟平", "朱国华"]
  /// What units answer when told of a finding.
  static let replies = [
    "情况属实，立即落实整改", "属实，已责成责任单位限期整改", "无异议，已现场整改，举一反三排查",
    "属实，因资金安排原因推进较慢，承诺按期完成", "情况属实，已约谈责任人",
  ]
  /// What rows say of evidence that counts.
  static let evidence = ["现场照片", "现场照片、视频", "现场检查记录", "现场照片、询问笔录", "检测报告、现场照片"]

  /// A name.
  static func name(with random: inout SplitMix64) -> String {
    random.pick(surnames) + random.pick(givenNames)
  }
}
