import Mustache
import TongbaoFormats
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
  /// Files of the first folders that rule over those of the last one.
  package let overrides: [TemplateOverride]
  /// The words of states, colours and periods.
  let words: Words
  /// The templates that rule, by name.
  let sources: [String: TemplateSource]
  private let library: MustacheLibrary

  /// Loads `*.mustache` and `words.txt` of every folder's `<locale>` and of its `common`, which every
  /// locale shares; of a template the first folder rules, of a word the first that has it.
  ///
  /// - Parameters:
  ///   - folders: paths, the workspace's overrides first, then the installed templates.
  ///   - locale: name of the folder inside.
  package init(folders: [String], locale: String) {
    self.init(TemplateFiles(folders: folders, locale: locale), locale: locale)
  }

  /// The templates that an issue was made with, as `files` gave them then.
  package init(files: [(name: String, bytes: [UInt8])], locale: String) {
    self.init(TemplateFiles(ruling: files), locale: locale)
  }

  private init(_ files: TemplateFiles, locale: String) {
    var diagnostics = files.diagnostics
    words = Words(files.words, &diagnostics)
    if !files.hasLocale {
      diagnostics = [Diagnostic(.templateUnknownLocale, text: locale)]
    } else {
      diagnostics += Templates.problems(of: files.sources, inherited: files.inherited)
    }
    library = Templates.library(of: files.sources, &diagnostics)
    self.files = files.ruling
    overrides = files.overrides
    sources = files.sources
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

  /// What is wrong with the templates; that one of the `inherited` ones is no longer used is not.
  private static func problems(
    of sources: [String: TemplateSource],
    inherited: Set<String>
  ) -> [Diagnostic] {
    var scanner = TemplateScanner(sources: sources)
    var problems: [Diagnostic] = []
    for root in TemplateRoot.all {
      if sources[root.name] == nil {
        problems.append(Diagnostic(.templateMissing, facts: ["name": .text(root.name)]))
      }
      scanner.scan(root.name, root: root.shape())
    }
    for source in sources.values.sorted(by: { $0.path < $1.path })
    where source.contentType == "TONGBAO_OUTLINE" {
      problems += OutlineMarks(source).diagnostics
    }
    let unused = Set(sources.keys).subtracting(scanner.reached).subtracting(inherited).sorted()
    problems += scanner.diagnostics
    for name in unused {
      guard let source = sources[name] else { continue }
      problems.append(source.diagnostic(.templateUnused, facts: ["name": .text(name)]))
    }
    return problems
  }

  /// Whether the scanner has told already what the library cannot read.
  private static func isReported(_ source: TemplateSource, _ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { $0.kind == .templateSyntax && $0.location?.file == source.path }
  }

  private static func library(
    of sources: [String: TemplateSource],
    _ diagnostics: inout [Diagnostic]
  ) -> MustacheLibrary {
    MustacheContentTypes.register(HTMLEscaping(), named: "TONGBAO_HTML")
    MustacheContentTypes.register(OutlineEscaping(), named: "TONGBAO_OUTLINE")
    let ordered = sources.values.sorted { $0.path < $1.path }
    // Parsing is most of what a small circular takes.
    let parsed = ordered.mapOnEveryCore { source in
      Result { try MustacheTemplate(string: source.declared) }
    }
    var library = MustacheLibrary()
    for (source, result) in zip(ordered, parsed) {
      do {
        library.register(try result.get(), named: source.name)
      } catch  where isReported(source, diagnostics) {
        continue
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
