import Foundation
import Mustache
package import TongbaoModel

/// The templates and words of one locale, checked against what the documents have.
package struct Templates: Sendable {
  /// The locale, such as `zh-Hans`.
  package let locale: String
  /// Language of the locale's dates and lists: Chinese for every locale that starts with `zh`.
  package let language: Language
  /// Everything that is wrong with the files; with an error among them nothing may be rendered.
  package let diagnostics: [Diagnostic]
  /// The files that rule, by name: everything of the templates that pages depend on.
  package let files: [(name: String, bytes: [UInt8])]
  /// The words of states, colours and periods.
  let words: Words
  private let library: MustacheLibrary

  /// Loads `<folder>/<locale>/*.mustache` and `words.txt` of every folder, then what every locale
  /// shares from `<folder>/common`; of a template the first folder rules, of a word the first that
  /// has it.
  ///
  /// - Parameters:
  ///   - folders: paths, the workspace's overrides first, then the installed templates.
  ///   - locale: name of the folder inside.
  package init(folders: [String], locale: String) {
    let files = TemplateFiles(folders: folders, locale: locale)
    var diagnostics = files.diagnostics
    words = Words(files.words, &diagnostics)
    if files.sources.isEmpty {
      diagnostics = [Diagnostic(.templateUnknownLocale, text: locale)]
    } else {
      diagnostics += Templates.problems(of: files.sources)
    }
    library = Templates.library(of: files.sources, &diagnostics)
    self.files = files.ruling
    self.locale = locale
    self.diagnostics = diagnostics
    language = locale.hasPrefix("zh") ? .chinese : .english
  }

  /// Whether the documents can be rendered.
  package var isUsable: Bool { !diagnostics.contains { $0.kind.severity == .error } }

  /// Renders the template `name` with `view`.
  func render(_ name: String, _ view: some View) -> String {
    library.render(view, withTemplate: name) ?? ""
  }

  private static func problems(of sources: [String: TemplateSource]) -> [Diagnostic] {
    var scanner = TemplateScanner(sources: sources)
    var problems: [Diagnostic] = []
    for root in TemplateRoot.all {
      if sources[root.name] == nil {
        problems.append(Diagnostic(.templateMissing, facts: ["name": .text(root.name)]))
      }
      scanner.scan(root.name, root: root.shape())
    }
    let unused = sources.keys.filter { !scanner.reached.contains($0) }.sorted()
    problems += scanner.diagnostics
    for name in unused {
      guard let source = sources[name] else { continue }
      problems.append(source.diagnostic(.templateUnused, facts: ["name": .text(name)]))
    }
    return problems
  }

  private static func library(
    of sources: [String: TemplateSource],
    _ diagnostics: inout [Diagnostic]
  ) -> MustacheLibrary {
    MustacheContentTypes.register(HTMLEscaping(), named: "TONGBAO_HTML")
    MustacheContentTypes.register(OutlineEscaping(), named: "TONGBAO_OUTLINE")
    var library = MustacheLibrary()
    for source in sources.values.sorted(by: { $0.path < $1.path }) {
      do {
        try library.register(source.declared, named: source.name)
      } catch let error as MustacheTemplate.ParserError {
        // The declaration of the content type is a line of its own before the file's first.
        let line = max(1, error.context.lineNumber - 1)
        diagnostics.append(
          source.diagnostic(.templateSyntax, line: line, text: error.context.line)
        )
      } catch {
        diagnostics.append(source.diagnostic(.templateSyntax, text: source.name))
      }
    }
    return library
  }
}

/// The template and words files of a locale as they were found.
struct TemplateFiles {
  /// Templates by name; the first folder rules.
  private(set) var sources: [String: TemplateSource] = [:]
  /// Words files, the ruling one first.
  private(set) var words: [TemplateSource] = []
  /// Files that cannot be read.
  private(set) var diagnostics: [Diagnostic] = []

  /// Every file that rules, by name; of words all, for each may add some.
  var ruling: [(name: String, bytes: [UInt8])] {
    let templates = sources.values.map { (name: $0.name, bytes: Array($0.text.utf8)) }
      .sorted { $0.name < $1.name }
    return templates
      + words.enumerated().map { (name: "\($1.name).\($0)", bytes: Array($1.text.utf8)) }
  }

  init(folders: [String], locale: String) {
    for folder in folders { read(folder: folder + "/" + locale) }
    guard !sources.isEmpty else { return }
    for folder in folders { read(folder: folder + "/common") }
  }

  private mutating func read(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() { read(folder + "/" + name, name) }
  }

  private mutating func read(_ path: String, _ name: String) {
    let isWords = name == "words.txt"
    guard isWords || name.hasSuffix(".mustache") else { return }
    let base = isWords ? name : String(name.dropLast(".mustache".count))
    guard isWords || sources[base] == nil else { return }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      diagnostics.append(Diagnostic(.templateUnreadable, at: SourceLocation(file: path)))
      return
    }
    let source = TemplateSource(name: base, path: path, text: TemplateFiles.normalised(text))
    if isWords { words.append(source) } else { sources[base] = source }
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
