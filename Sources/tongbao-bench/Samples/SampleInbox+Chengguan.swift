extension SampleInbox {
  /// 市综合行政执法局: record XML by elements, by attributes in a namespace, and mislabelled GB2312.
  var chengguanFiles: [InboxFile] {
    [
      records(months: 1...3, label: "1-3月", byAttributes: false, declared: "GB2312"),
      records(months: 4...6, label: "4-6月", byAttributes: false, declared: "UTF-8"),
      records(months: 7...9, label: "7-9月", byAttributes: true, declared: "UTF-8"),
      records(months: 10...11, label: "10-11月", byAttributes: false, declared: "UTF-8"),
      chengguanRectifications, surveyFile, lateFile,
    ]
  }

  private var cityColumns: [SheetColumn<Inspection>] {
    [
      InspectionColumns.record("问题编号"), InspectionColumns.date("发现时间"),
      InspectionColumns.unit("责任单位"), InspectionColumns.indicator("考核指标"),
      InspectionColumns.site("地点"), InspectionColumns.finding("问题描述"),
      InspectionColumns.severity("问题等级"), InspectionColumns.ownPoints("扣分"),
      InspectionColumns.provisional("是否预扣"), InspectionColumns.team("督查组"),
      InspectionColumns.inspectors("检查人员"), InspectionColumns.responsible("责任人"),
      InspectionColumns.duty("职务"), InspectionColumns.evidence("证据类型"),
    ]
  }

  private func records(
    months: ClosedRange<Int>,
    label: String,
    byAttributes: Bool,
    declared: String
  ) -> InboxFile {
    let rows = SampleInbox.cells(of: rows(of: .chengguan, months: months), cityColumns)
    let table = SheetTable(
      name: "城管巡查",
      columns: cityColumns,
      rows: rows,
      dateStyle: byAttributes ? .iso : .withTime
    )
    let form: RecordXML.Form =
      byAttributes
      ? .attributes(
        prefix: "cg",
        namespace: "urn:haining:chengguan:inspection",
        root: "export",
        record: "row"
      )
      : .elements(root: "城管巡查", record: "记录")
    return InboxFile(
      "综合执法局-城管巡查-2017年\(label).xml",
      RecordXML(form: form, declared: declared).text(of: table),
      as: declared == "UTF-8" ? .utf8 : .gbk
    )
  }

  private var chengguanRectifications: InboxFile {
    let columns = FollowUpColumns.rectification(
      record: "问题编号",
      date: "核查时间",
      result: "整改状态",
      verifier: "核查人"
    )
    let rows = SampleInbox.cells(of: rectifications(of: .chengguan), columns)
    let table = SheetTable(name: "整改", columns: columns, rows: rows, dateStyle: .withTime)
    let xml = RecordXML(form: .elements(root: "整改反馈", record: "记录"), declared: "UTF-8")
    return InboxFile("综合执法局-整改反馈-2017年.xml", xml.text(of: table), as: .utf8)
  }

  private var surveyFile: InboxFile {
    let columns: [SheetColumn<Measurement>] = [
      SheetColumn("单位名称", "unit") { .text($0.unit.name) },
      SheetColumn("考核指标", "indicator") { .text($0.indicator.name) },
      SheetColumn("评分日期", "date") { .date($0.date) },
      SheetColumn("得分", "value") { .number(decimal($0.value)) },
      SheetColumn("目标值", "target") { .hundredths($0.target) },
      SheetColumn("样本量", "sample") { $0.sample.map { .number(String($0)) } ?? .blank },
      SheetColumn("评价主体", "source") { .optional($0.source) },
    ]
    let table = SheetTable(
      name: "测评",
      columns: columns,
      rows: SampleInbox.cells(of: measurements.city, columns)
    )
    return InboxFile(
      "综合执法局-城市管理测评-2017年.csv",
      DelimitedText().text(of: table),
      as: .utf8WithMark
    )
  }

  /// October rows that came when October was already out: for a second run.
  private var lateFile: InboxFile {
    let rows = StoryCase.late.map { storyCase in
      var random = SplitMix64(seed: UInt64(storyCase.number))
      return storyCase.inspection(with: &random)
    }
    let table = SheetTable(
      name: "补报",
      titles: ["2017年10月城市管理巡查情况（补报）"],
      columns: cityColumns,
      rows: SampleInbox.cells(of: rows, cityColumns),
      dateStyle: .chinese
    )
    return InboxFile(
      "综合执法局-城管巡查补报-2017年10月.csv",
      folder: "late",
      DelimitedText().text(of: table),
      as: .gbk
    )
  }
}

extension StoryCase {
  /// Rows of October that 市综合行政执法局 sends late.
  static var late: [StoryCase] {
    [
      StoryCase(
        department: .chengguan,
        number: 11,
        date: day(10, 27),
        unit: "xieqiao",
        severity: .general,
        site: "斜桥镇商业街",
        finding: "店外经营4家，占用盲道约20米",
        points: 10
      ),
      StoryCase(
        department: .chengguan,
        number: 12,
        date: day(10, 27),
        unit: "yuanhua",
        severity: .general,
        site: "袁花镇农贸市场",
        finding: "流动摊贩5个占道经营，无人劝离",
        points: 10
      ),
    ]
  }
}
