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

  /// `scores.json` as it is published: without what the gate withholds.
  var publishedJSON: [UInt8] { scores(isPublished: true).json }

  /// All that a new revision must change: scores, cases and what the gate lets through.
  var content: [UInt8] { json + publishedJSON }

  private var document: ScoresDocument { scores(isPublished: false) }

  private func scores(isPublished: Bool) -> ScoresDocument {
    ScoresDocument(
      scheme: rules.scheme,
      assessment: assessment,
      records: gathering.records,
      isPublished: isPublished
    )
  }
}
