import Foundation
import Testing

/// Broken copies of every sample sheet: no fault goes through, each is reported at its line.
struct BrokenSheetTests {
  @Test func `a sheet that breaks off within a row is reported where it breaks off`() throws {
    let workspace = try SampleWorkspace("truncated")
    let broken = try breakInbox(of: workspace) { BrokenSheet(truncating: $0) }
    #expect(broken.count == 56)
    try expectErrors(in: workspace, where: broken)
  }

  @Test func `a day that the calendar does not know is reported where it stands`() throws {
    let workspace = try SampleWorkspace("misdated")
    // Of a day in whatever way it is written, the month becomes the thirteenth.
    let month = try NSRegularExpression(
      pattern: #"2017(?:[-/.年](\d{1,2})(?=[-/.月]\d)|([01]\d)(?=[0-3]\d\b))"#
    )
    let broken = try breakInbox(of: workspace) {
      BrokenSheet($0, replacing: month, with: "13")
    }
    // One sheet has its day in the file's name, one has years alone.
    #expect(
      try Set(workspace.names(in: "inbox")).subtracting(broken.keys)
        == ["统计局-主要经济指标-2017年11月.csv", "督查考评室-2016年度结转-2017年.csv"]
    )
    // Of a sheet without a date column the day stands in a title: it is refused whole.
    try expectErrors(
      in: workspace,
      where: broken,
      refusedWhole: ["统计局-主要经济指标-2017年10月.xml", "统计局-主要经济指标-2017年12月.csv"]
    )
  }

  @Test func `a unit or record that nobody knows is reported where it stands`() throws {
    let workspace = try SampleWorkspace("misnamed")
    // Follow-up sheets name no unit: there the record's number is made one that nobody gave.
    let name = try NSRegularExpression(
      pattern: #"(?<=[,;\t">\n])((?:\#(try unitNames().joined(separator: "|")))(?=[,;\t"<\r\n]))"#
    )
    let record = try NSRegularExpression(
      pattern: #"(?<=[,;\t">\n])((?:[A-Z]{2}-)?\d{5})(?=[,;\t"<])"#
    )
    let broken = try breakInbox(of: workspace) {
      BrokenSheet($0, replacing: name, with: "某某镇")
        ?? BrokenSheet($0, replacing: record, with: "XX-00000")
    }
    #expect(broken.count == 56)
    try expectErrors(in: workspace, where: broken)
  }

  /// Puts a fault into each sheet of the inbox; gives the line of the fault by the file's name.
  private func breakInbox(
    of workspace: SampleWorkspace,
    with fault: (Data) -> BrokenSheet?
  ) throws -> [String: Int] {
    var lines: [String: Int] = [:]
    for name in try workspace.names(in: "inbox") {
      let file = workspace.folder.appending(path: "inbox/\(name)")
      guard let broken = fault(try Data(contentsOf: file)) else { continue }
      try broken.bytes.write(to: file)
      lines[name] = broken.line
    }
    return lines
  }

  /// Expects exit code 2 and, of every broken sheet, an error with a line; in text sheets that of the fault.
  private func expectErrors(
    in workspace: SampleWorkspace,
    where lines: [String: Int],
    refusedWhole: Set<String> = []
  ) throws {
    let transcript = try workspace.checkInbox()
    #expect(transcript.status == 2)
    let report = try CheckReport(transcript)
    let errors = report.diagnostics.filter { $0.severity == "error" }
    #expect(
      Set(report.files.filter { $0.rows == nil }.map(\.file)).isSuperset(of: refusedWhole)
    )
    // One sheet lies there twice, and what is wrong with it is said once.
    let repeated = Set(
      report.diagnostics.filter { $0.code == "inbox.duplicate" }.compactMap(\.file)
    )
    #expect(repeated.count <= 1)
    for (name, line) in lines where !refusedWhole.contains(name) && !repeated.contains(name) {
      let found = errors.filter { $0.file == name }.compactMap(\.line)
      #expect(!found.isEmpty, "\(name): no error with a line")
      if name.hasSuffix(".csv") || name.hasSuffix(".txt") {
        #expect(found.contains(line), "\(name): \(found), not \(line)")
      }
    }
  }

  /// Names and aliases of the sample scheme's units, the longest first.
  private func unitNames() throws -> [String] {
    let scheme = try String(
      contentsOf: SampleWorkspace.source.appending(path: "schemes/2017.yaml"),
      encoding: .utf8
    )
    let line = /\{id: (\w+), +name: ([^,]+), category: \w+, aliases: \[([^\]]*)\]/
    return scheme.matches(of: line)
      .flatMap { match in
        let (_, id, name, aliases) = match.output
        return [String(id), String(name)] + aliases.split(separator: ", ").map(String.init)
      }
      .sorted { $0.count > $1.count }
  }
}
