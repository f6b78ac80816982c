import Testing
import TongbaoModel

@testable import TongbaoIntake

struct InspectionTests {
  private let example = TestSheet(
    """
    单号,检查日期,督查组,检查人员,被检查单位,点位,考核指标,问题描述,问题等级,扣分,证据类型
    X1,2017-10-12,第1组,张三、李四、王五,盐官镇,镇区,平安巡查,监控有效运行率低于95%,突出,1,现场照片
    X2,2017-10-13,第1组,张三、李四、王五,盐官,景区,平安巡查,消防通道堆放杂物,一般,,现场照片
    X3,2017-10-16,第2组,甲、乙、丙,长安镇,工业园区,低小散整治,无证作坊未清退,突出,,现场照片
    X4,2017-10-18,第2组,甲、乙,海昌街道,狮岭商贸中心,低小散整治,违章搭建,一般,,现场照片
    X5,2017-11-08,第2组,甲、乙、丙,海昌街道,狮岭商贸中心,低小散整治,违章搭建,一般,,现场照片
    X6,2017-10-20,第1组,张三、李四、王五,海昌街道,社区,平安巡查,台账不全,一般,,台账
    X7,2017-10-25,第1组,张三、李四、王五,海昌街道,社区,平安巡查,,无,,现场照片
    X8,2017-09-05,第2组,甲、乙、丙,长安镇,老街,低小散整治,小作坊用电不规范,突出,2,现场照片
    """
  )

  @Test func `the example's inspections come out as records`() throws {
    let sheet = try #require(example.admitted())
    #expect(sheet.plan.kind == .inspection)
    #expect(sheet.counts.accepted == 8)
    #expect(sheet.counts.headers == 1)
    #expect(sheet.counts.rows == 9)
    #expect(sheet.log.codes == ["intake.project-outside-dates"])
    let records = Records.joining([sheet]).records
    #expect(records.inspections.map(\.record) == ["X1", "X2", "X3", "X4", "X5", "X6", "X8"])
    #expect(records.visits.count == 1)
    #expect(records.inspections.map(\.inspectors) == [3, 3, 3, 2, 3, 3, 3])
    #expect(records.inspections.map(\.isEvidenceRefused).firstIndex(of: true) == 5)
    #expect(records.inspections[0].points == .one)
    #expect(records.inspections[1].unit == Ordinal(0))
    #expect(records.teams == ["", "第1组", "第2组"])
    #expect(records.source(of: records.visits[0].place) == "sheet.csv:8")
  }
}
