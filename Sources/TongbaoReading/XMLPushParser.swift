import CLibXML2
import Glibc

/// What listens to an XML document.
///
/// Subclasses take what they need.
class XMLContent {
  /// A start tag.
  ///
  /// `line` is where it begins.
  func start(_ element: XMLElement, _ parser: XMLPosition) {}
  /// The end of the innermost open element.
  func end() {}
  /// Some text; that of one element may come in several parts.
  func text(_ view: ByteView) {}
  /// Why nothing more should be read; nil while all is well.
  var refusal: XMLFault.Kind? { nil }
}

/// The place that a parser has reached.
@safe struct XMLPosition {
  fileprivate let context: UnsafeMutablePointer<xmlParserCtxt>

  /// The line where the tag begins whose end the parser has reached: attributes may stand on several
  /// lines, and hold no `<`.
  var tagLine: Int {
    guard let input = unsafe context.pointee.input else { return 0 }
    var line = unsafe Int(input.pointee.line)
    guard var cursor = unsafe input.pointee.cur, let base = unsafe input.pointee.base else {
      return line
    }
    while unsafe cursor > base, unsafe cursor.pointee != 0x3C {
      unsafe cursor -= 1
      if unsafe cursor.pointee == 0x0A { line -= 1 }
    }
    return line
  }

  /// Line and column where the parser is.
  ///
  /// The column counts characters of what libxml2 still holds.
  var place: (line: Int, column: Int?) {
    guard let input = unsafe context.pointee.input, var cursor = unsafe input.pointee.cur,
      let base = unsafe input.pointee.base
    else { return (1, nil) }
    var column = 1
    while unsafe cursor > base, unsafe (cursor - 1).pointee != 0x0A {
      unsafe cursor -= 1
      if unsafe cursor.pointee & 0xC0 != 0x80 { column += 1 }
    }
    // The line's beginning may be gone from the parser's memory.
    let isWholeLine = unsafe cursor > base || input.pointee.consumed == 0
    return unsafe (Int(input.pointee.line), isWholeLine ? column : nil)
  }
}

extension XMLPosition {
  /// How many bytes of the document the parser has taken.
  var offset: Int {
    guard let input = unsafe context.pointee.input else { return 0 }
    return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Where in the document some text begins that libxml2 hands over; nil where it stands there otherwise.
  ///
  /// libxml2 shows either its own input or, of text that is not ASCII, a copy of what it has just passed.
  @inline(__always)
  func offset(of text: UnsafePointer<UInt8>, count: Int) -> Int? {
    guard let input = unsafe context.pointee.input, let base = unsafe input.pointee.base,
      let cursor = unsafe input.pointee.cur, let end = unsafe input.pointee.end
    else { return nil }
    let consumed = unsafe Int(input.pointee.consumed)
    if unsafe text >= base, unsafe text + count <= end { return unsafe consumed + (text - base) }
    guard unsafe cursor - base >= count, unsafe memcmp(cursor - count, text, count) == 0 else {
      return nil
    }
    return unsafe consumed + (cursor - base) - count
  }
}

/// What the C callbacks reach by their one pointer.
@safe private struct XMLSession {
  var context: UnsafeMutablePointer<xmlParserCtxt>?
  var content: Unmanaged<XMLContent>
  var records: UnsafeMutablePointer<RecordState>?
  /// Whether the document reaches libxml2 byte by byte as it is known to the program.
  var isPlaced: Bool
  /// Whether characters beyond ASCII may be masked.
  var isMasked: Bool
  var hasDocumentType = false
  var fault: XMLFault?
  /// Whether nothing follows the bytes that are being parsed.
  var isAtLastBytes = false

  /// Stops the parser for what the records say.
  mutating func refuse() {
    if let refusal = unsafe records?.pointee.refusal { stop(refusal) }
  }

  /// Keeps the first fault and stops the parser.
  mutating func stop(_ kind: XMLFault.Kind) {
    guard fault == nil, let context = unsafe context else { return }
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
    guard isAtLastBytes, let context = unsafe context, unsafe context.pointee.nameNr > 0,
      let input = unsafe context.pointee.input, let cursor = unsafe input.pointee.cur,
      let end = unsafe input.pointee.end, unsafe end >= cursor
    else { return false }
    let rest = unsafe ByteView(UnsafeRawBufferPointer(start: cursor, count: end - cursor))
    return rest.firstIndex(of: 0x3E, from: 0, to: rest.count) == nil
  }
}

/// One SAX2 push parser of libxml2: no tree, no network, no entities, no recovery.
///
/// It owns the context and frees it. The callbacks below are the only code that C calls.
@safe final class XMLPushParser {
  private let context: UnsafeMutablePointer<xmlParserCtxt>
  private let session: UnsafeMutablePointer<XMLSession>
  private let content: XMLContent
  private var tag = UnfinishedTag()

  private static let isInitialised: Bool = {
    xmlInitParser()
    return true
  }()

  /// A parser that tells `content`; nil where there is no memory.
  ///
  /// `isUTF8`: the bytes are UTF-8 whatever the document declares. `isMasked`: they are masked for libxml2,
  /// which must not be done in a document with a DOCTYPE, and after which a fault has no right place.
  init?(_ content: XMLContent, isUTF8: Bool, isMasked: Bool = false) {
    guard XMLPushParser.isInitialised else { return nil }
    let records = unsafe (content as? RecordContent)?.state
    let session = UnsafeMutablePointer<XMLSession>.allocate(capacity: 1)
    unsafe session.initialize(
      to: XMLSession(
        content: Unmanaged.passUnretained(content),
        records: records,
        isPlaced: isUTF8,
        isMasked: isMasked
      )
    )
    var handler = unsafe records == nil ? XMLPushParser.handler() : XMLPushParser.recordHandler()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, session, nil, 0, nil) else {
      unsafe session.deinitialize(count: 1)
      unsafe session.deallocate()
      return nil
    }
    let options = XML_PARSE_NONET.rawValue | (isUTF8 ? XML_PARSE_IGNORE_ENC.rawValue : 0)
    unsafe xmlCtxtUseOptions(context, Int32(options))
    unsafe session.pointee.context = context
    unsafe self.context = context
    unsafe self.session = session
    self.content = content
  }

  deinit {
    if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(context)
    unsafe session.deinitialize(count: 1)
    unsafe session.deallocate()
  }

  /// The first fault.
  var fault: XMLFault? { unsafe session.pointee.fault }

  /// Whether there was a DOCTYPE.
  var hasDocumentType: Bool { unsafe session.pointee.hasDocumentType }

  /// How many bytes of the document have been parsed; the rest waits within libxml2.
  var offset: Int { unsafe XMLPosition(context: context).offset }

  /// Parses the new bytes of a part of the document.
  ///
  /// Nothing happens after a fault.
  func feed(_ segment: XMLSegment) {
    let steps = segment.steps
    segment.bytes.withView { view in
      for (index, step) in steps.enumerated() where fault == nil {
        let isLast = segment.isLast && index == steps.count - 1
        if let mask = segment.masked {
          let start = step.lowerBound - segment.fresh
          mask.withView { feed($0.slice(start..<start + step.count), isLast: isLast) }
        } else {
          feed(view.slice(step), isLast: isLast)
        }
      }
    }
  }

  private func feed(_ view: ByteView, isLast: Bool) {
    unsafe session.pointee.isAtLastBytes = isLast
    unsafe view.withPointer { text in
      _ = unsafe xmlParseChunk(context, text, Int32(view.count), isLast ? 1 : 0)
    }
    if fault == nil, let refusal = content.refusal { unsafe session.pointee.stop(refusal) }
    if fault == nil, !isLast, hasTooManyAttributes { unsafe session.pointee.stop(.tooManyFields) }
    if fault == nil, unsafe context.pointee.wellFormed == 0 {
      let error = unsafe xmlCtxtGetLastError(context)
      unsafe session.pointee.stop(XMLPushParser.malformed(error))
    }
  }

  /// Whether the tag that libxml2 waits to see the end of has too many attributes already.
  ///
  /// libxml2 compares each attribute of a tag with all before it, so it must not get to see them.
  private var hasTooManyAttributes: Bool {
    guard let input = unsafe context.pointee.input, let cursor = unsafe input.pointee.cur,
      let base = unsafe input.pointee.base, let end = unsafe input.pointee.end,
      unsafe end > cursor, unsafe cursor.pointee == 0x3C
    else { return false }
    let place = unsafe Int(input.pointee.consumed) + (cursor - base)
    let text = unsafe ByteView(UnsafeRawBufferPointer(start: cursor, count: end - cursor))
    return tag.attributes(of: text, at: place) > UnfinishedTag.limit
  }

  fileprivate static func malformed(_ error: UnsafeMutablePointer<xmlError>?) -> XMLFault.Kind {
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

// MARK: - Callbacks

extension XMLPushParser {
  /// What all handlers share: errors, and entities refused.
  private static func commonHandler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.serror = { pointer, error in
      // Undeclared prefixes and the like are no fault: only what libxml2 cannot go on after.
      guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else { return }
      guard let session = unsafe openSession(pointer) else { return }
      let kind = unsafe XMLPushParser.malformed(error)
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

  private static func handler() -> xmlSAXHandler {
    var handler = unsafe commonHandler()
    unsafe handler.startElementNs = { pointer, name, prefix, uri, _, _, count, _, attributes in
      guard let session = unsafe openSession(pointer), let name = unsafe name,
        let context = unsafe session.pointee.context
      else { return }
      let element = unsafe XMLElement(name, prefix, uri, count, attributes)
      let content = unsafe session.pointee.content.takeUnretainedValue()
      content.start(element, unsafe XMLPosition(context: context))
      if let refusal = content.refusal { unsafe session.pointee.stop(refusal) }
    }
    unsafe handler.endElementNs = { pointer, _, _, _ in
      unsafe openSession(pointer)?.pointee.content.takeUnretainedValue().end()
    }
    let text: charactersSAXFunc = { pointer, text, length in
      guard let session = unsafe openSession(pointer), let text = unsafe text else { return }
      let view = unsafe ByteView(UnsafeRawBufferPointer(start: text, count: Int(length)))
      unsafe session.pointee.content.takeUnretainedValue().text(view)
    }
    unsafe handler.characters = text
    unsafe handler.ignorableWhitespace = text
    unsafe handler.cdataBlock = text
    return unsafe handler
  }

  /// Record XML is read in bulk: its state is reached without reference counting.
  private static func recordHandler() -> xmlSAXHandler {
    var handler = unsafe commonHandler()
    unsafe handler.startElementNs = { pointer, name, prefix, uri, _, _, count, _, attributes in
      guard let session = unsafe openSession(pointer), let name = unsafe name,
        let context = unsafe session.pointee.context, let state = unsafe session.pointee.records
      else { return }
      let element = unsafe XMLElement(name, prefix, uri, count, attributes)
      unsafe state.pointee.start(element, XMLPosition(context: context))
      if unsafe state.pointee.isRefused { unsafe session.pointee.refuse() }
    }
    unsafe handler.endElementNs = { pointer, _, _, _ in
      unsafe openSession(pointer)?.pointee.records?.pointee.end()
    }
    let text: charactersSAXFunc = { pointer, text, length in
      guard let session = unsafe openSession(pointer), let text = unsafe text,
        let context = unsafe session.pointee.context, let state = unsafe session.pointee.records
      else { return }
      let count = Int(length)
      if unsafe session.pointee.isPlaced,
        let offset = unsafe XMLPosition(context: context).offset(of: text, count: count),
        unsafe state.pointee.text(at: offset, count: count)
      {
        return
      }
      let view = unsafe ByteView(UnsafeRawBufferPointer(start: text, count: count))
      // What was masked must not pass for a value.
      if unsafe session.pointee.isMasked, view.firstIndex(of: 0x7F, from: 0, to: count) != nil {
        return unsafe session.pointee.stop(.malformed(code: 1, message: ""))
      }
      unsafe state.pointee.text(view)
    }
    unsafe handler.characters = text
    unsafe handler.ignorableWhitespace = text
    unsafe handler.cdataBlock = text
    return unsafe handler
  }
}

@inline(__always)
private func openSession(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession>? {
  unsafe pointer?.assumingMemoryBound(to: XMLSession.self)
}
