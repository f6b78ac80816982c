import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct QuarantinedFileTests {
  @Test(arguments: [
    ("", 0), ("a,b\r\n", 0), ("a,b\r\n1,2\r\n", 1), ("a,b\n1,2", 1), ("a\n\"x\ny\"\n2\n", 2),
    ("a\n\"x\"\"\n\"\n", 1), ("a\n\n1\n", 1),
  ])
  func `rows are counted as CSV has them`(text: String, rows: Int) {
    #expect(QuarantinedFile.rows(Array(text.utf8)) == rows)
  }

  @Test
  func `files of rows and whole files are told apart, with the day on which they came`() throws {
    let office = try SmallOffice()
    try office.dropFirstSheets()
    try office.run()
    let workspace = try Workspace(at: office.folder.path)
    let files = try workspace.quarantined(knownTo: Journal(of: workspace))
    #expect(files.count == 2)
    #expect(files.first { $0.name.hasSuffix("bad.xls") }?.rows == .some(nil))
    #expect(files.first { $0.name.hasSuffix(".rejected.csv") }?.rows == 1)
    #expect(files.allSatisfy { $0.since == SmallOffice.time })
  }
}
