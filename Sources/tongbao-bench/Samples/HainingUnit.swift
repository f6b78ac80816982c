/// An assessed unit as the sample sheets know it.
///
/// Must agree with `schemes/2017.yaml`.
struct HainingUnit: Sendable, Hashable {
  /// Id in the scheme.
  let id: String
  /// Printed name in the scheme.
  let name: String
  /// Another name that sheets use, an alias of the scheme.
  let shortName: String
  /// Villages, communities and roads where inspectors go.
  let places: [String]
  /// How often a visit finds something, in per mille of the average.
  let looseness: Int

  /// Whether village inspections apply: not in the city core.
  var hasVillages: Bool { !["xiashi", "haizhou", "haichang"].contains(id) }

  /// A post as the unit calls it: only towns have 镇长.
  func duty(_ duty: String) -> String {
    name.hasSuffix("镇") || duty != "分管副镇长" ? duty : "分管副主任"
  }

  static func == (left: HainingUnit, right: HainingUnit) -> Bool { left.id == right.id }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The 14 units in scheme order.
  static let all: [HainingUnit] = [
    HainingUnit(
      id: "kaifaqu",
      name: "海宁经济开发区",
      shortName: "开发区",
      places: ["双联路", "石泾路", "谷水路", "隆兴路", "经都二路", "漕河泾分区"],
      looseness: 800
    ),
    HainingUnit(
      id: "dujiaqu",
      name: "盐官度假区",
      shortName: "度假区",
      places: ["古城春熙路", "观潮公园", "宣德门", "占鳌塔", "城隍庙", "音乐大本营"],
      looseness: 850
    ),
    HainingUnit(
      id: "xucun",
      name: "许村镇",
      shortName: "许村",
      places: ["许巷村", "景树村", "庄史村", "科同村", "永福村", "翁埠村", "家纺城"],
      looseness: 1200
    ),
    HainingUnit(
      id: "changan",
      name: "长安镇",
      shortName: "长安",
      places: ["褚石村", "兴福村", "盐仓村", "辛江村", "虹金村", "天明村", "农发区"],
      looseness: 950
    ),
    HainingUnit(
      id: "maqiao",
      name: "马桥街道",
      shortName: "马桥",
      places: ["先锋村", "新塘村", "新场村", "柏士村", "经编园区"],
      looseness: 850
    ),
    HainingUnit(
      id: "yanguan",
      name: "盐官镇",
      shortName: "盐官",
      places: ["桃园村", "联丰村", "广福村", "郭店村", "联农村", "杏花村"],
      looseness: 1100
    ),
    HainingUnit(
      id: "yuanhua",
      name: "袁花镇",
      shortName: "袁花",
      places: ["夹山村", "红新村", "梨园村", "谈桥村", "双丰村", "镇东村"],
      looseness: 1000
    ),
    HainingUnit(
      id: "zhouwangmiao",
      name: "周王庙镇",
      shortName: "周王庙",
      places: ["云龙村", "博儒桥村", "荆山村", "石井村", "上林村", "胡斗村"],
      looseness: 1250
    ),
    HainingUnit(
      id: "dingqiao",
      name: "丁桥镇",
      shortName: "丁桥",
      places: ["梁家墩村", "新仓村", "海潮村", "保胜村", "万新村", "诸桥村"],
      looseness: 1050
    ),
    HainingUnit(
      id: "xieqiao",
      name: "斜桥镇",
      shortName: "斜桥",
      places: ["华丰村", "万星村", "庆云村", "祝场村", "仲乐村", "榨菜园区"],
      looseness: 900
    ),
    HainingUnit(
      id: "huangwan",
      name: "黄湾镇",
      shortName: "黄湾",
      places: ["尖山村", "钱江村", "五丰村", "闸口村", "黄山村", "安江路"],
      looseness: 1000
    ),
    HainingUnit(
      id: "xiashi",
      name: "硖石街道",
      shortName: "硖石",
      places: ["西山社区", "河东社区", "军民村", "赞山社区", "干河街", "南关厢"],
      looseness: 1050
    ),
    HainingUnit(
      id: "haizhou",
      name: "海洲街道",
      shortName: "海洲",
      places: ["伊桥社区", "新庄社区", "金龙社区", "海州西路", "白漾社区"],
      looseness: 950
    ),
    HainingUnit(
      id: "haichang",
      name: "海昌街道",
      shortName: "海昌",
      places: ["双山村", "双凤村", "火炬社区", "利民村", "洛隆村", "皮革城"],
      looseness: 900
    ),
  ]

  /// The unit with an id that the catalogue holds.
  static func named(_ id: String) -> HainingUnit {
    guard let unit = all.first(where: { $0.id == id }) else {
      preconditionFailure("the catalogue has no unit \(id)")
    }
    return unit
  }
}
