import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct JournalTests {
  private static let first =
    #"{"sequence":1,"time":"2017-11-30T00:00:00Z","what":"withdrawn","record":"X1","reason":"误"}"#
  private static let second =
    #"{"sequence":2,"time":"2017-11-30T00:00:00.000000001Z","what":"withdrawn","record":"X2","reason":"误"}"#

  private func journal(_ text: String) throws -> Journal {
    try Journal(bytes: Array(text.utf8))
  }

  @Test func `lines read back as they were written`() throws {
    let journal = try journal(JournalTests.first + "\n" + JournalTests.second + "\n")
    #expect(journal.entries.map(\.record) == ["X1", "X2"])
    #expect(
      journal.entries.flatMap(\.line)
        == Array((JournalTests.first + "\n" + JournalTests.second + "\n").utf8)
    )
    #expect(!journal.isTorn)
  }

  @Test func `a last line torn anywhere is dropped, a whole one without line end is kept`() throws {
    let last = Array(JournalTests.second.utf8)
    for count in 1...last.count {
      let bytes = Array((JournalTests.first + "\n").utf8) + last.prefix(count)
      let journal = try Journal(bytes: bytes)
      #expect(journal.isTorn == (count < last.count))
      #expect(journal.entries.count == (count < last.count ? 1 : 2))
    }
  }

  @Test(arguments: [
    "x\n" + first + "\n",
    first + "\n" + first + "\n",
    second + "\n",
    first.replacing("withdrawn", with: "eaten") + "\n",
    first.replacing(#","reason":"误""#, with: "") + "\n",
    first.replacing("}", with: #","more":1}"#) + "\n",
    first.replacing("2017-11-30", with: "2017-11-31") + "\n",
    "\n" + first + "\n",
  ])
  func `archive.damaged-journal: anything else is a failure with its line`(_ text: String) {
    let failure = #expect(throws: PublishingFailure.self) { try journal(text) }
    #expect(failure?.diagnostic.kind == .archiveDamagedJournal)
  }

  @Test func `archive.torn-journal: the next line does not join a torn one`() throws {
    let office = try SmallOffice()
    try office.folder.write(JournalTests.first + "\n{\"sequ", to: "archive/journal.jsonl")
    try office.dropLateSheets()
    let diagnostics = try office.run()
    #expect(diagnostics.map(\.kind) == [.archiveTornJournal])
    #expect(try Journal(of: Workspace(at: office.folder.path)).entries.map(\.sequence) == [1, 2])
  }

  @Test func `a whole last line without line end gets one`() throws {
    let office = try SmallOffice()
    try office.folder.write(JournalTests.first, to: "archive/journal.jsonl")
    try office.dropLateSheets()
    try office.run()
    #expect(try Journal(of: Workspace(at: office.folder.path)).entries.map(\.sequence) == [1, 2])
  }

  @Test(arguments: [0, 1, 951_782_399, 1_512_000_000, -1, 4_102_444_799])
  func `a time reads back as it is written`(_ seconds: Int64) {
    let times = [Timestamp(seconds: seconds), Timestamp(seconds: seconds, nanoseconds: 7)]
    for time in times { #expect(Timestamp(time.description) == time) }
  }

  @Test func `times are printed in UTC`() {
    #expect(Timestamp(seconds: 951_782_399).description == "2000-02-28T23:59:59Z")
    #expect(Timestamp("2017-11-30T24:00:00Z") == nil)
    #expect(Timestamp("2017-11-30 00:00:00Z") == nil)
  }

  @Test func `a withdrawal keeps the days that it touches`() throws {
    let line =
      #"{"sequence":1,"time":"2017-11-30T00:00:00Z","what":"withdrawn","record":"X1","reason":"误","#
      + #""days":["2017-10-12","2017-11-02"]}"#
    let journal = try journal(line + "\n")
    #expect(journal.withdrawals().first?.days?.map(\.description) == ["2017-10-12", "2017-11-02"])
    #expect(journal.entries.flatMap(\.line) == Array((line + "\n").utf8))
    #expect(journal.withdrawals(after: 1).isEmpty)
    let older = try self.journal(JournalTests.first + "\n")
    #expect(older.withdrawals().map(\.days) == [nil])
    #expect(older.withdrawals(ofRecord: "X1", department: nil).map(\.reason) == ["误"])
    #expect(older.withdrawals(ofRecord: "X2", department: nil).isEmpty)
  }
}
