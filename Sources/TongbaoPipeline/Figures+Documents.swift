package import TongbaoModel
import TongbaoRendering

extension Figures {
  /// `scores.json`, with everything that the office may know.
  package var json: [UInt8] { document.json }

  /// `scores.csv`.
  package var csv: [UInt8] { document.csv }

  /// The figures as an aligned table for a terminal.
  package func table(in language: Language) -> [String] {
    document.table(in: language)
  }

  private var document: ScoresDocument {
    ScoresDocument(
      scheme: rules.scheme,
      assessment: assessment,
      records: gathering.records,
      isPublished: false
    )
  }
}
