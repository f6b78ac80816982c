/// A severity of the sample scheme.
enum Severity: Sendable {
  case none
  case minor
  case general
  case prominent
  case serious

  /// The first name in the scheme.
  var name: String {
    switch self {
    case .none: "无"
    case .minor: "轻微"
    case .general: "一般"
    case .prominent: "比较突出"
    case .serious: "严重"
    }
  }

  /// The name in the sheets of the safety office.
  var hazardName: String {
    switch self {
    case .none: "无"
    case .minor: "轻微"
    case .general: "一般隐患"
    case .prominent: "较大隐患"
    case .serious: "重大隐患"
    }
  }

  /// Points in hundredths.
  var hundredths: Int {
    switch self {
    case .none: 0
    case .minor: 5
    case .general: 10
    case .prominent: 100
    case .serious: 200
    }
  }

  /// Days to rectify.
  var dueDays: Int {
    switch self {
    case .none, .minor: 7
    case .general: 15
    case .prominent: 30
    case .serious: 20
    }
  }

  /// Whether the deduction is provisional and the finding circulated by name.
  var isNamed: Bool { self == .prominent || self == .serious }
}
