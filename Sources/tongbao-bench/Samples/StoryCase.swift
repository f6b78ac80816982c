import TongbaoModel

/// A finding that the workspace shows on purpose, with everything that becomes of it.
struct StoryCase: Sendable {
  /// Who sent it.
  let department: HainingDepartment
  /// Its number, from 1, in the month of `date`; ordinary rows begin at 21.
  let number: Int
  /// The day of the visit.
  let date: CalendarDate
  /// Id of the unit.
  let unit: String
  /// What was assessed; nil for the department's usual indicator.
  var indicator: HainingIndicator?
  /// How serious.
  let severity: Severity
  /// Where.
  let site: String
  /// What was found; nil for a visit without a finding.
  let finding: String?
  /// Who answers for it: name and post.
  var responsible: (name: String, duty: String)?
  /// The row's own 扣分, in hundredths.
  var points: Int?
  /// The row's own 是否预扣.
  var provisional: Bool?
  /// The row's own 整改期限.
  var due: CalendarDate?
  /// Evidence.
  var evidence = "现场照片"
  /// 实测值.
  var value: String?
  /// How many inspectors the row names.
  var inspectors = 3
  /// 备注.
  var remark = ""
  /// Cells written otherwise, by canonical field.
  var written: [String: String] = [:]
  /// What becomes of it.
  var fate: [Fate] = []

  /// A follow-up.
  enum Fate: Sendable {
    case verified(CalendarDate, String, reply: String, approved: CalendarDate?)
    case rectified(CalendarDate, String)
    case appealed(CalendarDate, String, grounds: String)
    case rechecked(CalendarDate, Bool)
  }

  /// The number as its sheet writes it.
  var record: String { YearBuilder.record(department, month: date.month, number: number) }

  /// Every case, in the order of the departments.
  static var all: [StoryCase] {
    zongzhi + jingxin + huanbao + nongban + anjian + chengguan
  }
}

extension StoryCase {
  /// The inspection row.
  func inspection(with random: inout SplitMix64) -> Inspection {
    let usual = InspectionPlan.all.first { $0.department == department }?.indicators.first
    let indicator = indicator ?? usual ?? .patrol
    let unit = HainingUnit.named(unit)
    let duty = unit.duty(random.pick(FindingTexts.of(indicator).duties))
    let person = (People.name(with: &random), duty)
    return Inspection(
      department: department,
      record: record,
      date: date,
      unit: unit,
      indicator: indicator,
      site: site,
      finding: finding,
      severity: severity,
      team: department.teams[0],
      inspectors: Array(department.inspectors.prefix(inspectors)),
      points: points,
      provisional: provisional,
      due: due,
      responsible: severity == .none ? nil : responsible ?? person,
      evidence: evidence,
      value: value,
      remark: remark,
      written: written
    )
  }

  /// Its verifications.
  var verifications: [Verification] {
    fate.compactMap { fate in
      guard case .verified(let date, let factual, let reply, let approved) = fate else {
        return nil
      }
      return Verification(
        department: department,
        record: record,
        date: date,
        factual: factual,
        reply: reply,
        approvedBy: approved == nil ? "" : People.approvers[0],
        approvedOn: approved
      )
    }
  }

  /// Its rectifications.
  var rectifications: [Rectification] {
    fate.compactMap { fate in
      guard case .rectified(let date, let result) = fate else { return nil }
      return Rectification(
        department: department,
        record: record,
        date: date,
        result: result,
        verifier: department.inspectors[0]
      )
    }
  }

  /// Its appeals.
  var appeals: [Appeal] {
    fate.compactMap { fate in
      guard case .appealed(let date, let decision, let grounds) = fate else { return nil }
      return Appeal(record: record, date: date, decision: decision, grounds: grounds)
    }
  }

  /// Its rechecks.
  var rechecks: [Recheck] {
    fate.compactMap { fate in
      guard case .rechecked(let date, let isConsistent) = fate else { return nil }
      return Recheck(record: record, date: date, isConsistent: isConsistent)
    }
  }
}
