import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct JournalTests {
  private static let first =
    #"{"sequence":1,"time":"2017-11-30T00:00:00Z","what":"withdrawn","record":"X1","reason":"误"}"#
  private static let second =
    #"{"sequence":2,"time":"2017-11-30T00:00:00.000000001Z","what":"withdrawn","record":"X2","reason":"误"}"#

  /// The entries as we write them: each line with its seal.
  private static func sealed(_ entries: String...) throws -> String {
    var journal = Journal()
    var lines: [UInt8] = []
    for entry in entries {
      lines += journal.append(try #require(JournalEntry(json: Array(entry.utf8))))
    }
    return String(decoding: lines, as: UTF8.self)
  }

  private func journal(_ text: String) throws -> Journal {
    try Journal(bytes: Array(text.utf8))
  }

  @Test func `lines read back as they were written`() throws {
    let text = try Self.sealed(Self.first, Self.second)
    let journal = try journal(text)
    #expect(journal.entries.map(\.record) == ["X1", "X2"])
    #expect(journal.entries.map(\.json) == [Array(Self.first.utf8), Array(Self.second.utf8)])
    #expect(!journal.isTorn)
    // The seal as anyone can compute it: printf '%s' LINE-BEFORE-ITS-SEAL | sha256sum.
    #expect(text.hasPrefix(Self.first.dropLast() + #","seal":"3368c16631bdbe79"}"# + "\n"))
  }

  @Test func `a last line torn anywhere is dropped, a whole one without line end is kept`() throws {
    let whole = Array(try Self.sealed(Self.first, Self.second).utf8)
    let firstEnd = try #require(whole.firstIndex(of: 0x0A))
    for count in (firstEnd + 2)..<whole.count {
      let journal = try Journal(bytes: Array(whole.prefix(count)))
      #expect(journal.isTorn == (count < whole.count - 1))
      #expect(journal.entries.count == (count < whole.count - 1 ? 1 : 2))
    }
  }

  @Test func `any bit changed anywhere is a failure that names the line`() throws {
    let whole = Array(try Self.sealed(Self.first, Self.second).utf8)
    let firstEnd = try #require(whole.firstIndex(of: 0x0A))
    for index in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[index] ^= 1 << bit
        let failure = #expect(throws: PublishingFailure.self, "byte \(index), bit \(bit)") {
          try Journal(bytes: bytes)
        }
        guard case .damagedJournal(let line, _) = failure else {
          Issue.record("byte \(index), bit \(bit): \(String(describing: failure))")
          continue
        }
        #expect(line == (index <= firstEnd ? 1 : 2), "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `archive.damaged-journal: anything else is a failure with its line`() throws {
    let first = try Self.sealed(Self.first)
    let both = try Self.sealed(Self.first, Self.second)
    let second = String(both.dropFirst(first.count))
    for text in [
      "x\n" + first, first + first, second + first, second, "\n" + first,
      Self.first + "\n",
      first.replacing("3368c16631bdbe79", with: "3368C16631BDBE79"),
    ] {
      let failure = #expect(throws: PublishingFailure.self, "\(text)") { try journal(text) }
      #expect(failure?.diagnostic.kind == .archiveDamagedJournal)
    }
  }

  @Test(arguments: [
    first.replacing("withdrawn", with: "eaten"),
    first.replacing(#","reason":"误""#, with: ""),
    first.replacing("}", with: #","more":1}"#),
    first.replacing("2017-11-30", with: "2017-11-31"),
  ])
  func `an entry that we do not write is none`(_ text: String) {
    #expect(JournalEntry(json: Array(text.utf8)) == nil)
  }

  @Test func `archive.torn-journal: the next line does not join a torn one`() throws {
    let office = try SmallOffice()
    let line = try Self.sealed(Self.first)
    try office.folder.write(line + "{\"sequ", to: "archive/journal.jsonl")
    try office.dropLateSheets()
    let diagnostics = try office.run()
    #expect(diagnostics.map(\.kind) == [.archiveTornJournal])
    #expect(try Journal(of: Workspace(at: office.folder.path)).entries.map(\.sequence) == [1, 2])
  }

  @Test func `a whole last line without line end gets one`() throws {
    let office = try SmallOffice()
    let line = try Self.sealed(Self.first).dropLast()
    try office.folder.write(String(line), to: "archive/journal.jsonl")
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
    let entry =
      #"{"sequence":1,"time":"2017-11-30T00:00:00Z","what":"withdrawn","record":"X1","reason":"误","#
      + #""days":["2017-10-12","2017-11-02"]}"#
    let journal = try journal(Self.sealed(entry))
    #expect(journal.withdrawals().first?.days?.map(\.description) == ["2017-10-12", "2017-11-02"])
    #expect(journal.entries.map(\.json) == [Array(entry.utf8)])
    #expect(journal.withdrawals(after: 1).isEmpty)
    let older = try self.journal(Self.sealed(Self.first))
    #expect(older.withdrawals().map(\.days) == [nil])
    #expect(older.withdrawals(ofRecord: "X1", department: nil).map(\.reason) == ["误"])
    #expect(older.withdrawals(ofRecord: "X2", department: nil).isEmpty)
  }
}
