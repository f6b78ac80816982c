import Foundation
import Testing
import TongbaoModel
import TongbaoScoring

/// The example of the design page, made by a second implementation.
struct ExampleTests {
  @Test(arguments: ["2017-10", "2017-11"])
  func `every field of the example's scores is the same`(period: String) throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/scoring/scores-\(period).json")
    let expected = try String(contentsOf: file, encoding: .utf8)
    let (records, scheme) = (Example.records, Example.scheme)
    let assessment = try Scoring.assess(
      records,
      under: scheme,
      for: try #require(Period(period))
    )
    let text = ScoresText(records: records, scheme: scheme, assessment: assessment).text
    let lines = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
    #expect(lines.first { $0 != $1 } == nil)
    #expect(text.split(separator: "\n").count == expected.split(separator: "\n").count)
  }
}
