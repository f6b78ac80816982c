import Crypto
import Foundation

/// The SHA-256 of some bytes, by which sheets, pages and rules are known.
package struct ContentDigest: Sendable, Hashable {
  /// 64 lower-case hexadecimal digits.
  package let hex: String

  /// The digest of `bytes`.
  ///
  /// O(n).
  package init(of bytes: [UInt8]) {
    hex = ContentDigest.hex(SHA256.hash(data: bytes))
  }

  /// Reads 64 lower-case hexadecimal digits and nothing else.
  package init?(hex: String) {
    let isHex = hex.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard hex.utf8.count == 64, isHex else { return nil }
    self.hex = hex
  }

  fileprivate init(_ digest: SHA256.Digest) {
    hex = ContentDigest.hex(digest)
  }

  /// The first 12 digits, which begin the names of archived files.
  package var short: String { String(hex.prefix(12)) }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A SHA-256 over bytes that come piece by piece.
package struct DigestStream {
  private var hash = SHA256()

  /// Nothing yet.
  package init() {}

  /// Takes the next piece.
  package mutating func update(_ bytes: some RandomAccessCollection<UInt8>) {
    hash.update(data: Array(bytes))
  }

  /// The digest of all pieces.
  package func finished() -> ContentDigest {
    ContentDigest(hash.finalize())
  }
}
