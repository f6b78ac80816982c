import Testing
import TongbaoConfiguration
import TongbaoModel

struct YAMLDocumentTests {
  private func places(_ bytes: [UInt8]) -> [String] {
    SchemeReader.read(bytes, file: "scheme.yaml").diagnostics.places
  }

  @Test(arguments: [
    ("yaml.syntax", "title: ⟪\"abc\nyear: 2017\n"),
    ("yaml.syntax", "title: [a, b\nyear⟪:⟫ 2017\n"),
    ("yaml.syntax", "title: a⟪:⟫ b: c\n"),
    ("yaml.syntax", "a: 1\n⟪b⟫\nc: 2\n"),
    ("yaml.syntax", "title: ⟪@abc\n"),
    ("yaml.tab", "units:\n⟪\t⟫- id: a\n"),
    ("yaml.several-documents", "a: 1\n⟪---⟫\nb: 1\n"),
    ("yaml.anchor", "a: ⟪&x⟫ 1\nb: *x\n"),
    ("yaml.anchor", "a: ⟪*x⟫\n"),
    ("yaml.control-character", "a: 盐⟪\u{7}⟫\n"),
    ("yaml.control-character", "a: 盐⟪\u{FEFF}⟫\n"),
    ("yaml.empty", "⟪⟫"),
    ("yaml.empty", "⟪⟫# nothing\n"),
  ])
  func `what is no plain YAML is said at its place`(code: String, source: String) {
    let marked = MarkedText(source)
    let place = code == "yaml.empty" ? "0:0" : "\(marked.line):\(marked.column)"
    #expect(places(Array(marked.text.utf8)) == ["\(code)@\(place)"])
  }

  @Test func `bytes that are not UTF-8 are found`() {
    #expect(places(Array("a: 1\nb: 盐".utf8) + [0xB9, 0xD9]) == ["yaml.not-utf8@2:5"])
  }

  @Test func `a huge file is refused unread`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 4 << 20 + 1)
    #expect(places(bytes) == ["yaml.too-large@0:0"])
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func `deep nesting is refused`(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let found = places(Array(text.utf8))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("yaml.too-deep@1:") == true, "\(found)")
  }

  @Test func `asterisks in quotes and comments are no aliases`() {
    let text = """
      format: tongbao.settings/1
      # 例: *.csv, *.xml, - *
      sources:   # 模式: *甲, *乙, *丙
        - {files: "*a-*.csv", department: a}
        - {files: '*b-*.csv', department: b}
        - {files: "c\\" *, *.csv", department: c}
        - files: "-*.csv: *"
      """
    let reading = SettingsReader.read(Array(text.utf8), file: "tongbao.yaml")
    #expect(reading.diagnostics.count(of: Severity.error) == 0)
    #expect(reading.settings?.sources.count == 4)
  }

  @Test func `a bomb of aliases is refused at once`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
      text += "? &a\(level) [\(aliases)]\n: 1\n"
    }
    #expect(places(Array(text.utf8)).first?.hasPrefix("yaml.anchor@") == true)
  }

  @Test func `columns and marks count characters`() throws {
    let text = "{title: 盐官镇, dispaly: 2}\n"
    let log = SchemeReader.read(Array(text.utf8), file: "s.yaml").diagnostics
    let unknown = try #require(log.kept.first { $0.kind.code == "yaml.unknown-key" })
    #expect(unknown.location == SourceLocation(file: "s.yaml", line: 1, column: 14))
    #expect(unknown.excerpt == Excerpt(line: "{title: 盐官镇, dispaly: 2}", start: 13, length: 7))
    #expect(
      unknown.message(in: .english)
        == "there is no key “dispaly”; did you mean “display”?"
    )
  }

  @Test func `a long line is shown around the mark`() throws {
    let text = "a: " + String(repeating: "盐", count: 300) + "\n"
    let log = SchemeReader.read(Array(text.utf8), file: "s.yaml").diagnostics
    let unknown = try #require(log.kept.first { $0.kind.code == "yaml.unknown-key" })
    #expect(unknown.excerpt?.line.count == 100)
    let late =
      "{x: 1, title: " + String(repeating: "盐", count: 300)
      + ", zz: 1}\n"
    let second = SchemeReader.read(Array(late.utf8), file: "s.yaml").diagnostics
    let mark = try #require(second.kept.first { $0.text == "zz" }?.excerpt)
    #expect(Array(mark.line)[mark.start..<(mark.start + mark.length)] == ["z", "z"])
    #expect(mark.line.hasPrefix("…"))
  }

  @Test func `many duplicate keys are all found`() {
    var lines = SampleSchemes.least.split(separator: "\n").map(String.init)
    for index in lines.indices { lines.append(lines[index]) }
    let found = places(Array(lines.joined(separator: "\n").utf8))
    #expect(found == (12...22).map { "yaml.duplicate-key@\($0):1" })
  }
}
