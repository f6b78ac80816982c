import Glibc

/// Bytes that live as long as the call that handed them in.
///
/// The one place that touches raw memory in the hot paths: every index is checked in debug builds, and
/// callers keep within `count` by construction. Spans measured the same speed byte by byte, but have
/// neither `memchr` nor unaligned words.
@safe struct ByteView {
  private let base: UnsafeRawPointer
  /// How many bytes there are.
  let count: Int

  /// Views the memory of `buffer`, which must outlive the view.
  init(_ buffer: UnsafeRawBufferPointer) {
    unsafe self.base =
      buffer.baseAddress
      ?? UnsafeRawPointer(bitPattern: 1)
      .unsafelyUnwrapped
    count = buffer.count
  }

  /// The byte at `index`.
  subscript(index: Int) -> UInt8 {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return unsafe base.load(fromByteOffset: index, as: UInt8.self)
    }
  }

  /// The eight bytes from `index`, the first in the lowest bits.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    assert(index >= 0 && index + 8 <= count)
    return unsafe UInt64(
      littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    )
  }

  /// The first place of `byte` in `range`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    assert(start >= 0 && start <= end && end <= count)
    guard start < end, let found = unsafe memchr(base + start, Int32(byte), end - start) else {
      return nil
    }
    return unsafe UnsafeRawPointer(found) - base
  }

  /// Whether `byte` is among the bytes.
  func contains(_ byte: UInt8) -> Bool {
    firstIndex(of: byte, from: 0, to: count) != nil
  }

  /// How many bytes pass a test.
  ///
  /// The compiler makes one test of many bytes where the test has no branches.
  @inline(__always)
  func count(where passes: (UInt8) -> Bool) -> Int {
    var total = 0
    var index = 0
    while index < count {
      // No more than a byte can count.
      let end = min(count, index &+ 240)
      var some: UInt8 = 0
      while index < end {
        some &+= passes(unsafe base.load(fromByteOffset: index, as: UInt8.self)) ? 1 : 0
        index &+= 1
      }
      total &+= Int(some)
    }
    return total
  }

  /// Whether every byte from the third on passes a test of itself and the two before it: one, two before, itself.
  @inline(__always)
  func allSatisfy(_ passes: (_ before: UInt8, _ last: UInt8, _ byte: UInt8) -> Bool) -> Bool {
    var index = 2
    while index < count {
      let end = min(count, index &+ 240)
      var failures: UInt8 = 0
      while index < end {
        let before = unsafe base.load(fromByteOffset: index &- 2, as: UInt8.self)
        let last = unsafe base.load(fromByteOffset: index &- 1, as: UInt8.self)
        let byte = unsafe base.load(fromByteOffset: index, as: UInt8.self)
        failures &+= passes(before, last, byte) ? 0 : 1
        index &+= 1
      }
      if failures > 0 { return false }
    }
    return true
  }

  /// A copy of the bytes `range`.
  func copy(_ range: Range<Int>) -> [UInt8] {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Copies the bytes `range` to raw memory.
  func copyBytes(_ range: Range<Int>, to target: UnsafeMutableRawPointer) {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    unsafe target.copyMemory(from: base + range.lowerBound, byteCount: range.count)
  }

  /// Copies all to raw memory with DEL for every byte beyond ASCII.
  ///
  /// The compiler makes one step of many bytes.
  func copyASCII(to target: UnsafeMutableRawPointer) {
    for index in 0..<count {
      let byte = unsafe base.load(fromByteOffset: index, as: UInt8.self)
      unsafe target.storeBytes(of: min(byte, 0x7F), toByteOffset: index, as: UInt8.self)
    }
  }

  /// The part `range`.
  func slice(_ range: Range<Int>) -> ByteView {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe ByteView(
      UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    )
  }

  /// Calls `body` with the first byte's address, for C.
  @inline(__always)
  func withPointer<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe body(base.assumingMemoryBound(to: CChar.self))
  }

  /// Appends the part `range` to `bytes`.
  @inline(__always)
  fileprivate func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    unsafe bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    )
  }
}

extension [UInt8] {
  /// Calls `body` with a view of the array's bytes.
  @inline(__always)
  func withView<Result>(_ body: (ByteView) -> Result) -> Result {
    unsafe withUnsafeBytes { unsafe body(ByteView($0)) }
  }

  /// Appends the bytes `range` of a view.
  @inline(__always)
  mutating func append(_ range: Range<Int>, of view: ByteView) {
    view.append(range, to: &self)
  }
}

extension UInt64 {
  /// A word of eight equal bytes.
  @inline(__always)
  init(repeating byte: UInt8) {
    self = UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// A word with the high bit set in the first zero byte, and perhaps in later ones.
  ///
  /// Zero where no byte is zero.
  @inline(__always)
  var zeroBytes: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }

  /// A word with the high bit set in every zero byte and nothing else.
  @inline(__always)
  var allZeroBytes: UInt64 {
    ~((self & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | self) & 0x8080_8080_8080_8080
  }
}
