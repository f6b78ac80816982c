import Foundation

/// What `tongbao check --format json` prints.
struct CheckReport: Decodable {
  /// A sheet and its rows.
  struct Sheet: Decodable {
    let file: String
    let kind: String?
    let rows: Int?
    let accepted: Int?
    let refused: Int?
    let nonRecords: Int?
  }

  /// A problem and its place.
  struct Problem: Decodable {
    let code: String
    let severity: String
    let file: String?
    let line: Int?
  }

  let files: [Sheet]
  let diagnostics: [Problem]

  init(_ transcript: Binary.Transcript) throws {
    self = try JSONDecoder().decode(CheckReport.self, from: Data(transcript.output.utf8))
  }
}
