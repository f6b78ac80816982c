import Foundation
import Testing
import TongbaoModel

@testable import TongbaoRendering

/// The reference page names what templates may use, all of it and nothing else.
struct TemplateReferenceTests {
  @Test func `every name of every view has a note, and no note is stale`() {
    let shapes = TemplateReference.shapes
    let notes = Dictionary(grouping: ViewNotes.all, by: \.view)
    #expect(Set(notes.keys) == Set(shapes.keys))
    for (name, shape) in shapes {
      #expect(notes[name]?.count == 1, "\(name)")
      guard let own = notes[name]?.first else { continue }
      let names = Set(own.names.map(\.name))
      #expect(names.count == own.names.count, "\(name) notes a name twice")
      let others = Set(own.included.flatMap { (shapes[$0]?.fields ?? [:]).keys })
      #expect(Set(shape.fields.keys) == names.union(others), "\(name)")
    }
  }

  @Test func `every note is in both languages`() {
    for view in ViewNotes.all {
      for (name, note) in view.names {
        let isWritten =
          !note.chinese.isEmpty && !note.english.isEmpty && note.chinese != note.english
          && !note.english.contains { $0.unicodeScalars.contains { $0.value >= 0x4E00 } }
        #expect(isWritten && !note.chinese.contains("|"), "\(view.view).\(name)")
      }
    }
  }

  @Test func `every template file and every group of words is explained`() {
    let partials = TemplateNotes.partials.map(\.key)
    #expect(TemplateNotes.documents.map(\.key).sorted() == TemplateRoot.all.map(\.name).sorted())
    for templates in [Sample.templates, Sample.english] {
      let known = Set(TemplateNotes.documents.map(\.key) + partials)
      #expect(Set(templates.sources.keys) == known)
    }
    #expect(Set(Word.allCases.map(\.group)) == Set(WordNotes.groups.map(\.key)))
    let filled = Set(Word.allCases.flatMap(\.placeholders))
    #expect(filled == Set(WordNotes.placeholders.map(\.key)))
  }

  @Test(arguments: [("README.zh.md", Language.chinese), ("README.md", .english)])
  func `the reference page is as the views are`(name: String, language: Language) throws {
    let file = URL(filePath: Sample.root + "/templates/" + name)
    let page = try String(contentsOf: file, encoding: .utf8)
    let reference = TemplateReference(
      templates: language == .chinese ? Sample.templates : Sample.english,
      language: language
    )
    let renewed = reference.renewed(page)
    for table in ["documents", "partials", "names", "words", "placeholders"] {
      #expect(page.contains("<!-- \(table) -->\n") && page.contains("<!-- /\(table) -->"))
    }
    if ProcessInfo.processInfo.environment["TONGBAO_RECORD"] == "1" {
      try Data(renewed.utf8).write(to: file)
    } else {
      #expect(page == renewed, "\(name): make golden")
    }
  }

  @Test(arguments: ["README.zh.md", "README.md"])
  func `every link within the page leads to a section`(name: String) throws {
    let page = try String(contentsOfFile: Sample.root + "/templates/" + name, encoding: .utf8)
    let anchors = Set(page.matches(of: /<a id="([a-z]+)">/).map { String($0.output.1) })
    let links = Set(page.matches(of: /\]\(#([a-z]+)\)/).map { String($0.output.1) })
    #expect(links.count > 30)
    #expect(links.subtracting(anchors).isEmpty)
    #expect(anchors.subtracting(links).isEmpty, "sections that nothing leads to")
  }

  @Test(arguments: ["README.zh.md", "README.md"])
  func `the page explains every mark of lines`(name: String) throws {
    let page = try String(contentsOfFile: Sample.root + "/templates/" + name, encoding: .utf8)
    let source = try String(
      contentsOfFile: Sample.root + "/Sources/TongbaoRendering/Document/Outline.swift",
      encoding: .utf8
    )
    for part in OutlineMarks.parts {
      #expect(page.contains("| `\(part) ") && source.contains("case \"\(part)\""), "\(part)")
    }
    for mark in ["# ", "## ", "~ ", "> ", "- ", ": ", "\\|= ", "\\|! ", "\\| ", "@figure ", "+++ "]
    {
      #expect(page.contains("`\(mark)"), "\(mark)")
    }
  }
}
