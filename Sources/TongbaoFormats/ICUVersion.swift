import CICU
package import TongbaoModel

extension LibraryVersion {
  /// ICU, which knows widths and line breaks.
  package static var icu: LibraryVersion {
    var compiled = [CChar](repeating: 0, count: 20)
    var running = compiled
    unsafe cicu_versions(&compiled, &running)
    return LibraryVersion(name: "ICU", compiled: text(compiled), running: text(running))
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
