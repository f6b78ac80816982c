import TongbaoModel

// What a command line names, by id, name or alias.
extension Scheme {
  /// The unit called `name`; the failure lists those that there are.
  func unit(called name: String) throws(PipelineFailure) -> Ordinal<Unit> {
    try Scheme.element(called: name, among: units, or: .runUnknownUnit) {
      (id: $0.id, name: $0.name, aliases: $0.aliases)
    }
  }

  /// The indicator called `name`; the failure lists those that there are.
  func indicator(called name: String) throws(PipelineFailure) -> Ordinal<Indicator> {
    try Scheme.element(called: name, among: indicators, or: .runUnknownIndicator) {
      (id: $0.id, name: $0.name, aliases: $0.aliases)
    }
  }

  /// The department called `name`; the failure lists those that there are.
  func department(called name: String) throws(PipelineFailure) -> Ordinal<Department> {
    try Scheme.element(called: name, among: departments, or: .sampleUnknownDepartment) {
      (id: $0.id, name: $0.name, aliases: $0.aliases)
    }
  }

  private static func element<Element>(
    called name: String,
    among elements: [Element],
    or unknown: DiagnosticKind,
    names: (Element) -> (id: String, name: String, aliases: [String])
  ) throws(PipelineFailure) -> Ordinal<Element> {
    let found = elements.ordinals.first {
      let own = names(elements[$0])
      return ([own.id, own.name] + own.aliases).contains(name)
    }
    if let found { return found }
    let known = elements.map { names($0).name }.joined(separator: "、")
    throw .unanswerable(Diagnostic(unknown, text: name, facts: ["known": .text(known)]))
  }
}
