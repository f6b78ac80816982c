/// Whole records of a document, which can be parsed without those before them.
///
/// Parts of well-formed content, each of which begins and ends between two records, are well-formed content together: so
/// a document is well formed where each of its parts is so within the frame of the records.
struct RecordPiece: Sendable {
  /// What stands around the records.
  let frame: RecordFrame
  let limits: ReadingLimits
  /// Bytes of the document in UTF-8, not yet tested.
  let bytes: [UInt8]
  /// Those that the piece means.
  let range: Range<Int>
  /// Whether nothing precedes the piece but the head.
  let isFirst: Bool
  /// Whether the document ends with the piece, and not with the frame's tail.
  let isLast: Bool

  /// What the records of a piece have given.
  struct Outcome: Sendable {
    /// The records, their lines as though the piece followed the head.
    var rows: [RecordRows]
    /// With what more records can be read.
    var layout: RecordLayout
    var unfolding: Unfolding
    var strangers: [RecordStranger]
    /// How many LF the piece has.
    var lineEnds: Int
    var isLast: Bool
  }

  /// Parses the records after those of which `layout` is known; nil where something is not as it should be, which
  /// is to be told from the document as a whole.
  ///
  /// Linear.
  func parse(after layout: RecordLayout) -> Outcome? {
    let state = RecordState(
      choice: frame.choice,
      limits: limits,
      layout: layout,
      strangersFrom: isFirst ? 0 : frame.head.count
    )
    let content = RecordContent(state)
    let lineEnds: Int? = bytes.withView { whole in
      let view = whole.slice(range)
      guard TextDecoder.isPlainUTF8(view), !RecordPiece.mayHoldLongTag(view) else { return nil }
      content.enter(whole, at: frame.head.count - range.lowerBound)
      return parse(view, content) ? view.count { $0 == 0x0A } : nil
    }
    guard let lineEnds, !content.isWithinRecord else { return nil }
    return Outcome(
      rows: content.leave(bytes),
      layout: content.layout,
      unfolding: content.unfolding,
      strangers: content.strangers,
      lineEnds: lineEnds,
      isLast: isLast
    )
  }

  private func parse(_ view: ByteView, _ content: RecordContent) -> Bool {
    let document = MaskedDocument(frame.head, view, isLast ? [] : frame.tail)
    return XMLParser.parse(document, content)
  }

  /// Whether a tag may be so long that libxml2 takes long for its attributes, each of which it compares with all others.
  private static func mayHoldLongTag(_ view: ByteView) -> Bool {
    let step = 65_536
    return stride(from: 0, through: view.count - step, by: step)
      .contains { start in
        view.firstIndex(of: 0x3C, from: start, to: start + step) == nil
          && view.slice(start..<start + step).count { $0 == 0x22 || $0 == 0x27 } > 0
      }
  }
}
