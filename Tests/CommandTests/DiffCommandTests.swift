import Foundation
import Testing

/// `tongbao diff`: what changed, with lines that add up.
struct DiffCommandTests {
  private struct Document: Decodable {
    struct Change: Decodable {
      struct Standing: Decodable {
        let total: Decimal
        let rank: Int?
      }
      let before: Standing
      let after: Standing
    }

    struct Line: Decodable {
      let points: Decimal
      let cause: String
      let record: String?
    }

    struct Unit: Decodable {
      let id: String
      let change: Decimal
      let cumulative: Change
      let lines: [Line]
    }

    let format: String
    let units: [Unit]

    func unit(_ id: String) throws -> Unit { try #require(units.first { $0.id == id }) }
  }

  private func document(_ text: String) throws -> Document {
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.format == "tongbao.diff/1")
    for unit in document.units {
      let sum = unit.lines.reduce(Decimal(0)) { $0 + $1.points }
      #expect(sum == unit.change, "\(unit.id)")
      #expect(
        sum == unit.cumulative.after.total - unit.cumulative.before.total,
        "\(unit.id)"
      )
    }
    return document
  }

  /// October with two findings of 盐官镇 published, and a late sheet with one of 长安镇 in the inbox.
  private func corrected() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.drop(
      "first",
      rows: [
        ("2017-10-10", "盐官镇", "一般"), ("2017-10-11", "盐官镇", "突出"),
        ("2017-10-12", "海昌街道", "一般"), ("2017-10-12", "长安镇", "无"),
      ]
    )
    try publish(workspace)
    try workspace.drop("late", rows: [("2017-10-20", "长安镇", "突出")])
    return workspace
  }

  private func publish(_ workspace: SmallWorkspace, revision: Int = 1) throws {
    let run = try workspace.tongbao(
      "run",
      "--period",
      "2017-10",
      "--date",
      "2017-11-06",
      "--summary"
    )
    #expect(run.output.contains("已发布 2017-10/r\(revision)"), "\(run.output)\(run.errors)")
  }

  @Test func `two months of the sample workspace, in words and as sums`() async throws {
    let workspace = try await SampleWorkspace.published.value
    for (language, name) in [("zh", "haining-2017-11.txt"), ("en", "haining-2017-11.en.txt")] {
      let text = try workspace.tongbao("diff", "2017-10", "2017-11", "--lang", language)
      #expect(text.status == 0)
      let folder = Binary.root.appending(path: "Tests/Fixtures/diff")
      try Golden.expect(text.output, equals: folder.appending(path: name))
    }
    let json = try workspace.tongbao("diff", "2017-10", "2017-11", "--format", "json").output
    let units = try document(json).units
    #expect(units.count == 14)
    for (period, side) in [("2017-10", \Document.Change.before), ("2017-11", \.after)] {
      let scores = try RankTable(scores: workspace.text("public/\(period)/r1/scores.json"))
      #expect(scores.lines.count == units.count)
      let one = try #require(units.first).cumulative[keyPath: side]
      #expect(try workspace.text("public/\(period)/r1/scores.json").contains("\(one.total)"))
    }
  }

  @Test func `one unit alone, by its name`() async throws {
    let workspace = try await SampleWorkspace.published.value
    let result = try workspace.tongbao("diff", "2017-10", "2017-11", "盐官镇")
    #expect(result.output.contains("ZZ-10001 2017-10-11"))
    #expect(!result.output.contains("袁花镇"))
    let unknown = try workspace.tongbao("diff", "2017-10", "2017-11", "盐宫镇")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("run.unknown-unit"))
  }

  @Test func `a late sheet shows against what is published, and then between the revisions`() throws
  {
    let workspace = try corrected()
    defer { workspace.remove() }
    let preview = try workspace.tongbao("diff", "2017-10", "--format", "json")
    let lines = try document(preview.output).unit("changan").lines
    #expect(lines.map(\.record) == ["late-0"])
    #expect(lines.map(\.cause) == ["finding"])
    #expect(try document(preview.output).unit("yanguan").lines.isEmpty)
    let text = try workspace.tongbao("diff", "2017-10").output
    #expect(text.contains("2017-10 第1版（截至2017-10-31） → 2017-10 现有各表"))
    #expect(text.contains("late.csv:2"))
    #expect(text.contains("总分、名次无变动：盐官镇、海昌街道。"))

    try publish(workspace, revision: 2)
    let revisions = try workspace.tongbao("diff", "2017-10@1", "2017-10@2", "--format", "json")
    #expect(try document(revisions.output).unit("changan").lines.map(\.record) == ["late-0"])
    let current = try workspace.tongbao("diff", "2017-10")
    #expect(current.output.contains("各单位总分、名次均无变动。"))
    #expect(current.errors.isEmpty)
    let missing = try workspace.tongbao("diff", "2017-10@1", "2017-10@3")
    #expect(missing.status == 64)
    #expect(missing.errors.contains("run.no-revision"))
  }

  @Test func `an amended scheme is a line of its own`() throws {
    let workspace = try corrected()
    defer { workspace.remove() }
    let path = workspace.folder.appending(path: "schemes/2017.yaml")
    let scheme = try String(contentsOf: path, encoding: .utf8)
    try workspace.write(
      scheme.replacing("names: [一般], points: 0.5", with: "names: [一般], points: 2"),
      to: "schemes/2017.yaml"
    )
    let questions = [["2017-10@1"], ["2017-10@1", "2017-10@2"], ["2017-10@2", "2017-10@1"]]
    for question in questions {
      if question == questions[1] { try publish(workspace, revision: 2) }
      let result = try Binary.run(["diff"] + question + ["--format", "json"], in: workspace.folder)
      #expect(result.errors.isEmpty)
      let document = try document(result.output)
      #expect(try document.unit("yanguan").lines.map(\.cause) == ["rules"])
      #expect(try document.unit("haichang").lines.map(\.cause) == ["rules"])
      #expect(try document.unit("changan").lines.map(\.cause) == ["finding"])
    }
  }

  /// The columns of a line: two for every character of Chinese.
  private func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0x1_0000 ? 2 : 1) }
  }

  @Test func `no line is wider than a terminal, and each row is found in it`() async throws {
    let workspace = try await SampleWorkspace.published.value
    for language in ["zh", "en"] {
      let text = try workspace.tongbao("diff", "2017-10", "2017-11", "--lang", language).output
      #expect(text.split(separator: "\n").allSatisfy { columns($0) <= 80 })
      #expect(text.contains("综治办-平安指标-2017年11-12月.csv:2"))
    }
  }

  /// An amended scheme in the workspace of `corrected`, compared with what was published.
  private func amended(
    _ edits: KeyValuePairs<String, String>,
    _ arguments: String...
  ) throws -> Binary.Transcript {
    let workspace = try corrected()
    defer { workspace.remove() }
    let path = workspace.folder.appending(path: "schemes/2017.yaml")
    var scheme = try String(contentsOf: path, encoding: .utf8)
    for (old, new) in edits {
      #expect(scheme.contains(old))
      scheme = scheme.replacing(old, with: new)
    }
    try workspace.write(scheme, to: "schemes/2017.yaml")
    return try Binary.run(["diff", "2017-10"] + arguments, in: workspace.folder)
  }

  @Test func `a unit under another id is compared with itself, and said to be`() throws {
    let edits: KeyValuePairs = ["id: yanguan": "id: yg"]
    let result = try amended(edits)
    #expect(
      result.output.contains(
        "原办法的“盐官镇”（yanguan）即现办法的“盐官镇”（yg），因同有“盐官镇”一名。"
      ),
      "\(result.output)\(result.errors)"
    )
    #expect(result.output.contains("总分、名次无变动：盐官镇、海昌街道。"))
    #expect(!result.output.contains("仅原办法有"))
    let json = try amended(edits, "--format", "json").output
    #expect(try document(json).units.count == 3)
    #expect(json.contains("\"formerId\": \"yanguan\""))
  }

  @Test func `units that one side alone has are listed with their totals`() throws {
    let edits: KeyValuePairs = [
      "id: yanguan": "id: yg", "盐官镇": "盐仓镇", "盐官": "盐仓",
    ]
    let result = try amended(edits)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("仅原办法有：盐官镇（yanguan），总分 ") }, "\(result.output)")
    #expect(lines.contains { $0.hasPrefix("仅现办法有：盐仓镇（yg），总分 ") })
    let english = try amended(edits, "--lang", "en").output
    #expect(english.contains("Only under the former scheme: 盐官镇 (yanguan), total "))
    let one = try amended(edits, "盐官镇")
    #expect(one.status == 0)
    #expect(one.output.contains("仅原办法有：盐官镇（yanguan）"))
    #expect(!one.output.contains("盐仓镇") && !one.output.contains("长安镇"))
    let json = try amended(edits, "--format", "json").output
    #expect(json.contains("\"only\""))
    #expect(try document(json).units.map(\.id).contains("yg") == false)
  }

  @Test func `a grade that was renamed is shown as each scheme calls it`() throws {
    let result = try amended(["name: 优秀": "name: 优等"])
    #expect(result.output.contains("等次 优秀 → 优等"), "\(result.output)\(result.errors)")
    #expect(!result.output.contains("—"))
  }

  @Test func `a revision that cannot be computed again is pointed out`() throws {
    let workspace = try corrected()
    defer { workspace.remove() }
    let register = try String(
      contentsOf: workspace.folder.appending(path: "public/register.json"),
      encoding: .utf8
    )
    let changed = try register.replacing(Regex("\"scores\": *\"[0-9a-f]{4}")) { match in
      register[match.range].dropLast(4) + "0000"
    }
    #expect(changed != register)
    try workspace.write(changed, to: "public/register.json")
    let result = try workspace.tongbao("diff", "2017-10")
    #expect(result.status == 0)
    #expect(result.errors.contains("run.revision-differs"))
    #expect(result.output.contains("late-0"))
  }

  @Test func `a year that was closed is compared with the year closed alike`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    try workspace.drop("first", rows: [("2017-10-10", "盐官镇", "突出")])
    let run = try workspace.tongbao(
      "run",
      "--period",
      "2017",
      "--date",
      "2018-01-06",
      "--undecided",
      "restore",
      "--summary"
    )
    #expect(run.output.contains("已发布 2017/r1"), "\(run.output)\(run.errors)")
    let result = try workspace.tongbao("diff", "2017")
    #expect(result.output.contains("各单位总分、名次均无变动。"), "\(result.output)")
    #expect(result.errors.isEmpty)
  }

  @Test func `sheets named one by one need no workspace`() throws {
    let folder = Binary.root.appending(path: "Tests/Fixtures/example")
    let names = try FileManager.default
      .contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(".csv") }.sorted()
    let arguments =
      ["diff", "2017-10", "2017-11", "--scheme", "scheme.yaml", "--format", "json", "--sheet"]
    let result = try Binary.run(arguments + names, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try document(result.output).units.contains { !$0.lines.isEmpty })
  }

  @Test(arguments: [
    ["2017-10", "foo", "盐官镇"], ["2017-10@0", "2017-11"], ["2017-10@x"], ["2017-1"], [],
    ["2017-10", "--scheme", "a.yaml"], ["2017-10@1", "2017-11", "--scheme", "a.yaml"],
    ["2017-10", "2017-11", "--sheet", "a.csv"],
  ])
  func `what is no question is refused as usage`(arguments: [String]) throws {
    #expect(try Binary.run(["diff"] + arguments).status == 64)
  }
}
