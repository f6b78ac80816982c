import Foundation

/// `scores.json` as it is published, and its values as pages print them.
struct PublishedScores: Decodable {
  /// A unit with its scores.
  struct Unit: Decodable {
    let name: String
    let id: String
    let period: Score
    let cumulative: Score
  }

  /// A score with its parts.
  struct Score: Decodable {
    let total: Decimal
    let best: Decimal
    let worst: Decimal
    let full: Decimal
    let applicable: Decimal
    let base: Decimal
    let rate: Decimal?
    let bonus: Decimal
    let penalty: Decimal
    let coefficient: Decimal
    let rank: Int?
    let overallRank: Int?
    let grade: String?
    let vetoes: [String]
    let indicators: [Indicator]
  }

  /// The score of an indicator; nil where it is not counted.
  struct Indicator: Decodable {
    let score: Decimal?
    let findings: [Finding]
  }

  /// A finding; without handling where it does not count.
  struct Finding: Decodable {
    let handling: String?
  }

  let units: [Unit]

  /// Reads a file.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(PublishedScores.self, from: Data(text.utf8))
  }

  /// The findings of the period that count.
  var findingCount: Int {
    units.flatMap(\.period.indicators).flatMap(\.findings).count { $0.handling != nil }
  }

  /// A number with two decimals, rounded half away from zero.
  static func printed(_ number: Decimal) -> String {
    let millionths = NSDecimalNumber(decimal: number * 1_000_000).intValue
    let hundredths = (abs(millionths) + 5_000) / 10_000
    let decimals = hundredths % 100
    return (millionths < 0 ? "-" : "") + "\(hundredths / 100)." + (decimals < 10 ? "0" : "")
      + "\(decimals)"
  }
}

extension PublishedScores.Score {
  /// What vetoes take: what is missing between the parts and the total.
  var vetoed: Decimal {
    guard !vetoes.isEmpty, applicable > 0 else { return 0 }
    return base * full / applicable * coefficient + bonus - penalty - total
  }

  /// The range of the total; a dash where it is settled.
  var band: String {
    guard best != worst else { return "—" }
    return "\(PublishedScores.printed(worst))～\(PublishedScores.printed(best))"
  }

  /// The rate as a percentage.
  var percent: String { rate.map { PublishedScores.printed($0 * 100) + "%" } ?? "—" }
}
