package import TongbaoModel

/// How a file is to be read, where that is not to be found from the file itself.
package struct ReadingOptions: Sendable {
  /// Forced encoding; a byte order mark wins over it.
  package var encoding: TextEncoding?
  /// Forced delimiter of CSV, one ASCII byte.
  package var delimiter: UInt8?
  /// Worksheet to read; nil for the first visible one that is not empty.
  package var sheet: String?
  /// Name of the record element of record XML, with or without its prefix.
  package var record: String?
  /// How many bytes a chunk holds at most, about; from 1 (for tests) to 8 MB.
  ///
  /// Of CSV only the first one is so large.
  package var batchBytes: Int
  /// Bounds beyond which a file is refused.
  var limits = ReadingLimits()

  /// Options; whatever is left out is found from the file.
  package init(
    encoding: TextEncoding? = nil,
    delimiter: UInt8? = nil,
    sheet: String? = nil,
    record: String? = nil,
    batchBytes: Int = 2_000_000
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet
    self.record = record
    self.batchBytes = min(max(1, batchBytes), 8_000_000)
  }

  /// The options that an entry of `sources:` sets.
  package init(_ entry: SourceEntry) {
    self.init(
      encoding: entry.encoding,
      delimiter: entry.delimiter,
      sheet: entry.sheet,
      record: entry.record
    )
  }
}

/// Bounds that keep a hostile file from filling the memory; no real sheet comes near them.
struct ReadingLimits: Sendable {
  /// Bytes of one CSV row before decoding.
  var rowBytes = 16_777_216
  /// Columns of one row, fields of record XML.
  var columns = 32_768
  /// Rows of a worksheet, as LibreOffice and Excel have.
  var worksheetRows = 1_048_576
  /// Columns of a worksheet, as LibreOffice and Excel have.
  var worksheetColumns = 16_384
  /// Bytes of one value in XML.
  var valueBytes = 16_777_216
  /// Depth of elements in record XML; libxml2 allows 256 anywhere.
  var recordDepth = 64
  /// Blank and repeated cells that a file may unfold to beyond sixteen for each of its bytes.
  var unfoldedCells = 5_000_000
  /// Bytes in which record XML must show what it repeats.
  var lookAhead = 64_000_000
}
