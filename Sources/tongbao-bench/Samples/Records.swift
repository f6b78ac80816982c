import TongbaoModel

/// One row of an inspection sheet.
struct Inspection: Sendable {
  /// Who sent it.
  var department: HainingDepartment
  /// Its number, prefix and all.
  var record: String
  /// The day of the visit.
  var date: CalendarDate
  /// The inspected unit.
  var unit: HainingUnit
  /// What was assessed.
  var indicator: HainingIndicator
  /// Where.
  var site: String
  /// The finding; nil for a visit without one.
  var finding: String?
  /// How serious.
  var severity: Severity
  /// Which team.
  var team: String
  /// Who inspected.
  var inspectors: [String]
  /// The row's own 扣分, in hundredths; nil leaves the cell to the severity.
  var points: Int?
  /// The row's own 是否预扣.
  var provisional: Bool?
  /// The row's own 整改期限.
  var due: CalendarDate?
  /// Name and post of the person answering for the site.
  var responsible: (name: String, duty: String)?
  /// Evidence.
  var evidence: String
  /// 实测值.
  var value: String?
  /// 备注.
  var remark: String
  /// Cells that are written otherwise than the record says: the faults, by canonical field.
  var written: [String: String]

  /// The day by which the finding must be rectified.
  var effectiveDue: CalendarDate { due ?? date + severity.dueDays }
}

/// One row of a rectification sheet.
struct Rectification: Sendable {
  var department: HainingDepartment
  var record: String
  var date: CalendarDate
  var result: String
  var verifier: String
}

/// One row of a verification sheet (沟通核实).
struct Verification: Sendable {
  var department: HainingDepartment
  var record: String
  var date: CalendarDate
  var factual: String
  var reply: String
  var approvedBy: String
  var approvedOn: CalendarDate?
}

/// One row of an appeal sheet.
struct Appeal: Sendable {
  var record: String
  var date: CalendarDate
  var decision: String
  var grounds: String
}

/// One row of a recheck sheet.
struct Recheck: Sendable {
  var record: String
  var date: CalendarDate
  var isConsistent: Bool
}

/// Everything that the year's sheets say.
struct SampleYear: Sendable {
  var inspections: [Inspection] = []
  var rectifications: [Rectification] = []
  var verifications: [Verification] = []
  var appeals: [Appeal] = []
  var rechecks: [Recheck] = []
}

/// A day of 2017 that the calendar has.
func day(_ month: Int, _ day: Int) -> CalendarDate {
  guard let date = CalendarDate(year: 2017, month: month, day: day) else {
    preconditionFailure("2017 has no \(month)-\(day)")
  }
  return date
}
