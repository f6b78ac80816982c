/// What inspectors of one subject write.
///
/// `{p}` is a place, `{n}` a small number, `{m}` a larger one.
struct FindingTexts: Sendable {
  /// Where they go.
  let sites: [String]
  /// Ordinary findings.
  let general: [String]
  /// Serious findings.
  let prominent: [String]
  /// Posts of the persons who answer for such sites.
  let duties: [String]

  /// The texts that belong to an indicator of method `findings`.
  static func of(_ indicator: HainingIndicator) -> FindingTexts {
    switch indicator {
    case .patrol, .cameras: patrol
    case .cleanup: cleanup
    case .riverPatrol: riverPatrol
    case .blackRivers: blackRivers
    case .village: village
    case .city: city
    default: safetyCheck
    }
  }

  /// Where a finding was made: the site that its text speaks of, else the place; any site of a clean visit.
  func site(
    of finding: String?,
    place: String,
    with random: inout SplitMix64
  ) -> String {
    let template = random.pick(sites)
    guard let finding else {
      return FindingTexts.fill(template, place: place, with: &random)
    }
    let nouns = sites.map { String($0.dropFirst("{p}".count)) }
    return place + (nouns.first { finding.contains($0) } ?? "")
  }

  /// A template with its places filled in.
  static func fill(_ template: String, place: String, with random: inout SplitMix64) -> String {
    var text = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      let key = rest[rest.index(after: brace)]
      switch key {
      case "p": text += place
      case "n": text += String(random.within(2...6))
      default: text += String(random.within(12...48))
      }
      rest = rest[rest.index(brace, offsetBy: 3)...]
    }
    return text + rest
  }
}
