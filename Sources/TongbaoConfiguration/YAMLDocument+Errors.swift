import TongbaoModel
import Yams

// What the parser says, as diagnostics.
extension YAMLDocument {
  /// Reports what made the parser stop.
  static func report(_ error: any Error, _ proof: Proofreader) {
    guard let error = error as? YamlError else {
      proof.report(.yamlSyntax, at: nil, facts: ["problem": .text("\(error)")])
      return
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      report(problem, place(of: mark), context.map { place(of: $0.mark) }, proof)
    case .reader(let problem, _, _, _):
      proof.report(.yamlSyntax, at: nil, facts: ["problem": .yamlProblem(problem)])
    default:
      proof.report(.yamlSyntax, at: nil, facts: ["problem": .text(error.description)])
    }
  }

  private static func place(of mark: Mark) -> Place {
    Place(line: mark.line, column: mark.column)
  }

  private static func report(
    _ problem: String,
    _ place: Place,
    _ context: Place?,
    _ proof: Proofreader
  ) {
    switch problem {
    case "but found another document":
      proof.report(.yamlSeveralDocuments, at: place)
    case "found undefined alias":
      proof.report(.yamlAnchor, at: place, text: "*")
    case _ where problem.hasPrefix("Maximum nesting level"):
      proof.report(.yamlTooDeep, at: place, facts: ["limit": .number(depthLimit)])
    case _ where indentsWithTab(place, proof):
      proof.report(.yamlTab, at: Place(line: place.line, column: 1), text: "TAB")
    default:
      // Where a quote or a key begins says more than where the parser gave up.
      let isOpen = ["found unexpected end of stream", "could not find expected ':'"]
      let opened = isOpen.contains(problem) ? context : nil
      if let colon = fullWidthColon(near: opened ?? place, problem, proof) {
        return proof.report(.yamlFullWidthColon, at: colon, text: "：")
      }
      proof.report(
        .yamlSyntax,
        at: opened ?? place,
        facts: ["problem": .yamlProblem(problem)]
      )
    }
  }

  /// The full-width colon behind a key, in the line where the parser gave up or in the one above.
  private static func fullWidthColon(
    near place: Place,
    _ problem: String,
    _ proof: Proofreader
  ) -> Place? {
    // A key without its colon runs on into the line below.
    let runsOn = problem.hasPrefix("mapping values are not allowed")
    for line in [place.line, place.line - 1].prefix(runsOn ? 2 : 1) where line > 0 {
      let scalars = Array(proof.lines.scalars(of: line))
      guard let column = scalars.firstIndex(of: "："),
        // What is quoted or said in a comment, or stands in a value, is a text.
        !scalars[..<column].contains(where: { "\"'#:".unicodeScalars.contains($0) })
      else { continue }
      return Place(line: line, column: column + 1)
    }
    return nil
  }

  private static func indentsWithTab(_ place: Place, _ proof: Proofreader) -> Bool {
    proof.lines.scalars(of: place.line).prefix { $0 == " " || $0 == "\t" || $0 == "-" }
      .contains("\t")
  }
}
