/// Everything that the sheets of a run say, joined: repeated and superseded rows gone, follow-ups bound
/// to what they follow.
///
/// Every list is in reading order (journal order, then row), which decides where dates are equal.
package struct Records: Sendable {
  /// The sheets, in reading order.
  package var files: [SheetFile] = []
  /// Inspection rows without finding and without measured value.
  package var visits = LongList<Visit>()
  /// Inspection rows with a finding or a measured value.
  package var inspections = LongList<Inspection>()
  /// Rectifications, verifications, appeals and rechecks.
  package var followUps = LongList<FollowUp>()
  /// Measured values.
  package var measurements: [Measurement] = []
  /// Bonus, penalty and veto events.
  package var events: [Event] = []
  /// Unfinished targets and findings of the year before.
  package var carryovers: [Carryover] = []
  /// Names of inspection teams; position 0 is the empty name.
  package var teams: [String] = [""]

  /// No records.
  package init() {}

  /// The row of an inspection or a visit; nil for events and carry-overs.
  package func place(of subject: FollowUp.Subject) -> RowReference? {
    switch subject {
    case .inspection(let position): inspections[position].place
    case .visit(let position): visits[position].place
    case .event, .carryover: nil
    }
  }

  /// Where a row stands, as it is printed and as `source` in scores.json: `file:12` or `file:Sheet!A12`.
  package func source(of place: RowReference) -> String {
    files[Int(place.file)].rowPrefix + String(place.row)
  }
}

extension SourceLocation {
  /// `file:12` or `file:Sheet!D12`: the place without the column of a text file.
  package var sourceText: String {
    SourceLocation(file: file, sheet: sheet, line: line, column: sheet == nil ? nil : column)
      .description
  }
}

/// An inspection row that found nothing and measured nothing.
///
/// 32 bytes, for there are millions.
package struct Visit: Sendable {
  /// Fingerprint of the record number.
  package var number: UInt64
  /// Fingerprint of the row's content, to tell a repetition from a correction.
  package var content: UInt32
  /// Day of the visit.
  package var date: CalendarDate
  /// Where it stands.
  package var place: RowReference
  /// The unit visited.
  package var unit: Ordinal<Unit>
  /// What was inspected.
  package var indicator: Ordinal<Indicator>
  /// Position of the team's name.
  package var team: UInt16
  /// How many inspectors the row names, at most 255.
  package var inspectors: UInt8
  /// Whether the row's evidence is of refused kinds only.
  package var isEvidenceRefused: Bool

  /// A visit with every part given.
  package init(
    number: UInt64,
    content: UInt32,
    date: CalendarDate,
    place: RowReference,
    unit: Ordinal<Unit>,
    indicator: Ordinal<Indicator>,
    team: UInt16,
    inspectors: UInt8,
    isEvidenceRefused: Bool
  ) {
    self.number = number
    self.content = content
    self.date = date
    self.place = place
    self.unit = unit
    self.indicator = indicator
    self.team = team
    self.inspectors = inspectors
    self.isEvidenceRefused = isEvidenceRefused
  }
}

/// 整改情况.
package enum RectificationResult: String, Sendable {
  /// 已整改.
  case done
  /// 部分整改.
  case partly
  /// 未整改.
  case notDone
  /// 复查不合格.
  case failed
}

/// 属实情况.
package enum Factuality: String, Sendable {
  /// 属实.
  case factual
  /// 部分属实.
  case partly
  /// 失实.
  case unfounded
}

/// 复核结论.
package enum AppealDecision: String, Sendable {
  /// 受理中.
  case pending
  /// 成立.
  case upheld
  /// 部分成立.
  case partlyUpheld
  /// 不成立.
  case rejected
}

/// A measured value of an indicator.
package struct Measurement: Sendable {
  /// The unit measured.
  package var unit: Ordinal<Unit>
  /// The indicator.
  package var indicator: Ordinal<Indicator>
  /// 统计日期.
  package var date: CalendarDate
  /// 实际值.
  package var value: Decimal6
  /// 目标值.
  package var target: Decimal6?
  /// 上年同期.
  package var lastYear: Decimal6?
  /// 样本量.
  package var sample: Decimal6?
  /// 评价主体 or 数据来源; empty where not given.
  package var evaluator: String
  /// Where it stands.
  package var place: RowReference

  /// A measurement with every part given.
  package init(
    unit: Ordinal<Unit>,
    indicator: Ordinal<Indicator>,
    date: CalendarDate,
    value: Decimal6,
    target: Decimal6? = nil,
    lastYear: Decimal6? = nil,
    sample: Decimal6? = nil,
    evaluator: String = "",
    place: RowReference
  ) {
    self.unit = unit
    self.indicator = indicator
    self.date = date
    self.value = value
    self.target = target
    self.lastYear = lastYear
    self.sample = sample
    self.evaluator = evaluator
    self.place = place
  }
}

/// A bonus, penalty or veto event.
package struct Event: Sendable {
  /// Which item of the scheme.
  package enum Matter: Sendable, Hashable {
    case bonus(Ordinal<Item>)
    case penalty(Ordinal<Item>)
    case veto(Ordinal<Veto>)
  }

  /// The event's number (单号); nil where it has none.
  package var record: String?
  /// The unit concerned.
  package var unit: Ordinal<Unit>
  /// The item.
  package var matter: Matter
  /// 发生日期 or 认定日期.
  package var date: CalendarDate
  /// 次数.
  package var count: Decimal6?
  /// 分值 of the row itself.
  package var points: Decimal6?
  /// 依据; empty where not given.
  package var basis: String
  /// Where it stands.
  package var place: RowReference

  /// An event with every part given.
  package init(
    record: String?,
    unit: Ordinal<Unit>,
    matter: Matter,
    date: CalendarDate,
    count: Decimal6?,
    points: Decimal6?,
    basis: String,
    place: RowReference
  ) {
    self.record = record
    self.unit = unit
    self.matter = matter
    self.date = date
    self.count = count
    self.points = points
    self.basis = basis
    self.place = place
  }
}

/// An unfinished target or finding of the year before (上年结转).
package struct Carryover: Sendable {
  /// Number of the finding carried over; nil for a target.
  package var record: String?
  /// The unit concerned.
  package var unit: Ordinal<Unit>
  /// The indicator.
  package var indicator: Ordinal<Indicator>
  /// The year from which it is carried.
  package var year: Int
  /// The target that was missed; nil for a finding.
  package var target: Decimal6?
  /// The value then reached.
  package var value: Decimal6?
  /// 状态 as written.
  package var status: String
  /// Where it stands.
  package var place: RowReference

  /// A carry-over with every part given.
  package init(
    record: String?,
    unit: Ordinal<Unit>,
    indicator: Ordinal<Indicator>,
    year: Int,
    target: Decimal6?,
    value: Decimal6?,
    status: String,
    place: RowReference
  ) {
    self.record = record
    self.unit = unit
    self.indicator = indicator
    self.year = year
    self.target = target
    self.value = value
    self.status = status
    self.place = place
  }
}

/// The texts of one row that reach a page, by canonical field, as they are read again from the archive.
package typealias RowTexts = [String: String]
