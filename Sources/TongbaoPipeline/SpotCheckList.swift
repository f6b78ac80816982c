import TongbaoFormats
import TongbaoIntake
package import TongbaoModel
import TongbaoPublishing
import TongbaoScoring

/// The spot-check draw of a period, with what those who inspect again need to find the place.
///
/// Source: circulars.md §3.
package struct SpotCheckList: Sendable {
  /// A record drawn.
  private struct Row: Sendable {
    let entry: SpotCheckDraw.Entry
    let texts: RowTexts
    let source: String
  }

  /// The records drawn from a department's.
  private struct Part: Sendable {
    let department: Department
    let population: Int
    let rows: [Row]
  }

  private let scheme: Scheme
  private let period: Period
  private let seed: String
  private let rate: Decimal6
  private let parts: [Part]

  /// Draws from the inspections of `period` up to `asOf`; of one department alone where its id, name or
  /// alias is given.
  ///
  /// Reads the sheets again for the numbers of visits. Throws where the scheme draws nothing, the department is
  /// unknown or a sheet cannot be read.
  package init(
    _ gathering: Gathering,
    under rules: Rules,
    for period: Period,
    asOf: CalendarDate?,
    seed: String,
    department: String?
  ) throws(PipelineFailure) {
    scheme = rules.scheme
    self.period = period
    self.seed = seed
    let wanted: Ordinal<Department>? =
      if let department { try scheme.department(called: department) } else { nil }
    guard let rate = scheme.spotCheck?.rate, rate.isPositive else {
      throw .unanswerable(Diagnostic(.sampleNoRate))
    }
    self.rate = rate
    let days = try SpotCheckList.days(of: period, asOf, in: scheme)
    let numbers = try VisitNumbers(of: gathering, inspectedOn: days)
    let draws =
      Scoring.draw(
        from: gathering.records,
        under: scheme,
        inspectedOn: days,
        seed: seed,
        number: { numbers.text(of: $0) ?? "" },
        digest: { Array(ContentDigest(of: Array($0.utf8)).hex.utf8) }
      )
      .filter { wanted == nil || $0.department == wanted }
    let texts = try gathering.texts(of: Set(draws.flatMap(\.entries).map(\.place)))
    parts = draws.map { [scheme] draw in
      Part(
        department: scheme.departments[draw.department],
        population: draw.population,
        rows: draw.entries.map { entry in
          Row(
            entry: entry,
            texts: texts[entry.place, entry.record] ?? [:],
            source: gathering.records.source(of: entry.place)
          )
        }
      )
    }
  }

  private static func days(
    of period: Period,
    _ asOf: CalendarDate?,
    in scheme: Scheme
  ) throws(PipelineFailure) -> DateRange {
    let days = scheme.days(of: period)
    let (from, to) = (max(days.from, scheme.window.from), min(days.to, asOf ?? days.to))
    guard scheme.window.contains(days.to) else {
      throw .unanswerable(Diagnostic(.runNoScheme, text: period.description))
    }
    guard let drawn = DateRange(from: from, to: to) else {
      throw .unanswerable(
        Diagnostic(
          .sampleBeforePeriod,
          text: to.description,
          facts: ["period": .text(period.description)]
        )
      )
    }
    return drawn
  }
}

// MARK: - Forms

extension SpotCheckList {
  /// The list as tables for a terminal, and how anyone can draw again.
  package func text(in language: Language) -> String {
    let share = (try? Ratio(rate).multiplied(by: Ratio(100)).rounded()) ?? rate
    var lines = [
      Bilingual(
        "\(period) 抽查名单（种子“\(seed)”，抽查比例 \(share)%）",
        "Spot checks of \(period) (seed “\(seed)”, rate \(share)%)"
      )[language]
    ]
    for part in parts {
      lines += [
        "",
        Bilingual(
          "\(part.department.name)：\(part.population) 条中抽 \(part.rows.count) 条",
          "\(part.department.name): \(part.rows.count) of \(part.population) records"
        )[language],
      ]
      lines += table(of: part, in: language)
    }
    if parts.isEmpty {
      lines += ["", Bilingual("没有可抽取的督查记录。", "There are no inspections to draw from.")[language]]
    }
    lines += [
      "",
      Bilingual(
        "各部门按“种子|单号”的 SHA-256 由小到大抽取，条数为 比例 × 总数，有余进一。",
        "Of each department the smallest SHA-256 of “seed|record”, rate × records, rounded up."
      )[language],
    ]
    let shown = parts.flatMap(\.rows).map(\.entry.record).first { PrintableText.clean($0) == $0 }
    if let shown {
      lines += [
        Bilingual("复算：", "To check it:")[language],
        "  printf %s \(quotedForShell(seed + "|" + shown)) | sha256sum",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func quotedForShell(_ text: String) -> String {
    "'"
      + PrintableText.clean(text).split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  private func table(of part: Part, in language: Language) -> [String] {
    let heads = [
      Bilingual("单号", "Record"), Bilingual("检查日期", "Date"), Bilingual("单位", "Unit"),
      Bilingual("指标", "Indicator"), Bilingual("点位", "Site"), Bilingual("问题", "Finding"),
      Bilingual("出处", "Source"),
    ]
    var table = AlignedTable(
      columns: heads.enumerated()
        .map { index, head in
          // By number and source the row is found again.
          let isWhole = index == 0 || index == heads.count - 1
          return .init(head[language], maximum: isWhole ? nil : 28, overflow: .cut)
        }
    )
    for row in part.rows {
      let cells = [
        row.entry.record, row.entry.date.description, scheme.units[row.entry.unit].name,
        scheme.indicators[row.entry.indicator].name, row.texts["site"] ?? "",
        row.texts["finding"] ?? Bilingual("（无问题）", "(none)")[language], row.source,
      ]
      table.append(cells.map(PrintableText.clean))
    }
    return table.lines()
  }

  /// The list as a sheet that can be filled in and dropped into the inbox: day, result and names are blank.
  package var csv: [UInt8] {
    var writer = CSVWriter()
    writer.write(row: [
      "单号", "部门", "原检查日期", "被检查单位", "考核指标", "点位", "问题描述", "出处", "抽查日期", "抽查结果", "检查人员",
    ])
    for part in parts {
      for row in part.rows {
        writer.write(row: [
          row.entry.record, part.department.name, row.entry.date.description,
          scheme.units[row.entry.unit].name, scheme.indicators[row.entry.indicator].name,
          row.texts["site"] ?? "", row.texts["finding"] ?? "", row.source, "", "", "",
        ])
      }
    }
    return writer.bytes
  }

  /// `tongbao.sample/1`.
  package var json: [UInt8] {
    let document: JSONValue = [
      "format": "tongbao.sample/1",
      "period": .string(period.description),
      "seed": .string(seed),
      "rate": JSONValue(rate),
      "departments": .array(parts.map(value(of:))),
    ]
    return document.rendered(.indented)
  }

  private func value(of part: Part) -> JSONValue {
    [
      "id": .string(part.department.id),
      "name": .string(part.department.name),
      "records": JSONValue(part.population),
      "drawn": .array(
        part.rows.map { row in
          [
            "record": .string(row.entry.record),
            "date": .string(row.entry.date.description),
            "unit": .string(scheme.units[row.entry.unit].id),
            "indicator": .string(scheme.indicators[row.entry.indicator].id),
            "site": JSONValue(row.texts["site"]),
            "finding": JSONValue(row.texts["finding"]),
            "source": .string(row.source),
          ]
        }
      ),
    ]
  }
}

/// The record numbers of visits, of which the records keep only the fingerprint.
private struct VisitNumbers {
  private struct Key: Hashable {
    var place: RowReference
    var fingerprint: UInt64
  }

  private var texts: [Key: String] = [:]

  init(of gathering: Gathering, inspectedOn days: DateRange) throws(PipelineFailure) {
    var wanted: [UInt32: Set<Int>] = [:]
    for visit in gathering.records.visits where days.contains(visit.date) {
      wanted[visit.place.file, default: []].insert(Int(visit.place.row))
    }
    for (file, rows) in wanted {
      let sheet = gathering.sheet(ofFile: file)
      guard let plan = sheet.plan else { continue }
      var found: [Key: String] = [:]
      try SecondPass(input: sheet.input, plan: plan)
        .each { batch, state in
          for number in plan.recordNumbers(in: plan.filledAgain(batch, &state))
          where rows.contains(number.row) {
            let place = RowReference(file: file, row: UInt32(number.row))
            found[Key(place: place, fingerprint: number.fingerprint)] = number.text
          }
        }
      texts.merge(found) { $1 }
    }
    for visit in gathering.records.visits where days.contains(visit.date) && text(of: visit) == nil
    {
      let name = gathering.sheet(ofFile: visit.place.file).input.name
      throw .unreadable(Diagnostic(.sampleSheetChanged, at: SourceLocation(file: name)))
    }
  }

  /// The number of a visit; nil where its row holds it no longer.
  func text(of visit: Visit) -> String? {
    texts[Key(place: visit.place, fingerprint: visit.number)]
  }
}
