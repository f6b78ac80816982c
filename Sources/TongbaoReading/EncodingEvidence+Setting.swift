import TongbaoModel

extension EncodingEvidence {
  /// The name of the encoding that bytes are in, where they clearly are not in the one that a setting
  /// forces; nil where they may be.
  ///
  /// `head` is the beginning of the file.
  func encoding(against forced: TextEncoding, _ head: [UInt8]) -> String? {
    let patterned = EncodingChoice.patterned(head)?.encoding
    switch forced {
    case .utf8:
      if let patterned { return patterned.printedName }
      guard !isUTF8, codeFaults == 0 || isBig5 else { return nil }
      return isBig5 ? EncodingChoice.Unread.big5.rawValue : TextEncoding.gb18030.printedName
    case .gb18030:
      if let patterned { return patterned.printedName }
      return isSurelyUTF8 ? TextEncoding.utf8.printedName : nil
    case .utf16LittleEndian, .utf16BigEndian:
      if let patterned { return patterned == forced ? nil : patterned.printedName }
      // A table in UTF-16 has a NUL in every delimiter, digit and line end.
      guard head.count >= 4, !head.contains(0) else { return nil }
      return (isUTF8 ? TextEncoding.utf8 : .gb18030).printedName
    }
  }

  /// Whether the bytes are well-formed UTF-8 with Chinese, and as GB18030 mostly rare characters or none.
  private var isSurelyUTF8: Bool {
    faults == 0 && longSequences >= 3 && (codeFaults > 0 || commonCodes * 2 < codes)
  }
}
