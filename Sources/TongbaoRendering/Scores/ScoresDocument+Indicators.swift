import TongbaoFormats
import TongbaoModel

// The indicators of a score, with their findings: nearly all of a large document.
extension ScoresDocument {
  /// Findings of a part that is worth a core of its own, and of one that is too large to be held apart.
  private static let worthwhile = 1_024
  private static let tooLarge = 16_384
  /// Parts that are written at a time: more would only hold more memory.
  private static let partsAtATime = 4

  /// Writes the indicators in their order; where there are many findings, on every core.
  func write(_ scores: [IndicatorScore], to indicators: inout JSONWriter) {
    var parts = ScoresDocument.parts(of: scores)[...]
    while !parts.isEmpty {
      let some = Array(parts.prefix(ScoresDocument.partsAtATime))
      parts = parts.dropFirst(some.count)
      let isLarge = some.contains { $0.findings > ScoresDocument.tooLarge }
      if isLarge || some.count == 1 {
        for part in some { write(each: part.scores, to: &indicators) }
      } else {
        for elements in written(some, at: indicators.nesting) {
          indicators.append(elements: elements)
        }
      }
    }
  }

  private func write(each scores: ArraySlice<IndicatorScore>, to indicators: inout JSONWriter) {
    for score in scores { indicators.element { write(score, to: &$0) } }
  }

  /// The elements of each part, made on every core.
  private func written(_ parts: [Part], at nesting: JSONWriter.Nesting) -> [[UInt8]] {
    parts.mapOnEveryCore { part in
      var writer = JSONWriter(at: nesting)
      write(each: part.scores, to: &writer)
      return writer.bytes
    }
  }

  /// Some indicators that follow one another.
  private struct Part: Sendable {
    var scores: ArraySlice<IndicatorScore>
    var findings: Int
  }

  /// Parts with enough findings each, but for the last one.
  private static func parts(of scores: [IndicatorScore]) -> [Part] {
    var parts: [Part] = []
    var part = Part(scores: [], findings: 0)
    for (index, score) in scores.enumerated() {
      part.scores = scores[(part.scores.isEmpty ? index : part.scores.startIndex)...index]
      part.findings += score.cases.count
      guard part.findings >= worthwhile else { continue }
      parts.append(part)
      part = Part(scores: [], findings: 0)
    }
    return part.scores.isEmpty ? parts : parts + [part]
  }
}
