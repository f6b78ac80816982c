import Testing
import TongbaoModel

@testable import TongbaoIntake

struct DateValueTests {
  private func read(_ text: String) -> DateValue {
    let bytes = Array(text.utf8)
    return DateValue.read(ByteText(start: 0, end: bytes.count), bytes.span)
  }

  @Test(arguments: [
    "2018-01-07", "2018/1/7", "2018.1.7", "20180107", "2018年1月7日", "2018年01月07日", "2018/01/07",
    "2018-1-7 9:30", "2018-01-07T09:30:00", "2018-01-07T00:00:00.000", "2018年1月7日9时30分",
    "２０１８年１月７日", "２０１８－０１－０７", "43107", "43107.0", "43107.39583", "2018 年 1 月 7 日",
    "2018-01-07 09:30:00",
    "20180107 09:30", "2018/1/7 上午 9:30",
  ])
  func `every accepted form of 7 January 2018 is that day`(_ text: String) {
    #expect(read(text) == .date(day("2018-01-07")))
  }

  @Test(arguments: ["2018-02-29", "2018/13/1", "20180431", "2018年2月30日", "0000-01-01"])
  func `a day that no calendar has is impossible`(_ text: String) {
    #expect(read(text) == .impossible)
  }

  @Test(arguments: [
    "", "2018", "2018-01", "2018年1月", "1月7日", "18-01-07", "201801", "123", "abc", "2018-1/7",
    "2018-01-07x", "2018-01-0712", "9999", "2018-01-07 99:00", "2018-01-07 9:75", "99999999999",
  ])
  func `what is no whole date is none`(_ text: String) {
    #expect(read(text) == .notADate)
  }

  @Test(arguments: [
    ("截至2017年10月31日", "2017-10-31"), ("2017年10月", "2017-10-31"), ("2017年2月", "2017-02-28"),
    ("规上工业-2017-10.csv", "2017-10-31"), ("201710.csv", "2017-10-31"),
    ("report_20171031.csv", "2017-10-31"), ("2017年1-10月", "2017-10-31"),
    ("2017年1月-10月", "2017-10-31"), ("统计局-2017年10月-1.csv", "2017-10-31"),
    ("2017年10月-11.csv", "2017-10-31"), ("2017年10月—2 副本", "2017-10-31"),
    ("2017-10~1", "2017-10-31"), ("2017年11月至2018年2月", "2018-02-28"),
    ("2017年3月-2017年9月情况", "2017-09-30"),

    ("2017年第3季度", "2017-09-30"), ("2017年四季度", "2017-12-31"), ("2017Q2", "2017-06-30"),
    ("单位：万元（２０１７年１０月）", "2017-10-31"),
  ])
  func `a title names a day or the last day of a month`(_ text: String, _ date: String) {
    #expect(TitleDate.find(in: text) == day(date))
  }

  @Test func `a title without date has none, and a fingerprint of a quarantined file is no date`() {
    #expect(TitleDate.find(in: "单位：万元") == nil)
    #expect(TitleDate.find(in: "2017") == nil)
    let name = TitleDate.withoutQuarantineMarks("201512312222-2017年10月.csv.rejected.csv")
    #expect(TitleDate.find(in: name) == day("2017-10-31"))
  }
}
