import Glibc
package import TongbaoModel

extension ReadingFailure {
  /// What the user sees; `name` is the file's name in places.
  package func diagnostic(name: String) -> Diagnostic {
    switch self {
    case .cannotOpen(_, let code), .cannotRead(_, let code):
      Diagnostic(
        .fileCannotRead,
        at: SourceLocation(file: name),
        facts: ["error": .text(ReadingFailure.systemText(code))]
      )
    }
  }

  /// The system's own words for an error number.
  private static func systemText(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return String(code) }
    return unsafe String(cString: text)
  }
}

extension DiagnosticKind {
  /// A file that the system does not let us read.
  package static let fileCannotRead = DiagnosticKind(
    "file.cannot-read",
    .error,
    message: Bilingual("文件无法读取：{error}", "The file cannot be read: {error}"),
    remedy: Bilingual(
      "请检查文件名、权限和网络共享，确认它是普通文件",
      "Check the name, the rights and the share, and that it is a plain file"
    ),
    reason: Bilingual(
      "读不了的文件不作任何推断，也不影响其他文件。",
      "Nothing is guessed of a file that cannot be read, and no other file is affected."
    )
  )
}
