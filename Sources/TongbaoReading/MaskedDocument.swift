/// A document as libxml2 is to see it: of what is not ASCII only the places mean something.
///
/// libxml2 decodes, tests and copies characters beyond ASCII one by one, which takes half of its time; a run of
/// ASCII it passes by. The program knows already that they are well-formed UTF-8, and takes the values from the
/// file itself by their places.
///
/// In text every byte of such a character becomes DEL. A byte is masked only where the angle bracket before it is
/// `>` and the one after it is `<`. In a well-formed document without a DOCTYPE such a byte lies in text, in a CDATA
/// section, a comment or a processing instruction, never in a tag: if the `>` stood in an attribute's value, the
/// tag's own `>` would have to come before the next `<`, which no value may hold. In all these places DEL is allowed as
/// any other character is. Names of elements are masked by `MaskedName`. So libxml2 calls the masked document well
/// formed just when it calls the document so, and hands over the same pieces.
struct MaskedDocument {
  /// The bytes for libxml2, as many as the document has.
  let bytes: [UInt8]
  /// Whether text is masked.
  let isMasked: Bool
  /// Whether names of elements are masked.
  let hasMaskedNames: Bool

  /// Masks a document of three parts in UTF-8; the second and the third begin with a tag, or are empty.
  ///
  /// It is left as it is where it needs libxml2's own look: for a CR without LF, a `>` in text, a character that may
  /// be none of XML's, names that would become equal. Linear.
  init(_ head: [UInt8], _ body: ByteView, _ tail: [UInt8]) {
    let count = head.count + body.count + tail.count
    var isMasked = false
    var hasMaskedNames = false
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, initialized in
      guard let base = UnsafeMutableRawPointer(room.baseAddress) else { return }
      head.withView { head in
        tail.withView { tail in
          var masking = unsafe Masking(room: base)
          isMasked = masking.mask([head, body, tail])
          hasMaskedNames = isMasked && masking.names.isMasked
          if !isMasked { masking.copy([head, body, tail]) }
        }
      }
      initialized = count
    }
    self.isMasked = isMasked
    self.hasMaskedNames = hasMaskedNames
  }

  /// Writes parts of a document one after another.
  @safe private struct Masking {
    private let room: UnsafeMutableRawPointer
    private(set) var names = MaskedName()

    init(room: UnsafeMutableRawPointer) {
      unsafe self.room = room
    }

    /// Copies the parts as they are.
    func copy(_ parts: [ByteView]) {
      var place = unsafe room
      for part in parts {
        unsafe part.copyBytes(0..<part.count, to: place)
        unsafe place += part.count
      }
    }

    /// Masks the parts; false where what has been written must not be used.
    mutating func mask(_ parts: [ByteView]) -> Bool {
      var place = unsafe room
      for part in parts {
        guard !part.hasLoneReturn, !part.mayHoldNoncharacter, unsafe mask(part, to: place) else {
          return false
        }
        unsafe place += part.count
      }
      return !names.areAmbiguous
    }

    /// Masks all, and then puts the tags right.
    private mutating func mask(_ part: ByteView, to place: UnsafeMutableRawPointer) -> Bool {
      unsafe part.copyASCII(to: place)
      var index = 0
      while let bracket = part.firstBracket(from: index) {
        guard part[bracket] == 0x3C else { return false }
        index = unsafe names.mask(after: bracket, in: part, to: place)
        if index < part.count, part[index] != 0x3E {
          let end = part.firstIndex(of: 0x3E, from: index, to: part.count) ?? part.count
          unsafe part.copyBytes(index..<end, to: place + index)
          index = end
        }
        index = min(index + 1, part.count)
      }
      return true
    }
  }
}

extension ByteView {
  /// Whether a CR stands without an LF after it.
  fileprivate var hasLoneReturn: Bool {
    var index = 0
    while let found = firstIndex(of: 0x0D, from: index, to: count) {
      guard found + 1 < count, self[found + 1] == 0x0A else { return true }
      index = found + 2
    }
    return false
  }

  /// Whether there may be U+FFFE or U+FFFF, which are EF BF BE and EF BF BF.
  fileprivate var mayHoldNoncharacter: Bool {
    count > 2
      && !allSatisfy { before, last, byte in !(before == 0xEF && last == 0xBF && byte >= 0xBE) }
  }

  /// The first angle bracket at or after `start`.
  @inline(__always)
  fileprivate func firstBracket(from start: Int) -> Int? {
    var index = start
    while index + 8 <= count {
      // `<` is 3C and `>` is 3E.
      let hits = ((word(at: index) | UInt64(repeating: 0x02)) ^ UInt64(repeating: 0x3E)).zeroBytes
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self[index] | 0x02 == 0x3E { return index }
      index += 1
    }
    return nil
  }
}
