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
  ])
  func `a wrong tag is reported with its line`(text: String, code: String, line: Int) throws {
    let found = try TemplatesTests.diagnostics("circular.mustache", text)
    let match = found.first { $0.kind.code == code }
    #expect(match != nil, "\(found.map(\.kind.code))")
    #expect(match?.location?.line == line)
    #expect(match?.location?.file.hasSuffix("circular.mustache") == true)
  }

  @Test(arguments: [
    ("page.html.mustache", "{{body}}", "template.escaping"),
    ("other.mustache", "x", "template.unused"),
    ("words.txt", "no.such: x\n", "template.unknown-word"),
    ("words.txt", "nothing\n", "template.unknown-word"),
  ])
  func `a wrong file is reported`(name: String, text: String, code: String) throws {
    #expect(try TemplatesTests.diagnostics(name, text).contains { $0.kind.code == code })
  }

  @Test func `a nearly right name is pointed out`() throws {
    let found = try TemplatesTests.diagnostics("circular.mustache", "{{ofice}}")
    #expect(found.first?.remedy(in: .english).contains("office") == true)
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
