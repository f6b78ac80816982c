import TongbaoModel

/// The beginning of a file, from which is found what it is.
struct FileHead {
  /// The first bytes, at most 64 KB.
  let bytes: [UInt8]
  /// Whether they are all of the file.
  let isWhole: Bool
  /// Evidence for the encoding, from the first part that is not ASCII.
  let evidence: EncodingEvidence

  private static let length = 65_536

  /// Looks at the beginning of `source`, and further where the beginning is ASCII alone.
  init(_ source: ByteSource) throws(ReadingFailure) {
    source.seek(to: 0)
    bytes = try source.read(FileHead.length)
    isWhole = bytes.count < FileHead.length
    let own = EncodingEvidence(bytes)
    evidence = own.isASCII && !isWhole ? try FileHead.laterEvidence(source) : own
    source.seek(to: 0)
  }

  /// Evidence from the first 64 KB after the first byte that is not ASCII.
  private static func laterEvidence(_ source: ByteSource) throws(ReadingFailure) -> EncodingEvidence
  {
    while true {
      let block = try source.read(1_000_000)
      if block.isEmpty { return EncodingEvidence([]) }
      let ascii = block.withView { $0.asciiPrefix(from: 0, to: $0.count) }
      guard ascii < block.count else { continue }
      var sample = block[ascii...].prefix(length)
      if sample.count < length { sample = try source.read(length, after: sample)[...] }
      return EncodingEvidence(Array(sample))
    }
  }

  /// What was found.
  struct Findings {
    /// The encoding; nil where the file is refused.
    var choice: EncodingChoice?
    /// Whether it is XML.
    var isXML = false
    /// What is to be said.
    var log = DiagnosticLog()
  }

  /// What the file is, and in what encoding.
  func findings(of name: String, forced: TextEncoding?) -> Findings {
    let place = SourceLocation(file: name)
    if let kind = refusal(place) { return Findings(log: log(of: kind)) }
    let marked = EncodingChoice.marked(bytes)
    let patterned = marked == nil && forced == nil ? EncodingChoice.patterned(bytes) : nil
    let text = Array(bytes.dropFirst(marked?.markLength ?? 0))
    let chosen = marked ?? patterned ?? forced.map { EncodingChoice(encoding: $0, reason: .forced) }
    let signature = FileSignature.found(in: text)
    // What UTF-16 has NULs for is no sign of a binary file.
    let isWide = chosen.map { $0.encoding != .utf8 && $0.encoding != .gb18030 } ?? false
    if let signature, signature != .binary, !isWide || chosen?.reason == .forced {
      return Findings(log: log(of: signature.diagnostic(at: place)))
    }
    if let chosen, let wrong = wrongSetting(chosen, place) { return Findings(log: log(of: wrong)) }
    if let signature, !isWide { return Findings(log: log(of: signature.diagnostic(at: place))) }
    if chosen == nil, let unread = unreadByEvidence {
      return Findings(log: log(of: unread.diagnostic(at: place)))
    }
    let choice = chosen ?? .weighed(evidence)
    let start = TextDecoder.decodeWhole(Array(text.prefix(4_096)), choice.encoding).bytes
    if isWhole, start.count < 4_096, start.allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
      return Findings(log: log(of: Diagnostic(.fileEmpty, at: place)))
    }
    if FileSignature.looksLikeWebPage(start) {
      return Findings(log: log(of: FileSignature.webPage.diagnostic(at: place)))
    }
    var findings = Findings(choice: choice, isXML: FileHead.looksLikeXML(start))
    note(choice, forced, place, &findings)
    return findings
  }

  /// What is to be said where a setting names an encoding that the file clearly is not in.
  private func wrongSetting(_ choice: EncodingChoice, _ place: SourceLocation) -> Diagnostic? {
    guard choice.reason == .forced,
      let actual = evidence.encoding(against: choice.encoding, bytes)
    else { return nil }
    let facts: [String: Fact] = [
      "set": .text(choice.encoding.printedName), "actual": .text(actual),
    ]
    return Diagnostic(.encodingSettingWrong, at: place, facts: facts)
  }

  /// An encoding that is not read and that nothing but the text itself shows.
  private var unreadByEvidence: EncodingChoice.Unread? {
    if evidence.isBig5 { return .big5 }
    return evidence.isASCII && EncodingChoice.looksLikeUTF7(bytes) ? .utf7 : nil
  }

  /// What is refused before anything is decoded.
  private func refusal(_ place: SourceLocation) -> Diagnostic? {
    if bytes.isEmpty { return Diagnostic(.fileEmpty, at: place) }
    if let unread = EncodingChoice.unread(bytes) { return unread.diagnostic(at: place) }
    return nil
  }

  private func log(of diagnostic: Diagnostic) -> DiagnosticLog {
    var log = DiagnosticLog()
    log.append(diagnostic)
    return log
  }

  private func note(
    _ choice: EncodingChoice,
    _ forced: TextEncoding?,
    _ place: SourceLocation,
    _ findings: inout Findings
  ) {
    if choice.reason == .evidenceAgainstUTF8, !findings.isXML {
      findings.log.append(Diagnostic(.encodingReadAsGB18030, at: place))
    }
    if choice.reason == .byteOrderMark, let forced, forced != choice.encoding {
      let facts: [String: Fact] = [
        "mark": .text(choice.encoding.printedName), "set": .text(forced.printedName),
      ]
      findings.log.append(Diagnostic(.encodingMarkWins, at: place, facts: facts))
    }
  }

  /// Whether the text begins with a tag, a declaration or a comment.
  private static func looksLikeXML(_ text: [UInt8]) -> Bool {
    let rest = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard rest.first == 0x3C, let next = rest.dropFirst().first else { return false }
    let isLetter = (0x41...0x5A).contains(next & 0xDF) || next == 0x5F || next >= 0x80
    // A heading such as <备注>,… is a table all the same: a tag must close before a delimiter.
    let tag = rest.prefix { $0 != 0x3E && $0 != 0x2C && $0 != 0x09 && $0 != 0x3B }
    return next == 0x3F || next == 0x21 || (isLetter && tag.count < rest.count)
  }
}
