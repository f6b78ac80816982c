import Foundation
import Testing

/// `tongbao headers`: a layout that was never seen is taken in with what the command prints, no code.
struct HeadersCommandTests {
  private static let scheme = Binary.root.appending(path: "Tests/Fixtures/diagnostics/scheme.yaml")
    .path(percentEncoded: false)
  private static let period = ["--period", "2017-10", "--format", "csv"]

  /// The settings with an entry as it was printed.
  private func settings(_ entry: String) -> Data {
    Data("format: tongbao.settings/1\nsources:\n\(entry)".utf8)
  }

  /// Record rows under canonical fields, without the numbers of their lines and without totals.
  private func rows(_ file: String, _ arguments: [String], in folder: URL) throws -> [[String]] {
    let transcript = try Binary.run(["rows", file] + arguments, in: folder)
    let rows = try transcript.output.split(separator: "\n")
      .map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) }
    return rows.filter { !$0.contains("合计") }.map { Array($0.dropFirst()) }
  }

  @Test(arguments: UnknownLayout.all)
  func `an unknown layout is read with the entry that is proposed`(layout: UnknownLayout) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.file(layout.name, layout.bytes)
    try scratch.file("plain.csv", Data(layout.plain.utf8))
    let proposal = try Binary.run(
      ["headers", "--scheme", Self.scheme, layout.name],
      in: scratch.url
    )
    #expect(proposal.status == 0, "\(proposal.errors)")
    for line in layout.says { #expect(proposal.output.contains(line), "\(proposal.output)") }
    try scratch.file("tongbao.yaml", settings(proposal.output))

    let with = ["--scheme", Self.scheme, "--settings", "tongbao.yaml"]
    let without = ["--scheme", Self.scheme]
    let expected = try rows("plain.csv", without, in: scratch.url)
    // Heads, and a row for each record: of a wide sheet several to a row.
    #expect(expected.count > layout.records)
    #expect(try rows(layout.name, with, in: scratch.url) == expected, "\(proposal.output)")

    let check = try Binary.run(
      ["check", "--format", "json", layout.name] + with,
      in: scratch.url
    )
    let report = try CheckReport(check)
    #expect(report.files.first?.kind != nil, "\(proposal.output)")
    // Follow-ups alone find no record; every other row counts.
    if report.files.first?.kind != "rectification" {
      #expect(report.files.first?.accepted == layout.records, "\(check.output)")
      let scores = try Binary.run(["scores", layout.name] + with + Self.period, in: scratch.url)
      let known = try Binary.run(["scores", "plain.csv"] + without + Self.period, in: scratch.url)
      #expect(scores.output == known.output)
      #expect(!scores.output.isEmpty)
    }
  }

  @Test func `what is read already needs no entry`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.file("plain.csv", Data(UnknownLayout.all[0].plain.utf8))
    let proposal = try Binary.run(
      ["headers", "--scheme", Self.scheme, "plain.csv", "--lang", "en"],
      in: scratch.url
    )
    #expect(proposal.status == 0)
    #expect(proposal.output.isEmpty)
    #expect(proposal.errors.contains("no entry is needed"))
    #expect(proposal.errors.contains("3 rows, 2 accepted"))
  }

  @Test func `without a scheme heads and values speak for themselves`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let layout = UnknownLayout.all[0]
    try scratch.file(layout.name, layout.bytes)
    let proposal = try Binary.run(["headers", layout.name, "--lang", "en"], in: scratch.url)
    #expect(proposal.status == 0)
    #expect(proposal.output.contains("属地镇街: unit"))
    #expect(proposal.errors.contains("Without a scheme"))
    // A folder that is named must be a workspace.
    let named = try Binary.run(["headers", layout.name, "-C", "."], in: scratch.url)
    #expect(named.status == 64)
  }

  @Test func `an unknown value is a question with the nearest name, never an answer`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.file(
      "s.csv",
      Data(
        """
        单号,检查日期,单位名称,考核指标,问题描述,问题等级,检查人员
        A-1,2017-10-11,盐宫镇,平安巡查,联系人13812345678不在岗,较重,张三、李四、王五
        """
        .utf8
      )
    )
    let proposal = try Binary.run(
      ["headers", "--scheme", Self.scheme, "s.csv"],
      in: scratch.url
    )
    #expect(proposal.output.contains("\n    #values:"))
    #expect(proposal.output.contains("\n        #盐宫镇: 盐官镇 "))
    #expect(proposal.output.contains("\n        #较重: \"？\""))
    #expect(!(proposal.output + proposal.errors).contains("13812345678"))
    // Without the signs the lines are YAML, and say what they ask.
    let answered = proposal.output.replacing("#盐", with: "盐")
      .replacing("#较重: \"？\"", with: "较重: 突出")
      .replacing("#values:", with: "values:").replacing("#unit:", with: "unit:")
      .replacing("#severity:", with: "severity:")
    try scratch.file("tongbao.yaml", settings(answered))
    let check = try Binary.run(
      ["check", "s.csv", "--scheme", Self.scheme, "--settings", "tongbao.yaml"],
      in: scratch.url
    )
    #expect(check.status == 0, "\(answered)\(check.output)")
  }

  @Test func `rows that are counted give no record number`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.file(
      "s.csv",
      Data(
        """
        序号,检查日期,单位名称,考核指标,问题描述,问题等级
        1,2017-10-11,盐官镇,平安巡查,通道堵塞,一般
        2,2017-10-12,盐官镇,平安巡查,通道堵塞,一般
        """
        .utf8
      )
    )
    let proposal = try Binary.run(["headers", "--scheme", Self.scheme, "s.csv"], in: scratch.url)
    #expect(!proposal.output.contains("序号"))
    #expect(proposal.errors.contains("record"))
  }

  @Test func `what is no table ends with two, what is not there with 65`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.file("broken.xml", Data("<a><b>1</b><b>".utf8))
    try scratch.file("empty.csv", Data())
    try scratch.file("prose.csv", Data("今天\n天气\n很好\n".utf8))
    for (file, status) in [("broken.xml", 2), ("empty.csv", 2), ("prose.csv", 2), ("none.csv", 65)]
    {
      let transcript = try Binary.run(["headers", file], in: scratch.url)
      #expect(transcript.status == Int32(status), "\(file)")
      #expect(transcript.output.isEmpty, "\(file)")
      #expect(transcript.errors.contains("error["), "\(file)")
    }
  }

  @Test func `damage that costs rows ends with two, in CSV as in XML`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let row = "A-1,2017-10-11,盐官镇,平安巡查,一般,通道堵塞\n"
    let heads = "单号,检查日期,单位名称,考核指标,问题等级,问题描述\n"
    try scratch.file("open.csv", Data((heads + row + "A-2,\"2017-10-12,盐官镇\n").utf8))
    try scratch.file("whole.csv", Data((heads + row).utf8))
    let arguments = ["headers", "--scheme", Self.scheme]
    let damaged = try Binary.run(arguments + ["open.csv"], in: scratch.url)
    #expect(damaged.status == 2)
    #expect(damaged.errors.contains("error[csv.unclosed-quote]"))
    #expect(try Binary.run(arguments + ["whole.csv"], in: scratch.url).status == 0)
  }

  @Test(arguments: ["measurement", "指标完成"])
  func `a kind that is given is the kind of the entry`(kind: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let layout = UnknownLayout.all[0]
    try scratch.file(layout.name, layout.bytes)
    let arguments = ["headers", "--scheme", Self.scheme, layout.name, "--kind"]
    let proposal = try Binary.run(arguments + [kind], in: scratch.url)
    #expect(proposal.status == 0)
    #expect(proposal.output.contains("kind: measurement"))
    #expect(try Binary.run(arguments + ["tables"], in: scratch.url).status == 64)
  }

  @Test func `nothing is wider than a terminal, and nothing is blank`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text =
      "序号,查到哪里（镇街）,飞检日,不合规之处,补充的其他各项说明,轻重\n"
      + "1,盐官镇,2017-10-11,后厨没有防鼠板而且冷藏柜的温度没有达到标准,\(String(repeating: "长", count: 40)),较重\n"
    try scratch.file("s.csv", Data(text.utf8))
    try scratch.file("n.pdf", Data("%PDF-1.4 x".utf8))
    for language in ["zh", "en"] {
      let arguments = ["--scheme", Self.scheme, "--lang", language]
      let proposal = try Binary.run(["headers", "s.csv"] + arguments, in: scratch.url)
      #expect(proposal.output.contains("sources:"))
      for line in (proposal.output + proposal.errors).split(separator: "\n") {
        let width = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
        #expect(width <= 84, "\(line)")
      }
      #expect(!proposal.errors.contains("lineFeed"))
      for command in [["headers"], ["rows"], ["rows", "--raw"]] {
        let refused = try Binary.run(command + ["n.pdf"] + arguments, in: scratch.url)
        #expect(refused.status != 0)
        #expect(refused.errors.hasPrefix("n.pdf: error["), "\(command) \(refused.errors)")
      }
    }
  }

  @Test func `programs get the same as JSON`() throws {
    struct Report: Decodable {
      struct Column: Decodable {
        let header: String
        let field: String?
        let sureness: String?
      }
      struct Trial: Decodable { let accepted: Int }
      let format: String
      let kind: String
      let columns: [Column]
      let yaml: String
      let trial: Trial
    }
    let scratch = try Scratch()
    defer { scratch.remove() }
    let layout = UnknownLayout.all[0]
    try scratch.file(layout.name, layout.bytes)
    let arguments = ["headers", "--scheme", Self.scheme, layout.name]
    let text = try Binary.run(arguments, in: scratch.url)
    let json = try Binary.run(arguments + ["--format", "json"], in: scratch.url)
    let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
    #expect(report.format == "tongbao.headers/1")
    #expect(report.kind == "inspection")
    #expect(report.columns.first { $0.header == "暗访点位" }?.field == "site")
    #expect(report.yaml == text.output)
    #expect(report.trial.accepted == 2)
  }

  @Test func `the sample sheets are read without settings but for what they do not say`() throws {
    let workspace = try SampleWorkspace("headers")
    try Data("format: tongbao.settings/1\n".utf8)
      .write(to: workspace.folder.appending(path: "tongbao.yaml"))
    let folder = workspace.folder.appending(path: "inbox").path(percentEncoded: false)
    for name in ["农办-美丽乡村检查-2017年10-11月.csv", "统计局-主要经济指标-2017年10月.xml"] {
      let proposal = try Binary.run(["headers", folder + "/" + name], in: workspace.folder)
      #expect(proposal.status == 0)
      #expect(proposal.output.contains("department: "))
      #expect(proposal.errors.contains("未采信 0，"), "\(proposal.errors)")
    }
  }
}
