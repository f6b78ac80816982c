/// How well some bytes fit UTF-8, GB18030 and Big5.
struct EncodingEvidence: Sendable, Equatable {
  /// Well-formed UTF-8 sequences of two bytes.
  var shortSequences = 0
  /// Well-formed UTF-8 sequences of three or four bytes, which other encodings form rarely by chance.
  var longSequences = 0
  /// Bytes that are not UTF-8.
  var faults = 0
  /// Codes of GB18030 of several bytes.
  var codes = 0
  /// Those among them that are Chinese characters of everyday use (GB2312).
  var commonCodes = 0
  /// Those that follow another code at once: Chinese has words, and é stands alone.
  var adjacentCodes = 0
  /// Bytes that are not GB18030.
  var codeFaults = 0
  /// Codes that only Big5 uses every day.
  var bigCodes = 0
  /// Pairs that are not Big5.
  var bigFaults = 0

  /// Looks at `bytes`; an unfinished character at their end counts for nothing.
  init(_ bytes: [UInt8]) {
    bytes.withView { view in
      countUTF8(view)
      countGB18030(view)
      countBig5(view)
    }
  }

  /// Whether there is nothing but ASCII.
  var isASCII: Bool { shortSequences + longSequences + faults == 0 }

  /// Whether the bytes are UTF-8, perhaps with some damage, rather than GB18030.
  var isUTF8: Bool {
    if faults == 0 { return true }
    if longSequences > faults { return true }
    if codeFaults == 0 { return false }
    // Both are damaged: the lesser damage wins, UTF-8 where they are equal.
    return faults * (codes + codeFaults) <= codeFaults
      * (shortSequences + longSequences + faults)
  }

  /// Whether the bytes are well-formed UTF-8 by chance: as UTF-8 they would hold no Chinese at all, as GB18030
  /// they hold nothing else (C2 A3 C3 A3).
  var isUTF8ByChance: Bool {
    faults == 0 && longSequences == 0 && codeFaults == 0 && adjacentCodes > 0
      && commonCodes == codes
  }

  /// Whether the bytes look like traditional Chinese in Big5, whose trails often lie below 0x80.
  var isBig5: Bool {
    !isUTF8 && bigFaults * 100 <= codes && codes >= 6 && bigCodes * 6 > codes
      && commonCodes * 2 < codes
  }

  private mutating func countUTF8(_ view: ByteView) {
    var index = 0
    while index < view.count {
      index += view.asciiPrefix(from: index, to: view.count)
      guard index < view.count else { return }
      let length = UTF8Form.length(at: index, in: view, end: view.count)
      if length < 0 { return }
      if length == 0 {
        faults += 1
      } else if length == 2 {
        shortSequences += 1
      } else {
        longSequences += 1
      }
      index += max(1, length)
    }
  }

  private mutating func countGB18030(_ view: ByteView) {
    var index = 0
    var codeEnd = -1
    while index < view.count {
      index += view.asciiPrefix(from: index, to: view.count)
      guard index + 1 < view.count else { return }
      let lead = view[index]
      let trail = view[index + 1]
      if GB18030Table.position(lead, trail) != nil {
        codes += 1
        if (0xB0...0xF7).contains(lead), trail >= 0xA1 { commonCodes += 1 }
        if codeEnd == index { adjacentCodes += 1 }
        index += 2
        codeEnd = index
      } else if lead >= 0x81, lead <= 0xFE, (0x30...0x39).contains(trail) {
        guard index + 3 < view.count else { return }
        let isCode =
          (0x81...0xFE).contains(view[index + 2]) && (0x30...0x39).contains(view[index + 3])
        if isCode { codes += 1 } else { codeFaults += 1 }
        index += isCode ? 4 : 1
      } else {
        codeFaults += lead == 0x80 ? 0 : 1
        index += 1
      }
    }
  }

  private mutating func countBig5(_ view: ByteView) {
    var index = 0
    while index < view.count {
      index += view.asciiPrefix(from: index, to: view.count)
      guard index + 1 < view.count else { return }
      let trail = view[index + 1]
      let isLow = (0x40...0x7E).contains(trail)
      if (0x81...0xFE).contains(view[index]), isLow || (0xA1...0xFE).contains(trail) {
        if isLow, (0xA4...0xC6).contains(view[index]) { bigCodes += 1 }
        index += 2
      } else {
        bigFaults += 1
        index += 1
      }
    }
  }
}
