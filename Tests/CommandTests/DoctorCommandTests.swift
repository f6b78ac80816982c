import Foundation
import Testing

/// `tongbao doctor`, as a user meets it.
struct DoctorCommandTests {
  private struct Report: Decodable {
    struct Text: Decodable {
      let zh: String
      let en: String
    }
    struct Check: Decodable {
      let check: String
      let level: String
      let message: Text
      let remedy: Text?
    }
    let level: String
    let checks: [Check]

    subscript(name: String) -> Check? { checks.first { $0.check == name } }
  }

  private static func report(_ transcript: Binary.Transcript) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(transcript.output.utf8))
  }

  private static func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
  }

  @Test func `a fresh workspace is in order, and nothing is left behind`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    let before = try Self.files(below: workspace.folder)
    let answer = try workspace.tongbao("doctor", "--format", "json")
    #expect(answer.status == 0 && answer.errors.isEmpty)
    #expect(try Self.files(below: workspace.folder) == before)
    let report = try Self.report(answer)
    let wanted = [
      "program", "libxml2", "icu", "language", "umask", "workspace", "tongbao.yaml",
      "schemes/2017.yaml", "timeZone", "year", "templates", "overrides", "inbox", "archive",
      "quarantine", "internal", "public", "disk.workspace", "journal", "register", "drafts", "lock",
      "clock",
    ]
    for name in wanted { #expect(report[name] != nil, "\(name)") }
    #expect(report.checks.allSatisfy { $0.level != "error" })
    #expect(report["program"]?.message.zh.contains("tongbao 0.") == true)
    #expect(report["libxml2"]?.message.en.contains("2.") == true)
    #expect(report["public"]?.message.zh.contains("首次运行") == true)
    #expect(report["language"]?.message.zh == "LANG=zh_CN.UTF-8，提示用中文")
    // The day of the tests is in 2018, and the only scheme is that of 2017.
    #expect(report["year"]?.level == "warning" && report["year"]?.remedy != nil)
    #expect(try workspace.tongbao("doctor", "--strict").status == 1)
  }

  @Test func `a published workspace tells of its journal and its register`() async throws {
    let workspace = try await SampleWorkspace.published.value
    let before = try workspace.files()
    let chinese = try workspace.tongbao("doctor")
    #expect(chinese.status == 0)
    #expect(chinese.output.contains("正常  发文登记簿：2 件"))
    #expect(chinese.output.contains("正常  磁盘试写：public"))
    let english = try workspace.tongbao("doctor", "--lang", "en")
    #expect(english.output.contains("ok       register: 2 issues"))
    #expect(!english.output.contains(/[一-龥]/))
    #expect(try workspace.files() == before)
  }

  @Test func `a folder that is no workspace is told what it lacks`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let answer = try Binary.run(["doctor", "--format", "json"], in: scratch.url)
    #expect(answer.status == 78)
    let report = try Self.report(answer)
    #expect(report["schemes"]?.level == "error")
    #expect(report["settings"]?.level == "ok")
    #expect(report["templates"]?.level == "ok")
    let nowhere = try Binary.run(["doctor", "--workspace", "没有"], in: scratch.url)
    #expect(nowhere.status == 65)
    #expect(nowhere.output.contains("错误  工作目录：没有目录 没有"))
    #expect(nowhere.output.contains("→ 请用 --workspace"))
  }

  @Test func `wrong settings, schemes and templates are counted and placed`() throws {
    let workspace = try SmallWorkspace(settings: "publsh: [month]\n")
    defer { workspace.remove() }
    let settings = try workspace.tongbao("doctor", "--format", "json")
    #expect(settings.status == 78)
    #expect(try Self.report(settings)["tongbao.yaml"]?.message.en == "errors: 1, warnings: 0")

    try workspace.settle("")
    for folder in ["templates/zh-Hans", "templates/zh_CN"] {
      try FileManager.default.createDirectory(
        at: workspace.folder.appending(path: folder),
        withIntermediateDirectories: true
      )
    }
    try workspace.write("# {{unit}}\n\n{{ofice}}\n", to: "templates/zh-Hans/assignment.mustache")
    try workspace.write("warning.red: {x}\n", to: "templates/zh-Hans/words.txt")
    let templates = try workspace.tongbao("doctor")
    #expect(templates.status == 78)
    #expect(
      templates.output.contains(
        "templates/zh-Hans/assignment.mustache:3: error[template.unknown-name]"
      )
    )
    #expect(
      templates.output.contains(
        "templates/zh-Hans/words.txt:1: error[template.unknown-placeholder]"
      )
    )
    #expect(templates.output.contains("warning[template.without-effect]"))
    #expect(templates.output.contains("改过的模板：templates/zh-Hans/assignment.mustache"))

    try workspace.write("units: [", to: "schemes/2018.yaml")
    let scheme = try workspace.tongbao("doctor", "--format", "json")
    #expect(scheme.status == 78)
    #expect(try Self.report(scheme)["schemes/2018.yaml"]?.level == "error")
  }

  @Test func `an override that says the same as the installed file can go`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    let folder = workspace.folder.appending(path: "templates/zh-Hans")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Binary.root.appending(path: "templates/zh-Hans/circular.mustache"),
      to: folder.appending(path: "circular.mustache")
    )
    let report = try Self.report(try workspace.tongbao("doctor", "--format", "json"))
    #expect(report["overrides"]?.level == "warning")
    #expect(report["overrides"]?.remedy?.en.contains("circular.mustache") == true)
  }

  @Test func `a folder that cannot be written to ends with 73, a damaged journal with 65`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    try workspace.write("x", to: "public")
    let blocked = try workspace.tongbao("doctor", "--format", "json")
    #expect(blocked.status == 73)
    #expect(try Self.report(blocked)["public"]?.level == "error")
    try FileManager.default.removeItem(at: workspace.folder.appending(path: "public"))

    try workspace.drop("9月", rows: [(day: "2017-09-12", unit: "盐官镇", severity: "无")])
    #expect(try workspace.tongbao("run", "--period", "2017-09").status == 0)
    let journal = workspace.folder.appending(path: "archive/journal.jsonl")
    let whole = try Data(contentsOf: journal)
    try (whole + Data("{\"sequence\":".utf8)).write(to: journal)
    let torn = try workspace.tongbao("doctor", "--format", "json")
    #expect(torn.status == 0)
    #expect(try Self.report(torn)["journal"]?.level == "warning")
    try (Data("x\n".utf8) + whole).write(to: journal)
    let damaged = try workspace.tongbao("doctor", "--format", "json")
    #expect(damaged.status == 65)
    #expect(try Self.report(damaged)["journal"]?.level == "error")
    try whole.write(to: journal)

    try FileManager.default.removeItem(at: workspace.folder.appending(path: "public/register.json"))
    let lost = try workspace.tongbao("doctor", "--format", "json")
    #expect(lost.status == 65)
    #expect(try Self.report(lost)["register"]?.level == "error")
  }

  @Test func `a lock, rights for everybody and a clock that is behind are told`() throws {
    let workspace = try SmallWorkspace(settings: "timeZone: Asia/Shanghai\n")
    defer { workspace.remove() }
    try workspace.drop("9月", rows: [(day: "2017-09-12", unit: "盐官镇", severity: "无")])
    #expect(try workspace.tongbao("run", "--period", "2017-09").status == 0)
    let folder = workspace.folder.path(percentEncoded: false)
    for (name, mode) in [("public", 0o777), ("internal", 0o755)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode],
        ofItemAtPath: folder + "/" + name
      )
    }
    let answer = try Binary.shell(
      "exec 9>.tongbao.lock; flock 9; tongbao doctor --format json",
      in: workspace.folder,
      environment: ["SOURCE_DATE_EPOCH": "1510000000"]
    )
    let report = try Self.report(answer)
    #expect(answer.status == 0)
    #expect(report["lock"]?.message.en == "another run is at work")
    #expect(report["public"]?.level == "warning" && report["internal"]?.level == "warning")
    #expect(report["public"]?.remedy?.en.contains("o-w") == true)
    #expect(report["clock"]?.level == "warning")
    #expect(report["clock"]?.message.en.contains("journal") == true)
    #expect(
      try Self.report(workspace.tongbao("doctor", "--format", "json"))["lock"]?.message.en
        == "no run is at work"
    )
  }
}
