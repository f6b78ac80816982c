import Foundation
import Testing

/// What an office asks of the desk while cron does the work: status, withdrawals, a machine that was off.
struct DeskCommandTests {
  private static let weeks: [(day: String, unit: String, severity: String)] = (1...28)
    .map { day in
      let digits = day < 10 ? "0\(day)" : "\(day)"
      let units = ["盐官镇", "长安镇", "海昌街道"]
      return (day: "2017-10-" + digits, unit: units[day % 3], severity: "无")
    }

  private func text(_ path: String, in workspace: SmallWorkspace) -> String? {
    try? String(contentsOf: workspace.folder.appending(path: path), encoding: .utf8)
  }

  @Test func `closed streams are no other file's, and a result that cannot be printed is told`()
    throws
  {
    let workspace = try SmallWorkspace(settings: "publish: [month]\ncloseAfter: 1\n")
    defer { workspace.remove() }
    try workspace.drop("10月", rows: Self.weeks)
    let run = try Binary.shell("tongbao run --date 2017-11-06 <&- >&- 2>&-", in: workspace.folder)
    #expect(run.status == 0)
    #expect(text("public/2017-10/r1/circular.txt", in: workspace)?.contains("盐官镇") == true)
    #expect(try workspace.tongbao("verify").status == 0)
    let lost = try Binary.shell("tongbao scores --period 2017-10 >&-", in: workspace.folder)
    #expect(lost.status == 73)
    let unseen = try Binary.shell("tongbao scores --period 2017-10 2>&-", in: workspace.folder)
    #expect(unseen.status == 0 && unseen.output.contains("盐官镇"))
  }

  @Test func `after a fortnight without runs every missed period comes out as if on time`() throws {
    let settings = "publish: [week]\ncloseAfter: 1\n"
    let punctual = try SmallWorkspace(settings: settings)
    let missed = try SmallWorkspace(settings: settings)
    defer {
      punctual.remove()
      missed.remove()
    }
    for workspace in [punctual, missed] { try workspace.drop("10月", rows: Self.weeks) }
    for workspace in [punctual, missed] {
      let first = try workspace.tongbao("run", "--date", "2017-10-09", "--summary")
      #expect(first.status == 0 && first.output.contains("已发布 2017-W40/r1"), "\(first.output)")
    }
    for day in ["2017-10-16", "2017-10-23"] {
      #expect(try punctual.tongbao("run", "--date", day).status == 0)
    }
    let after = try missed.tongbao("run", "--date", "2017-10-23", "--json")
    #expect(after.status == 0)
    let issues = after.output.matches(of: /"folder": "(.+?)"/).map { String($0.output.1) }
    #expect(issues == ["2017-W41/r1", "2017-W42/r1"])
    for issue in issues {
      for name in ["scores.json", "scores.csv"] {
        let expected = try #require(text("public/\(issue)/\(name)", in: punctual))
        #expect(text("public/\(issue)/\(name)", in: missed) == expected, "\(issue)/\(name)")
      }
    }
    let numbers = after.output.matches(of: /〔2017〕(\d+)号/).map { String($0.output.1) }
    // Week 39, which ends on 1 October, took number 1.
    #expect(numbers == ["3", "4"])
  }

  @Test func `without environment and terminal a run is silent, and says one line on request`()
    throws
  {
    let workspace = try SmallWorkspace(settings: "publish: [month]\n")
    defer { workspace.remove() }
    try workspace.drop("10月", rows: Self.weeks)
    let bare = "env -i \"$(command -v tongbao)\""
    let silent = try Binary.shell("\(bare) run --date 2017-11-06", in: workspace.folder)
    #expect(silent.status == 0 && silent.output.isEmpty, "\(silent.output)")
    let summary = try Binary.shell(
      "\(bare) run --date 2017-11-06 --summary",
      in: workspace.folder
    )
    #expect(summary.output.split(separator: "\n").count == 1, "\(summary.output)")
    // As of that day; the clock alone says how long ago the run was.
    let status = try Binary.shell("\(bare) status --date 2017-11-06", in: workspace.folder)
    #expect(status.status == 0 && status.output.contains("下期"), "\(status.output)")
  }

  @Test func `status tells what waits, what is open and what comes next`() throws {
    let workspace = try SmallWorkspace(settings: "publish: [month, year]\nrelease: manual\n")
    defer { workspace.remove() }
    let never = try workspace.tongbao("status", "--date", "2017-10-01")
    #expect(never.status == 0 && never.output.contains("上次运行  无"))
    let open = (day: "2017-10-12", unit: "盐官镇", severity: "突出")
    let strange = (day: "2017-10-13", unit: "盐宫镇", severity: "无")
    try workspace.drop("10月", rows: Self.weeks + [open, strange])
    #expect(try workspace.tongbao("run", "--date", "2017-11-06").status == 3)
    try workspace.drop("11月", rows: [])
    try workspace.write("x", to: "inbox/x.part")
    try FileManager.default.createDirectory(
      at: workspace.folder.appending(path: "inbox/旧表"),
      withIntermediateDirectories: false
    )
    let status = try workspace.tongbao("status", "--date", "2017-11-20")
    for line in [
      "草稿待签发，退出码 3", "2017-10  草稿待签发", "待收 1 份，写入中 1 份；文件夹 1 个", "整份 0 份；1 份中的 1 行",
      "截至 2017-11-20：整改中 0 项，逾期 1 项，暂缓实名通报 1 项", "待签发    2017-10",
      "到期未发  2017-10", "2017-11 (2017-12-03)",
    ] {
      #expect(status.output.contains(line), "\(line)\n\(status.output)")
    }
    let earlier = try workspace.tongbao("status", "--date", "2017-11-06", "--lang", "en")
    #expect(earlier.output.contains("1 open, 0 overdue, 1 named notices withheld"))
    let json = try workspace.tongbao("status", "--date", "2017-11-20", "--json").output
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(value?["format"] as? String == "tongbao.office/1")
    #expect((value?["findings"] as? [String: Int])?["overdue"] == 1)
    #expect(value?["drafts"] as? [String] == ["2017-10"])
    let code = try #require((value?["draftCodes"] as? [String])?.first)
    #expect(status.output.contains("2017-10（校验码 \(code)）"))
    #expect(try workspace.tongbao("release", "2017-10", "--draft", "12").status == 64)
    let other = try workspace.tongbao("release", "2017-10", "--draft", "00000000")
    #expect(other.status == 4 && other.errors.contains("校验码是 \(code)，不是签发的 00000000"))
    try workspace.settle("publish: [month, year]\n")
    #expect(
      try workspace.tongbao("run", "--period", "2017-W40", "--date", "2017-11-20").status == 3
    )
    try workspace.settle("publish: [month, year]\nrelease: manual\n")
    let taken = try workspace.tongbao("release", "2017-10", "--number", "1", "--date", "2017-11-20")
    #expect(taken.status == 64 && taken.errors.contains("(2017-W40/r1)"), "\(taken.errors)")
    let released = try workspace.tongbao(
      "release",
      "2017-10",
      "--date",
      "2017-11-20",
      "--draft",
      code.uppercased()
    )
    #expect(released.status == 0 && released.output.contains("草稿校验码 \(code)"))
    #expect(released.output.contains("不收件；隔离区现有整份 0 份，未采信 1 行"))
    #expect(text("public/status.json", in: workspace)?.contains("\"quarantinedRows\": 1") == true)
  }

  @Test func `the last month is that before the date, and a time that is none dates nothing`()
    throws
  {
    let workspace = try SmallWorkspace(settings: "publish: [month]\n")
    defer { workspace.remove() }
    try workspace.drop("10月", rows: Self.weeks)
    let unclear = try Binary.run(
      ["run", "-C", workspace.folder.path(percentEncoded: false)],
      environment: ["SOURCE_DATE_EPOCH": "2017-11-06"]
    )
    #expect(unclear.status == 64 && unclear.errors.contains("SOURCE_DATE_EPOCH"))
    #expect(text("public/register.json", in: workspace) == nil)
    let ran = try workspace.tongbao("run", "--period", "last-month", "--date", "2017-11-06")
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(text("public/2017-10/r1/circular.txt", in: workspace) != nil)
  }

  @Test func `a monitor hears of runs that are missing, old, failed or refused`() throws {
    let workspace = try SmallWorkspace(settings: "publish: [month]\n")
    defer { workspace.remove() }
    func ask(at second: Int) throws -> Binary.Transcript {
      try Binary.run(
        ["status", "--max-age", "26h", "-C", workspace.folder.path(percentEncoded: false)],
        environment: ["SOURCE_DATE_EPOCH": "\(second)"]
      )
    }
    let ran = 1_520_000_000
    let never = try ask(at: ran)
    #expect(never.status == 1 && never.output == "tongbao 尚未运行过\n")
    try workspace.drop("10月", rows: Self.weeks)
    #expect(try workspace.tongbao("run", "--date", "2017-11-06").status == 0)
    let well = try ask(at: ran + 26 * 3_600)
    #expect(well.status == 0 && well.output.isEmpty && well.errors.isEmpty)
    let old = try ask(at: ran + 26 * 3_600 + 1)
    #expect(old.status == 1 && old.output == "tongbao 上次运行在 26 小时前，结果：已发布\n")
    // November holds one row after 28: the guard of shrinking refuses it.
    try workspace.drop("11月", rows: [(day: "2017-11-12", unit: "盐官镇", severity: "无")])
    #expect(try workspace.tongbao("run", "--date", "2017-12-06").status == 4)
    let refused = try ask(at: ran)
    #expect(refused.status == 1 && refused.output.contains("已拦截：本期只有 1 行记录"))
    #expect(try workspace.tongbao("status").output.contains("2017-11  已拦截  guard.shrink"))
    let english = try workspace.tongbao("status", "--lang", "en").output
    #expect(english.contains("Only 1 rows in this period") && !english.contains("本期"))
    #expect(try workspace.tongbao("status", "--max-age", "26").status == 64)
  }

  @Test func `a run that cannot begin is told by status, and so is a lost register`() throws {
    let workspace = try SmallWorkspace(settings: "publish: [month]\n")
    defer { workspace.remove() }
    try workspace.drop("10月", rows: Self.weeks)
    #expect(try workspace.tongbao("run", "--date", "2017-11-06").status == 0)
    let register = try #require(text("public/register.json", in: workspace))
    for damage in [nil, "{"] {
      let file = workspace.folder.appending(path: "public/register.json")
      try FileManager.default.removeItem(at: file)
      if let damage { try workspace.write(damage, to: "public/register.json") }
      let words = damage == nil ? "发文登记簿缺失" : "发文登记簿已损坏"
      let monitor = try workspace.tongbao("status", "--max-age", "26h")
      #expect(monitor.status == 1 && monitor.output.contains(words), "\(monitor.output)")
      let status = try workspace.tongbao("status", "--date", "2017-11-06")
      #expect(status.status == 0 && status.output.contains("登记簿    " + words), "\(status.output)")
      #expect(try workspace.tongbao("run", "--date", "2017-11-06").status == 65)
      try workspace.write(register, to: "public/register.json")
      let failed = try workspace.tongbao("status", "--max-age", "26h")
      #expect(failed.status == 1 && failed.output.contains("失败"), "\(failed.output)")
      let outcome = "\"outcome\": \"failed\""
      for path in ["internal/status.json", "public/status.json"] {
        #expect(text(path, in: workspace)?.contains(outcome) == true, "\(path)")
      }
      #expect(try workspace.tongbao("run", "--date", "2017-11-06").status == 0)
      #expect(try workspace.tongbao("status", "--max-age", "26h").status == 0)
    }
  }

  @Test func `run.no-year: a new year without a scheme is told by run and status`() throws {
    let workspace = try SmallWorkspace(settings: "publish: [month]\nguards: {shrink: 0}\n")
    defer { workspace.remove() }
    try workspace.drop("10月", rows: Self.weeks)
    let within = try workspace.tongbao("run", "--date", "2017-11-06")
    #expect(within.status == 0 && within.errors.isEmpty)
    let after = try workspace.tongbao("run", "--date", "2018-05-01")
    #expect(after.status == 0 && after.errors.contains("warning[run.no-year]"), "\(after.errors)")
    // Closing last year in the new one is what was asked for.
    let named = try workspace.tongbao("run", "--period", "2017-12", "--date", "2018-05-01")
    #expect(!named.errors.contains("run.no-year"))
    let status = try workspace.tongbao("status", "--date", "2018-05-01")
    #expect(status.status == 0 && status.output.contains("没有考核办法覆盖 2018-05-01"))
    let earlier = try workspace.tongbao("status", "--date", "2017-11-06")
    #expect(!earlier.output.contains("没有考核办法"))
  }

  @Test func `status works while a run holds the lock, and a withdrawal waits`() throws {
    let workspace = try SmallWorkspace(settings: "publish: [month]\n")
    defer { workspace.remove() }
    try workspace.drop("10月", rows: Self.weeks)
    #expect(try workspace.tongbao("run", "--date", "2017-11-06").status == 0)
    let status = try Binary.shell("flock .tongbao.lock tongbao status", in: workspace.folder)
    #expect(status.status == 0 && status.output.contains("已发布"), "\(status.output)")
    let line = "tongbao withdraw 10月.csv --reason 误报"
    let locked = try Binary.shell("flock .tongbao.lock " + line, in: workspace.folder)
    #expect(locked.status == 75, "\(locked.output)")
    let dry = try Binary.shell("flock .tongbao.lock \(line) --dry-run", in: workspace.folder)
    #expect(dry.status == 0, "\(dry.output)")
  }

  @Test func `a record that is withdrawn is corrected by the next plain run`() throws {
    let workspace = try SmallWorkspace(settings: "publish: [month]\nbaseURL: http://oa.cn/k&p\n")
    defer { workspace.remove() }
    let wrong = (day: "2017-10-30", unit: "盐官镇", severity: "一般")
    try workspace.drop("10月", rows: Self.weeks + [wrong])
    #expect(try workspace.tongbao("run", "--date", "2017-11-06").status == 0)
    let first = try #require(text("public/feed.xml", in: workspace))
    let done = try workspace.tongbao("withdraw", "10月-28", "--reason", "误报")
    #expect(done.status == 0 && done.output.contains("1 行不再计入（2017-10-30）；理由：误报"))
    #expect(done.output.contains("下次 tongbao run 重新计算：2017-10"))
    let run = try workspace.tongbao("run", "--date", "2017-11-07", "--summary")
    #expect(run.output.contains("已发布 2017-10/r2"), "\(run.output)\(run.errors)")
    #expect(try workspace.tongbao("withdraw", "10月-28", "--reason", " ").status == 64)
    let again = try workspace.tongbao("withdraw", "10月-28", "--reason", "误报")
    #expect(again.status == 0 && again.errors.contains("note[withdraw.already]"))

    // The feed: what stood in it keeps its identity, the correction comes first.
    let second = try #require(text("public/feed.xml", in: workspace))
    let ids = second.matches(of: /<id>(urn:uuid:[0-9a-f-]{36})<\/id>/).map { String($0.output.1) }
    let before = first.matches(of: /<id>(.+)<\/id>/).map { String($0.output.1) }
    #expect(ids.count == 3 && Set(ids).count == 3)
    #expect(before == [ids[0], ids[2]])
    #expect(second.contains("<title>更正：") && !first.contains("更正："))
    #expect(second.contains("<updated>2017-11-07T00:00:00Z</updated>"))
    #expect(second.contains("href=\"http://oa.cn/k&amp;p/2017-10/r2/circular.html\""))
    try workspace.settle("publish: [month]\n")
    #expect(try workspace.tongbao("run", "--date", "2017-11-08").status == 0)
    #expect(text("public/feed.xml", in: workspace) == nil)
  }
}
