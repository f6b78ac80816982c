import Foundation
import Testing
import TongbaoModel
import TongbaoPublishing

@testable import TongbaoPipeline

struct SpotCheckListTests {
  private static let head = "单号,检查日期,检查人员,被检查单位,考核指标,问题描述,问题等级\n"

  /// Visits and findings of two departments.
  private static let rows =
    (1...60).map { "V\($0),2017-10-\($0 % 20 + 10),甲、乙、丙,盐官镇,平安巡查,,无\n" }.joined()
    + (1...30).map { "C\($0),2017-10-12,甲、乙、丙,长安镇,低小散整治,堆放杂物\($0)处,一般\n" }.joined()
    + "X1,2017-11-02,甲、乙、丙,长安镇,平安巡查,,无\n"

  /// The rules of the example with a rate.
  private static func rules() throws -> Rules {
    let path = ExampleFixture.root.appending(path: "Tests/Fixtures/diagnostics/scheme.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    return try Rules(
      scheme: Rules.File(
        name: "scheme.yaml",
        bytes: Array((text + "\nspotCheck: {rate: 0.05, threshold: 0.95}\n").utf8)
      ),
      settings: Rules.File(name: "tongbao.yaml", bytes: [])
    )
  }

  private func gather(_ files: [String]) async throws -> (Rules, Gathering) {
    let rules = try Self.rules()
    let question = Question(rules: rules, files: files, today: ExampleFixture.today)
    return (rules, try await question.gather())
  }

  private func list(
    _ file: URL,
    department: String? = nil,
    change: () throws -> Void = {}
  ) async throws -> SpotCheckList {
    let (rules, gathering) = try await gather([file.path(percentEncoded: false)])
    try change()
    return try SpotCheckList(
      gathering,
      under: rules,
      for: try #require(Period("2017-10")),
      asOf: nil,
      seed: "种子",
      department: department
    )
  }

  private func file(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    return file
  }

  /// The records of a list by department, as its JSON has them.
  private func drawn(_ list: SpotCheckList) throws -> [String: [String]] {
    let document = try JSONSerialization.jsonObject(with: Data(list.json)) as? [String: Any]
    let departments = try #require(document?["departments"] as? [[String: Any]])
    var drawn: [String: [String]] = [:]
    for department in departments {
      let entries = department["drawn"] as? [[String: Any]] ?? []
      drawn[department["id"] as? String ?? ""] = entries.compactMap { $0["record"] as? String }
    }
    return drawn
  }

  @Test func `of each department those with the smallest digests are drawn, visits too`()
    async throws
  {
    let file = try file(Self.head + Self.rows)
    defer { try? FileManager.default.removeItem(at: file) }
    func smallest(_ records: [String], _ count: Int) -> [String] {
      records.sorted {
        let (left, right) = (
          ContentDigest(of: Array("种子|\($0)".utf8)), ContentDigest(of: Array("种子|\($1)".utf8))
        )
        return left.hex < right.hex
      }
      .prefix(count).map { $0 }
    }
    let expected = [
      "zongzhi": smallest((1...60).map { "V\($0)" }, 3),
      "jingxin": smallest((1...30).map { "C\($0)" }, 2),
    ]
    #expect(try drawn(try await list(file)) == expected)
    let one = try await list(file, department: "市经信局")
    #expect(try drawn(one) == ["jingxin": expected["jingxin"] ?? []])
    let text = one.text(in: .chinese)
    #expect(text.contains("市经信局：30 条中抽 2 条"))
    #expect(text.contains("printf %s '种子|"))
  }

  @Test func `the list filled in is a sheet of rechecks`() async throws {
    let file = try file(Self.head + Self.rows)
    defer { try? FileManager.default.removeItem(at: file) }
    let blank = String(decoding: try await list(file).csv, as: UTF8.self)
    let filled = blank.replacingOccurrences(of: ",,,\r\n", with: ",2017-11-10,一致,丁\r\n")
    let sheet = try self.file(filled)
    defer { try? FileManager.default.removeItem(at: sheet) }
    let (_, gathering) = try await gather([file, sheet].map { $0.path(percentEncoded: false) })
    #expect(gathering.log.count(of: Severity.error) == 0)
    #expect(gathering.records.followUps.count == 5)
  }

  @Test func `a sheet that changes between its readings draws nothing`() async throws {
    let file = try file(Self.head + Self.rows)
    defer { try? FileManager.default.removeItem(at: file) }
    await #expect {
      _ = try await list(file) {
        try Data((Self.head + Self.rows.replacingOccurrences(of: "V7,", with: "W7,")).utf8)
          .write(to: file)
      }
    } throws: { error in
      guard case .unreadable(let diagnostic) = error as? PipelineFailure else { return false }
      return diagnostic.kind.code == "sample.sheet-changed"
    }
  }
}
