import Glibc
import Synchronization

/// Where bytes come from: a regular file, or memory.
///
/// One owner per descriptor: it is closed when the source goes.
final class ByteSource: Sendable {
  private let path: String
  private let descriptor: Int32
  private let memory: [UInt8]
  /// Where the one who reads in order goes on.
  private let position = Atomic(0)

  /// Opens the file at `path`: a regular file, or a pipe, which is read into memory.
  init(path: String) throws(ReadingFailure) {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY
    var opened = unsafe open(path, flags)
    let problem = errno
    if opened < 0 { opened = GarbledName.open(path, flags) }
    guard opened >= 0 else { throw .cannotOpen(path: path, errno: problem) }
    var status = stat()
    let failure = unsafe fstat(opened, &status) == 0 ? 0 : errno
    self.path = path
    descriptor = opened
    guard failure == 0 else {
      memory = []
      throw .cannotOpen(path: path, errno: failure)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      memory = []
    case S_IFIFO:
      memory = try ByteSource.drain(opened, path)
    default:
      memory = []
      throw .cannotOpen(path: path, errno: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    isMemory = status.st_mode & S_IFMT == S_IFIFO
  }

  private let isMemory: Bool

  /// Reads what is already in memory.
  init(memory: [UInt8]) {
    path = ""
    descriptor = -1
    self.memory = memory
    isMemory = true
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Goes to the byte `offset`, which comes next.
  func seek(to offset: Int) {
    position.store(offset, ordering: .relaxed)
  }

  /// `leftover` and up to `count` bytes after it; no more than `leftover` at the end of the file.
  func read(_ count: Int, after leftover: ArraySlice<UInt8> = []) throws(ReadingFailure) -> [UInt8]
  {
    let bytes = try read(count, at: position.load(ordering: .relaxed), after: leftover)
    position.add(bytes.count - leftover.count, ordering: .relaxed)
    return bytes
  }

  /// `leftover` and up to `count` bytes from the byte `offset` on.
  ///
  /// Several threads may do this at a time.
  func read(
    _ count: Int,
    at offset: Int,
    after leftover: ArraySlice<UInt8> = []
  ) throws(ReadingFailure) -> [UInt8] {
    if isMemory {
      let end = min(offset + count, memory.count)
      return Array(leftover) + memory[min(offset, end)..<end]
    }
    let (bytes, failure) = filled(count, at: offset, after: leftover)
    guard failure == 0 else { throw .cannotRead(path: path, errno: failure) }
    return bytes
  }

  /// Reads straight into the memory of the array that is handed out, which has room for some more.
  private func filled(
    _ count: Int,
    at offset: Int,
    after leftover: ArraySlice<UInt8>
  ) -> ([UInt8], Int32) {
    var failure: Int32 = 0
    let total = leftover.count + count
    let capacity = total + total / 32
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { room, initialized in
      _ = unsafe room.update(fromContentsOf: leftover)
      initialized = leftover.count
      while initialized < total, let base = room.baseAddress {
        let place = offset + initialized - leftover.count
        let got = unsafe pread(descriptor, base + initialized, total - initialized, place)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { break }
        initialized += got
      }
    }
    return (bytes, failure)
  }

  private static func drain(_ descriptor: Int32, _ path: String) throws(ReadingFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = unsafe block.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .cannotRead(path: path, errno: errno) }
      guard got > 0 else { return bytes }
      bytes += block[..<got]
    }
  }
}
