import Glibc

/// An open folder.
///
/// Everything in it is reached through its descriptor, so that nobody can swap the folder for a
/// link between two calls.
package final class Folder: Sendable {
  private let descriptor: Int32
  let disk: Disk
  /// The folder, as messages name it and as other stages open it.
  package let path: String

  private init(descriptor: Int32, disk: Disk, path: String) {
    self.descriptor = descriptor
    self.disk = disk
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// Opens the folder that the user names.
  ///
  /// Links are followed here alone: an office may keep its inbox on a share.
  package init(opening path: String, disk: Disk) throws(PublishingFailure) {
    try disk.permit(.open, path)
    let name = FileName(path).terminated
    let descriptor = unsafe Glibc.open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw disk.failure(.open, path) }
    self.descriptor = descriptor
    self.disk = disk
    self.path = path
  }

  /// How messages name a file of the folder.
  package func path(of name: FileName) -> String {
    path + "/" + name.description
  }

  /// The folder `name` in this one; nil where nothing has that name.
  ///
  /// A link is `wrongKind`, unless it may be followed.
  package func folder(
    _ name: FileName,
    followingLinks: Bool = false
  ) throws(PublishingFailure) -> Folder? {
    let path = path(of: name)
    try disk.permit(.open, path)
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW)
    let opened = unsafe openat(descriptor, name.terminated, flags)
    if opened < 0 {
      switch errno {
      case ENOENT where !followingLinks: return nil
      case ENOTDIR, ELOOP: throw .wrongKind(path: path)
      default: throw disk.failure(.open, path)
      }
    }
    return Folder(descriptor: opened, disk: disk, path: path)
  }

  /// Makes the folder `name`, unless something has that name already; says whether it was made.
  @discardableResult
  package func makeFolder(
    _ name: FileName,
    mode: UInt32 = 0o755
  ) throws(PublishingFailure) -> Bool {
    try disk.permit(.makeFolder, path(of: name))
    if unsafe mkdirat(descriptor, name.terminated, mode) == 0 { return true }
    guard errno == EEXIST else { throw disk.failure(.makeFolder, path(of: name)) }
    return false
  }

  /// What the folder holds, in the order of the bytes of the names.
  package func names() throws(PublishingFailure) -> [FileName] {
    try disk.permit(.list, path)
    // A stream of its own, for reading moves the place of the descriptor.
    let own = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = unsafe fdopendir(own) else { throw disk.failure(.list, path) }
    defer { unsafe closedir(stream) }
    var names: [FileName] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe Folder.nameBytes(of: entry)
      if bytes != [46], bytes != [46, 46] { names.append(FileName(bytes: bytes)) }
      errno = 0
    }
    guard errno == 0 else { throw disk.failure(.list, path) }
    return names.sorted()
  }

  private static func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let capacity = MemoryLayout.size(ofValue: unsafe entry.pointee.d_name)
    return unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
      unsafe Array(buffer.prefix(capacity).prefix { $0 != 0 })
    }
  }

  /// What the file system says of `name` itself; nil where nothing has that name.
  package func status(of name: FileName) throws(PublishingFailure) -> FileStatus? {
    try disk.permit(.status, path(of: name))
    var info = stat()
    if unsafe fstatat(descriptor, name.terminated, &info, AT_SYMLINK_NOFOLLOW) == 0 {
      return FileStatus(info)
    }
    guard errno == ENOENT else { throw disk.failure(.status, path(of: name)) }
    return nil
  }

  /// Opens a plain file for reading; nil where nothing has that name, `wrongKind` for anything
  /// else.
  func open(_ name: FileName) throws(PublishingFailure) -> OpenFile? {
    // Without O_NONBLOCK a pipe put in the file's place would make the run hang.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    return try plainFile(name, flags, .open)
  }

  /// Makes a new file for writing; fails where the name is taken.
  func create(_ name: FileName) throws(PublishingFailure) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    guard let file = try plainFile(name, flags, .create) else {
      throw disk.failure(.create, path(of: name))
    }
    return file
  }

  /// Makes a new file for writing in place of what an interrupted run left under the name.
  func createAnew(_ name: FileName) throws(PublishingFailure) -> OpenFile {
    do throws(PublishingFailure) {
      return try create(name)
    } catch .disk(let failure) where failure.code == EEXIST {
      try remove(name)
      return try create(name)
    }
  }

  /// Opens a file for writing at its end, making it where it is missing.
  func openForAppending(_ name: FileName) throws(PublishingFailure) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    guard let file = try plainFile(name, flags, .create) else {
      throw disk.failure(.create, path(of: name))
    }
    return file
  }

  private func plainFile(
    _ name: FileName,
    _ flags: Int32,
    _ operation: DiskOperation
  ) throws(PublishingFailure) -> OpenFile? {
    let path = path(of: name)
    try disk.permit(operation, path)
    let opened = unsafe openat(descriptor, name.terminated, flags, 0o644)
    if opened < 0 {
      switch errno {
      case ENOENT where operation == .open: return nil
      case ELOOP, ENXIO: throw .wrongKind(path: path)
      default: throw disk.failure(operation, path)
      }
    }
    let file = OpenFile(descriptor: opened, disk: disk, path: path)
    guard try file.status().kind == .file else { throw .wrongKind(path: path) }
    return file
  }

  /// Gives `name` another name, here or in another folder of the same file system, replacing what
  /// has it.
  func rename(
    _ name: FileName,
    to folder: Folder,
    as newName: FileName
  ) throws(PublishingFailure) {
    let operation: DiskOperation = folder === self ? .rename : .move
    try disk.permit(operation, folder.path(of: newName))
    let result = unsafe renameat(
      descriptor,
      name.terminated,
      folder.descriptor,
      newName.terminated
    )
    guard result == 0 else { throw disk.failure(operation, folder.path(of: newName)) }
  }

  /// Removes a file or link; says whether there was one.
  @discardableResult
  func remove(_ name: FileName) throws(PublishingFailure) -> Bool {
    try disk.permit(.remove, path(of: name))
    if unsafe unlinkat(descriptor, name.terminated, 0) == 0 { return true }
    guard errno == ENOENT else { throw disk.failure(.remove, path(of: name)) }
    return false
  }

  /// Removes an empty folder; says whether it was there and empty.
  @discardableResult
  func removeFolder(_ name: FileName) throws(PublishingFailure) -> Bool {
    try disk.permit(.remove, path(of: name))
    if unsafe unlinkat(descriptor, name.terminated, AT_REMOVEDIR) == 0 { return true }
    guard errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST else {
      throw disk.failure(.remove, path(of: name))
    }
    return false
  }

  /// Waits until the names in the folder are on the disk.
  ///
  /// Shares that cannot do this for folders are believed.
  func sync() throws(PublishingFailure) {
    try disk.permit(.sync, path)
    guard fsync(descriptor) != 0 else { return }
    guard errno == EINVAL || errno == ENOTSUP || errno == EBADF else {
      throw disk.failure(.sync, path)
    }
  }
}
