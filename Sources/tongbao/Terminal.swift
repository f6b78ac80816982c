import Foundation
import Glibc
import TongbaoModel
import TongbaoPipeline

/// Standard output and standard error of this process.
///
/// Results go to standard output, messages to standard error.
struct Terminal {
  /// The language of messages.
  let language: Language
  /// Whether standard error takes colour.
  let usesColour: Bool

  /// Writes a result to standard output, exactly as it is.
  func result(_ text: String) {
    Terminal.write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes a result's bytes to standard output.
  func result(_ bytes: [UInt8]) {
    Terminal.write(bytes, to: STDOUT_FILENO)
  }

  /// Writes a line to standard error.
  func message(_ text: String) {
    Terminal.write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes a line to standard error in the language of messages.
  func message(_ text: Bilingual) {
    message(text[language])
  }

  /// Writes everything or gives up where the reader has gone, as `head` does.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        Glibc.exit(errno == EPIPE ? 0 : ExitStatus.cannotWrite.rawValue)
      }
    }
  }

  /// Whether a person looks at standard error.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}
