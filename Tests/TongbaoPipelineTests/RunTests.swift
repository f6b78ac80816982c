import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPipeline
@testable import TongbaoPublishing
@testable import TongbaoRendering

struct RunTests {
  @Test func `a run takes in, scores and publishes, and a second one changes nothing`() async throws
  {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let first = try await Run.perform(workspace.request("2017-10"))
    #expect(first.published.map(\.folder) == ["2017-10/r1"])
    #expect(first.published.map(\.number) == ["海考评通报〔2018〕1号"])
    #expect(first.accepted == ExampleFixture.sheets.count)
    #expect(first.refusedRows == 0)
    let tree = try workspace.publicTree()
    #expect(tree["2017-10/r1/circular.html"] != nil)
    #expect(tree["2017-10/index.html"] != nil)

    let second = try await Run.perform(workspace.request("2017-10"))
    #expect(second.published.isEmpty)
    #expect(second.unchanged == [Period.month(year: 2017, month: 10)])
    #expect(second.accepted == 0)
    #expect(try workspace.publicTree() == tree)
  }

  @Test func `the same inputs and date give the same bytes`() async throws {
    let (one, other) = (try ExampleWorkspace(), try ExampleWorkspace())
    defer {
      one.remove()
      other.remove()
    }
    _ = try await Run.perform(one.request("2017-10"))
    _ = try await Run.perform(other.request("2017-10"))
    #expect(try one.publicTree() == other.publicTree())
  }

  @Test func `the index is there before the first issue links to it`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let folder = workspace.url.appending(path: "public")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Register().json).write(to: folder.appending(path: "register.json"))
    // A file where the period's folder should be made stops the run just before its first issue.
    try Data().write(to: folder.appending(path: "2017-10"))
    await #expect(throws: PipelineFailure.self) {
      _ = try await Run.perform(workspace.request("2017-10"))
    }
    #expect(workspace.text("public/index.html") != nil)
  }

  @Test func `an index is made after those that it links to`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let office = try Office(path: workspace.path)
    let renderer = try Renderer(folders: ExampleFixture.templates, locale: office.settings.locale)
    let register = try #require(office.register)
    let pages = DerivedPages(office, renderer).pages(of: register)
    #expect(pages.map(\.path) == ["2017-10/index.html", "index.html"])
  }

  @Test func `a file that cannot be read is told by the exit code`() {
    var report = RunReport()
    #expect(report.exitStatus == .done)
    report.unreadable = 1
    #expect(report.exitStatus == .quarantine)
  }

  @Test func `what a run cannot replace on its way is told, once`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    // A folder where the index should be made; it is rebuilt before the first issue and after it.
    try FileManager.default.createDirectory(
      at: workspace.url.appending(path: "public/index.html"),
      withIntermediateDirectories: true
    )
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.published.map(\.folder) == ["2017-10/r1"])
    let told = report.log.kept.filter { $0.kind == .publishNotReplaced }
    #expect(told.count == 1)
  }

  @Test func `a guard keeps the old issue up and says why`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let before = try workspace.publicTree()
    let report = try await Run.perform(workspace.request("2017-11"))
    #expect(report.refused == [Period.month(year: 2017, month: 11)])
    #expect(report.log.counts.keys.contains { $0.code == "guard.shrink" })
    #expect(try workspace.publicTree() == before)
    #expect(workspace.text("public/status.json")?.contains("\"refused\"") == true)
  }

  @Test func `a waived guard lets the issue out and is put on record`() async throws {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        waivers: [{guard: shrink, period: 2017-11, reason: 示例数据少}]
        """
    )
    defer { workspace.remove() }
    let report = try await Run.perform(workspace.request("2017-11"))
    #expect(report.published.map(\.folder) == ["2017-11/r1"])
    #expect(report.log.counts.keys.contains { $0.code == "run.waived" })
    #expect(workspace.text("public/register.json")?.contains("示例数据少") == true)
    try await workspace.expectProof(of: 1)
  }

  @Test func `a late sheet makes a revision with its correction`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let first = try workspace.publicTree()
    try workspace.drop(Self.lateSheet, as: "补报.csv")
    let checked = try await workspace.check("inbox/补报.csv")
    let report = try await Run.perform(workspace.request("2017-10"))
    for log in [checked.log, report.log] {
      let restated = log.kept.filter { $0.kind.code == "run.restatement" }
      #expect(restated.map { $0.location?.description } == ["补报.csv:2"])
      #expect(
        restated.first?.facts == ["rows": 1, "periods": .worded(Bilingual("2017-10", "2017-10"))]
      )
    }
    #expect(report.published.map(\.folder) == ["2017-10/r2"])
    #expect(report.published.map(\.number) == ["海考评通报〔2018〕2号"])
    let tree = try workspace.publicTree()
    #expect(tree["2017-10/r2/correction.html"] != nil)
    for (path, bytes) in first where path.hasPrefix("2017-10/r1/") {
      #expect(tree[path] == bytes, "\(path)")
    }
    try await workspace.expectProof(of: 2)
  }

  @Test func `a cumulative export sent again leaves every score as it was`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let tree = try workspace.publicTree()
    for name in ExampleFixture.sheets {
      let file = workspace.url.appending(path: "inbox/again-" + name)
      let original = try String(contentsOfFile: ExampleFixture.folder + "/" + name, encoding: .utf8)
      // Other bytes, as an export of another day has them.
      try Data((original + "\n").utf8).write(to: file)
    }
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.accepted == ExampleFixture.sheets.count && report.duplicates == 0)
    #expect(report.unchanged.map(\.description) == ["2017-10"] && report.published.isEmpty)
    #expect(!report.log.counts.keys.contains { $0.code == "run.restatement" })
    #expect(try workspace.publicTree() == tree)
  }

  @Test func `mended rows count as if they had come right`() async throws {
    let right = try ExampleWorkspace()
    let mended = try ExampleWorkspace()
    defer {
      right.remove()
      mended.remove()
    }
    let row = "X91,2017-10-19,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般"
    let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"
    try Data((head + row + "\n").utf8).write(to: right.url.appending(path: "inbox/补报.csv"))
    let wrong = row.replacing("2017-10-19", with: "2017-10-39")
    try Data((head + wrong + "\n").utf8).write(to: mended.url.appending(path: "inbox/补报.csv"))
    _ = try await Run.perform(right.request("2017-10"))
    let report = try await Run.perform(mended.request("2017-10"))
    #expect(report.refusedRows == 1)
    #expect(report.log.counts.keys.contains { $0.code == "run.quarantine" })

    let quarantine = mended.url.appending(path: "quarantine")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: quarantine.path(percentEncoded: false)
    )
    let name = try #require(names.first { $0.hasSuffix(".rejected.csv") })
    let file = quarantine.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("2017-10-39", with: "2017-10-19").utf8)
      .write(to: mended.url.appending(path: "inbox/" + name))
    try FileManager.default.removeItem(at: file)
    let again = try await Run.perform(mended.request("2017-10"))
    #expect(again.published.map(\.folder) == ["2017-10/r2"])
    #expect(again.refusedRows == 0)
    let scores = "/scores.json"
    let (left, other) = (try right.publicTree(), try mended.publicTree())
    let source = "\(name):2"
    let expected = left["2017-10/r1" + scores].map { String(decoding: $0, as: UTF8.self) }
    let got = other["2017-10/r2" + scores].map { String(decoding: $0, as: UTF8.self) }
    #expect(expected?.replacing("补报.csv:2", with: source) == got)
    try await mended.expectProof(of: 2)
  }

  @Test func `mended rows under another name are refused as a whole`() async throws {
    let settings = """
      format: tongbao.settings/1
      sources: [{files: "补报*.csv", values: {severity: {较重: prominent}}}]
      """
    let workspace = try ExampleWorkspace(settings: settings)
    defer { workspace.remove() }
    let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"
    let row = "X91,2017-10-39,甲、乙、丙,海昌街道,平安巡查,楼道堆物,较重\n"
    try workspace.drop(head + row, as: "补报1.csv")
    _ = try await Run.perform(workspace.request("2017-10"))
    let quarantine = workspace.path + "/quarantine"
    let names = try FileManager.default.contentsOfDirectory(atPath: quarantine)
    let name = try #require(names.first { $0.hasSuffix(".rejected.csv") })
    let mended = try String(contentsOfFile: quarantine + "/" + name, encoding: .utf8)
      .replacing("2017-10-39", with: "2017-10-19")
    try workspace.drop(mended, as: "补报2.csv")
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.refusedFiles == 1 && report.accepted == 0)
    #expect(report.log.count(of: .runMendedRenamed) == 1)
    // Under its own name it is read as its original is, by a check as by a run.
    try workspace.drop(mended, as: name)
    let check = try await workspace.check("inbox/" + name)
    #expect(check.log.count(of: Severity.error) == 0 && check.sheets[0].counts?.accepted == 1)
    let again = try await Run.perform(workspace.request("2017-10"))
    #expect(again.accepted == 1 && again.refusedRows == 0)
  }

  @Test func `a run says what a new sheet replaces, once`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"
    try workspace.drop(head + "X1,2017-10-19,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般\n", as: "更正.csv")
    func superseded(_ report: RunReport) -> Int? {
      report.log.counts.first { $0.key.code == "intake.superseded" }?.value
    }
    #expect(superseded(try await Run.perform(workspace.request("2017-10"))) == 1)
    #expect(superseded(try await Run.perform(workspace.request("2017-10"))) == nil)
  }

  @Test func `mended rows do not rule over what came after them`() async throws {
    let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"
    let rest = "甲、乙、丙,海昌街道,平安巡查,楼道堆物"
    // X91 is corrected further down, X92 by a later sheet, X93 nowhere.
    let first = """
      X91,2017-10-%,\(rest),突出
      X92,2017-10-%,\(rest),突出
      X93,2017-10-%,\(rest),一般
      X91,2017-10-20,\(rest),一般

      """
    let second = "X92,2017-10-21,\(rest),一般\n"
    let right = try ExampleWorkspace()
    let mended = try ExampleWorkspace()
    defer {
      right.remove()
      mended.remove()
    }
    for (workspace, day) in [(right, "19"), (mended, "39")] {
      try workspace.drop(head + first.replacing("%", with: day), as: "补报.csv")
      _ = try await Run.perform(workspace.request("2017-10"))
      try workspace.drop(head + second, as: "更正.csv")
      _ = try await Run.perform(workspace.request("2017-10"))
    }
    let quarantine = mended.url.appending(path: "quarantine").path(percentEncoded: false)
    let names = try FileManager.default.contentsOfDirectory(atPath: quarantine)
    let name = try #require(names.first { $0.hasSuffix(".rejected.csv") })
    let rejected = try String(contentsOfFile: quarantine + "/" + name, encoding: .utf8)
    try mended.drop(rejected.replacing("2017-10-39", with: "2017-10-19"), as: name)
    let report = try await Run.perform(mended.request("2017-10"))
    #expect(report.refusedRows == 0)
    let tree = try (right.publicTree(), mended.publicTree())
    let expected = try #require(tree.0["2017-10/r2/scores.json"])
    let got = try #require(report.published.first.flatMap { tree.1[$0.folder + "/scores.json"] })
    #expect(
      String(decoding: expected, as: UTF8.self)
        == String(decoding: got, as: UTF8.self).replacing("\(name):4", with: "补报.csv:4")
    )
  }

  @Test func `a draft waits for its signature`() async throws {
    let workspace = try ExampleWorkspace(
      settings: "format: tongbao.settings/1\nrelease: manual\n"
    )
    defer { workspace.remove() }
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.drafts.map(\.period) == [Period.month(year: 2017, month: 10)])
    #expect(try workspace.publicTree()["2017-10/r1/circular.html"] == nil)
    #expect(workspace.text("internal/drafts/2017-10/circular.txt") != nil)

    var request = try workspace.request("2017-10")
    request.isRelease = true
    let released = try await Run.perform(request)
    #expect(released.published.map(\.folder) == ["2017-10/r1"])
    #expect(workspace.text("internal/drafts/2017-10/circular.txt") == nil)
    try await workspace.expectProof(of: 1)
  }

  @Test func `what was signed comes out, or nothing`() async throws {
    let workspace = try ExampleWorkspace(
      settings: "format: tongbao.settings/1\nrelease: manual\n"
    )
    defer { workspace.remove() }
    var request = try workspace.request("2017-10")
    request.isRelease = true
    await #expect(throws: PipelineFailure.self) { try await Run.perform(request) }
    #expect(try workspace.publicTree()["2017-10/r1/circular.html"] == nil)

    _ = try await Run.perform(workspace.request("2017-10"))
    let signed = workspace.text("internal/drafts/2017-10/scores.json")
    let late = """
      单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级
      X90,2017-10-19,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般

      """
    try Data(late.utf8).write(to: workspace.url.appending(path: "inbox/补报.csv"))
    let released = try await Run.perform(request)
    #expect(released.published.map(\.folder) == ["2017-10/r1"])
    #expect(workspace.text("public/2017-10/r1/scores.json") == signed)
    #expect(workspace.text("inbox/补报.csv") != nil)
    try await workspace.expectProof(of: 1)
  }

  @Test func `a scheme changed after the signature keeps the draft back`() async throws {
    let workspace = try ExampleWorkspace(
      settings: "format: tongbao.settings/1\nrelease: manual\n"
    )
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let scheme = try #require(workspace.text("schemes/2017.yaml"))
    try Data(scheme.replacing("points: 0.5,", with: "points: 0.6,").utf8)
      .write(to: workspace.url.appending(path: "schemes/2017.yaml"))
    var request = try workspace.request("2017-10")
    request.isRelease = true
    let report = try await Run.perform(request)
    #expect(report.refused == [Period.month(year: 2017, month: 10)])
    #expect(report.log.counts.keys.contains { $0.code == "run.draft-changed" })
  }

  @Test
  func `an undecided year keeps no other period back and names nobody in public`() async throws {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        publish: [quarter, year]
        waivers: [{guard: shrink, period: 2017-Q4, reason: 示例}]
        """
    )
    defer { workspace.remove() }
    let open = """
      单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级
      X77,2017-12-19,甲、乙、丙,海昌街道,平安巡查,消防通道堵塞,突出

      """
    try Data(open.utf8).write(to: workspace.url.appending(path: "inbox/12月.csv"))
    let report = try await Run.perform(workspace.request(nil))
    #expect(report.refused.contains(.year(2017)))
    #expect(report.published.map(\.folder).contains("2017-Q4/r1"))
    let tree = try workspace.publicTree()
    #expect(tree["index.html"] != nil)
    let status = try #require(workspace.text("public/status.json"))
    #expect(status.contains("1 项预扣分尚未核定"))
    #expect(!status.contains("X77"))
  }

  @Test func `nothing comes out of nothing`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    try FileManager.default.removeItem(at: workspace.url.appending(path: "inbox"))
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.refused == [Period.month(year: 2017, month: 10)])
    #expect(report.log.counts.keys.contains { $0.code == "guard.no-rows" })
  }

  @Test func `an archive that lost a sheet or its journal is refused`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let request = try workspace.request("2017-10")
    _ = try await Run.perform(request)
    let before = try workspace.publicTree()
    let archive = workspace.url.appending(path: "archive")
    let journal = archive.appending(path: "journal.jsonl")
    let entries = try Data(contentsOf: journal)
    try Data().write(to: journal)
    await #expect(throws: PipelineFailure.self) { try await Run.perform(request) }
    try entries.write(to: journal)

    let sheets = archive.appending(path: "2017")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: sheets.path(percentEncoded: false)
    )
    let sheet = sheets.appending(path: try #require(names.first { $0.contains("inspections") }))
    let bytes = try Data(contentsOf: sheet)
    try FileManager.default.removeItem(at: sheet)
    await #expect(throws: PipelineFailure.self) { try await Run.perform(request) }
    try (bytes + Data("\n".utf8)).write(to: sheet)
    await #expect(throws: PipelineFailure.self) { try await Run.perform(request) }
    #expect(try workspace.publicTree() == before)
  }

  @Test func `a published page that is gone is named by the next run`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let path = "public/2017-10/r1/circular.txt"
    try FileManager.default.removeItem(at: workspace.url.appending(path: path))
    let report = try await Run.perform(workspace.request(nil))
    let missing = report.log.kept.filter { $0.kind.code == "publish.missing" }
    #expect(missing.map { $0.location?.file } == [path])
  }

  @Test func `a period that is not over is pointed out`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    var request = try workspace.request("2017-10")
    request.today = CalendarDate(dayNumber: 17_465)
    let report = try await Run.perform(request)
    #expect(report.log.counts.keys.contains { $0.code == "run.period-not-over" })
  }

  @Test func `an issue dated before its period is over, or before what it corrects, is refused`()
    async throws
  {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    var request = try workspace.request("2017-10")
    request.date = try #require(CalendarDate(iso: "2017-10-30"))
    let early = try await Run.perform(request)
    #expect(early.refused == [Period.month(year: 2017, month: 10)])
    #expect(early.log.counts.keys.contains { $0.code == "guard.period-not-over" })
    #expect(workspace.text("public/2017-10/r1/circular.html") == nil)

    request.date = try #require(CalendarDate(iso: "2017-11-06"))
    #expect(try await Run.perform(request).published.map(\.folder) == ["2017-10/r1"])
    try workspace.drop(Self.lateSheet, as: "补报.csv")
    request.date = try #require(CalendarDate(iso: "2017-11-05"))
    let back = try await Run.perform(request)
    #expect(back.log.counts.keys.contains { $0.code == "guard.dated-back" })
    #expect(workspace.text("public/2017-10/r2/circular.html") == nil)

    let waiver = "waivers: [{guard: date, period: 2017-10, reason: 领导已签发}]\n"
    try Data(("format: tongbao.settings/1\n" + waiver).utf8)
      .write(to: workspace.url.appending(path: "tongbao.yaml"))
    #expect(try await Run.perform(request).published.map(\.folder) == ["2017-10/r2"])
  }

  private static let lateSheet = """
    单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级
    X90,2017-10-19,甲、乙、丙,海昌街道,平安巡查,楼道堆物,一般

    """

  @Test func `amended rules are told in the correction`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    _ = try await Run.perform(workspace.request("2017-10"))
    let scheme = try #require(workspace.text("schemes/2017.yaml"))
    let amended = scheme.replacing("points: 0.5, dueDays: 15", with: "points: 1, dueDays: 15")
    try #require(amended != scheme)
    try Data(amended.utf8).write(to: workspace.url.appending(path: "schemes/2017.yaml"))
    let report = try await Run.perform(workspace.request("2017-10"))
    #expect(report.published.map(\.folder) == ["2017-10/r2"])
    let correction = try #require(workspace.text("public/2017-10/r2/correction.txt"))
    for part in ["考核办法或者有关设置作了修改", "考核办法修改"] {
      #expect(correction.filter { !$0.isWhitespace }.contains(part), "\(part)")
    }
    #expect(!correction.contains("没有变化，更正"))
    try await workspace.expectProof(of: 2)
  }

  @Test func `what was expected and did not come is pointed out`() async throws {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        sources:
          - {files: "月报-*.csv", expected: month}
          - {files: "inspections*", expected: month}
        """
    )
    defer { workspace.remove() }
    let report = try await Run.perform(workspace.request("2017-09"))
    let absent = report.log.kept.filter { $0.kind.code == "run.sheet-absent" }
    #expect(absent.map(\.text) == ["月报-*.csv"])
    let units = report.log.kept.filter { $0.kind.code == "run.unit-absent" }
    #expect(units.map(\.text) == ["盐官镇", "海昌街道"])
  }

  @Test func `a plain run brings out everything due, oldest first`() async throws {
    let workspace = try ExampleWorkspace(
      settings: """
        format: tongbao.settings/1
        publish: [month]
        closeAfter: 3
        waivers:
          - {guard: shrink, period: 2017-11, reason: 示例}
          - {guard: shrink, period: 2017-12, reason: 示例}
        """
    )
    defer { workspace.remove() }
    let report = try await Run.perform(workspace.request(nil))
    // What ended before the first record is not due.
    #expect(report.refused.isEmpty)
    #expect(
      report.published.map(\.folder) == ["2017-09/r1", "2017-10/r1", "2017-11/r1", "2017-12/r1"]
    )
    #expect(report.published.map(\.number).last == "海考评通报〔2018〕4号")
  }

  @Test func `two runs at once: the second is told to wait`() async throws {
    let workspace = try ExampleWorkspace()
    defer { workspace.remove() }
    let request = try workspace.request("2017-10")
    do {
      let desk = try Desk(Office(path: workspace.path))
      await #expect(throws: PipelineFailure.self) { try await Run.perform(request) }
      withExtendedLifetime(desk) {}
    }
    #expect(try await Run.perform(request).published.count == 1)
  }
}
