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
    ("<a><r><n>1</n></r>", "xml.cut-short:1:19"),
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

  @Test(
    arguments: [
      ("<a><r><n>1</n></r>\n<r><n>2</n></r>\n<r><n>3", ":3:7"),
      ("<a><r><n>1</n></r><r><n", ":1:24"),
      ("<a><r><n>1</n></r><r x='1", ":1:26"), ("<a><r><n>1</n></r><!-- x", ":1:25"),
      ("<a><r><n>1</n></r>", ":1:19"), ("<a><r><n>1</n></r><![CDATA[x", ":1:28"),
      (workbook, nil),
    ] as [(String, String?)]
  )
  func `a file that breaks off is told as such, where it does`(text: String, place: String?) throws
  {
    let reading = try Reading(text)
    #expect(!reading.isWhole && reading.problems.count == 1)
    let problem = try #require(reading.problems.first)
    #expect(problem.hasPrefix("xml.cut-short:"))
    if let place { #expect(problem == "xml.cut-short" + place) }
  }

  private static let workbook = """
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>
    <Row><Cell><Data>单号</Data></Cell></Row><Row><Cell><Da
    """

  @Test(arguments: [
    ("<a><r><n>1</n></r></a>x", "xml.malformed"), ("<a><r></n></r></a>", "xml.malformed"),
    ("<a><r><n>A&nbsp;B</n></r></a>", "xml.unknown-entity"),
    ("<a><r n='&nbsp;'/></a>", "xml.unknown-entity"),
    ("<?xml version='1.0' encoding='ISO-8859-1'?><a><n>单号</n></a>", "xml.encoding-mismatch"),
  ])
  func `other faults keep their names`(text: String, code: String) throws {
    let problems = try Reading(text).problems
    #expect(problems.count == 1 && problems[0].hasPrefix(code))
  }

  @Test(
    arguments: [
      ("<整改><n>1</n><d>2</d><r>3</r></整改>", true), ("<整改 n='1' d='2' r='3'/>", true),
      ("<页><p>1</p></页><页><p>2</p></页>", true), ("<标题>十月</标题>", false),
      ("<头><n>1</n><d>2</d></头>", false), ("", false),
    ]
  )
  func `what looks like a record beside the records is told`(other: String, isTold: Bool) throws {
    let reading = try Reading("<a><r><n>1</n></r><r><n>2</n></r>\(other)</a>")
    #expect(reading.rows.count == 2)
    #expect(reading.problems == (isTold ? ["xml.other-records"] : []))
  }

  @Test func `Chinese that is declared as Latin-1 is told`() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a><r><n>".utf8)
    let tail = Array("</n></r></a>".utf8)
    let chinese = try Reading(head + [0xB5, 0xA5, 0xBA, 0xC5] + tail)
    #expect(chinese.problems == ["xml.encoding-mismatch:1"] && !chinese.isWhole)
    // é, and £ beside ©.
    #expect(try Reading(head + [0xE9, 0x20, 0xA3, 0xA9] + tail).rows == [["é £©"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines are counted whatever ends them`(ending: String) throws {
    let lines = ["<?xml version='1.0'?>", "<t>", "<r><n>1", "x</n></r>", "<r><n>2</n></r>", "</t>"]
    let reading = try Reading(lines.joined(separator: ending))
    #expect(reading.lines == [3, 5] && reading.rows == [["1\nx"], ["2"]])
    let broken = try Reading((lines.dropLast() + ["<r></t>"]).joined(separator: ending))
    #expect(broken.problems == ["xml.malformed:6:8"])
  }

  @Test(arguments: ["<!--%-->", "<x a='%'/>", "<![CDATA[%]]>", "<?x %?>"])
  func `a huge part of a document is told as what it is`(part: String) throws {
    let text =
      "<a><r><n>1</n></r>" + part.replacing("%", with: String(repeating: "x", count: 10_500_000))
    let reading = try Reading(text + "</a>")
    #expect(!reading.isWhole && reading.problems.count == 1)
    #expect(reading.problems[0].hasPrefix("xml.limit-exceeded:1"))
  }

  @Test func `a bad byte outside of values is told beside the fault that it makes`() throws {
    let workbook = Array(XMLReaderTests.workbook.utf8.dropLast(3))
    let reading = try Reading(workbook + [0x3C, 0xFF, 0x3E] + Array("</Table>".utf8))
    #expect(
      reading.problems.map { $0.prefix { $0 != ":" } } == ["encoding.undecodable", "xml.malformed"]
    )
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
