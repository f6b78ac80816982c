import Testing
import TongbaoModel

struct CalendarDateTests {
  @Test func `every day of four centuries survives the round trip`() throws {
    var date = try #require(CalendarDate(iso: "1800-01-01"))
    let end = try #require(CalendarDate(iso: "2200-12-31"))
    var expected = (year: 1800, month: 1, day: 1)
    while date <= end {
      #expect(date.components == expected)
      #expect(
        CalendarDate(year: expected.year, month: expected.month, day: expected.day) == date
      )
      expected.day += 1
      if expected.day > CalendarDate.daysInMonth(expected.month, of: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      date = date + 1
    }
  }

  @Test func `the epoch is day nought and a Thursday`() throws {
    let epoch = try #require(CalendarDate(iso: "1970-01-01"))
    #expect(epoch.dayNumber == 0)
    #expect(epoch.weekday == 4)
    #expect(DateRange.always.from.description == "0001-01-01")
    #expect(DateRange.always.to.description == "9999-12-31")
  }

  @Test(arguments: ["2017-02-29", "2017-13-01", "2017-1-1", "2017-00-10", "20170101", "2017-01-32"])
  func `days that do not exist are refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2018-01-07", 2018, 1), ("2018-12-31", 2019, 1), ("2017-01-01", 2016, 52),
    ("2020-12-31", 2020, 53), ("2021-01-03", 2020, 53),
  ])
  func `ISO weeks belong to the year of their Thursday`(text: String, year: Int, week: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.isoWeek == (year, week))
  }

  @Test func `official documents write no leading zeros`() {
    #expect(CalendarDate(iso: "2018-01-07")?.chinese == "2018年1月7日")
  }

  @Test func `arithmetic beyond the calendar does not trap`() {
    let date = CalendarDate(dayNumber: .max) + Int.max / 2
    #expect(date.dayNumber == .max)
  }
}
