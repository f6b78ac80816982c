import ArgumentParser
import TongbaoModel

/// A kind of sheet as it is named on the command line: by its id, or by its name in either language.
struct KindName: ExpressibleByArgument {
  /// The kind.
  let kind: SheetKind

  init?(argument: String) {
    let name = argument.lowercased()
    let kind = SheetKind.allCases.first { kind in
      [kind.rawValue, kind.title.chinese, kind.title.english].contains(name)
    }
    guard let kind else { return nil }
    self.kind = kind
  }

  /// All kinds as help lists them.
  static var all: String {
    SheetKind.allCases.map { "\($0.rawValue) \($0.title.chinese)" }.joined(separator: "、")
  }
}
