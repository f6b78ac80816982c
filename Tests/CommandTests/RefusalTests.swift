import Foundation
import Testing

/// What the program refuses, as a user meets it: exit codes, reasons, and an old issue that stays.
struct RefusalTests {
  private static let september = (1...9).map { (day: "2017-09-0\($0)", unit: "长安镇", severity: "无") }

  @Test func `rows that shrink hold an issue back until that is waived`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    try workspace.drop("9月", rows: Self.september)
    try workspace.drop("10月", rows: [(day: "2017-10-12", unit: "盐官镇", severity: "无")])
    #expect(try workspace.tongbao("run", "--period", "2017-09").status == 0)
    let refused = try workspace.tongbao("run", "--period", "2017-10", "--summary")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("[guard.shrink]"))
    #expect(refused.output.contains("已拦截 2017-10"))
    #expect(!workspace.holdsIssue(of: "2017-10"))

    try workspace.settle("waivers: [{guard: shrink, period: 2017-10, reason: 国庆假期}]\n")
    let waived = try workspace.tongbao("run", "--period", "2017-10", "--json")
    #expect(waived.status == 0)
    #expect(waived.output.contains("\"run.waived\""))
    #expect(waived.output.contains("国庆假期"))
    #expect(workspace.holdsIssue(of: "2017-10"))
  }

  @Test func `a total that jumps holds an issue back`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    try workspace.drop("9月", rows: Self.september)
    try workspace.drop(
      "10月",
      rows: (10...19).map { (day: "2017-10-\($0)", unit: "盐官镇", severity: "突出") }
    )
    #expect(try workspace.tongbao("run", "--period", "2017-09").status == 0)
    let refused = try workspace.tongbao("run", "--period", "2017-10")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("[guard.jump]"))
    #expect(refused.errors.contains("盐官镇"))
    #expect(!workspace.holdsIssue(of: "2017-10"))
  }

  @Test func `too many refused rows hold an issue back`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    let strange = (day: "2017-09-12", unit: "盐宫镇", severity: "无")
    try workspace.drop("9月", rows: Self.september + [strange, strange])
    let refused = try workspace.tongbao("run", "--period", "2017-09")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("[guard.quarantine-share]"))
    #expect(!workspace.holdsIssue(of: "2017-09"))
  }

  @Test func `what cannot be answered says why`() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.remove() }
    let answers = [
      "run.no-scheme": try workspace.tongbao("scores", "--period", "2019-10"),
      "run.unknown-unit": try workspace.tongbao("explain", "某镇", "--period", "2017-10"),
      "run.unknown-indicator": try workspace.tongbao(
        "explain",
        "盐官镇",
        "某指标",
        "--period",
        "2017-10"
      ),
      "run.needs-scheme": try Binary.run(
        ["scores", "--period", "2017-10"],
        in: workspace.folder.appending(path: "inbox")
      ),
      "file.cannot-read": try workspace.tongbao("check", "没有.csv"),
    ]
    for (code, answer) in answers {
      #expect(answer.errors.contains("[\(code)]") || answer.output.contains("[\(code)]"), "\(code)")
      #expect(answer.status == (code == "file.cannot-read" ? 65 : 64), "\(code)")
    }
    try workspace.write(
      String(contentsOf: workspace.folder.appending(path: "schemes/2017.yaml"), encoding: .utf8),
      to: "schemes/2017-copy.yaml"
    )
    let overlap = try workspace.tongbao("scores", "--period", "2017-10")
    #expect(overlap.errors.contains("[run.schemes-overlap]"))
    #expect(overlap.status == 78)
  }
}
