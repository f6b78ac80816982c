package import TongbaoModel

/// How diagnostics are written for programs.
package enum DiagnosticJSON {
  /// One object with `code`, `severity`, `file`, `sheet`, `line`, `column`, `field`, `text`,
  /// `message` and `remedy`; what is unknown is null.
  package static func value(of diagnostic: Diagnostic) -> JSONValue {
    let location = diagnostic.location
    return [
      "code": .string(diagnostic.kind.code),
      "severity": .string(diagnostic.kind.severity.rawValue),
      "file": JSONValue(location?.file),
      "sheet": JSONValue(location?.sheet),
      "line": JSONValue(location?.line),
      "column": JSONValue(location?.column),
      "field": JSONValue(diagnostic.field),
      "text": JSONValue(diagnostic.text),
      "message": bilingual(diagnostic.message(in:)),
      "remedy": bilingual(diagnostic.remedy(in:)),
    ]
  }

  /// The kept diagnostics of a log as an array of objects.
  package static func value(of log: DiagnosticLog) -> JSONValue {
    .array(log.kept.map(value(of:)))
  }

  private static func bilingual(_ text: (Language) -> String) -> JSONValue {
    Bilingual(text(.chinese), text(.english)).json
  }
}

extension Bilingual {
  /// Both texts, by the names of their languages.
  package var json: JSONValue {
    .object(Language.allCases.map { JSONMember($0.rawValue, .string(self[$0])) })
  }
}
