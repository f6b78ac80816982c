import Testing
import TongbaoFormats
import TongbaoModel

struct DiagnosticTextTests {
  private let kind = DiagnosticKind(
    "csv.stray-quote",
    .error,
    message: Bilingual("“{text}”中有多余的引号。", "stray quote in “{text}”"),
    remedy: Bilingual("把引号写成两个。", "double the quote"),
    reason: Bilingual("", "")
  )

  private var diagnostic: Diagnostic {
    Diagnostic(
      kind,
      at: SourceLocation(file: "检查.csv", line: 12, column: 5),
      field: "unit",
      text: "盐\"官",
      excerpt: Excerpt(line: "a,镇,盐\"官", start: 4, length: 3)
    )
  }

  @Test func `the caret line counts Chinese characters twice`() {
    #expect(
      DiagnosticText(language: .english).lines(of: diagnostic) == [
        "检查.csv:12:5: error[csv.stray-quote]: stray quote in “盐\"官”",
        "    a,镇,盐\"官",
        "         ^^^^^",
        "  = help: double the quote",
      ]
    )
  }

  @Test func `Chinese messages have Chinese remedies`() {
    let lines = DiagnosticText(language: .chinese).lines(of: diagnostic)
    #expect(lines.first == "检查.csv:12:5: error[csv.stray-quote]: “盐\"官”中有多余的引号。")
    #expect(lines.last == "  = 建议: 把引号写成两个。")
  }

  @Test func `nothing of the input reaches the terminal as a command`() {
    let hostile = Diagnostic(
      kind,
      at: SourceLocation(file: "a\u{1B}[2J.csv"),
      text: "x\r\ny\u{202E}\u{9B}31m",
      excerpt: Excerpt(line: "\u{1B}[31m\r\n", start: 9, length: 9)
    )
    let text = DiagnosticText(language: .english).lines(of: hostile).joined(separator: "\n")
    #expect(
      text.hasPrefix("a·[2J.csv: error[csv.stray-quote]: stray quote in “x·y··31m”\n    ·[31m·\n")
    )
  }

  @Test func `colours are used only when asked for`() {
    #expect(
      DiagnosticText(language: .english, isColored: true).lines(of: diagnostic).first?
        .hasPrefix("\u{1B}[1m检查.csv:12:5\u{1B}[0m: \u{1B}[1;31merror[csv.stray-quote]\u{1B}[0m: ")
        == true
    )
  }

  @Test func `the summary counts everything and what was not printed`() {
    let warning = DiagnosticKind(
      "a.b",
      .warning,
      message: Bilingual("", ""),
      remedy: Bilingual("", ""),
      reason: Bilingual("", "")
    )
    var log = DiagnosticLog(limitPerKind: 2)
    for _ in 0..<5 { log.append(diagnostic) }
    log.append(Diagnostic(warning))
    #expect(DiagnosticText(language: .chinese).summary(of: log, printed: 6) == "5 个错误，1 条警告")
    #expect(
      DiagnosticText(language: .english).text(of: log)
        .hasSuffix("\n5 errors, 1 warning (3 not shown)\n")
    )
    #expect(
      DiagnosticText(language: .chinese).text(of: log, limit: 1)
        .hasSuffix("\n5 个错误，1 条警告（其中 5 条未列出）\n")
    )
    #expect(DiagnosticText(language: .english).text(of: DiagnosticLog()).isEmpty)
  }

  @Test func `programs get every part in both languages`() {
    #expect(
      DiagnosticJSON.value(of: diagnostic).text(.oneLine) == """
        {"code":"csv.stray-quote","severity":"error","file":"检查.csv",\
        "sheet":null,"line":12,"column":5,\
        "field":"unit","text":"盐\\"官","message":{"zh":"“盐\\"官”中有多余的引号。",\
        "en":"stray quote in “盐\\"官”"},"remedy":{"zh":"把引号写成两个。","en":"double the quote"}}
        """
    )
  }
}
