import CLibXML2

/// What the C callbacks reach by their one pointer.
@safe struct XMLSession {
  let context: UnsafeMutablePointer<xmlParserCtxt>
  var content: Unmanaged<XMLContent>
  var records: UnsafeMutablePointer<RecordState>?
  /// Whether the document reaches libxml2 byte by byte as it is known to the program.
  var isPlaced: Bool
  /// Whether characters beyond ASCII are masked in text, and in the names of elements.
  var isMasked: Bool
  var hasMaskedNames: Bool
  var hasDocumentType = false
  var fault: XMLFault?
  /// Whether nothing follows the bytes that are being parsed.
  var isAtLastBytes = false
  /// Whether the last part of a CDATA section ended with CR.
  var endsWithReturn = false

  /// Stops the parser for what the records say.
  mutating func refuse() {
    if let refusal = unsafe records?.pointee.refusal { stop(refusal) }
  }

  /// Tells of some text.
  @inline(__always)
  mutating func send(_ text: UnsafePointer<UInt8>, _ count: Int) {
    endsWithReturn = false
    guard unsafe records == nil else { return unsafe sendRecordText(text, count) }
    let view = unsafe ByteView(UnsafeRawBufferPointer(start: text, count: count))
    unsafe content.takeUnretainedValue().text(view)
  }

  /// Tells of a part of a CDATA section, whose line ends become LF as XML wants it.
  mutating func sendSection(_ text: UnsafePointer<UInt8>, _ count: Int) {
    let view = unsafe ByteView(UnsafeRawBufferPointer(start: text, count: count))
    var start = endsWithReturn && count > 0 && view[0] == 0x0A ? 1 : 0
    while let found = view.firstIndex(of: 0x0D, from: start, to: count) {
      if found > start { unsafe send(text + start, found - start) }
      start = found + 1
      var lineFeed: UInt8 = 0x0A
      if start == count || view[start] != lineFeed { unsafe send(&lineFeed, 1) }
    }
    if start < count { unsafe send(text + start, count - start) }
    endsWithReturn = count > 0 && view[count - 1] == 0x0D
  }

  /// Tells of some text of record XML.
  @inline(__always)
  private mutating func sendRecordText(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard let state = unsafe records else { return }
    if isPlaced,
      let offset = unsafe XMLPosition(context: context).offset(of: text, count: count),
      unsafe state.pointee.text(at: offset, count: count)
    {
      return
    }
    let view = unsafe ByteView(UnsafeRawBufferPointer(start: text, count: count))
    // What was masked must not pass for a value; a name that was stands after a bracket.
    if isMasked, view.contains(0x7F) || count > 4 && view.contains(0x3C) {
      return stop(.malformed(code: 1, message: ""))
    }
    unsafe state.pointee.text(view)
  }

  /// Keeps the first fault and stops the parser.
  mutating func stop(_ kind: XMLFault.Kind) {
    guard fault == nil else { return }
    let place = unsafe XMLPosition(context: context).place
    let kind = mayBeCut(kind) && isCutShort ? .cutShort : kind
    fault = XMLFault(kind: kind, line: place.line, column: place.column)
    unsafe xmlStopParser(context)
  }

  /// A closing tag of another name is whole, and wrong.
  private func mayBeCut(_ kind: XMLFault.Kind) -> Bool {
    guard case .malformed(let code, _) = kind else { return false }
    return code != Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue)
  }

  /// Whether elements are open at the file's end, and no tag ends in what is left of it.
  private var isCutShort: Bool {
    guard isAtLastBytes, unsafe context.pointee.nameNr > 0,
      let input = unsafe context.pointee.input, let cursor = unsafe input.pointee.cur,
      let end = unsafe input.pointee.end, unsafe end >= cursor
    else { return false }
    let rest = unsafe ByteView(UnsafeRawBufferPointer(start: cursor, count: end - cursor))
    return rest.firstIndex(of: 0x3E, from: 0, to: rest.count) == nil
  }
}

// MARK: - Callbacks

extension xmlSAXHandler {
  /// What all handlers share: text, errors, and entities refused.
  private static func common() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    let text: charactersSAXFunc = { pointer, text, length in
      guard let session = unsafe openSession(pointer), let text = unsafe text else { return }
      unsafe session.pointee.send(text, Int(length))
    }
    unsafe handler.characters = text
    unsafe handler.ignorableWhitespace = text
    // The push parser leaves CR in CDATA sections as they are.
    unsafe handler.cdataBlock = { pointer, text, length in
      guard let session = unsafe openSession(pointer), let text = unsafe text else { return }
      unsafe session.pointee.sendSection(text, Int(length))
    }
    unsafe handler.serror = { pointer, error in
      // Undeclared prefixes and the like are no fault: only what libxml2 cannot go on after.
      guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else { return }
      guard let session = unsafe openSession(pointer) else { return }
      let kind = unsafe XMLFault.Kind.malformed(error)
      unsafe session.pointee.stop(kind)
    }
    unsafe handler.entityDecl = { pointer, name, _, _, _, _ in
      let text = unsafe name.map { unsafe String(cString: $0) } ?? ""
      unsafe openSession(pointer)?.pointee.stop(.entityDeclared(text))
    }
    unsafe handler.unparsedEntityDecl = { pointer, name, _, _, _ in
      let text = unsafe name.map { unsafe String(cString: $0) } ?? ""
      unsafe openSession(pointer)?.pointee.stop(.entityDeclared(text))
    }
    unsafe handler.internalSubset = { pointer, _, _, _ in
      unsafe openSession(pointer)?.pointee.hasDocumentType = true
    }
    unsafe handler.reference = { pointer, name in
      let text = unsafe name.map { unsafe String(cString: $0) } ?? ""
      unsafe openSession(pointer)?.pointee.stop(.unknownEntity(text))
    }
    return unsafe handler
  }

  /// Handlers that tell an `XMLContent`.
  static func general() -> xmlSAXHandler {
    var handler = unsafe common()
    unsafe handler.startElementNs = { pointer, name, prefix, uri, _, _, count, _, attributes in
      guard let session = unsafe openSession(pointer), let name = unsafe name else { return }
      let element = unsafe XMLElement(name, prefix, uri, count, attributes)
      let content = unsafe session.pointee.content.takeUnretainedValue()
      content.start(element, unsafe XMLPosition(context: session.pointee.context))
      if let refusal = content.refusal { unsafe session.pointee.stop(refusal) }
    }
    unsafe handler.endElementNs = { pointer, _, _, _ in
      unsafe openSession(pointer)?.pointee.content.takeUnretainedValue().end()
    }
    return unsafe handler
  }

  /// Record XML is read in bulk: its state is reached without reference counting.
  static func records() -> xmlSAXHandler {
    var handler = unsafe common()
    unsafe handler.startElementNs = { pointer, name, prefix, uri, _, _, count, _, attributes in
      guard let session = unsafe openSession(pointer), let name = unsafe name,
        let state = unsafe session.pointee.records
      else { return }
      let element = unsafe XMLElement(
        name,
        prefix,
        uri,
        count,
        attributes,
        isNameMasked: session.pointee.hasMaskedNames
      )
      unsafe state.pointee.start(element, XMLPosition(context: session.pointee.context))
      if unsafe state.pointee.isRefused { unsafe session.pointee.refuse() }
    }
    unsafe handler.endElementNs = { pointer, _, _, _ in
      unsafe openSession(pointer)?.pointee.records?.pointee.end()
    }
    return unsafe handler
  }
}

@inline(__always)
private func openSession(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession>? {
  unsafe pointer?.assumingMemoryBound(to: XMLSession.self)
}

extension XMLFault.Kind {
  static func malformed(_ error: UnsafeMutablePointer<xmlError>?) -> XMLFault.Kind {
    guard let error = unsafe error else { return .malformed(code: 0, message: "") }
    let text = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    // libxml2 has no code for what is longer than it looks ahead.
    if line.contains("Huge input lookup") { return .partTooLong }
    if unsafe error.pointee.code == Int32(XML_ERR_UNDECLARED_ENTITY.rawValue),
      let name = unsafe error.pointee.str1
    {
      return unsafe .unknownEntity(String(cString: name))
    }
    return unsafe .malformed(code: error.pointee.code, message: line)
  }
}
