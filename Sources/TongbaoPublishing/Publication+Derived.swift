import TongbaoFormats
package import TongbaoModel

// What is made from the register, and can be made again.
extension Publication {
  /// Rebuilds the files that `render` makes of the register: `index.html`, `2017-11/index.html`,
  /// `register.csv`, `feed.xml`.
  ///
  /// Only what differs is written; a file that cannot be replaced is a warning, and the next run
  /// tries again. True where all were replaced.
  @discardableResult
  package mutating func rebuild(
    _ render: (Register) -> [Page]
  ) throws(PublishingFailure) -> Bool {
    var isWhole = true
    let pages = render(register)
    if !pages.contains(where: { $0.path == "feed.xml" }) {
      // A feed that nothing keeps up to date any more would be taken for silence.
      served.discard("feed.xml")
    }
    for page in pages {
      let path = try RelativePath(page.path)
      guard let folder = Publication.derivedFolder(of: path) else {
        throw .unsafePath(page.path)
      }
      isWhole = try replace(path.last, in: folder.name, with: page.bytes) && isWhole
    }
    return isWhole
  }

  /// Writes `status.json` and the office's copy of it; a warning where it cannot be replaced.
  @discardableResult
  package mutating func write(_ status: RunStatus) throws(PublishingFailure) -> Bool {
    try office.replaceIfChanged(Publication.statusName, with: status.json)
    return try replace(Publication.statusName, in: nil, with: status.json)
  }

  /// Derived pages stand beside the register or in a period's folder, never in a revision's.
  private static func derivedFolder(of path: RelativePath) -> (name: FileName?, Void)? {
    switch path.names.count {
    case 1 where path.last != registerName: (nil, ())
    case 2 where Period(path.names[0].description) != nil: (path.names[0], ())
    default: nil
    }
  }
}

extension Register {
  /// The register as CSV for a spreadsheet, with BOM, one row per issue and one per notice.
  package func table(in language: Language) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(row: Register.heads.map { $0[language] })
    for issue in issues {
      let isLatest = latest(issue.period)?.revision == issue.revision
      writer.write(row: [
        issue.documentNumber, issue.period.description, String(issue.revision),
        issue.date.description, issue.title, issue.folder + "/",
        isLatest ? "" : Register.superseded(by: issue.revision + 1)[language],
      ])
    }
    for notice in notices {
      let state =
        notice.withdrawal.map { withdrawal in
          let word = withdrawal.isSuspension ? Register.suspended : Register.withdrawn
          return "\(word[language]) \(withdrawal.date)"
        } ?? ""
      writer.write(row: [
        notice.id, "", "", notice.date.description, notice.title,
        "notices/" + (notice.files.first?.path ?? ""), state,
      ])
    }
    return writer.bytes
  }

  private static let heads = [
    Bilingual("发文字号", "number"), Bilingual("期间", "period"), Bilingual("版次", "revision"),
    Bilingual("日期", "date"), Bilingual("标题", "title"), Bilingual("地址", "address"),
    Bilingual("状态", "state"),
  ]

  private static func superseded(by revision: Int) -> Bilingual {
    Bilingual("已由第\(revision)版取代", "superseded by revision \(revision)")
  }

  private static let withdrawn = Bilingual("已撤销", "withdrawn")
  private static let suspended = Bilingual("暂停公布", "suspended")
}
