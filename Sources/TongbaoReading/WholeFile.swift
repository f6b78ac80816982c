/// A small file read whole: a scheme, settings.
package enum WholeFile {
  /// The bytes of the file at `path`, or one byte more than `limit` where it is longer.
  ///
  /// Throws where it cannot be opened or read.
  package static func bytes(
    ofPath path: String,
    limit: Int = 8_000_000
  ) throws(ReadingFailure) -> [UInt8] {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let part = try source.read(min(1 << 20, limit + 1 - bytes.count))
      guard !part.isEmpty else { break }
      bytes += part
    }
    return bytes
  }
}
