import Foundation

/// A workspace of three units, made by a test.
struct SmallWorkspace {
  private let scratch: Scratch

  /// The workspace.
  var folder: URL { scratch.url }

  /// A workspace with the scheme of the fixtures and `settings` below the format line.
  init(settings: String = "") throws {
    scratch = try Scratch()
    for name in ["schemes", "inbox"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name),
        withIntermediateDirectories: true
      )
    }
    let scheme = Binary.root.appending(path: "Tests/Fixtures/diagnostics/scheme.yaml")
    try scratch.file("schemes/2017.yaml", Data(contentsOf: scheme))
    try settle(settings)
  }

  /// Writes the settings anew.
  func settle(_ settings: String) throws {
    try scratch.file("tongbao.yaml", Data("format: tongbao.settings/1\n\(settings)".utf8))
  }

  /// Drops an inspection sheet into the inbox: for each row a day, a unit and a severity.
  func drop(_ name: String, rows: [(day: String, unit: String, severity: String)]) throws {
    var sheet = "单号,检查日期,单位名称,考核指标,问题等级,问题描述,检查人员\n"
    for (index, row) in rows.enumerated() {
      sheet += "\(name)-\(index),\(row.day),\(row.unit),平安巡查,\(row.severity),通道堵塞,"
      sheet += "张三、李四、王五\n"
    }
    try scratch.file("inbox/\(name).csv", Data(sheet.utf8))
  }

  /// Puts another file into the workspace.
  func write(_ text: String, to path: String) throws {
    try scratch.file(path, Data(text.utf8))
  }

  /// Runs `tongbao` in the workspace.
  func tongbao(_ arguments: String...) throws -> Binary.Transcript {
    try Binary.run(arguments, in: folder)
  }

  /// Whether the public folder holds an issue of a period.
  func holdsIssue(of period: String) -> Bool {
    let issue = folder.appending(path: "public/\(period)/r1")
    return FileManager.default.fileExists(atPath: issue.path(percentEncoded: false))
  }

  /// Removes the workspace.
  func remove() {
    scratch.remove()
  }
}
