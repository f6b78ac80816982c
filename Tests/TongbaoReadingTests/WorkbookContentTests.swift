import Testing
import TongbaoModel

@testable import TongbaoReading

struct WorkbookContentTests {
  private func spreadsheet(_ content: String) -> String {
    """
    <?xml version="1.0"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:x="urn:schemas-microsoft-com:office:excel">
    \(content)</Workbook>
    """
  }

  private func sheet(_ name: String, _ rows: String, options: String = "") -> String {
    "<Worksheet ss:Name=\"\(name)\"><Table>\(rows)</Table>\(options)</Worksheet>"
  }

  private func cell(_ type: String, _ text: String, _ attributes: String = "") -> String {
    "<Cell \(attributes)><Data ss:Type=\"\(type)\">\(text)</Data></Cell>"
  }

  @Test(arguments: [
    ("Number", "0.1", "0.1"), ("Number", "1.5E+3", "1500"),
    ("Number", "7.0000000000000007E-2", "0.07"), ("Number", "1e-3", "0.001"),
    ("Number", "913909960308246281", "913909960308246281"), ("Number", "-0.50", "-0.50"),
    ("DateTime", "2018-01-07T00:00:00.000", "2018-01-07"),
    ("DateTime", "2018-01-07T09:30:00.000", "2018-01-07T09:30:00"),
    ("DateTime", "2018-01-07T23:59:59.999", "2018-01-08"),
    ("Boolean", "1", "TRUE"), ("Boolean", "0", "FALSE"), ("String", "001", "001"),
  ])
  func `typed values become plain text`(type: String, value: String, text: String) throws {
    let reading = try Reading(spreadsheet(sheet("一", "<Row>\(cell(type, value))</Row>")))
    #expect(reading.rows == [[text]])
  }

  @Test func `indices, merges and gaps keep cells in their columns`() throws {
    let merged = cell("String", "a", "ss:MergeDown=\"1\"") + cell("String", "b", "ss:Index=\"3\"")
    let below = cell("String", "c", "ss:Index=\"3\"")
    let rows =
      "<Row>\(merged)</Row><Row>\(below)</Row><Row ss:Index=\"5\">\(cell("String", "d"))</Row>"
    let reading = try Reading(spreadsheet(sheet("一", rows)))
    #expect(reading.rows == [["a", "", "b"], ["", "", "c"], [], [], ["d"]])
    #expect(reading.lines == [1, 2, 3, 4, 5])
    let covered: CellMarks = [.coveredByMerge, .mergedFromAbove]
    #expect(reading.marks.dropFirst().first == [covered.rawValue, 0, 0])
  }

  @Test func `rich text is joined and comments are no value`() throws {
    let rich =
      "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">"
      + "<B>红</B>色</ss:Data><Comment><ss:Data>否</ss:Data></Comment></Cell>"
    #expect(try Reading(spreadsheet(sheet("一", "<Row>\(rich)</Row>"))).rows == [["红色"]])
  }

  @Test func `the first visible sheet that is not empty is read, or the named one`() throws {
    let hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    let sheets =
      sheet("藏", "<Row>\(cell("String", "1"))</Row>", options: hidden)
      + sheet("空", "<Row><Cell/></Row>") + sheet("有", "<Row>\(cell("String", "2"))</Row>")
    let first = try Reading(spreadsheet(sheets))
    #expect(first.rows == [["2"]] && first.problems == ["workbook.other-sheets"])
    let named = try Reading(spreadsheet(sheets), ReadingOptions(sheet: "藏"))
    #expect(named.rows == [["1"]] && named.problems.isEmpty)
    let missing = try Reading(spreadsheet(sheets), ReadingOptions(sheet: "无"))
    #expect(missing.problems == ["workbook.sheet-missing"])
    #expect(!missing.isWhole)
  }

  @Test(arguments: ["0", "1", "-3", "99999999999999999999"])
  func `an index that makes no sense refuses its row`(index: String) throws {
    let row = "<Row>\(cell("String", "a"))\(cell("String", "b", "ss:Index=\"\(index)\""))</Row>"
    let reading = try Reading(spreadsheet(sheet("一", row)))
    #expect(reading.rows == [["a", "b"]])
    #expect(reading.refused == [true])
    #expect(reading.problems == ["workbook.bad-index:一!B1"])
  }

  @Test func `percent styles mark numbers`() throws {
    let styles =
      "<Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.0%\"/></Style>"
      + "<Style ss:ID=\"q\"><NumberFormat ss:Format=\"0&quot;%&quot;\"/></Style></Styles>"
    let row =
      cell("Number", "0.98", "ss:StyleID=\"p\"") + cell("Number", "0.98", "ss:StyleID=\"q\"")
    let reading = try Reading(spreadsheet(styles + sheet("一", "<Row>\(row)</Row>")))
    let percent: CellMarks = [.typed, .percentStyled]
    #expect(reading.marks == [[percent.rawValue, CellMarks.typed.rawValue]])
  }

  @Test func `flat ODS repeats cells and rows, and leaves blank ends out`() throws {
    let text = """
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
       xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
       xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>
      <office:spreadsheet><table:table table:name="一">
      <table:table-row table:number-rows-repeated="2">
      <table:table-cell office:value-type="float" office:value="5E-1"
       table:number-columns-repeated="2"><text:p>½</text:p></table:table-cell>
      <table:table-cell><text:p>一</text:p><text:p>二<text:s text:c="2"/>三</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="16381"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document>
      """
    let reading = try Reading(text)
    let row = ["0.5", "0.5", "一\n二  三"]
    #expect(reading.rows == [row, row])
    #expect(reading.problems == [])
  }
}
