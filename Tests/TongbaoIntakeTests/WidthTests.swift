import Testing
import TongbaoModel

@testable import TongbaoIntake

struct WidthTests {
  private static let known = "单号,检查日期,被检查单位,考核指标,问题等级"
  private static let row = "A1,2017-10-01,盐官镇,patrol,无"

  private func log(_ text: String) throws -> DiagnosticLog {
    let sheet = TestSheet(text)
    let batch = sheet.batch
    let (plan, log) = SheetPlan.plan(head: batch, recordNames: nil, context: sheet.context)
    let admitted = try #require(plan).admit(batch)
    #expect(admitted.counts.accepted == 1)
    return log
  }

  @Test(.timeLimit(.minutes(15)), arguments: ["未知列", "单号", ""])
  func `a header of very many columns is read in linear time`(_ name: String) throws {
    let heads = (0..<30_000).map { name == "未知列" ? "\(name)\($0)" : name }
      .joined(separator: ",")
    let cells = String(repeating: "x,", count: 30_000)
    let log = try log("\(Self.known),\(heads)\n\(Self.row),\(cells)")
    let code: DiagnosticKind =
      name.isEmpty ? .blankHeader : name == "单号" ? .repeatedHeader : .unknownHeader
    #expect(log.count(of: code) == 30_000)
  }

  @Test func `near names are sought for the first unknown heads only`() throws {
    let heads = (0..<300).map { _ in "整改限期" }.joined(separator: ",")
    let log = try log("\(Self.known),\(heads)\n\(Self.row)")
    #expect(log.count(of: .nearHeader) == 200)
  }

  @Test func `columns for the same figure have one sum`() throws {
    let heads = (0..<300).map { _ in "规上工业总产值" }.joined(separator: ",")
    let plan = try #require(TestSheet("单位名称,统计日期,\(heads)\n").plan().0)
    #expect(plan.summed.map(\.column) == [2])
  }
}
