import Testing
import TongbaoConfiguration
import TongbaoModel

struct SettingsReaderTests {
  private static let full = """
    format: tongbao.settings/1
    locale: zh-Hans
    timeZone: Asia/Shanghai
    publish: [month, quarter, year]
    closeAfter: 3
    release: auto
    baseURL: http://intranet/tongbao/
    sources:
      - files: "综治办-*.csv"
        department: zongzhi
        kind: inspection
        encoding: gb18030
        delimiter: ";"
        sheet: 检查结果
        record: EstablishmentDetail
        number: {from: [检查日期, unit, 点位]}
        headers: {镇: unit, 巡查点: site}
        values: {severity: {较重: prominent}}
        constants: {indicator: cameras}
        fillDown: [unit]
        dateFrom: title
        expected: month
    guards: {shrink: 0.5, jump: 10, quarantineShare: 0.1}
    waivers: [{guard: shrink, period: 2017-02, reason: 春节假期}]

    """

  private func read(_ text: String) -> SettingsReading {
    SettingsReader.read(Array(text.utf8), file: "tongbao.yaml")
  }

  @Test func `a format line alone gives the defaults`() throws {
    let settings = try #require(read("format: tongbao.settings/1\n").settings)
    #expect(settings.timeZone == "Asia/Shanghai")
    #expect(settings.publish == [.month, .quarter, .year])
    #expect(settings.guards == Guards())
    #expect(settings.baseURL == nil)
  }

  @Test func `every setting is read`() throws {
    let reading = read(SettingsReaderTests.full)
    #expect(reading.diagnostics.places == [])
    let settings = try #require(reading.settings)
    let source = settings.source(forFile: "综治办-11月.csv")
    #expect(source.department == "zongzhi")
    #expect(source.kind == .inspection)
    #expect(source.encoding == .gb18030)
    #expect(source.delimiter == UInt8(ascii: ";"))
    #expect(source.sheet == "检查结果")
    #expect(source.record == "EstablishmentDetail")
    #expect(source.numberFrom == ["检查日期", "unit", "点位"])
    #expect(source.headers == ["镇": "unit", "巡查点": "site"])
    #expect(source.values == ["severity": ["较重": "prominent"]])
    #expect(source.constants == ["indicator": "cameras"])
    #expect(source.fillDown == ["unit"])
    #expect(source.dateFrom == .title)
    #expect(source.expected == .month)
    #expect(
      settings.waivers == [
        Waiver(guardName: "shrink", period: .month(year: 2017, month: 2), reason: "春节假期")
      ]
    )
  }

  @Test func `a column may be the day of a follow-up, which is filled down no further`() throws {
    func text(_ more: String) -> String {
      SettingsReaderTests.full.replacing("巡查点: site}", with: "验收日: rectification.date}\(more)")
        .replacing("fillDown: [unit]", with: more.isEmpty ? "fillDown: [unit]" : "")
    }
    let headers = read(text("")).settings?.sources.first?.headers
    #expect(headers == ["镇": "unit", "验收日": "rectification.date"])
    let codes = read(text("\n    fillDown: [验收日]")).diagnostics.kept.map(\.kind.code)
    #expect(codes == ["settings.unknown-field"])
  }

  @Test(arguments: [("\"\\t\"", 9), ("tab", 9), ("\",\"", 44), ("\"|\"", 124), ("semicolon", 59)])
  func `delimiters go by sign or by name`(written: String, byte: Int) throws {
    let text = SettingsReaderTests.full.replacing("delimiter: \";\"", with: "delimiter: \(written)")
    #expect(read(text).settings?.sources.first?.delimiter == UInt8(byte))
  }

  @Test(arguments: [
    ("settings.bad-locale", "zh-Hans", "⟪zh_Hans⟫"),
    ("settings.bad-locale", "zh-Hans", "⟪../en⟫"),
    ("settings.bad-time-zone", "Asia/Shanghai", "⟪Asia/Shangai⟫"),
    ("settings.bad-time-zone", "Asia/Shanghai", "⟪CST⟫"),
    ("settings.bad-time-zone", "Asia/Shanghai", "⟪GMT+8⟫"),
    ("settings.repeated-entry", "quarter, year", "quarter, ⟪month⟫"),
    ("yaml.bad-choice", "quarter, year", "quarter, ⟪day⟫"),
    ("settings.bad-address", "http://intranet/tongbao/", "⟪file:///srv⟫"),
    ("settings.bad-address", "http://intranet/tongbao/", "⟪intranet/tongbao⟫"),
    ("settings.bad-period", "2017-02", "⟪2017-13⟫"),
    ("settings.bad-delimiter", "\";\"", "⟪a⟫"),
    ("settings.bad-delimiter", "\";\"", "⟪\"；\"⟫"),
    ("yaml.bad-choice", "gb18030", "⟪big5⟫"),
    ("settings.unknown-field", "镇: unit", "镇: ⟪untt⟫"),
    ("settings.unknown-field", "{indicator: cameras}", "{⟪indicators⟫: cameras}"),
    ("settings.unknown-field", "{severity: {", "{⟪severities⟫: {"),
    ("settings.unknown-field", "fillDown: [unit]", "fillDown: [⟪镇街⟫]"),
    ("settings.empty-number", "[检查日期, unit, 点位]", "⟪[]⟫"),
    ("yaml.wrong-type", "[检查日期, unit, 点位]", "⟪检查日期⟫"),
    ("yaml.wrong-type", "{from: [检查日期, unit, 点位]}", "⟪[检查日期, 点位]⟫"),
    ("settings.source-without-files", "- files: \"综治办-*.csv\"\n    department", "- ⟪department⟫"),
    ("yaml.bad-choice", "guard: shrink", "guard: ⟪shrinks⟫"),
    ("yaml.missing-key", ", reason: 春节假期", ""),
    ("yaml.out-of-range", "shrink: 0.5", "shrink: ⟪5⟫"),
    ("yaml.out-of-range", "closeAfter: 3", "closeAfter: ⟪-1⟫"),
    ("yaml.unknown-key", "closeAfter", "⟪closeafter⟫"),
    ("yaml.wrong-format", "tongbao.settings/1", "⟪tongbao.scheme/1⟫"),
  ])
  func `one fault is said once, at its place`(code: String, original: String, change: String) {
    let marked = MarkedText(
      SettingsReaderTests.full.replacing(original, with: change, maxReplacements: 1)
    )
    let reading = read(marked.text)
    let place = change.isEmpty ? "24:11" : "\(marked.line):\(marked.column)"
    #expect(reading.diagnostics.places == ["\(code)@\(place)"])
    for diagnostic in reading.diagnostics.kept {
      #expect(!diagnostic.message(in: .chinese).contains("{"))
      #expect(!diagnostic.remedy(in: .english).contains("{"))
    }
    #expect((reading.settings == nil) == (reading.diagnostics.count(of: .error) > 0))
  }

  @Test func `departments of sources are looked up in the scheme`() throws {
    let scheme = try #require(
      SchemeReader.read(Array(SampleSchemes.full.utf8), file: "scheme.yaml").scheme
    )
    let text = SettingsReaderTests.full.replacing("department: zongzhi", with: "department: zongzi")
    let good = read(SettingsReaderTests.full)
    let bad = read(text)
    #expect(good.settings?.check(against: scheme, positions: good.positions).isEmpty == true)
    let found = bad.settings?.check(against: scheme, positions: bad.positions) ?? []
    #expect(found.map(\.kind.code) == ["settings.unknown-department"])
    #expect(found.first?.location?.line == 10)
    #expect(found.first?.message(in: .english).hasSuffix("did you mean “zongzhi”?") == true)
  }

  @Test(arguments: ["waivers", "publish"])
  func `an entry of sources in another list is one error that says where it belongs`(list: String) {
    let text = """
      format: tongbao.settings/1
      sources: []
      \(list):
        - files: "综治办-*"
          kind: inspection
          headers: {镇: unit}
          constants: {indicator: cameras}

      """
    let reading = read(text)
    #expect(reading.diagnostics.places == ["settings.misplaced-source@4:5"])
    #expect(reading.diagnostics.kept.first?.remedy(in: .chinese).contains("sources:") == true)
  }

  @Test func `an unknown field is answered with the fields of the entry's kind, or of all`() throws
  {
    func remedy(_ kind: String) throws -> String {
      let text = "format: tongbao.settings/1\nsources: [{files: a, \(kind)headers: {镇: untt}}]\n"
      return try #require(read(text).diagnostics.kept.first).remedy(in: .chinese)
    }
    let own = try remedy("kind: recheck, ")
    #expect(own.contains("consistent 抽查结果") && !own.contains("severity"))
    let all = try remedy("")
    #expect(all.contains("consistent 抽查结果") && all.contains("severity 问题等级"))
  }

  @Test(arguments: [
    ("sources：\n  - files: a\n", "2:8"),
    ("sources:\n  - files: a\n    kind：event\n    sheet: b\n", "4:9"),
    ("sources:\n  - files: a\n    headers:\n      镇：unit\n", "5:7"),
    ("sources:\n  - files: a\n    headers: {镇：unit}\n", "4:15"),
    ("sources:\n  - files: a\n    headers:\n      镇: unit\n      日：date\n", "6:8"),
  ])
  func `a full-width colon is said where it stands`(lines: String, place: String) {
    let reading = read("format: tongbao.settings/1\n" + lines)
    #expect(reading.diagnostics.places == ["yaml.full-width-colon@\(place)"])
  }

  @Test func `a full-width colon within a text is none of a key`() {
    let text = "format: tongbao.settings/1\nsources:\n  - files: 一：二\n    headers: {镇：街: unit}\n"
    #expect(read(text).diagnostics.places.isEmpty)
  }
}
