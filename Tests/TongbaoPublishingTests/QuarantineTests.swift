import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct QuarantineTests {
  private let office: SmallOffice
  private var folder: TemporaryFolder { office.folder }
  private let name = "quarantine/\(ContentDigest(of: Array("丙".utf8)).short)-rows.csv.rejected.csv"

  init() throws {
    office = try SmallOffice()
    try office.dropFirstSheets()
    try office.run()
  }

  @Test func `refused rows stand as they came, with code, message and remedy`() throws {
    let text = try #require(folder.text(name))
    let lines = text.split(separator: "\r\n")
    #expect(lines[0] == "\u{FEFF}record,unit,code,message,remedy")
    #expect(lines[1].hasPrefix("1,'=2,inbox.link,"))
  }

  @Test func `a row longer than the header keeps its cells`() {
    let row = RefusedRows.Row(row: 2, cells: ["1", "2", "3"], diagnostics: [])
    let bytes = Quarantine.table(of: RefusedRows(columns: ["a"], rows: [row]), in: .english)
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text == "a,,,code,message,remedy\r\n1,2,3,,,\r\n")
  }

  @Test func `very many columns that no row reaches are left out`() {
    let row = RefusedRows.Row(row: 2, cells: ["1"], diagnostics: [])
    let columns = (0..<30_000).map { "c\($0)" }
    let rows = RefusedRows(columns: columns, rows: Array(repeating: row, count: 100))
    let bytes = Quarantine.table(of: rows, in: .english)
    #expect(bytes.count < 150_000)
    let head = String(decoding: bytes.dropFirst(3).prefix { $0 != 0x0D }, as: UTF8.self)
    #expect(head.hasSuffix(",c999,code,message,remedy"))
  }

  @Test func `a protected number is neutralised and keeps its protection`() {
    let row = RefusedRows.Row(row: 2, cells: [#"="0012""#], diagnostics: [])
    let bytes = Quarantine.table(of: RefusedRows(columns: ["record"], rows: [row]), in: .english)
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text == "record,code,message,remedy\r\n\"'=\"\"0012\"\"\",,,\r\n")
  }

  @Test func `a row refused again has the new reasons only`() {
    let refused = RefusedRows(
      columns: ["record", "code", "message", "remedy", "team"],
      rows: [
        RefusedRows.Row(
          row: 2,
          cells: ["1", "old", "old", "old", "2", "3"],
          diagnostics: [Diagnostic(.inboxLink)]
        )
      ]
    )
    let bytes = Quarantine.table(of: refused, in: .english)
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(lines[0] == "record,team,,code,message,remedy")
    #expect(lines[1].hasPrefix("1,2,3,inbox.link,"))
  }

  @Test func `a file refused whole lies there with its reasons`() throws {
    let file = "quarantine/\(ContentDigest(of: Array("x".utf8)).short)-bad.xls"
    #expect(folder.text(file) == "x")
    #expect(folder.text(file + ".reasons.txt") == "坏")
    try folder.write("x", to: "inbox/bad.xls")
    try office.run()
    let journal = try Journal(of: Workspace(at: folder.path))
    #expect(journal.entries.filter { $0.event == .quarantined }.count == 1)
    #expect(folder.text("inbox/bad.xls") == nil)
  }

  @Test func `quarantine.changed: a file that is being mended is left alone`() throws {
    try folder.write("mended", to: name)
    let workspace = try Workspace(at: folder.path)
    var quarantine = try Quarantine(of: workspace, lock: workspace.lock())
    let sheet = try #require(try Journal(of: workspace).sheets(named: "rows.csv").first)
    let row = RefusedRows.Row(row: 3, cells: ["9"], diagnostics: [])
    try quarantine.update([(sheet, RefusedRows(columns: ["a"], rows: [row]))], in: .chinese)
    try quarantine.update([], in: .chinese)
    #expect(folder.text(name) == "mended")
    #expect(quarantine.diagnostics.map(\.kind) == [.quarantineChanged, .quarantineChanged])
  }

  @Test func `a file whose rows all count now is removed`() throws {
    let workspace = try Workspace(at: folder.path)
    var quarantine = try Quarantine(of: workspace, lock: workspace.lock())
    #expect(try quarantine.update([], in: .chinese) == 0)
    #expect(folder.text(name) == nil)
    #expect(quarantine.diagnostics.isEmpty)
  }

  @Test(arguments: ["", " (1)", " - 副本"])
  func `mended rows are known as those of their sheet`(_ suffix: String) throws {
    let file = String(name.dropFirst("quarantine/".count).dropLast(4)) + suffix + ".csv"
    try folder.write("mended", to: "inbox/" + file)
    try office.run()
    let journal = try Journal(of: Workspace(at: folder.path))
    let sheet = try #require(journal.sheets().last)
    #expect(sheet.isMended)
    #expect(sheet.originalName == "rows.csv")
    #expect(sheet.original.flatMap { journal.entry($0)?.name } == "rows.csv")
    #expect(Quarantine.fileName(of: sheet).hasSuffix("-rows.csv.rejected.csv"))
  }

  @Test func `a sheet taken back from the quarantine has its own name again`() throws {
    let file = "\(ContentDigest(of: Array("x".utf8)).short)-bad.xls"
    try folder.write("x mended", to: "inbox/" + file)
    try office.run()
    let sheets = try Journal(of: Workspace(at: folder.path)).sheets()
    let sheet = try #require(sheets.first { $0.name == file })
    // It stands where it first came: its rows are no newer for having been mended late.
    #expect(sheets.map(\.sequence) != sheets.map(\.sequence).sorted())
    #expect(sheets.map(\.order) == sheets.map(\.order).sorted() && sheet.order < sheet.sequence)
    #expect(sheet.originalName == "bad.xls")
    #expect(!sheet.isMended)
  }
}
