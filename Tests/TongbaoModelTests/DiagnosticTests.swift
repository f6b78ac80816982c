import Testing
import TongbaoModel

struct DiagnosticTests {
  private let kind = DiagnosticKind(
    "test.kind",
    .warning,
    message: Bilingual("“{text}”共 {count} 处，{where}", "“{text}” {count} times, {where}"),
    remedy: Bilingual("删去 {missing}", "drop {missing}"),
    reason: Bilingual("因由", "why")
  )

  @Test func `facts fill the message in either language`() {
    let diagnostic = Diagnostic(
      kind,
      text: "盐宫镇",
      facts: ["count": 3, "where": .worded(Bilingual("表内", "in the sheet"))]
    )
    #expect(diagnostic.message(in: .chinese) == "“盐宫镇”共 3 处，表内")
    #expect(diagnostic.message(in: .english) == "“盐宫镇” 3 times, in the sheet")
  }

  @Test func `a fact that is not there stays visible`() {
    #expect(Diagnostic(kind).remedy(in: .english) == "drop {missing}")
  }

  @Test func `braces in the offending text are not placeholders`() {
    let diagnostic = Diagnostic(kind, text: "{count}", facts: ["count": 1, "where": "x"])
    #expect(diagnostic.message(in: .english) == "“{count}” 1 times, x")
  }

  @Test func `a log counts all and keeps the first of each kind`() {
    var log = DiagnosticLog(limitPerKind: 2)
    for index in 0..<5 { log.append(Diagnostic(kind, facts: ["count": .number(index)])) }
    #expect(log.kept.count == 2)
    #expect(log.total == 5)
    #expect(log.count(of: .warning) == 5)
    #expect(log.count(of: Severity.error) == 0)

    var joined = DiagnosticLog(limitPerKind: 3)
    joined.append(contentsOf: log)
    joined.append(contentsOf: log)
    #expect(joined.kept.count == 3)
    #expect(joined.count(of: kind) == 10)
  }

  @Test(arguments: [
    (TongbaoModel.SourceLocation(file: "a.csv", line: 12, column: 5), "a.csv:12:5", "a.csv:12"),
    (TongbaoModel.SourceLocation(file: "a.xml", line: 12), "a.xml:12", "a.xml:12"),
    (
      TongbaoModel.SourceLocation(file: "a.xml", sheet: "表1", line: 14, column: 4), "a.xml:表1!D14",
      "a.xml:表1!D14"
    ),
    (
      TongbaoModel.SourceLocation(file: "a.xml", sheet: "表1", line: 3, column: 28), "a.xml:表1!AB3",
      "a.xml:表1!AB3"
    ),
    (TongbaoModel.SourceLocation(file: "a.csv"), "a.csv", "a.csv"),
  ])
  func `places print as their kind of file has them`(
    location: TongbaoModel.SourceLocation,
    place: String,
    source: String
  ) {
    #expect(location.description == place)
    #expect(location.sourceText == source)
  }
}
