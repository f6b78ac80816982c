import TongbaoModel

/// Cuts a document between two records.
struct RecordCutter {
  private let frame: RecordFrame
  private let limits: ReadingLimits
  private var feed: XMLFeed
  /// Bytes of the head that are still to come.
  private var headLeft: Int
  private var rest: [UInt8] = []
  private var isFirst = true
  /// Whether there are no more pieces.
  private(set) var isAtEnd = false

  /// Room before new bytes; seldom is more than a record left of those before.
  private static let room = 4_096
  /// The longest piece: libxml2 takes no document of gigabytes.
  private static let longest = 33_554_432

  /// A cutter at the start of a document; `feed` need not test it.
  init(_ frame: RecordFrame, _ feed: XMLFeed, limits: ReadingLimits) {
    self.frame = frame
    self.feed = feed
    self.limits = limits
    headLeft = frame.head.count
  }

  /// The next piece, of about `count` bytes; nil where it cannot be cut out of the document.
  mutating func next(_ count: Int) throws(ReadingFailure) -> RecordPiece? {
    while true {
      var segment = try feed.next(max(count, rest.count), room: RecordCutter.room)
      segment.prepend(rest)
      let bytes = segment.takeBytes()
      let start = min(segment.start + headLeft, bytes.count)
      headLeft -= start - segment.start
      guard !segment.holdsFaults, bytes.count - start <= RecordCutter.longest else { return nil }
      let end = segment.isLast ? bytes.count : lastStart(in: bytes, after: start)
      rest = Array(bytes[(end ?? start)...])
      guard let end else { continue }
      isAtEnd = segment.isLast
      defer { isFirst = false }
      return RecordPiece(
        frame: frame,
        limits: limits,
        bytes: bytes,
        range: start..<end,
        isFirst: isFirst,
        isLast: isAtEnd
      )
    }
  }

  /// Where the last record begins whose start tag's name is there as a whole.
  private func lastStart(in bytes: [UInt8], after start: Int) -> Int? {
    bytes.withView { view in
      var index = view.count - frame.start.count - 1
      while index > start {
        if view[index] == 0x3C, isStart(at: index, in: view) { return index }
        index -= 1
      }
      return nil
    }
  }

  private func isStart(at index: Int, in view: ByteView) -> Bool {
    let name = frame.start
    guard name.indices.allSatisfy({ view[index + $0] == name[$0] }) else { return false }
    let next = view[index + name.count]
    return next <= 0x20 || next == 0x3E || next == 0x2F
  }
}

/// The pieces of a document as records, in the document's order, though several are parsed at the same time.
final class RecordPieces {
  private struct Ahead {
    var piece: RecordPiece
    var parsing: Task<RecordPiece.Outcome?, Never>
  }

  private var cutter: RecordCutter
  private let bytes: Int
  private let limits: ReadingLimits
  private var ahead: [Ahead] = []
  private var isBroken = false
  private var unfolding = Unfolding()
  private var lineEnds = 0

  /// What is known of the records so far.
  private(set) var layout = RecordLayout()
  /// Elements beside the records, by name.
  private(set) var strangers: [String: RecordStranger] = [:]

  /// How many pieces are parsed at the same time.
  private static let most = 3

  /// Pieces of about `bytes` bytes.
  init(_ frame: RecordFrame, _ feed: XMLFeed, limits: ReadingLimits, bytes: Int) {
    cutter = RecordCutter(frame, feed, limits: limits)
    self.bytes = bytes
    self.limits = limits
  }

  /// The next records; nil where the document is not as it should be, and nothing more comes.
  func next() throws(ReadingFailure) -> RecordPiece.Outcome? {
    let piece = ahead.isEmpty ? try cutter.next(bytes) : ahead.removeFirst().piece
    guard let piece else { return nil }
    return settled(piece, piece.parse(after: layout))
  }

  /// The next records, like `next()`, while other threads parse those after them.
  func nextAhead() async throws(ReadingFailure) -> RecordPiece.Outcome? {
    // Without a layout none would agree with another.
    let most = layout.fields.isEmpty ? 1 : RecordPieces.most
    while ahead.count < most, !cutter.isAtEnd, !isBroken {
      guard let piece = try cutter.next(bytes) else {
        isBroken = true
        break
      }
      ahead.append(Ahead(piece: piece, parsing: Task { [layout] in piece.parse(after: layout) }))
    }
    guard !ahead.isEmpty else { return nil }
    let first = ahead.removeFirst()
    return settled(first.piece, await first.parsing.value)
  }

  /// Puts an outcome in its place among those before.
  private func settled(
    _ piece: RecordPiece,
    _ outcome: RecordPiece.Outcome?
  ) -> RecordPiece.Outcome? {
    guard var outcome else { return nil }
    if !outcome.layout.agrees(with: layout) {
      // A field came up in another piece meanwhile.
      guard let again = piece.parse(after: layout) else { return nil }
      outcome = again
    }
    if outcome.layout.fields.count >= layout.fields.count { layout = outcome.layout }
    unfolding.cells += outcome.unfolding.cells
    unfolding.bytes += outcome.unfolding.bytes
    guard !unfolding.isTooMuch(for: limits) else { return nil }
    for stranger in outcome.strangers {
      strangers[stranger.name, default: RecordStranger(name: stranger.name)].add(stranger)
    }
    for index in outcome.rows.indices { outcome.rows[index].addLines(lineEnds) }
    lineEnds += outcome.lineEnds
    return outcome
  }
}
