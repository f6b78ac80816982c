/// A department that sends sheets.
///
/// Must agree with `schemes/2017.yaml` and `tongbao.yaml`.
enum HainingDepartment: String, Sendable, CaseIterable {
  case zongzhi
  case jingxin
  case huanbao
  case nongban
  case anjian
  case chengguan
  case tongji
  case ducha

  /// The name at the head of its file names.
  var filePrefix: String {
    switch self {
    case .zongzhi: "综治办"
    case .jingxin: "经信局"
    case .huanbao: "环保局"
    case .nongban: "农办"
    case .anjian: "安监局"
    case .chengguan: "综合执法局"
    case .tongji: "统计局"
    case .ducha: "督查考评室"
    }
  }

  /// What stands before its record numbers.
  ///
  /// Two departments number plainly, so their numbers collide.
  var recordPrefix: String {
    switch self {
    case .zongzhi: "ZZ-"
    case .jingxin: "JX-"
    case .huanbao: "HB-"
    case .chengguan: "CG-"
    case .nongban, .anjian, .tongji, .ducha: ""
    }
  }

  /// The inspection teams.
  var teams: [String] {
    switch self {
    case .zongzhi: ["平安督查一组", "平安督查二组"]
    case .jingxin: ["低小散督查一组", "低小散督查二组", "低小散督查三组"]
    case .huanbao: ["治水督查一组", "治水督查二组"]
    case .nongban: ["人居环境检查组"]
    case .anjian: ["安全检查一组", "安全检查二组"]
    case .chengguan: ["城管督查一组", "城管督查二组"]
    case .tongji, .ducha: ["抽查组"]
    }
  }

  /// Its inspectors; invented names.
  var inspectors: [String] {
    switch self {
    case .zongzhi: ["沈志明", "陆海燕", "俞国良", "许雪芳", "费卫东"]
    case .jingxin: ["金晓峰", "朱丽萍", "顾永根", "钱志强", "吴秋萍", "张 伟"]
    case .huanbao: ["徐建明", "陈丽娟", "周国平", "姚文斌"]
    case .nongban: ["王月琴", "沈永明", "汤丽华", "褚伟民"]
    case .anjian: ["许国荣", "陆建华", "倪晓东", "马红英", "查永良"]
    case .chengguan: ["郭志华", "章利明", "祝小芳", "董国强"]
    case .tongji, .ducha: ["李文杰", "陈海英", "沈晓明"]
    }
  }

  /// The head of its project's month, as printed above its sheets.
  var subject: String {
    switch self {
    case .zongzhi: "平安建设督查情况表"
    case .jingxin: "“低小散”整治督查台账"
    case .huanbao: "五水共治督查情况表"
    case .nongban: "美丽乡村检查情况表"
    case .anjian: "安全生产检查情况"
    case .chengguan: "城市管理巡查情况"
    case .tongji: "主要经济指标完成情况"
    case .ducha: "抽查复核情况表"
    }
  }
}
