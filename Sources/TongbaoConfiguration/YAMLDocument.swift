import TongbaoModel
import Yams

/// Reads YAML bytes into nodes with places, and reports what is no plain YAML.
///
/// One document, no anchors and no aliases: a rule must stand where it counts. Source: YAML 1.1 as
/// libyaml reads it.
struct YAMLDocument {
  /// Most bytes of a file.
  static let sizeLimit = 4 << 20
  /// Most levels of lists and mappings.
  static let depthLimit = 32
  /// Most duplicate keys that are looked for one by one.
  private static let repairLimit = 200

  /// The root; nil where the text is no YAML document.
  let root: YAMLNode?
  /// Where the problems of the file go.
  let proof: Proofreader

  /// Reads a file.
  ///
  /// Never throws: what is wrong is in `proof`. O(n × duplicate keys).
  init(bytes: [UInt8], file: String) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard body.count <= YAMLDocument.sizeLimit else {
      proof = Proofreader(file: file, text: "")
      proof.report(
        .yamlTooLarge,
        at: nil,
        facts: ["size": .number(body.count), "limit": .number(YAMLDocument.sizeLimit)]
      )
      root = nil
      return
    }
    guard let text = String(validating: body, as: UTF8.self) else {
      let intact = YAMLDocument.validPrefix(of: body)
      proof = Proofreader(file: file, text: String(decoding: body, as: UTF8.self))
      proof.report(.yamlNotUTF8, at: YAMLDocument.place(after: intact))
      root = nil
      return
    }
    proof = Proofreader(file: file, text: text)
    root = YAMLDocument.compose(text, proof)
  }

  private static func compose(_ text: String, _ proof: Proofreader) -> YAMLNode? {
    guard !reportControls(in: text, proof), !reportAliasFlood(in: text, proof) else { return nil }
    var source = KeyRepair(text: text)
    var last: Place?
    for _ in 0...repairLimit {
      do {
        // The parser must outlive the conversion: it alone holds the anchors.
        // Tags are not resolved: values are read from their text.
        let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
        let node = try parser.singleRoot()
        return withExtendedLifetime(parser) { converted(node, source, proof) }
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let place = Place(line: context.mark.line, column: context.mark.column)
        last = place
        guard source.disguiseKey(at: place) else {
          proof.report(
            .yamlDuplicateKey,
            at: place,
            text: names.first ?? "",
            facts: ["line": .number(place.line)]
          )
          return nil
        }
      } catch {
        report(error, proof)
        return nil
      }
    }
    proof.report(.yamlSyntax, at: last, facts: ["problem": .yamlTooManyDuplicates])
    return nil
  }

  private static func converted(
    _ node: Node?,
    _ source: KeyRepair,
    _ proof: Proofreader
  ) -> YAMLNode? {
    guard let node else {
      proof.report(.yamlEmpty, at: nil)
      return nil
    }
    var conversion = NodeConversion(source: source, proof: proof)
    let root = conversion.node(node, depth: 0)
    return conversion.isRefused ? nil : root
  }
}

// What no YAML text may hold.
extension YAMLDocument {
  private static func place(after text: String) -> Place {
    var place = Place(line: 1, column: 1)
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        place = Place(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
    }
    return place
  }

  private static func validPrefix(of bytes: ArraySlice<UInt8>) -> String {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var text = String.UnicodeScalarView()
    while case .valid(let encoded) = decoder.parseScalar(from: &iterator) {
      text.append(Unicode.UTF8.decode(encoded))
    }
    return String(text)
  }

  private static func reportControls(in text: String, _ proof: Proofreader) -> Bool {
    guard text.unicodeScalars.contains(where: isForbidden) else { return false }
    var place = Place(line: 1, column: 1)
    for scalar in text.unicodeScalars {
      if isForbidden(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
        proof.report(.yamlControlCharacter, at: place, text: name)
      }
      if scalar == "\n" {
        place = Place(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
    }
    return true
  }

  /// Source: YAML 1.1 §4.1, c-printable.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// More are refused before the parser unfolds them; fewer after it, at the anchor.
  private static let aliasLimit = 4

  /// Aliases that nest can unfold to more nodes than any memory holds while the parser compares
  /// keys.
  private static func reportAliasFlood(in text: String, _ proof: Proofreader) -> Bool {
    var scan = AliasScan()
    var count = 0
    var place = Place(line: 1, column: 1)
    for byte in text.utf8 {
      if scan.isAlias(byte) {
        count += 1
        guard count <= aliasLimit else {
          proof.report(.yamlAnchor, at: place, text: "*")
          return true
        }
      }
      if byte == UInt8(ascii: "\n") {
        place = Place(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return false
  }
}
