import Glibc

/// An open file; closed when nothing refers to it any more.
package final class OpenFile: Sendable {
  private let descriptor: Int32
  private let disk: Disk
  /// The file, as messages name it.
  package let path: String

  init(descriptor: Int32, disk: Disk, path: String) {
    self.descriptor = descriptor
    self.disk = disk
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// What the file system says of the file now.
  func status() throws(PublishingFailure) -> FileStatus {
    try disk.permit(.status, path)
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw disk.failure(.status, path) }
    return FileStatus(info)
  }

  /// Whether a program holds the file open for writing, itself idle perhaps; false where the file is another's.
  ///
  /// To be asked where `MountTable.knowsWriters` alone. Linux gives nobody a lease for reading then. Source:
  /// fcntl(2), F_SETLEASE.
  var isBeingWritten: Bool {
    // The header keeps these two to itself.
    let (setSignal, setLease): (Int32, Int32) = (10, 1024)
    // Who opens the file in this very moment would have us told by a signal that ends the program: this one does not.
    guard fcntl(descriptor, setSignal, SIGURG) == 0 else { return false }
    guard fcntl(descriptor, setLease, F_RDLCK) == 0 else { return errno == EAGAIN }
    _ = fcntl(descriptor, setLease, F_UNLCK)
    return false
  }

  /// The next bytes, at most `limit`; empty at the end.
  func read(upTo limit: Int) throws(PublishingFailure) -> [UInt8] {
    try disk.permit(.read, path)
    var result = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      repeat {
        result = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
      } while result < 0 && errno == EINTR
      count = max(0, result)
    }
    guard result >= 0 else { throw disk.failure(.read, path) }
    return bytes
  }

  /// Writes all bytes at the file's place.
  func write(_ bytes: [UInt8]) throws(PublishingFailure) {
    try disk.permit(.write, path)
    let torn = disk.torn(count: bytes.count)
    let end = torn ?? bytes.count
    var start = 0
    while start < end {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), end - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw disk.failure(.write, path) }
      start += count
    }
    if torn != nil { throw .killed }
  }

  /// Lets the system begin to put the bytes on the disk; `sync` alone says that they are there.
  func startWriting() {
    // Linux begins to write what is to leave its cache.
    _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
  }

  /// Cuts the file to `length` bytes and goes to its end.
  func truncate(to length: Int64) throws(PublishingFailure) {
    try disk.permit(.truncate, path)
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw disk.failure(.truncate, path)
    }
  }

  /// Waits until the bytes are on the disk.
  func sync() throws(PublishingFailure) {
    try disk.permit(.sync, path)
    guard fsync(descriptor) == 0 else { throw disk.failure(.sync, path) }
  }

  /// Takes the lock of the file; false where another process has it.
  func lock() throws(PublishingFailure) -> Bool {
    try disk.permit(.lock, path)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw disk.failure(.lock, path) }
    }
    return true
  }

  /// Gives the lock back at once.
  ///
  /// Closing does so only when no process that is just being started holds a copy of the descriptor any more.
  func unlock() {
    _ = flock(descriptor, LOCK_UN)
  }
}
