import Foundation
import Testing

/// The main job on the sample workspace, from the inbox to the public folder.
struct SampleWorkspaceTests {
  @Test func `the newspaper's case is open in October and restored in November`() async throws {
    let workspace = try await SampleWorkspace.published.value
    let october = try workspace.text("public/2017-10/r1/circular.txt")
    let november = try workspace.text("public/2017-11/r1/circular.txt")
    #expect(row(of: "ZZ-10001", in: "整改中的预扣分", of: october).contains("盐官镇"))
    #expect(row(of: "ZZ-10001", in: "本期返还", of: october).isEmpty)
    #expect(row(of: "ZZ-10001", in: "本期返还", of: november).contains("盐官镇"))
    #expect(row(of: "ZZ-10001", in: "整改中的预扣分", of: november).isEmpty)
  }

  @Test func `a score is explained down to file and row`() async throws {
    let workspace = try await SampleWorkspace.published.value
    let result = try workspace.tongbao("explain", "盐官镇", "patrol", "--period", "2017-11")
    // The page is broken into lines of 56 columns; the breaks are taken out again.
    let text = result.output.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined()
    let step = try #require(text.firstMatch(of: /ZZ-10001）.*?（(综治办-[^（）]*\.csv):(\d+)）/))
    let row = try #require(Int(step.output.2))
    let archived = try workspace.files(below: "archive")
      .first { $0.key.hasSuffix(step.output.1) }
    let lines = try #require(archived).value.split(separator: UInt8(ascii: "\n"))
    #expect(lines[row - 1].starts(with: "ZZ-10001,".utf8))
  }

  @Test(arguments: ["2017-10", "2017-11"])
  func `the rank table says the same as text, page and scores`(period: String) async throws {
    let workspace = try await SampleWorkspace.published.value
    let issue = "public/\(period)/r1"
    let scores = try RankTable(scores: workspace.text("\(issue)/scores.json"))
    #expect(scores.lines.count == 14)
    #expect(try RankTable(text: workspace.text("\(issue)/circular.txt")) == scores)
    #expect(try RankTable(html: workspace.text("\(issue)/circular.html")) == scores)
  }

  @Test func `a second run publishes nothing and a fresh copy gives the same bytes`() async throws {
    let first = try await SampleWorkspace.published.value
    let second = try SampleWorkspace("again")
    for transcript in try second.publish() {
      #expect(transcript.status == 3)
      #expect(transcript.output.contains("已发布"))
    }
    let (some, others) = (try first.files(), try second.files())
    #expect(differences(some, others).isEmpty)

    let before = try second.files(below: "public")
    for transcript in try second.publish() {
      #expect(!transcript.output.contains("已发布"))
      #expect(transcript.output.contains("无变化"))
    }
    // What the last run came to is the one page that a run without news changes.
    let after = try second.files(below: "public")
    #expect(Set(differences(before, after)).isSubset(of: ["status.json"]))
  }

  @Test func `a late sheet makes a new revision with a correction and leaves the old one`()
    async throws
  {
    let workspace = try SampleWorkspace("late", copying: await SampleWorkspace.published.value)
    let before = try workspace.files(below: "public/2017-10/r1")
    let late = try #require(try workspace.names(in: "late").first)
    try FileManager.default.moveItem(
      at: workspace.folder.appending(path: "late/\(late)"),
      to: workspace.folder.appending(path: "inbox/\(late)")
    )
    let run = try workspace.tongbao(
      "run",
      "--period",
      "2017-10",
      "--date",
      "2017-12-10",
      "--summary"
    )
    #expect(run.output.contains("已发布 2017-10/r2"))
    let after = try workspace.files(below: "public/2017-10")
    #expect(after["r2/correction.html"] != nil)
    #expect(before.allSatisfy { after["r1/\($0.key)"] == $0.value })
    for (page, way) in [("public/index.html", "2017-10/"), ("public/2017-10/index.html", "")] {
      let index = try workspace.text(page)
      for link in ["r1/circular.html", "r2/circular.html", "r2/correction.html"] {
        #expect(index.contains("href=\"\(way)\(link)\""), "\(page): \(link)")
      }
      #expect(index.contains("href=\"\(way)r2/units/yanguan.html\">盐官镇<"))
    }
    try expectLinksToLead(in: workspace)
  }

  @Test func `the index says of an issue what its circular says`() async throws {
    let workspace = try await SampleWorkspace.published.value
    let index = try workspace.text("public/index.html")
    for period in ["2017-10", "2017-11"] {
      let text = try workspace.text("public/\(period)/r1/circular.txt").filter { !$0.isWhitespace }
      let count = try #require(text.firstMatch(of: /发现并采信问题([0-9]+)个/)?.output.1)
      let line = "14个单位，发现问题\(count)个"
      #expect(index.contains(line), "\(line)")
      #expect(try workspace.text("public/\(period)/index.html").contains(line))
    }
    #expect(index.matches(of: /href="2017-11\/r1\/units\//).count == 14)
    let register = try workspace.text("public/register.json")
    #expect(register.contains("\"summary\"") && register.contains("盐官镇"))
  }

  @Test func `exactly the rows that the samples' page names are in quarantine`() async throws {
    let workspace = try await SampleWorkspace.published.value
    let page = try String(
      contentsOf: Binary.root.appending(path: "samples/README.md"),
      encoding: .utf8
    )
    let sentence = try #require(page.firstMatch(of: /拒收 refused：(.*)/)).output.1
    let named = sentence.matches(of: /([A-Z0-9-]+)（/).map { String($0.output.1) }
    var refused: [String] = []
    for name in try workspace.names(in: "quarantine") where name.hasSuffix(".rejected.csv") {
      let rows = try workspace.tongbao("rows", "--raw", "quarantine/\(name)").output
        .split(separator: "\n")
        .map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) }
      let column = try #require(rows.first?.firstIndex(of: "record"))
      refused += rows.dropFirst().map { $0[column] }
    }
    #expect(named.count == 8)
    #expect(refused.sorted() == named.sorted())
  }

  @Test func `of every sheet the rows are accepted, refused or no records`() throws {
    let workspace = try SampleWorkspace("checked")
    let inbox = try workspace.names(in: "inbox")
    let transcript = try workspace.checkInbox()
    let report = try CheckReport(transcript)
    #expect(transcript.status == 2)
    #expect(Set(report.files.map(\.file)) == Set(inbox))
    for sheet in report.files {
      let rows = try #require(sheet.rows)
      let accepted = try #require(sheet.accepted)
      let refused = try #require(sheet.refused)
      let nonRecords = try #require(sheet.nonRecords)
      #expect(accepted + refused + nonRecords == rows, "\(sheet.file)")
      #expect(accepted > 0, "\(sheet.file)")
    }
    #expect(report.files.compactMap(\.refused).reduce(0, +) == 8)
  }

  @Test(arguments: ["2017-10", "2017-11"])
  func `every checksum of an issue is right and no file is without one`(
    period: String
  ) async throws {
    let workspace = try await SampleWorkspace.published.value
    let issue = workspace.folder.appending(path: "public/\(period)/r1")
    let result = try Binary.shell("sha256sum --check --strict --quiet MANIFEST.sha256", in: issue)
    #expect(result.status == 0, "\(result.output)")
    let listed = try workspace.text("public/\(period)/r1/MANIFEST.sha256").split(separator: "\n")
      .map { String($0.dropFirst(66)) }
    let files = try workspace.files(below: "public/\(period)/r1").keys
    #expect(Set(listed) == Set(files).subtracting(["MANIFEST.sha256"]))
  }

  @Test func `every link of a public page leads somewhere`() async throws {
    try expectLinksToLead(in: try await SampleWorkspace.published.value)
  }

  private func expectLinksToLead(in workspace: SampleWorkspace) throws {
    let files = try workspace.files(below: "public")
    var count = 0
    for (path, bytes) in files where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      for match in page.matches(of: /(?:href|src)="([^"]*)"/) {
        let link = String(match.output.1)
        // A style sheet that the page carries in its own address.
        if link.hasPrefix("data:text/css,") { continue }
        #expect(leads(link, from: path, among: files), "\(path): \(link)")
        count += 1
      }
    }
    #expect(count > 100)
  }

  /// Whether a relative link of the page at `path` names a file, and a place in it that exists.
  private func leads(_ link: String, from path: String, among files: [String: Data]) -> Bool {
    guard
      let base = URL(string: "http://here/" + encoded(path)),
      let target = URL(string: link, relativeTo: base)?.absoluteURL, target.host() == "here"
    else { return false }
    let name = String(target.path(percentEncoded: false).dropFirst())
    guard let bytes = files[name] else { return false }
    guard let place = target.fragment(percentEncoded: false) else { return true }
    return String(decoding: bytes, as: UTF8.self).contains("id=\"\(place)\"")
  }

  private func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  /// The paths whose bytes are not the same on both sides.
  private func differences(_ some: [String: Data], _ others: [String: Data]) -> [String] {
    Set(some.keys).union(others.keys).filter { some[$0] != others[$0] }.sorted()
  }

  /// The row of a record in the captioned table of a plain circular; empty where there is none.
  private func row(of record: String, in caption: String, of circular: String) -> String {
    guard
      let start = circular.ranges(of: "  \(caption)\n").first?.upperBound,
      let end = circular[start...].ranges(of: "\n\n").first?.lowerBound
    else { return "" }
    let rows = circular[start..<end].split(separator: "\n")
    return rows.first { $0.contains(record) }.map(String.init) ?? ""
  }
}
