/// A file's name as its folder has it: any bytes but `/` and NUL, not always UTF-8.
package struct FileName: Sendable, Hashable {
  /// The bytes of the name.
  package let bytes: [UInt8]

  /// A name of these bytes.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A name of this text.
  package init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  /// The name as the C library takes it.
  var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}

extension FileName: Comparable {
  /// In the order of the bytes.
  package static func < (left: FileName, right: FileName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension FileName: ExpressibleByStringLiteral {
  /// A name written in the code.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension FileName: CustomStringConvertible {
  /// The name as text: as it is where it is UTF-8, else with `%B1` for each byte that is not.
  ///
  /// O(n).
  package var description: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    for byte in bytes {
      if (0x20..<0x7F).contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += FileName.escaped(byte)
      }
    }
    return text
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}

extension FileName {
  /// The name as an archive keeps it: no controls or direction overrides, nothing that a path or
  /// another file system gives a meaning, no leading dot or dash, at most `limit` bytes, never
  /// empty.
  ///
  /// The ending is kept where it fits. O(n).
  package func safe(limit: Int = 180) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in description.unicodeScalars {
      scalars.append(FileName.isHarmful(scalar) ? "_" : scalar)
    }
    var text = String(scalars)
    while let first = text.unicodeScalars.first, first == "." || first == "-" || first == " " {
      text.unicodeScalars.removeFirst()
    }
    trimEnd(of: &text)
    text = FileName.cut(text, to: limit)
    trimEnd(of: &text)
    return text.isEmpty ? "_" : text
  }

  private func trimEnd(of text: inout String) {
    while let last = text.unicodeScalars.last, last == "." || last == " " {
      text.unicodeScalars.removeLast()
    }
  }

  /// Cuts before the ending, between characters, so that `….csv` stays a `.csv`.
  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var stem = text[...]
    var ending = ""
    if let point = text.utf8.lastIndex(of: UInt8(ascii: ".")), text[point...].utf8.count <= 16 {
      ending = String(text[point...])
      stem = text[..<point]
    }
    var rest = stem.utf8.count
    while rest > limit - ending.utf8.count, let last = stem.last {
      rest -= last.utf8.count
      stem.removeLast()
    }
    return stem + ending
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": true
    default:
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
      default: false
      }
    }
  }
}
