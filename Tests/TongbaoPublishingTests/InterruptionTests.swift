import Glibc
import Synchronization
import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct InterruptionTests {
  /// The tree after both runs, nothing disturbed, and how many changes each made.
  private func undisturbed() throws -> (tree: [String: [UInt8]], first: Int, second: Int) {
    let office = try SmallOffice()
    try office.dropFirstSheets()
    let first = FaultPlan()
    try office.run(on: Disk(faults: first))
    try office.dropLateSheets()
    let second = FaultPlan()
    try office.run(on: Disk(faults: second), withdrawing: "named.csv")
    let tree = try office.folder.tree().mapValues { Array($0) }
    return (tree, first.performed, second.performed)
  }

  private func stopped(
    at turn: Int,
    _ fault: FaultPlan.Fault,
    inSecondRun: Bool,
    isLasting: Bool = false
  ) throws -> (tree: [String: [UInt8]], complaints: [String]) {
    let office = try SmallOffice()
    let disk = Disk(faults: FaultPlan(at: turn, fault, isLasting: isLasting))
    try office.dropFirstSheets()
    if !inSecondRun { _ = try? office.run(on: disk) }
    var complaints = office.complaints()
    try office.run()
    try office.dropLateSheets()
    if inSecondRun {
      _ = try? office.run(on: disk, withdrawing: "named.csv")
      complaints += office.complaints()
    }
    try office.run(withdrawing: "named.csv")
    complaints += office.complaints()
    return (try office.folder.tree().mapValues { Array($0) }, complaints)
  }

  @Test(arguments: [FaultPlan.Fault.kill, .tear, .failure(ENOSPC), .failure(EIO)], [false, true])
  func `stopped or failed at any change, the next run ends with the same tree`(
    _ fault: FaultPlan.Fault,
    _ inSecondRun: Bool
  ) throws {
    let expected = try undisturbed()
    for turn in 1...(inSecondRun ? expected.second : expected.first) {
      let actual = try stopped(at: turn, fault, inSecondRun: inSecondRun)
      #expect(actual.complaints == [], "turn \(turn)")
      let differing = Set(actual.tree.keys).union(expected.tree.keys)
        .filter {
          actual.tree[$0] != expected.tree[$0]
        }
      #expect(differing.sorted() == [], "turn \(turn)")
      if !differing.isEmpty { return }
    }
  }

  @Test func `a disk that stays full changes nothing that readers have`() throws {
    let expected = try undisturbed()
    for turn in stride(from: 1, through: expected.second, by: 3) {
      let actual = try stopped(
        at: turn,
        .failure(ENOSPC),
        inSecondRun: true,
        isLasting: true
      )
      #expect(actual.complaints == [], "turn \(turn)")
      #expect(actual.tree == expected.tree, "turn \(turn)")
    }
  }

  @Test func `a reader who looks at every step finds each file whole and every link resolving`()
    throws
  {
    let office = try SmallOffice()
    let found = Mutex<[String]>([])
    let disk = Disk(
      faults: FaultPlan(watch: { operation in
        guard operation.isChange else { return }
        let complaints = office.complaints()
        found.withLock { $0 += complaints }
      })
    )
    try office.dropFirstSheets()
    try office.run(on: disk)
    try office.dropLateSheets()
    try office.run(on: disk, withdrawing: "named.csv")
    #expect(found.withLock { $0 } == [])
  }

  @Test func `a share on another file system is written by copies`() throws {
    let expected = try undisturbed()
    let office = try SmallOffice()
    let apart = Disk(
      faults: FaultPlan(at: 1, .failure(EXDEV), isLasting: true, concerns: { $0 == .move })
    )
    try office.dropFirstSheets()
    try office.run(on: apart)
    try office.dropLateSheets()
    try office.run(on: apart, withdrawing: "named.csv")
    #expect(try office.folder.tree().mapValues { Array($0) } == expected.tree)
  }
}
