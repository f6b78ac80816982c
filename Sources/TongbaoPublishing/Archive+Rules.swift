/// The files that an issue's bytes depend on beside the sheets: kept by digest, so that `verify`
/// can compute again.
extension Archive {
  private static let rulesName: FileName = "rules"

  /// Keeps one file, such as a scheme or the settings; the same bytes are kept once.
  @discardableResult
  package func keep(_ bytes: [UInt8]) throws(PublishingFailure) -> ContentDigest {
    let digest = ContentDigest(of: bytes)
    let folder = try folder.made(Archive.rulesName, mode: 0o770)
    if try folder.digest(of: FileName(digest.hex)) != digest {
      try folder.replace(FileName(digest.hex), with: bytes)
    }
    return digest
  }

  /// Keeps several named files, such as templates, and the list of them; the digest is that of the
  /// list.
  ///
  /// The list is in the order of the names' bytes, so the order given does not matter.
  @discardableResult
  package func keep(
    files: [(name: String, bytes: [UInt8])]
  ) throws(PublishingFailure) -> ContentDigest {
    for file in files { try keep(file.bytes) }
    return try keep(Archive.list(of: files))
  }

  /// The digest that `keep(files:)` gives, without keeping anything.
  package static func digest(of files: [(name: String, bytes: [UInt8])]) -> ContentDigest {
    ContentDigest(of: list(of: files))
  }

  private static func list(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    Manifest(files.map { ($0.name, ContentDigest(of: $0.bytes)) }).bytes
  }
}

extension Workspace {
  /// A file that `Archive.keep` kept; `digestMismatch` where it is missing or no longer has its
  /// digest.
  package func rules(_ digest: ContentDigest) throws(PublishingFailure) -> [UInt8] {
    let archive = try folder(.archive)
    let bytes = try archive.folder("rules")?.bytes(of: FileName(digest.hex))
    guard let bytes, ContentDigest(of: bytes) == digest else {
      throw .digestMismatch(path: archive.path + "/rules/" + digest.hex)
    }
    return bytes
  }

  /// The files that `Archive.keep(files:)` kept, in the order of the names' bytes.
  package func ruleFiles(
    _ digest: ContentDigest
  ) throws(PublishingFailure) -> [(name: String, bytes: [UInt8])] {
    guard let manifest = Manifest(parsing: try rules(digest)) else {
      throw .digestMismatch(path: try folder(.archive).path + "/rules/" + digest.hex)
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for entry in manifest.entries { files.append((entry.name, try rules(entry.digest))) }
    return files
  }
}
