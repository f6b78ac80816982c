import TongbaoModel

/// Reads, tests and masks a document part by part, while a parser is busy with the part before.
final class XMLReadAhead {
  /// What the next part is made with, and what it gave.
  private struct Preparation: Sendable {
    var feed: XMLFeed
    var segment: Result<XMLSegment, ReadingFailure>?
  }

  private var feed: XMLFeed
  private let bytes: Int
  private var masks: [XMLTextMask]
  private var preparing: Task<Preparation, Never>?

  /// Room before a part; libxml2 seldom leaves more than a line unread.
  private static let room = 4_096

  /// Parts of `bytes` bytes; `masks` says whether libxml2 gets to see them masked.
  init(_ feed: XMLFeed, bytes: Int, masks: Bool) {
    self.feed = feed
    self.bytes = bytes
    // One for the part that is parsed, one for the part that is prepared.
    self.masks = masks ? (0..<2).map { _ in XMLTextMask(capacity: bytes + bytes / 8) } : []
  }

  /// Takes back the mask of a part that has been parsed.
  func giveBack(_ mask: XMLTextMask?) {
    if let mask { masks.append(mask) }
  }

  /// What did not decode in the parts that have been handed out.
  var log: DiagnosticLog { feed.log }

  /// The next part.
  func next() throws(ReadingFailure) -> XMLSegment {
    let prepared = Self.prepare(feed, bytes, masks.popLast())
    return try take(prepared)
  }

  /// The next part, which has been prepared meanwhile; the one after it is begun.
  func nextPrepared() async throws(ReadingFailure) -> XMLSegment {
    let segment = if let preparing { try take(await preparing.value) } else { try next() }
    if !segment.isLast { preparing = Self.begin(feed, bytes, masks.popLast()) }
    return segment
  }

  private static func begin(
    _ feed: XMLFeed,
    _ bytes: Int,
    _ mask: XMLTextMask?
  ) -> Task<Preparation, Never> {
    Task { prepare(feed, bytes, mask) }
  }

  private func take(_ prepared: Preparation) throws(ReadingFailure) -> XMLSegment {
    preparing = nil
    feed = prepared.feed
    guard let segment = prepared.segment else { preconditionFailure("nothing was prepared") }
    return try segment.get()
  }

  private static func prepare(_ feed: XMLFeed, _ bytes: Int, _ mask: XMLTextMask?) -> Preparation {
    var prepared = Preparation(feed: feed)
    do throws(ReadingFailure) {
      var segment = try prepared.feed.next(bytes, room: room)
      if let mask { segment.mask(with: mask) }
      prepared.segment = .success(segment)
    } catch {
      prepared.segment = .failure(error)
    }
    return prepared
  }
}
