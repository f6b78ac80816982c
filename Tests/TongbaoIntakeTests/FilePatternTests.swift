import Testing
import TongbaoModel

@testable import TongbaoIntake

struct FilePatternTests {
  @Test(arguments: [
    ("安监局-安全检查-2017年10-11月.txt", "安监局-安全检查-*.txt"),
    ("统计局-主要经济指标-2017年1-9月.csv", "统计局-主要经济指标-*.csv"),
    ("安全检查-2017年上半年.fods", "安全检查-*.fods"), ("测评-2017年第4季度.csv", "测评-*.csv"),
    ("测评2017年四季度.csv", "测评*.csv"), ("台账20171031.xml", "台账*.xml"),
    ("综治办-3月(1).csv", "综治办-*.csv"), ("导出 (12).csv", "导出 *.csv"), ("utf8-导出.csv", "utf8-导出.csv"),
    ("export_2017-10-31_final.csv", "export_*_final.csv"), ("三月街巡查.csv", "三月街巡查.csv"),
    // Nothing would be left: the name stands for itself alone.
    ("20171031.csv", "20171031.csv"), ("1.csv", "1.csv"), ("月报", "月报"), ("", ""),
  ])
  func `dates and numbers of a name become a star`(name: String, pattern: String) {
    #expect(FilePattern.of(name) == pattern)
  }

  @Test(arguments: [
    "安监局-安全检查-2017年10-11月.txt", "a*b?.csv", "(1)(2)2017年.csv", "上半年", "第第2017季", "２０１７年.csv",
    "2017",
    "一季度一季度.csv", ".2017", "上下半.半", "é2017年\u{301}.csv",
  ])
  func `a file's own name fits its pattern`(name: String) {
    #expect(SourceEntry(files: FilePattern.of(name)).matches(name))
  }

  @Test func `a department is known by its name, 市 or no 市, and by nothing shared`() {
    let groups = [["市综治办"], ["市经信局", "工信"], ["市局"]]
    #expect(NamedIn.position(among: groups, in: "综治办-10月.csv") == 0)
    #expect(NamedIn.position(among: groups, in: "海宁市经信局台账") == 1)
    #expect(NamedIn.position(among: groups, in: "综治办、经信局联合检查") == nil)
    #expect(NamedIn.position(among: groups, in: "总局.csv") == nil)
  }
}
