import Foundation
import Testing
import TongbaoConfiguration
import TongbaoFormats
import TongbaoModel

@testable import TongbaoPipeline

/// Seeded random numbers (splitmix64).
private struct Seeded {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ word >> 31) % UInt64(bound))
  }

  mutating func pick<Element>(_ values: [Element]) -> Element {
    values[next(below: values.count)]
  }
}

struct HeaderProposalTests {
  private static let scheme: Scheme? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Fixtures/diagnostics/scheme.yaml")
    let bytes = (try? Data(contentsOf: file)).map { Array($0) } ?? []
    return SchemeReader.read(bytes, file: "scheme.yaml").scheme
  }()

  /// Parts of heads, from words of the field to whatever a terminal or YAML might trip over.
  private static let parts = [
    "检查", "日期", "单位", "问题", "等级", "编号", "整改", "点位", "人员", "规上工业总产值", "镇街", ": ", "#", " #", "\"",
    "'",
    "\n", "\t", "\\", "- ", "? ", "&a", "*a", "!x", "|", ">", "%", "@", "`", "{", "}", "[", "]",
    ",", "😀", "\u{7}",
    "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "é", "\u{301}", "yes", "null", "~",
    "1", "2017",
    "/", "（亿元）", "\u{0}", "\u{FFFE}", "<<", "date", "No", " ",
  ]

  private static let values = [
    "盐官镇", "盐宫镇", "一般", "较重", "平安巡查", "2017-10-11", "12.5", "是", "A-1", "消防通道堵塞严重", "张三、李四", "",
    "a: b #c", "\"", "已完成", "\n", "\u{1B}[0m", "13812345678",
  ]

  private func proposal(
    _ bytes: [UInt8],
    name: String = "导出-2017年10月.csv",
    sheet: String? = nil,
    scheme: Scheme? = scheme
  ) async throws -> HeaderProposal {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    let input = SheetInput(
      path: file.path(percentEncoded: false),
      name: name,
      entry: SourceEntry(),
      lastDay: CalendarDate(iso: "2018-01-31") ?? CalendarDate(dayNumber: 0)
    )
    return try await HeaderProposal.make(
      input,
      sheet: sheet,
      scheme: scheme,
      hasSources: false
    )
  }

  /// Expects that the printed entry is read as the entry that is meant, and that nothing a terminal obeys is
  /// printed.
  private func expectSound(_ proposal: HeaderProposal) throws {
    for language in Language.allCases {
      let text = proposal.entryText(in: language)
      let printed = [text] + proposal.findings(in: language) + proposal.advice(in: language)
      for line in printed.joined(separator: "\n").split(separator: "\n") {
        #expect(PrintableText.clean(line) == String(line))
      }
      guard let entry = proposal.entry else {
        #expect(text.isEmpty)
        continue
      }
      let document = "format: tongbao.settings/1\nsources:\n" + text
      let reading = SettingsReader.read(Array(document.utf8), file: "tongbao.yaml")
      let kept = reading.diagnostics.kept.map { $0.message(in: .english) }
      let read = try #require(reading.settings?.sources.first, "\(kept)\n\(text)")
      #expect(read.files == entry.files)
      #expect(read.kind == entry.kind)
      #expect(read.headers == entry.headers, "\(text)")
      #expect(read.values == entry.values, "\(text)")
      #expect(read.constants == entry.constants, "\(text)")
      #expect(read.fillDown == entry.fillDown)
      #expect(read.dateFrom == entry.dateFrom)
    }
    _ = proposal.value(in: .chinese).rendered(.indented)
  }

  @Test(arguments: 0..<60)
  func `whatever stands in heads and cells, the entry is YAML that says what is meant`(
    seed: Int
  ) async throws {
    var random = Seeded(state: UInt64(seed))
    let columns = 1 + random.next(below: 14)
    var lines: [[String]] = []
    for _ in 0..<random.next(below: 3) { lines.append(["2017年10月汇总"]) }
    for _ in 0...random.next(below: 2) {
      lines.append(
        (0..<columns)
          .map { _ in
            (0...random.next(below: 3)).map { _ in random.pick(Self.parts) }.joined()
          }
      )
    }
    let kinds = (0..<columns).map { _ in random.pick(Self.values) }
    for _ in 0..<random.next(below: 12) {
      lines.append(kinds.map { random.next(below: 4) > 0 ? $0 : random.pick(Self.values) })
    }
    let text =
      lines.map { line in
        line.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }
      .joined(separator: "\n")
    let scheme = seed % 5 == 0 ? nil : Self.scheme
    try expectSound(await proposal(Array(text.utf8), scheme: scheme))
  }

  @Test(arguments: 0..<60)
  func `no bytes trap`(seed: Int) async throws {
    var random = Seeded(state: UInt64(1_000 + seed))
    let seeds: [[UInt8]] = [
      Array("编号,日期\nA,2017-10-11\n".utf8), Array("<a><b x=\"1\"/><b x=\"2\"/></a>".utf8),
      Array("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".utf8),
      [0xFF, 0xFE, 0x16, 0x53, 0x2C, 0], [],
    ]
    var bytes = random.pick(seeds)
    for _ in 0..<random.next(below: 200) {
      bytes.insert(UInt8(random.next(below: 256)), at: random.next(below: bytes.count + 1))
    }
    let name = random.pick(["a.csv", "2017.xml", "\u{202E}坏\n名.csv", "*?.txt"])
    try expectSound(await proposal(bytes, name: name))
  }

  @Test func `heads that YAML could misread are quoted, not left out`() async throws {
    let heads = ["巡查编号: #1", "\"暗访\" 时间", "所属镇街 #", "- 发现问题情形", "等级 😀"]
    let quoted = heads.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    let text = quoted.joined(separator: ",") + "\nA-1,2017-10-11,盐官镇,消防通道堵塞严重,一般\n"
    let proposal = try await proposal(Array(text.utf8))
    #expect(Set(proposal.entry?.headers.keys.map { $0 } ?? []) == Set(heads))
    try expectSound(proposal)
  }

  /// A workbook of named sheets, each a header and one row.
  private func workbook(_ sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
    let namespace = "urn:schemas-microsoft-com:office:spreadsheet"
    let body = sheets.map { sheet in
      let rows = sheet.rows.map { row in
        "<Row>" + row.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined()
          + "</Row>"
      }
      return "<Worksheet ss:Name=\"\(sheet.name)\"><Table>\(rows.joined())</Table></Worksheet>"
    }
    let text =
      "<Workbook xmlns=\"\(namespace)\" xmlns:ss=\"\(namespace)\">\(body.joined())</Workbook>"
    return Array(text.utf8)
  }

  private static let inspection = [
    ["单号", "检查日期", "镇街", "考核指标", "问题等级", "问题描述"],
    ["A-1", "2017-10-11", "盐官镇", "平安巡查", "一般", "通道堵塞"],
  ]

  @Test func `of several worksheets the one that fits is read`() async throws {
    let notes = [["说明", "备注"], ["请按实填写", "谢谢"]]
    let bytes = workbook([("填写说明", notes), ("结果: 一", Self.inspection)])
    let proposal = try await proposal(bytes, name: "x.xml")
    #expect(proposal.sheets.map(\.name) == ["填写说明", "结果: 一"])
    #expect(proposal.entry?.sheet == "结果: 一")
    #expect(proposal.trial?.counts?.accepted == 1)
    try expectSound(proposal)
  }

  @Test func `a worksheet that is asked for needs an entry, unless it is read anyway`() async throws
  {
    let bytes = workbook([("甲", Self.inspection), ("乙", Self.inspection)])
    let first = try await proposal(bytes, name: "x.xml", sheet: "甲")
    #expect(first.entry == nil)
    let second = try await proposal(bytes, name: "x.xml", sheet: "乙")
    #expect(second.entry?.sheet == "乙")
    #expect(second.trial?.counts?.accepted == 1)
    let none = try await proposal(bytes, name: "x.xml", sheet: "丙")
    #expect(none.entry == nil)
    #expect(none.log.counts.keys.map(\.code) == ["workbook.sheet-missing"])
  }
}
