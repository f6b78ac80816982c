import TongbaoModel

/// Which byte separates the fields, and how lines end, found from the first lines.
struct DelimiterChoice: Sendable, Equatable {
  /// The delimiter.
  var delimiter: UInt8
  /// Bytes of a `sep=;` line, which is no row.
  var skipped = 0

  private static let candidates: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]

  /// The choice for the UTF-8 text at the beginning of a file.
  ///
  /// `isWhole`: nothing follows it.
  init(_ text: [UInt8], forced: UInt8?, isWhole: Bool) {
    if let (separator, length) = DelimiterChoice.separatorLine(text) {
      delimiter = DelimiterChoice.usable(forced) ?? separator
      skipped = length
      return
    }
    delimiter = DelimiterChoice.usable(forced) ?? DelimiterChoice.best(text, isWhole: isWhole)
  }

  /// A forced delimiter that can be one.
  private static func usable(_ byte: UInt8?) -> UInt8? {
    guard let byte, byte < 0x80, ![0, 0x0A, 0x0D, 0x22].contains(byte) else { return nil }
    return byte
  }

  /// `sep=;` or `"sep=;"` as the first line.
  private static func separatorLine(_ text: [UInt8]) -> (UInt8, Int)? {
    var line = text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
    let length = line.count
    if line.count >= 2, line.first == 0x22, line.last == 0x22 { line = line.dropFirst().dropLast() }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let separator = usable(line.last)
    else { return nil }
    let rest = text[length...]
    let ending = rest.starts(with: [0x0D, 0x0A]) ? 2 : rest.isEmpty ? 0 : 1
    return (separator, length + ending)
  }

  /// The candidate by which most rows have the same number of columns; of equal ones the one with more.
  private static func best(_ text: [UInt8], isWhole: Bool) -> UInt8 {
    var best = (delimiter: candidates[0], score: 0)
    for candidate in candidates {
      let score = score(text, candidate, isWhole: isWhole)
      if score > best.score { best = (candidate, score) }
    }
    return best.delimiter
  }

  /// Rows that agree, in thousandths of all, weighed by their columns up to four.
  private static func score(_ text: [UInt8], _ delimiter: UInt8, isWhole: Bool) -> Int {
    let counts = columnCounts(text, delimiter, isWhole: isWhole)
    var frequency: [Int: Int] = [:]
    for count in counts where count > 1 { frequency[count, default: 0] += 1 }
    let common = frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let common else { return 0 }
    return common.value * 1000 / counts.count * min(common.key, 4)
  }

  /// Columns of the first rows that are not blank.
  private static func columnCounts(_ text: [UInt8], _ delimiter: UInt8, isWhole: Bool) -> [Int] {
    let parser = firstRows(text, delimiter, isWhole: isWhole)
    var counts: [Int] = []
    for (index, row) in parser.rows.enumerated() where counts.count < 200 {
      let next = index + 1 < parser.rows.count ? Int(parser.rows[index + 1].firstCell) : nil
      let count = (next ?? parser.cells.count) - Int(row.firstCell)
      if count > 0 { counts.append(count) }
    }
    return counts
  }

  /// The rows of `text`, without one cut off at its end.
  private static func firstRows(_ text: [UInt8], _ delimiter: UInt8, isWhole: Bool) -> RowParser {
    var parser = RowParser(delimiter: delimiter, line: 1, maximumColumns: 100_000, faults: [])
    text.withView { view in
      let cutter = RowCutter(delimiter: delimiter, rowBytes: Int.max)
      let cut = isWhole ? .rows(view.count) : cutter.cut(view, isLast: false)
      let end = if case .rows(let end) = cut { end } else { view.count }
      parser.parse(view.slice(0..<end))
    }
    return parser
  }

  /// How the rows of `text` end; nil where none does.
  ///
  /// Line ends within quotes are text.
  func lineEnding(of text: [UInt8], isWhole: Bool) -> SheetDescription.LineEnding? {
    var found: Set<SheetDescription.LineEnding> = []
    for row in DelimiterChoice.firstRows(text, delimiter, isWhole: isWhole).rows {
      switch text[Int(row.textEnd)...].prefix(2) {
      case [0x0D, 0x0A]: found.insert(.carriageReturnLineFeed)
      case let end where end.first == 0x0D: found.insert(.carriageReturn)
      case let end where end.first == 0x0A: found.insert(.lineFeed)
      default: break
      }
    }
    return found.count > 1 ? .mixed : found.first
  }
}
