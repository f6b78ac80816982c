package import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

extension Figures {
  /// Writes `scores.json`, with everything that the office may know, in pieces of a quarter of a megabyte.
  package func writeJSON(to send: @escaping ([UInt8]) -> Void) {
    document.write(to: send)
  }

  /// `scores.csv`.
  package var csv: [UInt8] { document.csv }

  /// The figures as an aligned table for a terminal.
  package func table(in language: Language) -> [String] {
    document.table(in: language)
  }

  /// The digests by which the register knows an issue.
  var digests: FiguresDigests {
    var published = DigestStream()
    var content = DigestStream()
    document.write { content.update($0) }
    scores(isPublished: true)
      .write { piece in
        published.update(piece)
        content.update(piece)
      }
    return FiguresDigests(scores: published.finished(), content: content.finished())
  }

  /// `scores.json` as it is published.
  var publishedJSON: [UInt8] { scores(isPublished: true).json }

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

/// The digests by which the register knows an issue.
struct FiguresDigests {
  /// Of `scores.json` as it is published, without what the gate withholds.
  let scores: ContentDigest
  /// Of all that a new revision must change: everything that the office may know and what the gate lets through.
  let content: ContentDigest
}
