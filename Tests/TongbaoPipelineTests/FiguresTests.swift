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
    #expect(sheet.refused.rows.map(\.row) == [2, 3, 4, 5])
    #expect(sheet.refused.rows.first?.cells.first == "X1")
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
