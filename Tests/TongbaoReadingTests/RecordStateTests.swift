import Testing
import TongbaoModel

@testable import TongbaoReading

struct RecordStateTests {
  @Test func `a record over many parts keeps its values`() throws {
    let long = String(repeating: "积水", count: 400)
    let record = "<r a='1&amp;2' b='乙'><n>\(long)&lt;\(long)</n><m><x>一</x>尾</m><n>再</n></r>"
    let text = "<t>" + String(repeating: record, count: 3) + "</t>"
    let whole = try Reading(text)
    #expect(whole.fields == ["a", "b", "n", "m/x", "m"])
    #expect(whole.rows.count == 3)
    #expect(whole.rows.allSatisfy { $0 == ["1&2", "乙", "\(long)<\(long)\n再", "一", "尾"] })
    for size in [1, 2, 13, 999, 2_500] {
      #expect(try Reading(text, ReadingOptions(batchBytes: size)) == whole)
    }
  }

  @Test func `carriage returns count as line ends wherever a part is cut`() throws {
    let text = "<t>\r\n<r><n>中\r文\r\n</n></r>\r\n<r><n>\r\n二</n></r>\r</t>"
    let whole = try Reading(text)
    #expect(whole.rows == [["中\n文\n"], ["\n二"]])
    for size in 1...40 {
      #expect(try Reading(text, ReadingOptions(batchBytes: size)) == whole)
    }
  }
}
