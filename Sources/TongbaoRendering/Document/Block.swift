/// A part of a document: the one model from which both HTML and plain text are made.
enum Block: Sendable, Hashable {
  /// 版头: the issuing office in red and the document's number.
  case masthead(mark: String, number: String)
  /// The title.
  case title([Run])
  /// 一、 (1) or （一） (2).
  case heading(level: Int, [Run])
  /// A paragraph; a flush one has no indent, as 主送机关.
  case paragraph([Run], isFlush: Bool)
  /// A remark in small print.
  case note([Run])
  /// An item of a list.
  case item([Run])
  /// A term and what belongs to it.
  case entry(term: [Run], [Run])
  /// A table.
  case table(Table)
  /// A chart, by key; the numbers stand in the table beside it.
  case figure(String)
  /// Blocks that a reader may unfold.
  case details(summary: [Run], [Block])
  /// 附件说明.
  case attached([[Run]])
  /// 署名 and date.
  case signature(office: [Run], date: [Run])
  /// Start of an attachment on a new page.
  case attachment(label: [Run], title: [Run])
  /// 版记.
  case imprint([[Run]])
}

/// A run of text within a block.
enum Run: Sendable, Hashable {
  case text(String)
  /// A link.
  case link(address: String, label: String)
  /// A word with a colour; the word says what the colour means.
  case mark(kind: String, label: String)

  /// The words without link or colour.
  var words: String {
    switch self {
    case .text(let text): text
    case .link(_, let label): label
    case .mark(_, let label): label
    }
  }
}

extension [Run] {
  /// The words of all runs.
  var words: String { count == 1 ? self[0].words : map(\.words).joined() }
}

/// A table of a document.
struct Table: Sendable, Hashable {
  /// A column.
  struct Column: Sendable, Hashable {
    /// Text above the column.
    var head: [Run]
    /// Whether its cells are numbers.
    var isNumeric: Bool
  }

  /// What the table shows.
  var caption: [Run] = []
  /// The columns.
  var columns: [Column] = []
  /// The cells of each row.
  var rows: [[[Run]]] = []
}
