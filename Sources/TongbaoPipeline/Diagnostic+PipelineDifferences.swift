import TongbaoModel

// What stands in the way of a comparison.
extension DiagnosticKind {
  /// Two periods of different years.
  static let runYearsDiffer = DiagnosticKind(
    "run.years-differ",
    .error,
    message: Bilingual(
      "“{text}”与“{other}”不属于同一考核年度，无法逐项对比",
      "“{text}” and “{other}” belong to different assessment years and cannot be compared"
    ),
    remedy: Bilingual("请选择同一考核年度内的两期", "Choose two periods of one year"),
    reason: Bilingual(
      "考核办法一年一定，指标和分值不同，得分之差说明不了问题。",
      "Every year has its own indicators and points, so that the difference of two scores would say nothing."
    )
  )

  /// Nothing of a period is out.
  static let runNotPublished = DiagnosticKind(
    "run.not-published",
    .error,
    message: Bilingual("“{text}”尚未发布通报", "Nothing of “{text}” is published yet"),
    remedy: Bilingual(
      "请先运行 tongbao run 发布；两期对比的，请写明两期，如 tongbao diff 2017-10 2017-11",
      "Publish it with tongbao run; to compare two periods name both, as in tongbao diff 2017-10 2017-11"
    ),
    reason: Bilingual(
      "只写一期时，以已发布的最后一版与现有的表相比。",
      "With one period alone, its last published revision is compared with what the sheets give now."
    )
  )

  /// A revision that never came out.
  static let runNoRevision = DiagnosticKind(
    "run.no-revision",
    .error,
    message: Bilingual(
      "没有“{text}”这一版，该期共发布 {count} 版",
      "There is no revision “{text}”; the period has {count}"
    ),
    remedy: Bilingual("请核对 @ 后的版次", "Check the number after @"),
    reason: Bilingual(
      "每次更正增加一版，版次从 1 起连续编号。",
      "Every correction is one revision more, counted from 1."
    )
  )

  /// A published issue, computed again, is another.
  static let runRevisionDiffers = DiagnosticKind(
    "run.revision-differs",
    .warning,
    message: Bilingual(
      "按存档重新计算“{text}”，得分与当时发布的不一致，以下按重新计算的结果对比",
      "“{text}” computed again from the archive is not what was published; what follows compares the figures as computed again"
    ),
    remedy: Bilingual(
      "请核对 public 中该版的 scores.json；多为程序升级所致",
      "Look at scores.json of that revision; mostly the program is a newer one"
    ),
    reason: Bilingual(
      "登记簿记有每版得分的摘要，重新计算的应当与之相同。",
      "The register holds the digest of every revision's scores, and computing them again should give the same."
    )
  )
}
