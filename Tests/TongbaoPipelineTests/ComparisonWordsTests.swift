import Foundation
import Testing
import TongbaoFormats
import TongbaoModel

@testable import TongbaoPipeline

/// What `diff` says beside the pages.
struct ComparisonWordsTests {
  private static let templates = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "templates")

  @Test(arguments: [(Language.chinese, "zh-Hans"), (.english, "en")])
  func `states are called what the installed templates call them`(
    language: Language,
    locale: String
  ) throws {
    let file = ComparisonWordsTests.templates.appending(path: "\(locale)/words.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let states: [CaseState] = [
      .inadmissible, .withdrawn, .confirmed, .restored, .reduced, .open, .overdue,
    ]
    for state in states {
      let line = "state.\(state.rawValue): \(Bilingual.state(state)[language])"
      #expect(lines.contains { $0 == line }, "\(line)")
    }
  }

  private static func scheme() throws -> Scheme {
    try Rules(
      scheme: Rules.File(path: ExampleFixture.folder + "/scheme.yaml"),
      settings: Rules.File(name: "tongbao.yaml", bytes: [])
    )
    .scheme
  }

  private static func unit(_ id: String, _ name: String, _ aliases: String...) -> TongbaoModel.Unit
  {
    TongbaoModel.Unit(id: id, name: name, category: Ordinal(0), aliases: aliases)
  }

  private func succession(
    _ earlier: [TongbaoModel.Unit],
    _ later: [TongbaoModel.Unit]
  ) throws -> UnitSuccession {
    var (old, new) = (try ComparisonWordsTests.scheme(), try ComparisonWordsTests.scheme())
    (old.units, new.units) = (earlier, later)
    return UnitSuccession(from: old, to: new)
  }

  @Test func `a unit under another id is found by its name, or by an alias`() throws {
    let found = try succession(
      [Self.unit("a", "甲镇"), Self.unit("b", "乙镇"), Self.unit("c", "丙镇")],
      [Self.unit("c", "丙镇"), Self.unit("x", "甲镇"), Self.unit("y", "乙街道", "乙镇")]
    )
    #expect(found.former == [Ordinal(2), Ordinal(0), Ordinal(1)])
    #expect(found.renamed.map(\.former.id) == ["a", "b"])
    #expect(found.renamed.map(\.name) == ["甲镇", "乙镇"])
    #expect(found.ended.isEmpty && found.begun.isEmpty)
  }

  @Test func `two that could be meant are left apart`() throws {
    let merged = try succession(
      [Self.unit("a", "甲镇"), Self.unit("b", "乙镇")],
      [Self.unit("x", "新镇", "甲镇", "乙镇")]
    )
    #expect(merged.former == [nil])
    #expect(merged.ended == [Ordinal(0), Ordinal(1)])
    #expect(merged.begun == [Ordinal(0)])
    let split = try succession(
      [Self.unit("a", "甲镇")],
      [Self.unit("x", "甲镇"), Self.unit("y", "甲南镇", "甲镇")]
    )
    #expect(split.former == [nil, nil])
    #expect(split.renamed.isEmpty)
  }

  @Test func `the same id is the same unit whatever its name`() throws {
    let found = try succession(
      [Self.unit("a", "甲镇"), Self.unit("b", "乙镇")],
      [Self.unit("a", "乙镇"), Self.unit("b", "丙镇")]
    )
    #expect(found.former == [Ordinal(0), Ordinal(1)])
    #expect(found.renamed.isEmpty)
  }

  @Test func `units of one name are told apart by their days, or by id`() throws {
    var scheme = try ComparisonWordsTests.scheme()
    let day = try #require(CalendarDate(year: 2017, month: 7, day: 1))
    let before = try #require(DateRange(from: DateRange.always.from, to: day - 1))
    let after = try #require(DateRange(from: day, to: DateRange.always.to))
    scheme.units = [
      TongbaoModel.Unit(id: "a", name: "甲镇", category: Ordinal(0), days: before),
      TongbaoModel.Unit(id: "b", name: "甲镇", category: Ordinal(0), days: after),
      TongbaoModel.Unit(id: "c", name: "乙镇", category: Ordinal(0), days: after),
      TongbaoModel.Unit(id: "d", name: "甲镇", category: Ordinal(0)),
    ]
    let (chinese, english) = (
      ComparisonWords(scheme: scheme, language: .chinese),
      ComparisonWords(scheme: scheme, language: .english)
    )
    #expect(
      scheme.units.ordinals.map(chinese.name) == [
        "甲镇（至2017-06-30）", "甲镇（2017-07-01起）", "乙镇", "甲镇（d）",
      ]
    )
    #expect(
      scheme.units.ordinals.map(english.name) == [
        "甲镇 (until 2017-06-30)", "甲镇 (from 2017-07-01)", "乙镇", "甲镇 (d)",
      ]
    )
  }
}
