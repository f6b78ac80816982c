package import TongbaoFormats
import TongbaoIntake
package import TongbaoModel

extension HeaderProposal {
  /// The proposal for programs: `tongbao.headers/1`.
  package func value(in language: Language) -> JSONValue {
    let sheet = proposal
    return [
      "format": "tongbao.headers/1",
      "file": .string(name),
      "reading": .object(facts.map { JSONMember($0.name.english, .string($0.value)) }),
      "sheets": .array(
        sheets.compactMap { sheet in
          sheet.name.map { name in
            [
              "name": .string(name), "kind": JSONValue(sheet.proposal?.kind?.rawValue),
              "isChosen": .bool(name == chosen.name),
            ]
          }
        }
      ),
      "kind": JSONValue(sheet?.kind?.rawValue),
      "headerLines": sheet?.headerLines
        .map {
          .array([.integer($0.lowerBound), .integer($0.upperBound)])
        } ?? .null,
      "isReadAlready": .bool(sheet != nil && entry == nil && log.count(of: Severity.error) == 0),
      "columns": .array((sheet?.columns ?? []).map { HeaderProposal.value(of: $0, language) }),
      "missing": .array((sheet?.gaps ?? []).map { HeaderProposal.value(of: $0, language) }),
      "unknownValues": .array((sheet?.strange ?? []).map(HeaderProposal.value)),
      "entry": entry.map(HeaderProposal.value) ?? .null,
      "yaml": .string(entryText(in: language)),
      "trial": trial.map(HeaderProposal.value) ?? .null,
      "diagnostics": DiagnosticJSON.value(of: log),
    ]
  }

  private static func value(of column: SheetProposal.Column, _ language: Language) -> JSONValue {
    [
      "column": .integer(column.index + 1), "header": .string(column.head),
      "field": JSONValue(column.meaning?.field),
      "indicator": JSONValue(column.meaning?.indicator),
      "sureness": JSONValue(column.meaning?.sureness.rawValue),
      "reason": JSONValue(column.meaning?.reason[language]),
      "examples": .array(column.examples.map { .string($0) }),
    ]
  }

  private static func value(of gap: SheetProposal.Gap, _ language: Language) -> JSONValue {
    ["field": .string(gap.field), "advice": .string(gap.advice[language])]
  }

  private static func value(of value: SheetProposal.StrangeValue) -> JSONValue {
    [
      "field": .string(value.field), "text": .string(value.text), "rows": .integer(value.rows),
      "nearest": JSONValue(value.nearest), "choices": .array(value.choices.map { .string($0) }),
    ]
  }

  private static func value(of trial: Trial) -> JSONValue {
    [
      "rows": JSONValue(trial.counts?.rows), "accepted": JSONValue(trial.counts?.accepted),
      "refused": JSONValue(trial.counts?.refused),
      "nonRecords": JSONValue(trial.counts?.nonRecords),
      "problems": .object(trial.problems.map { JSONMember($0.kind.code, .integer($0.count)) }),
    ]
  }

  private static func value(of entry: SourceEntry) -> JSONValue {
    func members(_ values: [String: String]) -> JSONValue {
      .object(values.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) })
    }
    return [
      "files": JSONValue(entry.files), "department": JSONValue(entry.department),
      "kind": JSONValue(entry.kind?.rawValue), "encoding": JSONValue(entry.encoding?.rawValue),
      "delimiter": JSONValue(entry.delimiter.map { String(UnicodeScalar($0)) }),
      "sheet": JSONValue(entry.sheet), "record": JSONValue(entry.record),
      "number": entry.numberFrom.isEmpty
        ? .null : ["from": .array(entry.numberFrom.map { .string($0) })],
      "headers": members(entry.headers),
      "values": .object(
        entry.values.sorted { $0.key < $1.key }.map { JSONMember($0.key, members($0.value)) }
      ),
      "constants": members(entry.constants),
      "fillDown": .array(entry.fillDown.map { .string($0) }),
      "dateFrom": JSONValue(entry.dateFrom?.rawValue),
      "expected": JSONValue(entry.expected?.rawValue),
    ]
  }
}
