import TongbaoFormats

/// A command as ArgumentParser describes it in JSON.
struct CommandHelp {
  /// An argument, an option or a flag.
  struct Argument {
    /// `positional`, `option` or `flag`.
    let kind: String
    /// As they are typed: `-C`, `--workspace`.
    let names: [String]
    let valueName: String
    let isOptional: Bool
    let isRepeating: Bool
    let abstract: String
    let defaultValue: String?
  }

  let name: String
  let abstract: String
  let discussion: String
  let arguments: [Argument]
  let subcommands: [CommandHelp]

  /// Nil where `value` is not of this form.
  init?(_ value: JSONValue) {
    guard let name = value["commandName"]?.string else { return nil }
    self.name = name
    abstract = value["abstract"]?.string ?? ""
    discussion = value["discussion"]?.string ?? ""
    arguments = (value["arguments"]?.array ?? []).compactMap { Argument($0) }
    subcommands = (value["subcommands"]?.array ?? []).compactMap { CommandHelp($0) }
  }
}

extension CommandHelp.Argument {
  /// Nil for what the help does not show.
  fileprivate init?(_ value: JSONValue) {
    guard let kind = value["kind"]?.string, value["shouldDisplay"]?.bool ?? true else { return nil }
    self.kind = kind
    names = (value["names"]?.array ?? [])
      .compactMap { name in
        guard let text = name["name"]?.string else { return nil }
        return (name["kind"]?.string == "short" ? "-" : "--") + text
      }
    valueName = value["valueName"]?.string ?? ""
    isOptional = value["isOptional"]?.bool ?? true
    isRepeating = value["isRepeating"]?.bool ?? false
    abstract = value["abstract"]?.string ?? ""
    defaultValue = value["defaultValue"]?.string
  }
}
