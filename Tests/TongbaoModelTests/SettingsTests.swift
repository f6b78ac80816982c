import Testing
import TongbaoModel

struct SettingsTests {
  @Test(arguments: [
    ("综治办-*.csv", "综治办-10月.csv", true), ("综治办-*.csv", "综治办-.csv", true),
    ("综治办-*.csv", "经信局-10月.csv", false), ("*", "", true), ("?.csv", "表.csv", true),
    ("?.csv", ".csv", false), ("a*b*c", "aXbYbc", true), ("a*b*c", "aXbY", false),
  ])
  func `patterns fit file names`(pattern: String, name: String, fits: Bool) {
    #expect(SourceEntry(files: pattern).matches(name) == fits)
  }

  @Test func `the first entry that fits rules`() {
    let settings = Settings(sources: [
      SourceEntry(files: "a*.csv", department: "first"),
      SourceEntry(files: "*.csv", department: "second"),
    ])
    #expect(settings.source(forFile: "ab.csv").department == "first")
    #expect(settings.source(forFile: "b.csv").department == "second")
    #expect(settings.source(forFile: "b.xml").department == nil)
  }

  @Test(arguments: [("GBK", TextEncoding.gb18030), ("UTF8", .utf8), ("utf-16", .utf16LittleEndian)])
  func `encodings go by the names people use`(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
    #expect(TextEncoding(named: "latin-1") == nil)
  }

  @Test func `a visit takes 32 bytes and an inspection at most 96`() {
    #expect(MemoryLayout<Visit>.stride == 32)
    #expect(MemoryLayout<Inspection>.stride <= 96)
  }
}
