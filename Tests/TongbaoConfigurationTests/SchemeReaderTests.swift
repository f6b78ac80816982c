import Testing
import TongbaoConfiguration
import TongbaoModel

struct SchemeReaderTests {
  private func read(_ text: String) -> SchemeReading {
    SchemeReader.read(Array(text.utf8), file: "scheme.yaml")
  }

  private func scheme(_ text: String) throws -> Scheme {
    let reading = read(text)
    #expect(reading.diagnostics.places == [])
    return try #require(reading.scheme)
  }

  @Test func `the least scheme gets every default`() throws {
    let scheme = try scheme(SampleSchemes.least)
    #expect(scheme.window == Period.year(2017).days)
    #expect(scheme.display == 2)
    #expect(scheme.office.number == "海考评〔{year}〕{n}号")
    #expect(scheme.rankBy == .total)
    #expect(scheme.units[0].coefficient == .one)
    #expect(scheme.units[0].isRanked)
    #expect(scheme.units[0].days == .always)
    #expect(scheme.projects[0].days == scheme.window)
    #expect(
      scheme.provisional
        == ProvisionalShares(
          onTime: .one,
          late: Decimal6(millionths: 500_000),
          partial: Decimal6(millionths: 500_000),
          failed: .one
        )
    )
    #expect(scheme.partlyFactual == Decimal6(millionths: 500_000))
    #expect(scheme.notices == NoticeRules())
    #expect(scheme.warnings == WarningRules())
    #expect(scheme.spotCheck == nil)
    #expect(scheme.bonuses == ItemGroup())
    #expect(scheme.indicators[0].method == .findings(cap: nil))
    #expect(scheme.indicators[0].missing == .exclude)
  }

  @Test func `every part of a full scheme is read`() throws {
    let scheme = try scheme(SampleSchemes.full)
    #expect(scheme.window.to.description == "2017-11-30")
    #expect(scheme.office.number == "海考评通报〔{year}〕{n}号")
    #expect(scheme.units[0].coefficient.description == "1.1")
    #expect(scheme.units[0].aliases == ["盐官", "盐官镇人民政府"])
    #expect(scheme.projects[1].department.index == 1)
    #expect(scheme.projects[1].days.from.description == "2017-02-01")
    #expect(scheme.severities.map(\.name) == ["无", "一般", "突出"])
    #expect(scheme.severities[2].isNamed)
    #expect(scheme.grades[0].quota == .share(Decimal6(millionths: 300_000)))
    #expect(scheme.grades[1].quota == .count(3))
    #expect(scheme.vetoes[0].capGrade?.index == 1)
    #expect(scheme.vetoes[0].removesRank)
    #expect(scheme.vetoes[1].zeroesTotal)
    #expect(scheme.warnings.yellow?.rankDrop == 3)
    #expect(!scheme.notices.requiresApproval)
    #expect(scheme.notices.replyDays == 7)
    #expect(scheme.visitsPerMonth == 8)
    #expect(scheme.minimumTeam == 3)
  }

  @Test func `points and targets go to the unit, else its category, else all`() throws {
    let indicators = try scheme(SampleSchemes.full).indicators
    #expect(indicators[1].points.map(\.description) == ["8", "5", "4"])
    #expect(indicators[1].target.map { $0?.description } == ["95", "95", "90"])
    #expect(indicators[2].points.map(\.description) == ["20", "20", "0"])
    #expect(indicators[0].target == [nil, nil, nil])
  }

  @Test func `each method has its parameters`() throws {
    let methods = try scheme(SampleSchemes.full).indicators.map(\.method)
    let five = Decimal6(millionths: 5_000_000)
    let three = Decimal6(millionths: 3_000_000)
    let half = Decimal6(millionths: 500_000)
    #expect(
      methods == [
        .findings(cap: Decimal6(millionths: 6_000_000)),
        .threshold(
          .init(
            direction: .atLeast,
            lossPer: .init(points: .one, step: .one),
            gainPer: .init(points: half, step: .one, cap: Decimal6(millionths: 2_000_000)),
            wholeSteps: true,
            isDynamic: true
          )
        ),
        .efficacy(
          .init(
            base: Decimal6(millionths: 600_000),
            satisfactory: .sample,
            unacceptable: .fixed(Decimal6(millionths: -5_000_000)),
            isClamped: false
          )
        ),
        .completion(maxRatio: Decimal6(millionths: 1_200_000)),
        .best,
        .rank(.span(high: five, low: .one)),
        .brackets([
          .init(atLeast: Decimal6(millionths: 90_000_000), points: five),
          .init(atLeast: Decimal6(millionths: 80_000_000), points: three),
        ]),
      ]
    )
  }

  @Test func `a quota with a point is a share even when whole`() throws {
    let text = SampleSchemes.full.replacing("quota: 0.3", with: "quota: 1.0")
    #expect(try scheme(text).grades[0].quota == .share(.one))
    let count = SampleSchemes.full.replacing("quota: 0.3", with: "quota: 1")
    #expect(try scheme(count).grades[0].quota == .count(1))
  }

  @Test func `units may succeed each other under one name`() throws {
    let text = SampleSchemes.least.replacing(
      "units: [{id: u, name: 镇, category: c}]",
      with: """
        units: [{id: u, name: 镇, category: c, to: 2017-06-30}, {id: v, name: 镇, category: c, from: 2017-07-01}]
        """
    )
    #expect(try scheme(text).units.count == 2)
  }

  @Test func `an explicit null is as good as nothing`() throws {
    let text = SampleSchemes.full.replacing("{cap: 5, items", with: "{cap: null, items")
      .replacing("dueDays: 15", with: "dueDays: ~")
    #expect(try scheme(text).bonuses.cap == nil)
    #expect(try scheme(text).severities[1].dueDays == nil)
  }

  @Test func `notices need what is required and nothing that is optional`() throws {
    let text = SampleSchemes.full.replacing("verification: required", with: "verification: none")
    #expect(try !scheme(text).notices.requiresVerification)
    #expect(try !scheme(text).notices.requiresApproval)
    let strict = SampleSchemes.full.replacing("approval: optional", with: "approval: required")
    #expect(try scheme(strict).notices.requiresVerification)
    #expect(try scheme(strict).notices.requiresApproval)
  }

  @Test func `a byte order mark and CRLF change nothing`() throws {
    let text = "\u{FEFF}" + SampleSchemes.full.replacing("\n", with: "\r\n")
    #expect(try scheme(text).indicators.count == 7)
  }

  @Test func `every value has its place`() {
    let positions = read(SampleSchemes.full).positions
    #expect(positions["units[1].category"]?.line == 12)
    #expect(positions["units[1].category"]?.column == 40)
    #expect(positions["units[7].category"] == nil)
  }

  @Test func `warnings do not keep a scheme from being read`() {
    let reading = read(SampleSchemes.full.replacing("rankBy: rate", with: "rankBy: total"))
    #expect(reading.scheme != nil)
    #expect(
      reading.diagnostics.places == [
        "scheme.full-marks-differ@8:5"
      ]
    )
  }
}
