import TongbaoModel

extension BatchAdmission {
  /// Counts blank rows, examples, footers and totals that their first text gives away; whether it
  /// was one.
  mutating func isNoRecord(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    for column in 0..<row.count {
      let text = ByteText(of: cells[row.first + column], in: bytes)
      if text.isEmpty { continue }
      guard bytes[text.start] >= 0xE4, let mark = RowMark.of(text, bytes) else { return false }
      return count(mark, row, bytes, cells)
    }
    if row.isRefused {
      // What was cut off may have been a record.
      _ = settle(row, bytes, cells)
    } else {
      result.counts.blank += 1
    }
    return true
  }

  private mutating func count(
    _ mark: RowMark,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    switch mark {
    case .example: result.counts.examples += 1
    case .footer: result.counts.footers += 1
    case .total(let kind): countTotal(kind, row, bytes, cells)
    }
    return true
  }

  /// Counts a row with errors that turns out to be a total or a repeated header; whether it was
  /// one.
  mutating func countLateNonRecord(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    if isRepeatedHeader(row, bytes, cells) {
      result.totals.forget()
      result.counts.headers += 1
      return true
    }
    for column in 0..<row.count {
      let text = ByteText(of: cells[row.first + column], in: bytes)
      guard RowMark.mayBeTotal(text, bytes), isLabel(column),
        let kind = RowMark.total(text.string(bytes), acceptsSuffix: true)
      else { continue }
      result.totals.forget()
      countTotal(kind, row, bytes, cells)
      return true
    }
    return false
  }

  /// Whether a total's label may stand in a column: in one that names things, or in an unknown one.
  private func isLabel(_ column: Int) -> Bool {
    let field = Field.allCases.first { plan.columns[$0] == column }
    switch field {
    case .record, .unit, .indicator, .item, .team, .date, .site, nil: return true
    default: return false
    }
  }

  private func isRepeatedHeader(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    guard plan.headerLines != nil else { return false }
    var found = 0
    for column in 0..<row.count {
      let text = ByteText(of: cells[row.first + column], in: bytes)
      guard !text.isEmpty else { continue }
      guard column < plan.heads.count else { return false }
      let parts = plan.heads[column].split(separator: "/")
      let name = FoldedName(header: text.string(bytes))
      guard
        FoldedName(header: plan.heads[column]) == name
          || parts.contains(where: { FoldedName(header: $0) == name })
      else { return false }
      found += 1
    }
    return found >= 2
  }

  /// Keeps what a totals row states, to be checked when the sheet is whole.
  private mutating func countTotal(
    _ kind: RowMark.Total,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    result.counts.totals += 1
    var stated: [StatedSum] = []
    for (index, column) in plan.summed.enumerated() where kind != .mean && column.column < row.count
    {
      let cell = cells[row.first + column.column]
      let text = ByteText(of: cell, in: bytes)
      guard !CellWord.isAbsent(text, bytes),
        case .number(let value, let isPercent, _) = DecimalValue.read(
          text,
          marks: cell.marks,
          bytes
        ), !isPercent
      else { continue }
      let place = batch.place(
        ofRow: row.index,
        cell: column.column,
        file: plan.context.file,
        worksheet: plan.context.worksheet
      )
      stated.append(
        StatedSum(
          index: index,
          value: value,
          field: column.field,
          location: place.location,
          excerpt: place.excerpt
        )
      )
    }
    result.totals.close(kind, stated)
  }
}

/// What the first text of a row says that no record would.
enum RowMark: Equatable {
  /// How far a sum reaches.
  enum Total: Sendable {
    /// 小计: the rows since the last sum.
    case group
    /// 合计, 总计: all rows, or the group's.
    case all
    /// 平均: no sum at all.
    case mean
  }

  case example
  case footer
  case total(Total)

  private static let examples = ["示例", "例：", "例:", "样例", "填写说明", "填表说明", "说明：", "说明:"]
  private static let footers = [
    "填表人", "填报人", "制表人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "分管领导", "分管负责人",
    "主要负责人", "填表日期", "填报日期", "制表日期", "填表单位", "填报单位", "制表单位", "联系人", "联系电话", "备注", "注",
    "日期", "填表", "填报", "制表", "经办", "审核", "复核", "签字", "签名", "盖章", "单位（盖章）", "单位(盖章)",
  ]

  /// The mark of a row's first text; nil for every other text.
  static func of(_ text: ByteText, _ bytes: borrowing Bytes) -> RowMark? {
    guard mayBe(text, bytes) else { return nil }
    let string = text.string(bytes)
    if examples.contains(where: string.hasPrefix) { return .example }
    if isFooter(string) { return .footer }
    return total(string, acceptsSuffix: false).map(RowMark.total)
  }

  /// Whether the first character is one that a mark begins with.
  private static func mayBe(_ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    guard text.count >= 3 else { return false }
    let first = text.start
    let code =
      UInt32(bytes[first]) << 16 | UInt32(bytes[first + 1]) << 8 | UInt32(bytes[first + 2])
    return leads.contains(code)
  }

  /// Whether a text begins like a mark, or ends like a sum's name: 计, 均, 值 or 分.
  static func mayBeTotal(_ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    guard (6...90).contains(text.count) else { return false }
    switch (bytes[text.end - 3], bytes[text.end - 2], bytes[text.end - 1]) {
    case (0xE8, 0xAE, 0xA1), (0xE5, 0x9D, 0x87), (0xE5, 0x80, 0xBC), (0xE5, 0x88, 0x86): return true
    default: return mayBe(text, bytes)
    }
  }

  private static let leads: [UInt32] = Set(
    (examples + footers + ["合", "小", "总", "平", "均", "共"])
      .map { word in
        word.utf8.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
  )
  .sorted()

  private static func isFooter(_ text: String) -> Bool {
    footers.contains { word in
      guard text.hasPrefix(word) else { return false }
      let rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "\u{3000}" }
      return rest.first == "：" || rest.first == ":"
    }
  }

  /// Which sum a text announces: 合计, 合 计, 合计：, 合计（14个）; with suffixes also 盐官镇小计.
  static func total(_ text: String, acceptsSuffix: Bool) -> Total? {
    let dense = String(text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" })
    let words: [(String, Total)] = [
      ("合计", .all), ("总计", .all), ("共计", .all), ("小计", .group), ("平均", .mean), ("平均值", .mean),
      ("均值", .mean), ("平均分", .mean),
    ]
    for (word, kind) in words {
      if dense == word || acceptsSuffix && dense.hasSuffix(word) { return kind }
      guard dense.hasPrefix(word) else { continue }
      if let next = dense.dropFirst(word.count).first, "：:（(".contains(next) { return kind }
    }
    return nil
  }
}
