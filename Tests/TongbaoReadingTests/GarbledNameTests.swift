import Foundation
import Glibc
import Testing

@testable import TongbaoReading

/// Files whose names are not UTF-8, as arguments name them.
struct GarbledNameTests {
  /// 农办 in GB 18030, and another name that reads alike.
  private static let names: [[UInt8]] = [
    [0xC5, 0xA9, 0xB0, 0xEC] + Array(".csv".utf8), [0xC5, 0xA9, 0xB1, 0xEC] + Array(".csv".utf8),
  ]

  /// What opening gives in a folder that holds `count` of the names: 0, or the error number.
  private func opening(_ count: Int) throws -> Int32 {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tongbao-names-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in Self.names.prefix(count) {
      let path = (Array(folder.utf8) + [UInt8(ascii: "/")] + name).map { CChar(bitPattern: $0) }
      let descriptor = unsafe open(path + [0], O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
      try #require(descriptor >= 0)
      close(descriptor)
    }
    let argument = folder + "/" + String(decoding: Self.names[0], as: UTF8.self)
    do throws(ReadingFailure) {
      _ = try ByteSource(path: argument)
      return 0
    } catch {
      guard case .cannotOpen(_, let code) = error else { return -1 }
      return code
    }
  }

  @Test(arguments: [(0, ENOENT), (1, 0), (2, ENOENT)])
  func `a file is opened by what its name reads as, unless two read alike`(
    count: Int,
    result: Int32
  ) throws {
    #expect(try opening(count) == result)
  }
}
