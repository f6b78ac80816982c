import Testing
import TongbaoModel

@testable import TongbaoIntake

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

  mutating func pick(_ values: [String]) -> String { values[next(below: values.count)] }
}

struct IntakePropertyTests {
  private func rows(_ random: inout Seeded, _ count: Int) -> [String] {
    (0..<count)
      .map { number in
        switch random.next(below: 12) {
        case 0: return ""
        case 1: return "合计,,,,,,\(random.next(below: 5))"
        case 2: return "填表人：张三"
        case 3: return "示例：A,2017-10-01,盐官镇,patrol,无"
        default:
          return [
            "A\(number)", random.pick(["2017-10-01", "2017/9/3", "2017-02-30", "43000", ""]),
            random.pick(["盐官镇", "盐官", "长安镇", "某镇", "", ""]),
            random.pick(["patrol", "平安巡查", "cameras", "x"]),
            random.pick(["无", "一般", "突出"]), random.pick(["脏乱", "电话13812341234", "起火", ""]),
            random.pick(["", "1", "0.5", "-1", "1,5"]), "第\(random.next(below: 4))组",
          ]
          .map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
        }
      }
  }

  private func summary(_ sheet: AdmittedSheet) -> [String] {
    let joined = Records.joining([sheet])
    return ["\(sheet.counts)"]
      + sheet.log.kept.map { "\($0.kind.code) \($0.location?.description ?? "") \($0.text ?? "")" }
      + sheet.refused.map { "\($0.row) \($0.number)" }
      + joined.records.inspections.map { "\($0)" } + joined.records.visits.map { "\($0)" }
      + joined.records.teams
  }

  @Test(arguments: 0..<40)
  func `batches may be cut anywhere, and every row is counted once`(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    var sheet = TestSheet(
      (["标题", "单号,检查日期,被检查单位,考核指标,问题等级,问题描述,扣分,督查组"] + rows(&random, 30)).joined(separator: "\n")
    )
    if seed % 2 == 0 { sheet.entry.fillDown = ["unit"] }
    let whole = try #require(sheet.admitted())
    let counts = whole.counts
    #expect(counts.rows == 32)
    #expect(counts.accepted + counts.refused + counts.nonRecords == counts.rows)
    #expect(whole.refused.count == counts.refused)
    let refused = whole.plan.refusedRows(of: sheet.batches(of: Int.max))
    #expect(refused.map(\.row) == whole.refused.map { Int($0.row) })
    for size in [1, 7] {
      let again = whole.plan.refusedRows(of: sheet.batches(of: size))
      #expect(again.map(\.cells) == refused.map(\.cells))
      #expect(
        again.map { $0.diagnostics.map(\.kind) } == refused.map { $0.diagnostics.map(\.kind) }
      )
    }
    for diagnostic in whole.log.kept {
      #expect(!diagnostic.message(in: .chinese).contains("{"))
      #expect(!diagnostic.message(in: .english).contains("{"))
    }
    let expected = summary(whole)
    for size in [1, 2, 3, 7, 31] {
      let cut = try #require(sheet.admitted(batchesOf: size))
      #expect(summary(cut) == expected, "batches of \(size)")
    }
  }

  @Test(arguments: 0..<20)
  func `the order of different records changes nothing but places`(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed) + 1000)
    let header = "单号,检查日期,被检查单位,考核指标,问题等级,问题描述,扣分,督查组"
    var lines = rows(&random, 20).filter { $0.hasPrefix("A") }
    func contents(_ lines: [String]) throws -> Set<String> {
      let sheet = try #require(TestSheet(([header] + lines).joined(separator: "\n")).admitted())
      let records = Records.joining([sheet]).records
      return Set(
        records.inspections.map {
          "\($0.record) \($0.date) \($0.unit) \($0.severity) \($0.content) \(records.teams[Int($0.team)])"
        }
          + records.visits.map {
            "\($0.number) \($0.date) \($0.content) \(records.teams[Int($0.team)])"
          }
      )
    }
    let expected = try contents(lines)
    for index in lines.indices { lines.swapAt(index, random.next(below: lines.count)) }
    #expect(try contents(lines) == expected)
  }

  @Test(arguments: 0..<60)
  func `any bytes pass without a trap`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) + 2000)
    let headers = [
      "单号,检查日期,被检查单位,考核指标,问题等级,扣分,整改期限,整改日期,整改情况", "单位名称,统计日期,规上工业总产值,规上工业总产值/目标值",
      "单位名称,事项,认定日期,次数,分值", "unit,indicator,year,value", "单号,申诉日期,复核结论", "", "单号,,单号",
    ]
    var bytes = Array(headers[seed % headers.count].utf8)
    let pool: [UInt8] = [
      0, 9, 10, 13, 32, 34, 39, 44, 44, 44, 45, 46, 48, 49, 50, 61, 69, 0xE5, 0x90, 0x88, 0xEF,
      0xBC, 0x91, 0xFF, 0xC2, 0xA0,
    ]
    bytes.append(10)
    for _ in 0..<400 { bytes.append(pool[random.next(below: pool.count)]) }
    var batch = RowBatch()
    batch.bytes = bytes
    var start = 0
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    {
      batch.rows.append(
        RowBatch.Row(
          firstCell: UInt32(batch.cells.count),
          line: UInt32(number + 1),
          textStart: UInt32(start),
          textEnd: UInt32(start + line.count)
        )
      )
      for cell in line.split(separator: 44, omittingEmptySubsequences: false) {
        batch.cells.append(
          RowBatch.Cell(
            start: UInt32(cell.startIndex),
            end: UInt32(cell.endIndex),
            marks: CellMarks(rawValue: UInt8(random.next(below: 64)))
          )
        )
      }
      start += line.count + 1
    }
    var sheet = TestSheet("")
    sheet.entry.fillDown = ["unit", "date"]
    if seed % 3 == 0 { sheet.worksheet = "表" }
    guard let plan = SheetPlan.plan(head: batch, recordNames: nil, context: sheet.context).0 else {
      return
    }
    var admitted = AdmittedSheet(plan)
    admitted.append(plan.admit(batch))
    admitted.finish()
    let counts = admitted.counts
    #expect(counts.accepted + counts.refused + counts.nonRecords == batch.rows.count)
    _ = Records.joining([admitted, admitted])
  }

  @Test func `blanks below a merged cell take its value, in CSV only where named`() throws {
    let text = "单位名称,考核指标,统计日期,实际值\n盐官镇,output,2017-10-31,1\n,output,2017-09-30,2"
    #expect(try #require(TestSheet(text).admitted()).counts.refused == 1)
    var named = TestSheet(text)
    named.entry.fillDown = ["unit"]
    for size in 1...3 {
      let sheet = try #require(named.admitted(batchesOf: size))
      #expect(sheet.measurements.map(\.unit) == [Ordinal(0), Ordinal(0)])
    }
    var merged = TestSheet(text)
    merged.worksheet = "表"
    merged.marks = ["": [.mergedFromAbove, .coveredByMerge]]
    #expect(try #require(merged.admitted(batchesOf: 1)).counts.accepted == 2)
  }
}
