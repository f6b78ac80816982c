import Testing
import TongbaoModel

struct PeriodTests {
  @Test(arguments: [
    ("2017-11", "2017-11-01", "2017-11-30"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("2017-Q4", "2017-10-01", "2017-12-31"), ("2017", "2017-01-01", "2017-12-31"),
    ("2017-W45", "2017-11-06", "2017-11-12"), ("2020-W53", "2020-12-28", "2021-01-03"),
  ])
  func `names are read, printed and have their days`(text: String, from: String, to: String) throws
  {
    let period = try #require(Period(text))
    #expect(period.description == text)
    #expect(period.days.from.description == from)
    #expect(period.days.to.description == to)
  }

  @Test(arguments: [
    "", "17-11", "2017-13", "2017-00", "2017-Q5", "2017-W53", "2017-W00", "2017-1", "2017-11-01",
    "9999-12", "0001", "2017-Q", "２０１７",
  ])
  func `what is no period is refused`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("2017-01", "2016-12"), ("2017-Q1", "2016-Q4"), ("2017", "2016"), ("2021-W01", "2020-W53"),
  ])
  func `each period has one before it and is the one after that`(
    text: String,
    before: String
  ) throws {
    let period = try #require(Period(text))
    #expect(period.previous.description == before)
    #expect(period.previous.next == period)
  }
}
