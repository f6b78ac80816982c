import Foundation

/// Large inputs on disk.
struct BenchInput {
  /// The form.
  let format: BenchFormat
  /// Rows of all files together.
  let rows: Int
  /// The seed.
  let seed: UInt64
  /// How many rows in a thousand have a finding.
  let findingsPerMille: Int

  /// Bytes between writes.
  private static let chunk = 4 << 20

  /// The files that `path` stands for: itself, or `name-1.csv`, `name-2.csv`, ….
  static func paths(_ path: String, files: Int) -> [String] {
    guard files > 1 else { return [path] }
    let url = URL(fileURLWithPath: path)
    let stem = url.deletingPathExtension().path
    return (1...files).map { "\(stem)-\($0).\(url.pathExtension)" }
  }

  /// Writes the rows, shared among the files, and returns the bytes written.
  func write(to paths: [String]) throws -> Int {
    var random = SplitMix64(seed: seed)
    let writer = BenchRowWriter(format: format)
    var size = 0
    for (index, path) in paths.enumerated() {
      let numbers = (rows * index / paths.count)..<(rows * (index + 1) / paths.count)
      size += try write(numbers, to: path, writer: writer, random: &random)
    }
    return size
  }

  private func write(
    _ numbers: Range<Int>,
    to path: String,
    writer: BenchRowWriter,
    random: inout SplitMix64
  ) throws -> Int {
    let url = URL(fileURLWithPath: path)
    try Data().write(to: url)
    let file = try FileHandle(forWritingTo: url)
    var buffer = format.head
    buffer.reserveCapacity(BenchInput.chunk + 4096)
    var size = 0
    for number in numbers {
      let row = BenchRow(number: number + 1, findings: findingsPerMille, with: &random)
      writer.append(row, to: &buffer)
      guard buffer.count >= BenchInput.chunk else { continue }
      try file.write(contentsOf: buffer)
      size += buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    buffer += format.tail
    try file.write(contentsOf: buffer)
    try file.close()
    return size + buffer.count
  }
}
