import Foundation
import Testing
import TongbaoModel

@testable import TongbaoPipeline

struct FiguresTests {
  @Test(arguments: ["2017-10", "2017-11"])
  func `the example's scores are those of the second implementation, byte for byte`(
    period: String
  ) async throws {
    let figures = try await ExampleFixture.figures(period)
    let file = ExampleFixture.folder + "/scores-\(period).json"
    let expected = try Data(contentsOf: URL(filePath: file))
    #expect(Data(figures.json) == expected)
  }

  @Test func `the order of sheets does not matter`() async throws {
    let figures = try await ExampleFixture.figures("2017-11")
    let turned = try await ExampleFixture.figures(
      "2017-11",
      sheets: ExampleFixture.sheets.reversed()
    )
    #expect(figures.json == turned.json)
  }

  @Test(arguments: ["2017-10", "2017-11"])
  func `a ledger with a whole case in each row gives what separate sheets give`(
    period: String
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func lines(_ name: String) throws -> [[String]] {
      try String(contentsOfFile: ExampleFixture.folder + "/\(name).csv", encoding: .utf8)
        .split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    var ledger = try lines("inspections")
    var paths = ["events", "measurements"].map { ExampleFixture.folder + "/\($0).csv" }
    for name in ["rectifications", "verifications", "appeals"] {
      var rows = try lines(name)
      let heads = rows.removeFirst()
      ledger[0] += heads.dropFirst()
      for index in ledger.indices.dropFirst() {
        // Of several follow-ups the first stands in the ledger, the others have rows of their own.
        let own = rows.firstIndex { $0[0] == ledger[index][0] }
        let blank = Array(repeating: "", count: heads.count - 1)
        ledger[index] += own.map { rows.remove(at: $0).dropFirst() } ?? blank[...]
      }
      let rest = folder.appending(path: name + ".csv")
      try text([heads] + rows).write(to: rest, atomically: true, encoding: .utf8)
      paths.append(rest.path(percentEncoded: false))
    }
    let file = folder.appending(path: "inspections.csv")
    try text(ledger).write(to: file, atomically: true, encoding: .utf8)
    paths.append(file.path(percentEncoded: false))
    let figures = try await ExampleFixture.figures(period, paths: paths)
    let separate = try await ExampleFixture.figures(period)
    #expect(figures.gathering.records.followUps.count == 8)
    #expect(figures.json == separate.json)
  }

  private func text(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  @Test func `every row of every sheet is accounted for`() async throws {
    let figures = try await ExampleFixture.figures("2017-11")
    #expect(figures.gathering.sheets.count == ExampleFixture.sheets.count)
    for sheet in figures.gathering.sheets {
      let counts = try #require(sheet.counts)
      #expect(counts.accepted + counts.refused + counts.nonRecords == counts.rows)
    }
  }

  @Test func `a follow-up without record is refused with its row`() async throws {
    let figures = try await ExampleFixture.figures("2017-11", sheets: ["rectifications.csv"])
    let sheet = try #require(figures.gathering.sheets.first)
    #expect(sheet.counts?.accepted == 0)
    let refused = try sheet.refusedRows()
    #expect(refused.rows.map(\.row) == [2, 3, 4, 5] && sheet.counts?.refused == 4)
    #expect(refused.rows.first?.cells.first == "X1")
  }

  @Test func `a period outside every scheme has no answer`() async throws {
    await #expect(throws: PipelineFailure.self) { try await ExampleFixture.figures("2019-01") }
  }

  @Test func `texts of rows are read again by place and number`() async throws {
    let figures = try await ExampleFixture.figures("2017-11")
    let records = figures.gathering.records
    let inspection = try #require(records.inspections.first { $0.record == "X3" })
    let index = try figures.gathering.texts(of: [inspection.place])
    let texts = try #require(index[inspection.place, "X3"])
    #expect(texts["finding"] == "无证作坊未清退")
    #expect(texts["site"] == "工业园区")
  }
}

extension Figures {
  /// The pieces of `scores.json` put together.
  fileprivate var json: [UInt8] {
    var bytes: [UInt8] = []
    writeJSON { bytes += $0 }
    return bytes
  }
}

/// Sheets that are larger than a chunk.
struct LargeSheetTests {
  /// Record XML of many records, the last of which has a field that no other has.
  private func xml(records: Int, last: String) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<督查>\n"
    for number in 1...records {
      text += "<记录><单号>A\(number)</单号><检查日期>2017-10-12</检查日期><检查人员>甲、乙、丙</检查人员>"
      text += "<被检查单位>盐官镇</被检查单位><考核指标>平安巡查</考核指标><问题等级>无</问题等级></记录>\n"
    }
    return text + last + "</督查>\n"
  }

  @Test func `record XML of several chunks is read whole, a field that shows up late too`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tongbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "系统导出.xml")
    let last = """
      <记录><单号>Z1</单号><检查日期>2017-10-12</检查日期><检查人员>甲、乙、丙</检查人员>\
      <被检查单位>盐官镇</被检查单位><考核指标>平安巡查</考核指标><问题等级>一般</问题等级>\
      <问题描述>消防通道堵塞</问题描述></记录>
      """
    try Data(xml(records: 30_000, last: last).utf8).write(to: file)
    let rules = try Rules(scheme: ExampleFixture.folder + "/scheme.yaml", settings: nil)
    let path = file.path(percentEncoded: false)
    let question = Question(rules: rules, files: [path], today: ExampleFixture.today)
    let gathering = try await question.gather()
    let counts = try #require(gathering.sheets.first?.counts)
    #expect(counts.rows == 30_001)
    #expect(counts.accepted == 30_001)
    #expect(gathering.records.inspections.map(\.record) == ["Z1"])
    let texts = try gathering.texts(of: [gathering.records.inspections[0].place])
    #expect(texts[gathering.records.inspections[0].place, "Z1"]?["finding"] == "消防通道堵塞")
  }
}
