import Foundation
import Testing
import TongbaoModel

@testable import TongbaoRendering

/// Golden pages and what must hold of them.
struct RendererTests {
  @Test func `the installed templates have no problems`() {
    #expect(
      Sample.templates.diagnostics.map {
        $0.message(in: .english) + ($0.location?.description ?? "")
      } == []
    )
  }

  @Test(arguments: ["october", "november", "year", "year-en"])
  func `the pages are as recorded`(month: String) throws {
    let pages = try render(month)
    let folder = Sample.root + "/Tests/Fixtures/rendering/" + month
    let isRecording = ProcessInfo.processInfo.environment["TONGBAO_RECORD"] == "1"
    if isRecording { try? FileManager.default.removeItem(atPath: folder) }
    for page in pages {
      let path = folder + "/" + page.path
      if isRecording {
        let parent = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
          atPath: parent,
          withIntermediateDirectories: true
        )
        try Data(page.bytes).write(to: URL(filePath: path))
      } else {
        let recorded = FileManager.default.contents(atPath: path) ?? Data()
        #expect(Array(recorded) == page.bytes, "\(page.path) differs from the recorded page")
      }
    }
  }

  private func render(_ month: String) throws -> [Page] {
    let templates = month == "year-en" ? Sample.english : Sample.templates
    try #require(templates.isUsable)
    let renderer = Renderer(templates: templates, mask: Sample.mask)
    guard !month.hasPrefix("year") else {
      return renderer.summary(Sample.year).pages.filter { $0.path.hasPrefix("summary.") }
    }
    let input = Sample.input(november: month == "november")
    return renderer.issue(input).pages + renderer.sheets(RendererTests.sheets, of: input)
  }

  /// A sheet of each kind: one finding that awaits the unit's word, two issues, one of them settled.
  private static let sheets = [
    UnitSheet(
      kind: .communication,
      week: .week(year: 2017, week: 42),
      unit: Ordinal(1),
      name: "changan-communication",
      items: [.init(position: 2, since: Sample.day("2017-10-20"))],
      settled: []
    ),
    UnitSheet(
      kind: .assignment,
      week: .week(year: 2017, week: 41),
      unit: Ordinal(0),
      name: "yanguan-assignment",
      items: [.init(position: 1, since: Sample.day("2017-10-16"))],
      settled: [.init(position: 0, since: Sample.day("2017-10-16"))]
    ),
  ]
}
