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
  let context: UnsafeMutablePointer<xmlParserCtxt>

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

  /// How many bytes of the document stand before the tag whose end the parser has reached.
  var tagOffset: Int {
    guard let input = unsafe context.pointee.input, var cursor = unsafe input.pointee.cur,
      let base = unsafe input.pointee.base
    else { return offset }
    while unsafe cursor > base, unsafe cursor.pointee != 0x3C { unsafe cursor -= 1 }
    return unsafe Int(input.pointee.consumed) + (cursor - base)
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
    let place = unsafe consumed + (cursor - base)
    // Of a CDATA section `]]>` has been passed too.
    for passed in [0, 3] {
      let start = unsafe cursor - passed - count
      guard unsafe start >= base else { return nil }
      if unsafe memcmp(start, text, count) == 0 { return place - passed - count }
    }
    return nil
  }
}
