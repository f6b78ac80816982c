/// A page of the manual in roff, section 1.
struct ManualPage {
  /// What stands at the foot of every page.
  struct Foot {
    let date: String
    let version: String
  }

  /// Name of the page and, with `.1`, of its file: `tongbao-run`.
  let name: String
  /// The page.
  let text: String

  /// The page of the program and those of its commands.
  static func all(of root: CommandHelp, foot: Foot) -> [ManualPage] {
    let commands = root.subcommands.filter { $0.name != "help" }
    let names = commands.map { root.name + "-" + $0.name }
    return [ManualPage(root, named: root.name, commands: commands, beside: names, foot)]
      + zip(commands, names)
      .map { command, name in
        ManualPage(command, named: name, commands: [], beside: [root.name], foot)
      }
  }

  private init(
    _ help: CommandHelp,
    named name: String,
    commands: [CommandHelp],
    beside others: [String],
    _ foot: Foot
  ) {
    self.name = name
    var roff = Roff()
    roff.title(name.uppercased(), foot)
    // The index of manual pages, which `apropos` searches, knows this word alone.
    roff.section("NAME")
    roff.paragraph(name + " \\- " + Roff.escaped(help.abstract), isRoff: true)
    roff.section("SYNOPSIS 用法")
    roff.paragraph(ManualPage.synopsis(of: help, name: name, hasCommands: !commands.isEmpty))
    roff.section("DESCRIPTION 说明")
    roff.block(help.discussion)
    if !commands.isEmpty {
      roff.section("COMMANDS 命令")
      for command in commands { roff.item(name + " " + command.name, command.abstract) }
    }
    roff.section("OPTIONS 选项")
    for argument in help.arguments {
      roff.item(ManualPage.heading(of: argument), ManualPage.text(of: argument))
    }
    roff.section("SEE ALSO 参见")
    roff.references(others)
    text = roff.text
  }

  private static func synopsis(
    of help: CommandHelp,
    name: String,
    hasCommands: Bool
  ) -> String {
    var words = [name.replacing("tongbao-", with: "tongbao ")]
    if hasCommands { words.append("<command>") }
    if help.arguments.contains(where: { $0.kind != "positional" && $0.isOptional }) {
      words.append("[<options>]")
    }
    for argument in help.arguments where argument.kind == "option" && !argument.isOptional {
      words.append("\(argument.names.last ?? "") <\(argument.valueName)>")
    }
    for argument in help.arguments where argument.kind == "positional" {
      let word = "<\(argument.valueName)>" + (argument.isRepeating ? " ..." : "")
      words.append(argument.isOptional ? "[\(word)]" : word)
    }
    return words.joined(separator: " ")
  }

  private static func heading(of argument: CommandHelp.Argument) -> String {
    guard argument.kind != "positional" else { return "<\(argument.valueName)>" }
    let value = argument.kind == "option" ? " <\(argument.valueName)>" : ""
    return argument.names.joined(separator: ", ") + value
  }

  private static func text(of argument: CommandHelp.Argument) -> String {
    guard let value = argument.defaultValue else { return argument.abstract }
    return argument.abstract + " (default: \(value))"
  }
}

/// Lines for `man`, in the macros of man(7).
private struct Roff {
  private(set) var text = ""

  /// The head; the file is UTF-8, and Chinese text is not hyphenated or stretched.
  mutating func title(_ name: String, _ foot: ManualPage.Foot) {
    line(".TH \(name) 1 \"\(foot.date)\" \"\(foot.version)\" \"tongbao\"")
    line(".nh")
    line(".ad l")
  }

  mutating func section(_ name: String) { line(".SH \"\(name)\"") }

  mutating func paragraph(_ text: String, isRoff: Bool = false) {
    line(isRoff ? text : Roff.escaped(text))
  }

  /// Text that keeps its lines, as examples do.
  mutating func block(_ text: String) {
    line(".nf")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for part in lines { line(part.isEmpty ? "\\&" : Roff.escaped(part)) }
    line(".fi")
  }

  mutating func item(_ heading: String, _ text: String) {
    line(".TP")
    line("\\fB" + Roff.escaped(heading) + "\\fR")
    line(Roff.escaped(text))
  }

  mutating func references(_ names: [String]) {
    for (index, name) in names.enumerated() {
      line(".BR \(Roff.escaped(name)) (1)" + (index < names.count - 1 ? "," : ""))
    }
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  /// Text in which nothing is a request: neither a backslash nor a point or quote at a line's start.
  static func escaped(_ text: some StringProtocol) -> String {
    let plain = String(text).replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
