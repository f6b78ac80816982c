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

  /// Whether `name` is a plain file that holds exactly these bytes; a link or what cannot be read does not.
  ///
  /// A folder is `wrongKind`: no file can take its place.
  func holds(_ bytes: [UInt8], in name: FileName) throws(PublishingFailure) -> Bool {
    guard let status = try status(of: name) else { return false }
    if status.kind == .folder { throw .wrongKind(path: path(of: name)) }
    guard status.kind == .file, status.size == bytes.count, let file = try? open(name) else {
      return false
    }
    var rest = bytes[...]
    while let piece = try? file.read(upTo: min(rest.count + 1, 1 << 18)) {
      if piece.isEmpty { return rest.isEmpty }
      guard rest.starts(with: piece) else { return false }
      rest = rest.dropFirst(piece.count)
    }
    return false
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
