import Foundation
import TongbaoConfiguration
import TongbaoModel
import TongbaoReading

/// What holds of a file whatever its bytes are.
package enum SheetProperties {
  /// Traps where chunks of another size give other rows, where a cell is no text, or where a row is lost.
  package static func check(_ input: UnsafeBufferPointer<UInt8>) {
    let file = unsafe Array(input)
    let whole = SheetTrial(file, ReadingOptions())
    let cut = SheetTrial(file, ReadingOptions(batchBytes: 1 + file.count % 61))
    precondition(whole == cut, "chunks of another size give other rows")
    precondition(whole.isText, "a cell is not UTF-8")
    AdmissionTrial.run(file, under: scheme)
  }

  private static let scheme: Scheme = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/diagnostics/scheme.yaml")
    guard let bytes = try? Data(contentsOf: path),
      let scheme = SchemeReader.read(Array(bytes), file: "scheme.yaml").scheme
    else { preconditionFailure("no scheme at \(path)") }
    return scheme
  }()
}
