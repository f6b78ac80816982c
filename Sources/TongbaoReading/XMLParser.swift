import CLibXML2

/// One SAX2 parser of libxml2: no tree, no network, no entities, no recovery.
///
/// It owns the context and frees it.
@safe final class XMLParser {
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
  /// `isUTF8`: the bytes are UTF-8 whatever the document declares.
  convenience init?(_ content: XMLContent, isUTF8: Bool) {
    let context = unsafe xmlCreatePushParserCtxt(nil, nil, nil, 0, nil)
    unsafe self.init(content, context, isUTF8: isUTF8, nil)
  }

  /// Parses one whole document, whatever encoding it declares; says whether it is well formed and
  /// `content` does not refuse it.
  static func parse(_ document: MaskedDocument, _ content: XMLContent) -> Bool {
    let context = unsafe document.bytes.withView { bytes in
      unsafe bytes.withPointer { unsafe xmlCreateMemoryParserCtxt($0, Int32(bytes.count)) }
    }
    guard let parser = unsafe XMLParser(content, context, isUTF8: true, document) else {
      return false
    }
    _ = unsafe xmlParseDocument(parser.context)
    return unsafe parser.fault == nil && content.refusal == nil
      && parser.context.pointee.wellFormed == 1
  }

  private init?(
    _ content: XMLContent,
    _ context: UnsafeMutablePointer<xmlParserCtxt>?,
    isUTF8: Bool,
    _ document: MaskedDocument?
  ) {
    guard XMLParser.isInitialised, let context = unsafe context,
      let handler = unsafe context.pointee.sax
    else { return nil }
    let records = unsafe (content as? RecordContent)?.state
    unsafe session = .allocate(capacity: 1)
    unsafe session.initialize(
      to: XMLSession(
        context: context,
        content: Unmanaged.passUnretained(content),
        records: records,
        isPlaced: isUTF8,
        isMasked: document?.isMasked ?? false,
        hasMaskedNames: document?.hasMaskedNames ?? false
      )
    )
    unsafe handler.pointee = records == nil ? .general() : .records()
    unsafe context.pointee.userData = UnsafeMutableRawPointer(session)
    let options = XML_PARSE_NONET.rawValue | (isUTF8 ? XML_PARSE_IGNORE_ENC.rawValue : 0)
    unsafe xmlCtxtUseOptions(context, Int32(options))
    unsafe self.context = context
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
        feed(view.slice(step), isLast: segment.isLast && index == steps.count - 1)
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
      unsafe session.pointee.stop(XMLFault.Kind.malformed(error))
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
}
