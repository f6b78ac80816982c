import TongbaoModel

/// In which encoding a document is read: what its mark, its settings, its declaration and its
/// bytes say, in this order.
///
/// Documents that say one thing and are another are refused, for either may be wrong.
struct XMLEncodingChoice: Sendable {
  /// The encoding; nil for another that is declared, which libxml2 converts.
  var encoding: TextEncoding?
  /// What is wrong with the declaration.
  var diagnostic: Diagnostic?
  /// Whether the document is refused.
  var isRefused = false

  /// Chooses for a document that begins with `head`.
  init(_ head: FileHead, _ choice: EncodingChoice, file: String) {
    let declared = XMLEncodingChoice.declaredName(head, choice)
    let named = declared.flatMap(XMLEncodingChoice.encoding(named:))
    let isWide = choice.encoding == .utf16LittleEndian || choice.encoding == .utf16BigEndian
    let place = SourceLocation(file: file, line: 1)
    encoding = choice.encoding
    if choice.reason == .byteOrderMark || choice.reason == .forced || isWide {
      let agrees = isWide && named == .utf16LittleEndian || named == choice.encoding
      if let declared, !agrees, choice.reason != .forced {
        diagnostic = XMLEncodingChoice.wrong(declared, choice.encoding, place)
      }
      return
    }
    switch (declared, named) {
    case (nil, _):
      if choice.encoding == .gb18030 { diagnostic = Diagnostic(.encodingReadAsGB18030, at: place) }
      if choice.reason == .evidenceAgainstUTF8 {
        encoding = .utf8
        diagnostic = nil
      }
    case (let declared?, .utf16LittleEndian?), (let declared?, .utf16BigEndian?):
      diagnostic = XMLEncodingChoice.wrong(declared, choice.encoding, place)
    case (let declared?, nil):
      encoding = nil
      guard let actual = head.evidence.encoding(inPlaceOf: declared) else { return }
      isRefused = true
      diagnostic = Diagnostic(
        .xmlEncodingMismatch,
        at: place,
        text: declared,
        facts: ["declared": .text(declared), "actual": .text(actual.printedName)]
      )
    case (let declared?, let named?):
      encoding = named
      guard head.evidence.contradicts(named) else { return }
      isRefused = true
      diagnostic = XMLEncodingChoice.mismatch(declared, named, head, file)
    }
  }

  private static func wrong(
    _ declared: String,
    _ encoding: TextEncoding,
    _ place: SourceLocation
  ) -> Diagnostic {
    let facts: [String: Fact] = [
      "declared": .text(declared), "actual": .text(encoding.printedName),
    ]
    return Diagnostic(.xmlDeclarationWrong, at: place, text: declared, facts: facts)
  }

  /// The first place that is not in the declared encoding, where the head shows it.
  private static func mismatch(
    _ declared: String,
    _ named: TextEncoding,
    _ head: FileHead,
    _ file: String
  ) -> Diagnostic {
    let text = TextDecoder.decodeWhole(head.bytes, named)
    var batch = RowBatch()
    batch.bytes = text.bytes
    let end = UInt32(text.bytes.count)
    batch.rows = [RowBatch.Row(firstCell: 0, line: 1, textEnd: end)]
    let place = text.faults.first.map {
      batch.location(ofByte: $0.start, inRow: 0, file: file)
    }
    let actual: TextEncoding = named == .utf8 ? .gb18030 : .utf8
    return Diagnostic(
      .xmlEncodingMismatch,
      at: place ?? SourceLocation(file: file),
      text: declared,
      facts: ["declared": .text(declared), "actual": .text(actual.printedName)]
    )
  }

  /// GB2312 and GBK are read as GB18030 under all of their names: exporters mislabel.
  private static func encoding(named name: String) -> TextEncoding? {
    switch name.lowercased() {
    case "gb_2312-80", "euc-cn", "x-gbk", "ms936", "windows-936", "cp936", "gb18030-2022": .gb18030
    case "us-ascii", "ascii": .utf8
    case let name: TextEncoding(named: name)
    }
  }

  /// What stands in `<?xml … encoding="…"?>`.
  private static func declaredName(_ head: FileHead, _ choice: EncodingChoice) -> String? {
    let start = Array(head.bytes.dropFirst(choice.markLength).prefix(2_048))
    let text = String(
      decoding: TextDecoder.decodeWhole(start, choice.encoding).bytes,
      as: UTF8.self
    )
    guard text.hasPrefix("<?xml"), let end = text.firstIndex(of: ">") else { return nil }
    let parts = text[..<end].split(separator: "encoding", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = parts[1].drop { $0 == "=" || $0.isWhitespace }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}

extension EncodingEvidence {
  /// The encoding that bytes clearly are in, though they are declared to be in one that the program leaves
  /// to libxml2; nil where they may be in that.
  fileprivate func encoding(inPlaceOf declared: String) -> TextEncoding? {
    if faults == 0, longSequences > 0 { return .utf8 }
    // Any bytes are text in an encoding of one byte for a character.
    let name = declared.lowercased()
    let isWestern = ["iso-8859", "iso_8859", "latin", "windows-125"].contains(where: name.hasPrefix)
    let isChinese = codeFaults == 0 && adjacentCodes > 0 && commonCodes * 2 > codes
    return isWestern && isChinese ? .gb18030 : nil
  }

  /// Whether the bytes are clearly not in the encoding that they are declared to be in.
  fileprivate func contradicts(_ declared: TextEncoding) -> Bool {
    switch declared {
    case .utf8: !isUTF8
    case .gb18030:
      faults == 0 && longSequences > 0 && (codeFaults > 0 || commonCodes * 2 < codes)
    case .utf16LittleEndian, .utf16BigEndian: true
    }
  }
}
