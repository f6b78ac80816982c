/// A list of files with their SHA-256 that `sha256sum -c` accepts.
package struct Manifest: Sendable {
  /// Names with digests, in the order of the names' bytes.
  package let entries: [(name: String, digest: ContentDigest)]

  /// A list of these files, in any order.
  package init(_ files: [(name: String, digest: ContentDigest)]) {
    entries = files.sorted { FileName($0.name) < FileName($1.name) }
  }

  /// Reads what `bytes` writes; nil for anything else.
  package init?(parsing bytes: [UInt8]) {
    var files: [(name: String, digest: ContentDigest)] = []
    for line in bytes.split(separator: 0x0A) {
      let isEscaped = line.first == UInt8(ascii: "\\")
      let line = line.dropFirst(isEscaped ? 1 : 0)
      let hex = String(decoding: line.prefix(64), as: UTF8.self)
      guard let digest = ContentDigest(hex: hex),
        line.dropFirst(64).prefix(2).elementsEqual([0x20, 0x20])
      else { return nil }
      let name = String(decoding: line.dropFirst(66), as: UTF8.self)
      files.append((isEscaped ? Manifest.unescaped(name) : name, digest))
    }
    entries = files
  }

  /// One line per file: digest, two blanks, name.
  ///
  /// As `sha256sum` does, a name with a backslash or a line end is escaped and its line begins
  /// with a backslash.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      let name = Manifest.escaped(entry.name)
      if name != entry.name { bytes.append(UInt8(ascii: "\\")) }
      bytes += Array("\(entry.digest.hex)  \(name)\n".utf8)
    }
    return bytes
  }

  private static func escaped(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    var isAfterBackslash = false
    for scalar in name.unicodeScalars {
      if isAfterBackslash {
        text.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isAfterBackslash = false
      } else if scalar == "\\" {
        isAfterBackslash = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
