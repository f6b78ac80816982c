import Foundation
import TongbaoModel

@testable import TongbaoPublishing

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    // In memory where the system has such a folder: these tests wait for the disk a hundred
    // thousand times.
    let shared = "/dev/shm"
    let isFast = FileManager.default.isWritableFile(atPath: shared)
    let parent = isFast ? shared : NSTemporaryDirectory()
    var template = Array((parent + "/tongbao-XXXXXX").utf8CString)
    let made = unsafe mkdtemp(&template) != nil
    guard made else { throw CocoaError(.fileWriteUnknown) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file below the folder, last written at `seconds`.
  func write(_ text: String, to name: String, at seconds: Double = 1_500_000_000) throws {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)],
      ofItemAtPath: file
    )
  }

  /// The text of a file below the folder; nil where there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file below the folder with its bytes, links by what they say.
  func tree() throws -> [String: Data] {
    var tree: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let file = path + "/" + name
      let type = try FileManager.default.attributesOfItem(atPath: file)[.type]
      if type as? FileAttributeType == .typeDirectory {
        tree[name + "/"] = Data()
      } else if name != ".tongbao.lock" {
        tree[name] = FileManager.default.contents(atPath: file) ?? Data()
      }
    }
    return tree
  }
}
