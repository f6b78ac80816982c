import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPipeline

struct NewOfficeTests {
  @Test(arguments: [
    ("/srv/kaoping", "/srv/kaoping", "/srv/kaoping"),
    ("/srv/考评 室", "'/srv/考评 室'", "\"/srv/考评 室\""),
    ("/a'b%c", #"'/a'\''b\%c'"#, #""/a'b%%c""#),
    (#"/a"b\c"#, #"'/a"b\c'"#, #""/a\"b\\c""#),
    ("/a$b", "'/a$b'", "/a$b"),
  ])
  func `paths are written as cron and systemd read them`(path: String, cron: String, unit: String) {
    #expect(CommandText.cron(path) == cron)
    #expect(CommandText.unit(path) == unit)
    #expect(CommandText.execution(path) == unit.replacing("$", with: "$$"))
  }

  @Test func `init.no-templates: without its files no workspace is made`() {
    let office = NewOffice(
      path: "/nowhere/x",
      today: ExampleFixture.today,
      program: "/usr/bin/tongbao",
      user: nil,
      templates: []
    )
    let failure = #expect(throws: PipelineFailure.self) { try office.make(isDryRun: false) }
    #expect(failure?.diagnostics.first?.kind.code == "init.no-templates")
    #expect(failure?.exitStatus == .badConfiguration)
  }

  /// January has no month that is over, and its days must not lie in the future.
  @Test(arguments: ["2026-01-01", "2026-01-20", "2026-03-01", "2026-12-31", "2028-02-29"])
  func `the workspace of any day passes check and shows a circular`(day: String) async throws {
    let today = try #require(CalendarDate(iso: day))
    let url = FileManager.default.temporaryDirectory.appending(path: "tongbao-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let path = url.path(percentEncoded: false)
    let files = try NewOffice(
      path: path,
      today: today,
      program: "/usr/bin/tongbao",
      user: "kaoping",
      templates: ExampleFixture.templates
    )
    .make(isDryRun: false)
    for file in files where !file.hasSuffix("/") {
      let text = try String(contentsOf: url.appending(path: file), encoding: .utf8)
      #expect(text.firstMatch(of: /@[a-z]+[a-z0-9-]*@/) == nil, "\(file)")
    }
    let scheme = try Rules.File(path: path + "/schemes/\(today.year).yaml")
    #expect(Rules.checkScheme(scheme).isEmpty)
    let office = try Office(path: path)
    #expect(office.years.allSatisfy { $0.log.isEmpty })
    let sheets = files.filter { $0.hasPrefix("示例/") }.map { path + "/" + $0 }
    let checked = try await SheetCheck(Question(office, files: sheets, today: today))
    #expect(checked.log.isEmpty)
    #expect(checked.sheets.allSatisfy { $0.counts?.refused == 0 })
  }
}
