import Foundation
import TongbaoModel

/// A file of an office that rules over one that came with the program.
package struct TemplateOverride: Sendable, Hashable {
  /// Its path.
  package let path: String
  /// Whether it says the same as the file that came with the program, and can go.
  package let isSame: Bool
}

/// The template and words files of a locale as they were found.
struct TemplateFiles {
  /// Templates by name; the first folder rules.
  private(set) var sources: [String: TemplateSource] = [:]
  /// Words files, the ruling one first.
  private(set) var words: [TemplateSource] = []
  /// Files that cannot be read, and such as have no effect.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether any folder has templates of the locale.
  private(set) var hasLocale = false
  /// Templates that came with the program beside the folders of an office, by name.
  private(set) var inherited: Set<String> = []
  /// Files that rule over later folders, by path.
  private(set) var overrides: [TemplateOverride] = []
  /// Files with names that no template has.
  private var strays: [(path: String, name: String)] = []

  /// Every file that rules, by name; of words all, for each may add some.
  var ruling: [(name: String, bytes: [UInt8])] {
    let templates = sources.values.map { (name: $0.name, bytes: Array($0.text.utf8)) }
      .sorted { $0.name < $1.name }
    return templates
      + words.enumerated().map { (name: "\($1.name).\($0)", bytes: Array($1.text.utf8)) }
  }

  /// Reads `<folder>/<locale>` and `<folder>/common` of every folder, the ruling one first.
  init(folders: [String], locale: String) {
    var replaced: [String: TemplateSource] = [:]
    for (index, folder) in folders.enumerated() {
      let own = Set(sources.keys)
      defer {
        if index > 0, index == folders.count - 1 { inherited = Set(sources.keys).subtracting(own) }
      }
      read(folder: folder + "/" + locale, isLocale: true, &replaced)
      read(folder: folder + "/common", isLocale: false, &replaced)
    }
    let known = Set(folders.last.map(TemplateFiles.names) ?? []).union([locale, "common"])
    for folder in folders { checkNames(in: folder, known) }
    let names = sources.keys.sorted()
    diagnostics += strays.map { TemplateFiles.withoutEffect($0.path, $0.name, near: names) }
    overrides = replaced.sorted { $0.key < $1.key }
      .compactMap { name, later in
        guard let first = sources[name] else { return nil }
        return TemplateOverride(path: first.path, isSame: first.text == later.text)
      }
    if let own = words.first, words.count > 1 {
      overrides.append(TemplateOverride(path: own.path, isSame: TemplateFiles.addsNothing(words)))
    }
  }

  /// The files that ruled once, as `ruling` gave them, in any order.
  init(ruling files: [(name: String, bytes: [UInt8])]) {
    var words: [(place: Int, source: TemplateSource)] = []
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      if file.name.hasPrefix("words.txt.") {
        let place = Int(file.name.dropFirst("words.txt.".count)) ?? words.count
        words.append((place, TemplateSource(name: "words.txt", path: file.name, text: text)))
      } else {
        sources[file.name] = TemplateSource(name: file.name, path: file.name, text: text)
      }
    }
    self.words = words.sorted { $0.place < $1.place }.map(\.source)
    hasLocale = true
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Whether every line of the first words file stands in the last one too.
  private static func addsNothing(_ words: [TemplateSource]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let lines = Set(last.text.split(separator: "\n"))
    return first.text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") || lines.contains($0) }
  }

  private mutating func read(
    folder: String,
    isLocale: Bool,
    _ replaced: inout [String: TemplateSource]
  ) {
    for name in TemplateFiles.names(in: folder) where !TemplateFiles.isIgnored(name) {
      let path = folder + "/" + name
      guard name == "words.txt" || name.hasSuffix(".mustache") else {
        strays.append((path, name))
        continue
      }
      if isLocale, name != "words.txt" { hasLocale = true }
      guard let source = source(path, name) else { continue }
      if name == "words.txt" {
        words.append(source)
      } else if sources[source.name] == nil {
        sources[source.name] = source
      } else {
        replaced[source.name] = source
      }
    }
  }

  private mutating func source(_ path: String, _ name: String) -> TemplateSource? {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      diagnostics.append(Diagnostic(.templateUnreadable, at: SourceLocation(file: path)))
      return nil
    }
    let base = name == "words.txt" ? name : String(name.dropLast(".mustache".count))
    return TemplateSource(name: base, path: path, text: TemplateFiles.normalised(text))
  }

  /// Reports what lies in a folder of templates and belongs to no locale.
  private mutating func checkNames(in folder: String, _ known: Set<String>) {
    for name in TemplateFiles.names(in: folder)
    where !TemplateFiles.isIgnored(name) && !known.contains(name) {
      diagnostics.append(
        TemplateFiles.withoutEffect(folder + "/" + name, name, near: known.sorted())
      )
    }
  }

  private static func withoutEffect(_ path: String, _ name: String, near: [String]) -> Diagnostic {
    let found = NearestName.find(name, among: near + near.map { $0 + ".mustache" } + ["words.txt"])
    let hint = found.map { Bilingual("是否应为“\($0)”？", "Did you mean “\($0)”? ") }
    return Diagnostic(
      .templateWithoutEffect,
      at: SourceLocation(file: path),
      text: name,
      facts: ["hint": .worded(hint ?? Bilingual("", ""))]
    )
  }

  /// Pages for people, hidden files and what editors leave behind.
  private static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("README") || name.hasSuffix("~") || name.hasSuffix(".bak")
      || name.hasSuffix(".orig")
  }

  /// Without a BOM and with plain line ends, as Windows editors do not write them.
  private static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" && scalar != "\u{FEFF}" {
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
