import ArgumentParser
import TongbaoModel

/// How messages are written: options that every command has.
struct MessageOptions: ParsableArguments {
  /// When colour is used.
  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp("提示信息的语言 Language of messages: zh, en.", valueName: "zh|en")
  )
  var languageName: String?

  @Option(
    name: .customLong("color"),
    help: ArgumentHelp("颜色 Colour of messages: auto, always, never.")
  )
  var colour: Colour = .auto

  func validate() throws {
    guard let languageName else { return }
    guard MessageOptions.language(named: languageName) != nil else {
      throw ValidationError(
        "--lang 只接受 zh 或 en (--lang takes zh or en, not '\(languageName)')"
      )
    }
  }

  /// The terminal that these options ask for.
  var terminal: Terminal {
    let environment = Environment.current
    let stated = languageName.flatMap(MessageOptions.language)
    let usesColour =
      switch colour {
      case .auto: environment.wantsColour
      case .always: true
      case .never: false
      }
    return Terminal(language: stated ?? environment.language, usesColour: usesColour)
  }

  private static func language(named name: String) -> Language? {
    switch name.lowercased() {
    case "zh", "zh-hans", "zh-cn", "zh_cn": .chinese
    case "en", "en-us", "en_us": .english
    default: nil
    }
  }
}
