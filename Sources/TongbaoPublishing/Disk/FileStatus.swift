import Glibc

/// What the file system says of a file.
package struct FileStatus: Sendable, Hashable {
  /// The kinds of file that matter.
  package enum Kind: Sendable, Hashable {
    case file
    case folder
    case link
    /// A pipe, a socket or a device.
    case special
  }

  /// Its kind; a symbolic link is a link, whatever it leads to.
  package let kind: Kind
  /// Size in bytes.
  package let size: Int64
  /// When it was last written.
  package let modified: Timestamp
  /// Which file it is, whatever its name.
  package let identity: FileIdentity

  init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .special
    }
    size = Int64(info.st_size)
    modified = Timestamp(
      seconds: Int64(info.st_mtim.tv_sec),
      nanoseconds: Int32(clamping: info.st_mtim.tv_nsec)
    )
    identity = FileIdentity(device: UInt64(info.st_dev), node: UInt64(info.st_ino))
  }
}

/// Which file of which file system.
package struct FileIdentity: Sendable, Hashable {
  /// The file system.
  package let device: UInt64
  /// The file's number there.
  package let node: UInt64
}
