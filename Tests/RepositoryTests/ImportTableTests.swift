import Testing

/// The direction of dependencies, as ARCHITECTURE.md draws it.
struct ImportTableTests {
  private static let stages = [
    "TongbaoConfiguration", "TongbaoReading", "TongbaoIntake", "TongbaoScoring",
    "TongbaoRendering", "TongbaoPublishing",
  ]

  private static let allowed: [String: Set<String>] = [
    "TongbaoModel": [],
    "TongbaoFormats": ["TongbaoModel", "CICU", "Dispatch", "Synchronization"],
    "TongbaoConfiguration": ["TongbaoModel", "TongbaoFormats", "Foundation", "Yams"],
    "TongbaoReading": [
      "TongbaoModel", "TongbaoFormats", "CLibXML2", "Glibc", "Synchronization",
    ],
    "TongbaoIntake": ["TongbaoModel", "TongbaoFormats"],
    "TongbaoScoring": ["TongbaoModel", "TongbaoFormats"],
    "TongbaoRendering": [
      "TongbaoModel", "TongbaoFormats", "Foundation", "Synchronization", "Mustache",
    ],
    "TongbaoPublishing": [
      "TongbaoModel", "TongbaoFormats", "Foundation", "Crypto", "Glibc", "Synchronization",
    ],
    "TongbaoPipeline": Set(stages).union(["TongbaoModel", "TongbaoFormats"]),
    "tongbao": [
      "TongbaoModel", "TongbaoFormats", "TongbaoPipeline", "Foundation", "Dispatch", "Glibc",
      "ArgumentParser",
    ],
    "tongbao-bench": [
      "TongbaoModel", "TongbaoFormats", "TongbaoConfiguration", "TongbaoScoring", "Foundation",
      "Glibc", "ArgumentParser",
    ],
  ]

  @Test func `every target imports only what the table allows`() throws {
    for target in try Repository.swiftTargets() {
      let allowed = try #require(Self.allowed[target], "\(target) has no line in the table")
      for file in Repository.swiftFiles(below: "Sources/\(target)") {
        let imports = Self.imports(in: try Repository.text(of: file))
        #expect(imports.subtracting(allowed).isEmpty, "\(file)")
      }
    }
  }

  @Test func `the table names no target that is gone`() throws {
    #expect(try Set(Self.allowed.keys) == Set(Repository.swiftTargets()))
  }

  /// The modules that a Swift source imports.
  static func imports(in text: String) -> Set<String> {
    var modules: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at < words.count - 1,
        words[..<at].allSatisfy({ $0 == "package" || $0 == "private" || $0.hasPrefix("@") })
      else { continue }
      // Modules have capitals; a Python text inside a string imports without.
      let module = words[words.count - 1].prefix { $0 != "." }
      if module.first?.isUppercase ?? false { modules.insert(String(module)) }
    }
    return modules
  }

  @Test func `the scan sees imports with modifiers and of single declarations`() {
    let text =
      "import A\npackage import B\n@preconcurrency import C\nimport struct D.E\n// import F"
    #expect(Self.imports(in: text) == ["A", "B", "C", "D"])
  }
}
