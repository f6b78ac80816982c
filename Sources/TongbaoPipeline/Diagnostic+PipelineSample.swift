import TongbaoModel

// The spot-check draw.
extension DiagnosticKind {
  static let sampleKinds: [DiagnosticKind] = [
    .sampleNoRate, .sampleUnknownDepartment, .sampleBeforePeriod, .sampleSheetChanged,
  ]

  /// The scheme says nothing of spot checks.
  static let sampleNoRate = DiagnosticKind(
    "sample.no-rate",
    .error,
    message: Bilingual("考核办法没有规定抽查比例", "The scheme sets no rate of spot checks"),
    remedy: Bilingual(
      "请在考核办法中写明 spotCheck: {rate: 0.05, threshold: 0.95}",
      "Add spotCheck: {rate: 0.05, threshold: 0.95} to the scheme"
    ),
    reason: Bilingual(
      "抽多少由考核办法事先定下，不由抽的人临时决定。",
      "How many are drawn is settled beforehand, not by whoever draws."
    )
  )

  /// A department nobody knows.
  static let sampleUnknownDepartment = DiagnosticKind(
    "sample.unknown-department",
    .error,
    message: Bilingual("考核办法中没有部门“{text}”", "The scheme has no department “{text}”"),
    remedy: Bilingual("可用的部门：{known}", "Departments: {known}"),
    reason: Bilingual("部门按编号、名称或别名查找。", "A department is found by its id, name or alias.")
  )

  /// The day is before the period.
  static let sampleBeforePeriod = DiagnosticKind(
    "sample.before-period",
    .error,
    message: Bilingual(
      "截至日 {text} 在 {period} 开始之前",
      "{text} is before {period} begins"
    ),
    remedy: Bilingual("改用期内的日子，或省去 --as-of", "Name a day of the period, or leave --as-of out"),
    reason: Bilingual("到那一天还没有可抽取的记录。", "Up to that day there is nothing to draw from.")
  )

  /// A sheet changed between its two readings.
  static let sampleSheetChanged = DiagnosticKind(
    "sample.sheet-changed",
    .error,
    message: Bilingual("文件在读取过程中被改动", "The file was changed while it was read"),
    remedy: Bilingual("等它写完后再抽一次", "Draw again when it is written"),
    reason: Bilingual(
      "名单须与计分时读到的记录一致。",
      "The list must be drawn from the records that were read."
    )
  )
}
