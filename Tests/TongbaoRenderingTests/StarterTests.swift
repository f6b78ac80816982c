import Foundation
import Testing
import TongbaoModel

@testable import TongbaoRendering

struct StarterTests {
  private func filled(_ text: String, as name: String = "a@year@.txt") throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = folder.appending(path: "workspace/x")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: files.appending(path: name))
    let folders = ["/nowhere", folder.path(percentEncoded: false)]
    let pages = Starter(folders: folders).pages(filledWith: ["year": "2017", "empty": ""])
    return Dictionary(
      uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    )
  }

  @Test(arguments: [
    ("@year@", "2017"), ("@year@@year@", "20172017"), ("a@b.cn @year@", "a@b.cn 2017"),
    ("@month@ @year@ @", "@month@ 2017 @"), ("@empty@x@@", "x@@"), ("@year@year@", "2017year@"),
  ])
  func `names are filled in and nothing else is`(text: String, expected: String) throws {
    #expect(try filled(text) == ["x/a2017.txt": expected])
  }

  @Test func `without files there is nothing to make`() {
    #expect(Starter(folders: ["/nowhere"]).isEmpty)
  }
}
