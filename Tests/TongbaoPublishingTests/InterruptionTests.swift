import Glibc
import Synchronization
import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct InterruptionTests {
  /// The tree after both runs, nothing disturbed, and how many changes the second made.
  private func undisturbed() throws -> (tree: [String: [UInt8]], changes: Int) {
    let office = try SmallOffice()
    try office.dropFirstSheets()
    try office.run()
    try office.dropLateSheets()
    let second = FaultPlan()
    try office.run(on: Disk(faults: second), withdrawing: "named.csv")
    let tree = try office.folder.tree().mapValues { Array($0) }
    return (tree, second.performed)
  }

  /// A run stopped or failed at one operation, then the same runs undisturbed.
  private func stopped(
    _ plan: FaultPlan,
    inSecondRun: Bool
  ) throws -> (tree: [String: [UInt8]], complaints: [String]) {
    let office = try SmallOffice()
    let disk = Disk(faults: plan)
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

  /// What is done to which operations.
  enum Trial: CaseIterable {
    case killedAtChange
    case tornAtWrite
    case fullAtWrite
    case brokenAtName
    case brokenAtRead

    var fault: FaultPlan.Fault {
      switch self {
      case .killedAtChange: .kill
      case .tornAtWrite: .tear
      case .fullAtWrite: .failure(ENOSPC)
      case .brokenAtName, .brokenAtRead: .failure(EIO)
      }
    }

    /// A sheet that cannot be read is passed over, and counts later.
    func isAbout(_ path: String) -> Bool {
      self != .brokenAtRead || !path.contains("/inbox/")
    }

    func concerns(_ operation: DiskOperation) -> Bool {
      switch self {
      case .killedAtChange: operation.isChange
      case .tornAtWrite: operation == .write
      case .fullAtWrite: [.create, .write, .makeFolder].contains(operation)
      case .brokenAtName: [.sync, .rename, .move, .remove, .truncate].contains(operation)
      case .brokenAtRead: !operation.isChange
      }
    }
  }

  @Test(arguments: Trial.allCases, [false, true])
  func `stopped or failed at any operation, the next run ends with the same tree`(
    _ trial: Trial,
    _ inSecondRun: Bool
  ) throws {
    let expected = try undisturbed().tree
    // Reads are many and alike.
    let step = trial == .brokenAtRead ? 5 : 1
    var turn = 1
    while true {
      let plan = FaultPlan(
        at: turn,
        trial.fault,
        concerns: trial.concerns,
        isAbout: trial.isAbout
      )
      let actual = try stopped(plan, inSecondRun: inSecondRun)
      guard plan.performed >= turn else { break }
      let differing = Set(actual.tree.keys).union(expected.keys)
        .filter {
          actual.tree[$0] != expected[$0]
        }
      #expect(actual.complaints == [], "turn \(turn)")
      #expect(differing.sorted() == [], "turn \(turn)")
      turn += step
    }
    #expect(turn > 5)
  }

  @Test func `a disk that stays full changes nothing that readers have`() throws {
    let expected = try undisturbed()
    for turn in stride(from: 1, through: expected.changes, by: 3) {
      let plan = FaultPlan(at: turn, .failure(ENOSPC), isLasting: true)
      let actual = try stopped(plan, inSecondRun: true)
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
