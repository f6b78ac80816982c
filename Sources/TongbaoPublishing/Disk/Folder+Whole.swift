import Glibc

extension Folder {
  /// All bytes of a plain file; nil where nothing has that name.
  ///
  /// O(n) memory: for files that we wrote ourselves.
  package func bytes(of name: FileName) throws(PublishingFailure) -> [UInt8]? {
    guard let file = try open(name) else { return nil }
    var bytes: [UInt8] = []
    while true {
      let piece = try file.read(upTo: 1 << 18)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// Whether a plain file holds exactly these bytes; what cannot be read does not.
  func holds(_ bytes: [UInt8], in name: FileName) -> Bool {
    guard let file = try? open(name), let status = try? file.status(), status.size == bytes.count
    else {
      return false
    }
    return (try? self.bytes(of: name)) == bytes
  }

  /// The SHA-256 of a plain file; nil where nothing has that name.
  ///
  /// Memory independent of its size.
  package func digest(of name: FileName) throws(PublishingFailure) -> ContentDigest? {
    guard let file = try open(name) else { return nil }
    var stream = DigestStream()
    while true {
      let piece = try file.read(upTo: 1 << 20)
      if piece.isEmpty { return stream.finished() }
      stream.update(piece)
    }
  }

  /// Writes a whole file: a reader finds the old bytes or the new ones, never a part.
  ///
  /// The bytes go under `temporary` first (by default `.<name>.part`; a left-over of that name is
  /// replaced) and take the name by one rename.
  package func replace(
    _ name: FileName,
    with bytes: [UInt8],
    temporary: FileName? = nil
  ) throws(PublishingFailure) {
    let part = temporary ?? name.partName
    try write(bytes, as: part)
    do {
      try rename(part, to: self, as: name)
    } catch {
      discard(part)
      throw error
    }
    try sync()
  }

  /// As `replace`, unless the file already holds these bytes; says whether it was written.
  @discardableResult
  package func replaceIfChanged(
    _ name: FileName,
    with bytes: [UInt8]
  ) throws(PublishingFailure) -> Bool {
    if try self.bytes(of: name) == bytes { return false }
    try replace(name, with: bytes)
    return true
  }

  /// Writes a new file, replacing a left-over of the same name, and waits until it is on the disk.
  func write(_ bytes: [UInt8], as part: FileName) throws(PublishingFailure) {
    let file = try createAnew(part)
    do {
      try file.write(bytes)
      try file.sync()
    } catch {
      discard(part)
      throw error
    }
  }

  /// Removes what a failed write leaves.
  ///
  /// If that fails too, the next run does it.
  func discard(_ part: FileName) {
    _ = try? remove(part)
  }
}

extension FileName {
  /// `.<name>.part`, cut to what a file system takes: hidden, and known as ours.
  var partName: FileName {
    FileName(bytes: [46] + bytes.prefix(240) + Array(".part".utf8))
  }

  /// Whether the name is one that `partName` makes.
  var isPart: Bool {
    bytes.first == 46 && bytes.suffix(5).elementsEqual(".part".utf8)
  }
}
