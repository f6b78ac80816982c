/// An indicator as the sample sheets name it.
///
/// Must agree with `schemes/2017.yaml`.
enum HainingIndicator: String, Sendable, CaseIterable {
  case patrol
  case cameras
  case safetySense = "safety-sense"
  case petitions
  case cleanup
  case eliminate
  case output
  case valueAdded = "value-added"
  case investment
  case energy
  case recruit
  case landTax = "land-tax"
  case water
  case riverPatrol = "river-patrol"
  case blackRivers = "black-rivers"
  case village
  case tourism
  case safetyCheck = "safety-check"
  case hazard
  case accidents
  case city
  case citySurvey = "city-survey"
  case demolition
  case community

  /// The printed name in the scheme.
  var name: String {
    switch self {
    case .patrol: "平安巡查"
    case .cameras: "监控点有效运行率"
    case .safetySense: "群众安全感满意率"
    case .petitions: "信访积案化解率"
    case .cleanup: "低小散整治督查"
    case .eliminate: "低小散企业（作坊）整治完成数"
    case .output: "规上工业总产值"
    case .valueAdded: "规上工业增加值"
    case .investment: "工业性投入"
    case .energy: "单位工业增加值能耗下降率"
    case .recruit: "招引项目数"
    case .landTax: "亩均税收"
    case .water: "断面水质达标率"
    case .riverPatrol: "五水共治巡查"
    case .blackRivers: "剿劣督查"
    case .village: "美丽乡村检查"
    case .tourism: "旅游总收入"
    case .safetyCheck: "安全生产检查"
    case .hazard: "隐患按期整改率"
    case .accidents: "生产安全事故死亡人数"
    case .city: "城市管理巡查"
    case .citySurvey: "城市管理第三方测评"
    case .demolition: "三改一拆完成面积"
    case .community: "社区治理和项目服务"
    }
  }
}
