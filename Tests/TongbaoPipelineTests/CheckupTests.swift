import Testing
import TongbaoModel
import TongbaoPublishing

@testable import TongbaoPipeline

/// What `tongbao doctor` makes of facts that a test cannot bring about on a real disk.
struct CheckupTests {
  private static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private static func facts(_ change: (inout FolderFacts) -> Void) -> FolderFacts {
    var facts = FolderFacts(path: "/srv/kaoping/public")
    facts.state = .folder
    facts.owner = "kaoping"
    facts.mode = 0o755
    facts.isReadable = true
    facts.isWritable = true
    facts.fileSystem = "ext4"
    facts.free = 50 << 30
    facts.size = 100 << 30
    change(&facts)
    return facts
  }

  @Test func `rights decide whether a folder serves`() {
    let good = Checkup.folder(.public, Self.facts { _ in })
    #expect(good.level == .ok && good.message.english.contains("owner kaoping, rights 755, ext4"))
    let closed = Checkup.folder(.inbox, Self.facts { $0.isReadable = false })
    #expect(closed.level == .error && closed.concern == .reading && closed.remedy != nil)
    let fixed = Checkup.folder(.public, Self.facts { $0.isWritable = false })
    #expect(fixed.level == .error && fixed.concern == .writing)
    #expect(Checkup.folder(.public, Self.facts { $0.state = .missing }).level == .ok)
    #expect(Checkup.folder(.public, Self.facts { $0.state = .unknown(13) }).level == .error)
    #expect(Checkup.folder(.public, Self.facts { $0.mode = 0o777 }).level == .warning)
    #expect(Checkup.folder(.public, Self.facts { $0.mode = 0o1777 }).level == .ok)
    #expect(Checkup.folder(.internal, Self.facts { _ in }).level == .warning)
    #expect(Checkup.folder(.internal, Self.facts { $0.mode = 0o770 }).level == .ok)
    let share = Checkup.folder(
      .public,
      Self.facts {
        $0.isLink = true
        $0.fileSystem = "cifs"
      }
    )
    #expect(share.level == .ok && share.message.chinese.hasSuffix("cifs，是符号链接，网络共享"))
    let jailed = Checkup.folder(.public, Self.facts { $0.fileSystem = "" })
    #expect(jailed.message.chinese.hasSuffix("，未知文件系统"))
    #expect(Checkup.root(Self.facts { $0.state = .missing }).first?.concern == .reading)
    #expect(Checkup.root(Self.facts { $0.isWritable = false }).first?.concern == .writing)
  }

  /// Free and all megabytes, and whether that is scarce.
  private static let spaces: [(UInt64, UInt64, Bool)] = [
    (51_200, 102_400, false), (499, 1024, true), (501, 1024, false), (4096, 102_400, true),
    (6144, 102_400, false), (0, 0, true),
  ]

  @Test(arguments: spaces)
  func `space is scarce below 500 MB or 5 %`(free: UInt64, size: UInt64, isScarce: Bool) {
    let result = Checkup.space(
      "public",
      Self.facts {
        $0.free = free << 20
        $0.size = size << 20
      }
    )
    #expect(result.level == (isScarce ? .warning : .ok))
    #expect((result.remedy != nil) == isScarce)
  }

  @Test func `years that overlap are an error, a day that none covers a warning`() {
    func window(_ year: Int, _ to: String) -> (file: String, window: DateRange) {
      let range = DateRange(from: Self.day("\(year)-01-01"), to: Self.day(to)) ?? .always
      return ("\(year).yaml", range)
    }
    let today = Self.day("2018-03-01")
    let fine = Checkup.windows(
      [window(2017, "2017-12-31"), window(2018, "2018-12-31")],
      today: today
    )
    #expect(
      fine.map(\.level) == [.ok] && fine[0].message.english == "2018-03-01 is under 2018.yaml"
    )
    let late = Checkup.windows([window(2017, "2017-12-31")], today: today)
    #expect(late.map(\.level) == [.warning] && late[0].message.english.contains("2017-12-31"))
    let both = Checkup.windows(
      [window(2017, "2018-01-31"), window(2018, "2018-12-31")],
      today: today
    )
    #expect(both.map(\.level) == [.error, .ok] && both[0].concern == .configuration)
    #expect(Checkup.windows([], today: today).isEmpty)
  }

  @Test func `a clock before the journal or an issue is pointed out`() {
    func level(_ now: Int64, _ last: Int64?, _ issued: String?) -> CheckResult.Level {
      Checkup.clock(
        now: now,
        isStated: false,
        last: last,
        issued: issued.map(Self.day),
        today: Self.day("2017-12-06")
      )
      .level
    }
    #expect(level(1000, nil, nil) == .ok)
    #expect(level(1000, 1060, "2017-12-06") == .ok)
    #expect(level(1000, 1061, nil) == .warning)
    #expect(level(1000, 900, "2017-12-07") == .warning)
  }

  @Test func `a library of another series and loose masks are warnings`() {
    let same = LibraryVersion(name: "libxml2", compiled: "2.9.14", running: "2.12.7")
    let other = LibraryVersion(name: "ICU", compiled: "72.1", running: "74.2")
    #expect(CheckResult.library(same).level == .ok)
    #expect(
      CheckResult.library(other).level == .warning && CheckResult.library(other).name == "icu"
    )
    #expect(CheckResult.umask(0o022).level == .ok && CheckResult.umask(nil).level == .ok)
    #expect(CheckResult.umask(0).level == .warning && CheckResult.umask(0o077).level == .warning)
    #expect(CheckResult.umask(0o022).message.english == "umask 022")
    #expect(CheckResult.timeZone("Asia/Shangai", isKnown: false).level == .warning)
  }
}
