import Foundation
import Testing
import TongbaoModel

@testable import TongbaoRendering

/// Templates are checked before anything is rendered.
struct TemplatesTests {
  /// The installed templates with one of them replaced by `text`.
  private static func diagnostics(_ name: String, _ text: String) throws -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tongbao-templates-\(UUID().uuidString)")
    let locale = folder.appending(path: "zh-Hans")
    try FileManager.default.createDirectory(at: locale, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: locale.appending(path: name))
    return Templates(folders: [folder.path, Sample.root + "/templates"], locale: "zh-Hans")
      .diagnostics
  }

  @Test(arguments: [
    ("# {{ofice}}", "template.unknown-name", 1),
    ("# a\n\n{{#categories}}\n{{rows.name}}\n{{/categories}}", "template.unknown-name", 4),
    ("{{#rows}}{{/rows}}", "template.unknown-name", 1),
    ("a\n{{> nothing}}", "template.unknown-partial", 2),
    ("{{> circular}}", "template.recursion", 1),
    ("{{#categories}}\n", "template.syntax", 1),
    ("{{/categories}}\n", "template.syntax", 1),
    ("a\nb {{office", "template.syntax", 2),
    ("{{=<% %>=}}", "template.foreign-tag", 1),
    ("{{&office}}", "template.foreign-tag", 1),
    ("{{% CONTENT_TYPE:TEXT}}", "template.foreign-tag", 1),
    ("{{<requirements}}{{/requirements}}", "template.foreign-tag", 1),
    ("{{>*office}}", "template.foreign-tag", 1),
    ("{{{office}}}", "template.escaping", 1),
    ("{{categories}}", "template.escaping", 1),
    ("{{#categories}}{{/provisional}}", "template.syntax", 1),
    ("{{^categories}}\n{{mean}}\n{{/categories}}", "template.unknown-name", 2),
    ("{{#unitCount}}{{mean}}{{/unitCount}}", "template.unknown-name", 1),
    ("{{.}}", "template.unknown-name", 1),
    ("\n{{#isCut}}{{.}}{{/isCut}}", "template.unknown-name", 2),
    ("{{^number}}{{.}}{{/number}}", "template.unknown-name", 1),
    ("{{#office}}{{#isCut}}{{.}}{{/isCut}}{{/office}}", "template.unknown-name", 1),
    ("a\n%signatur {{office}} | {{issued}}", "template.unknown-mark", 2),
    ("\n@figur x", "template.unknown-mark", 2),
    ("+++ a\nb\n", "template.unknown-mark", 1),
    ("a\n+++\n", "template.unknown-mark", 2),
    ("a\nb [[{{office}}]{{number}}]\n", "template.unknown-mark", 2),
  ])
  func `a wrong tag is reported with its line`(text: String, code: String, line: Int) throws {
    let found = try TemplatesTests.diagnostics("circular.mustache", text)
    let match = found.first { $0.kind.code == code }
    #expect(match != nil, "\(found.map(\.kind.code))")
    #expect(match?.location?.line == line)
    #expect(match?.location?.file.hasSuffix("circular.mustache") == true)
  }

  @Test func `a template that no longer includes an installed one is no fault of that`() throws {
    let found = try TemplatesTests.diagnostics("page.html.mustache", "{{title}}{{{body}}}")
    #expect(found.map(\.kind.code) == [])
  }

  @Test func `a text stands for itself within its section`() throws {
    let found = try TemplatesTests.diagnostics(
      "page.html.mustache",
      "{{#title}}{{.}}{{/title}}{{{body}}}"
    )
    #expect(found.map(\.kind.code) == [])
  }

  @Test(arguments: ["{{#categories}}\n", "{{/categories}}\n", "a\nb {{office"])
  func `what is not closed is reported once`(text: String) throws {
    for name in ["circular.mustache", "page.html.mustache"] {
      let found = try TemplatesTests.diagnostics(name, text)
      #expect(found.count { $0.kind.code == "template.syntax" } == 1, "\(found)")
    }
  }

  @Test(arguments: [
    ("page.html.mustache", "{{body}}", "template.escaping"),
    ("other.mustache", "x", "template.unused"),
    ("words.txt", "no.such: x\n", "template.unknown-word"),
    ("words.txt", "nothing\n", "template.unknown-word"),
    ("words.txt", "input.nothing: x\n", "template.unknown-word"),
    ("words.txt", "warning.red: {unit}\n", "template.unknown-placeholder"),
    ("words.txt", "chart.trend: {unti}\n", "template.unknown-placeholder"),
    ("words.txt", "change.up: {n\n", "template.unknown-placeholder"),
    ("words.txt", "input.points: {n}\n", "template.unknown-placeholder"),
    ("words.txt", "none: a\nnone: b\n", "template.repeated-word"),
    ("words.txt", "months: 一月 二月\n", "template.months"),
    ("circular.mustach", "x", "template.without-effect"),
    ("word.txt", "none: x", "template.without-effect"),
  ])
  func `a wrong file is reported`(name: String, text: String, code: String) throws {
    #expect(try TemplatesTests.diagnostics(name, text).contains { $0.kind.code == code })
  }

  @Test(arguments: [
    ("circular.mustache", "{{ofice}}", "“office”"),
    ("circular.mustache", "{{mean}}", "{{#categories}}"),
    ("circular.mustache", "{{.}}", "{{#…}}"),
    ("circular.mustache", "%signatur a | b", "“%signature”"),
    ("words.txt", "waring.red: x", "“warning.red”"),
    ("words.txt", "input.pionts: x", "“input.points”"),
    ("words.txt", "chart.trend: {name}", "{unit}"),
    ("Circular.mustch", "x", "“circular.mustache”"),
  ])
  func `a nearly right name is pointed out`(file: String, text: String, hint: String) throws {
    let found = try TemplatesTests.diagnostics(file, text)
    #expect(found.contains { $0.remedy(in: .english).contains(hint) }, "\(found)")
    #expect(found.contains { $0.remedy(in: .chinese).contains(hint) })
  }

  @Test(arguments: ["zh-hans/words.txt", "zh_CN/circular.mustache", "circular.mustache", "fr/x"])
  func `a misplaced override is a warning`(path: String) throws {
    let found = try TemplatesTests.with([path: "x"]) {
      Templates(folders: [$0, Sample.root + "/templates"], locale: "zh-Hans")
    }
    #expect(found.diagnostics.map(\.kind.code) == ["template.without-effect"])
    #expect(found.isUsable)
  }

  @Test func `pages for people, other locales and what editors leave behind are let alone`() throws
  {
    let files = [
      "README.txt": "x", "en/warning-table.mustache": "x", ".git/x": "x", "zh-Hans/.x.swp": "x",
      "zh-Hans/circular.mustache~": "x", "zh-Hans/circular.mustache.bak": "x",
    ]
    let found = try TemplatesTests.with(files) {
      Templates(folders: [$0, Sample.root + "/templates"], locale: "zh-Hans")
    }
    #expect(found.diagnostics.isEmpty && found.overrides.isEmpty)
  }

  @Test func `an override of an office rules in its locale and in what all locales share`() throws {
    let words = try String(
      contentsOfFile: Sample.root + "/templates/zh-Hans/words.txt",
      encoding: .utf8
    )
    let files = [
      "zh-Hans/steps.mustache": "{{#steps}}{{number}}{{/steps}}",
      "common/style.css.mustache": "p {}",
      "common/print.css.mustache": try String(
        contentsOfFile: Sample.root + "/templates/common/print.css.mustache",
        encoding: .utf8
      ),
      "zh-Hans/words.txt": words,
    ]
    let found = try TemplatesTests.with(files) {
      Templates(folders: [$0, Sample.root + "/templates"], locale: "zh-Hans")
    }
    let names = found.overrides.map { (($0.path as NSString).lastPathComponent, $0.isSame) }
    #expect(
      names.map(\.0) == ["print.css.mustache", "steps.mustache", "style.css.mustache", "words.txt"]
    )
    #expect(names.map(\.1) == [true, false, false, true])
    #expect(found.sources["style.css"]?.text == "p {}")
  }

  /// What `body` makes of a folder with these files.
  private static func with<Result>(
    _ files: [String: String],
    _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tongbao-templates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
  }

  @Test func `an override changes one template and one word`() throws {
    #expect(try TemplatesTests.diagnostics("words.txt", "warning.red: 红牌\n").isEmpty)
    #expect(
      try TemplatesTests.diagnostics("steps.mustache", "{{#steps}}{{number}}{{/steps}}").isEmpty
    )
  }

  @Test func `an unknown locale is one diagnostic`() {
    let templates = Templates(folders: [Sample.root + "/templates"], locale: "fr")
    #expect(templates.diagnostics.map(\.kind.code) == ["template.unknown-locale"])
    #expect(!templates.isUsable)
  }

  @Test func `a locale that lacks files says what it lacks`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tongbao-templates-\(UUID().uuidString)")
    let locale = folder.appending(path: "zh-Hans")
    try FileManager.default.createDirectory(at: locale, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("# x\n".utf8).write(to: locale.appending(path: "circular.mustache"))
    let codes = Set(
      Templates(folders: [folder.path], locale: "zh-Hans").diagnostics.map(\.kind.code)
    )
    #expect(codes.isSuperset(of: ["template.missing", "template.missing-word"]))
  }

  @Test func `a template that is not UTF-8 is reported`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tongbao-templates-\(UUID().uuidString)")
    let locale = folder.appending(path: "zh-Hans")
    try FileManager.default.createDirectory(at: locale, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([0xC1, 0xAA]).write(to: locale.appending(path: "circular.mustache"))
    let templates = Templates(
      folders: [folder.path, Sample.root + "/templates"],
      locale: "zh-Hans"
    )
    #expect(templates.diagnostics.contains { $0.kind.code == "template.unreadable" })
    #expect(!templates.isUsable)
  }

  @Test(arguments: ["zh-Hans", "en"])
  func `every template is complete in every locale`(locale: String) {
    let templates = Templates(folders: [Sample.root + "/templates"], locale: locale)
    #expect(
      templates.diagnostics.map { "\($0.location?.description ?? "") \($0.message(in: .english))" }
        == []
    )
  }

  @Test func `tags are found with their lines`() {
    let tags = TemplateTag.all(in: "a {b} {{c}}\n{{#d}}{{{ e }}}{{/d}}\n{{! x\ny }}{{> f.css }}")
    #expect(tags.map(\.name) == ["c", "d", "e", "d", "", "f.css"])
    #expect(tags.map(\.line) == [1, 2, 2, 2, 3, 4])
    #expect(tags.map(\.kind) == [.variable, .section, .unescaped, .end, .comment, .partial])
  }
}
