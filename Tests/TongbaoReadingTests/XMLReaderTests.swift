import Testing
import TongbaoModel

@testable import TongbaoReading

struct XMLReaderTests {
  @Test func `children, attributes and nested children are fields in order of appearance`() throws {
    let reading = try Reading(
      """
      <x:表 xmlns:x="urn:x">
        <x:记录 单号="1 &amp; 2"><x:单位>盐官镇</x:单位></x:记录>
        <x:记录
          单号="3"><Scores><Hygiene><![CDATA[<5>]]></Hygiene></Scores><备注/></x:记录>
      </x:表>
      """
    )
    #expect(reading.fields == ["单号", "单位", "Scores/Hygiene", "备注"])
    #expect(reading.rows == [["1 & 2", "盐官镇"], ["3", "", "<5>", ""]])
    #expect(reading.lines == [2, 3])
    #expect(reading.problems == [])
  }

  @Test func `a single record is the deepest element whose children are leaves`() throws {
    let reading = try Reading("<a><head/><b><n>1</n><m>2</m></b></a>")
    #expect(reading.fields == ["n", "m"])
    #expect(reading.rows == [["1", "2"]])
  }

  @Test func `the innermost element that repeats is the record`() throws {
    let reading = try Reading(
      "<a><t n='1'><r><x>1</x></r><r><x>2</x></r></t><t n='2'><r><x>3</x></r></t></a>"
    )
    #expect(reading.rows == [["1"], ["2"], ["3"]])
  }

  @Test func `a named record element may hold repeated elements`() throws {
    let reading = try Reading(
      "<a><r><p><q>1</q></p><p><q>2</q></p></r><r><p><q>3</q></p></r></a>",
      ReadingOptions(record: "r")
    )
    #expect(reading.rows == [["1\n2"], ["3"]])
  }

  @Test(arguments: [
    ("<a><r><n>1</n></r><r><n>2</m></r></a>", "xml.malformed:1:30"),
    ("<a><r><n>1</n></r>", "xml.malformed:1:19"),
    ("<a><r><n>1</n></r></a><b/>", "xml.malformed:1:23"),
    ("<a>\n<r><n>1\u{1}</n></r></a>", "xml.malformed:2:8"),
    ("<!DOCTYPE a [\n<!ENTITY x \"1\">]><a>&x;</a>", "xml.entity-declared:2:15"),
    ("<a>" + String(repeating: "<b>", count: 80), "xml.limit-exceeded:1:195"),
    ("<a>1</a>", "xml.no-records"),
  ])
  func `what is broken is refused as a whole, with its place`(text: String, problem: String) throws
  {
    let reading = try Reading(text)
    #expect(!reading.isWhole)
    #expect(reading.problems == [problem])
  }

  @Test func `a damaged byte within a value spoils that cell alone`() throws {
    let text = Array("<a><r><n>盐官镇丁桥镇".utf8) + [0xE9] + Array("</n></r><r><n>2</n></r></a>".utf8)
    let reading = try Reading(text)
    #expect(reading.rows == [["盐官镇丁桥镇\\xE9"], ["2"]])
    #expect(reading.marks == [[CellMarks.undecodable.rawValue], [0]])
    #expect(reading.refused == [true, false])
    #expect(reading.problems == ["encoding.undecodable:1:16"])
  }

  @Test func `GB2312 as declared is read as GB18030`() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"GB2312\"?><a><r><n>".utf8)
    // 镕 is in GBK, not in GB2312.
    let text = head + [0xE9, 0x46] + Array("</n></r></a>".utf8)
    #expect(try Reading(text).rows == [["镕"]])
  }

  @Test func `chunks of any size give the same records`() throws {
    let records = (0..<50).map { "<r a='\($0)'><n>数\($0)</n></r>\n" }.joined()
    let whole = try Reading("<t>\n\(records)</t>")
    for batch in [1, 10, 100] {
      #expect(try Reading("<t>\n\(records)</t>", ReadingOptions(batchBytes: batch)) == whole)
    }
    #expect(whole.rows.count == 50)
    #expect(whole.lines == Array(2...51))
  }
}
