import TongbaoModel

/// The pattern by which the files of one export are known from a file's name.
package enum FilePattern {
  /// The name with its dates and numbers as `*`: 安监局-安全检查-2017年10-11月.txt becomes
  /// 安监局-安全检查-*.txt.
  ///
  /// The name itself where nothing else would be left of it.
  package static func of(_ name: String) -> String {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    let ending = name[stem.endIndex...]
    var pattern = ""
    var run = ""
    for (index, character) in zip(stem.indices, stem) {
      let isNumeral = "一二三四".contains(character) && stem[index...].dropFirst().first == "季"
      if isNumbering(character) || isNumeral {
        run.append(character)
      } else {
        pattern += folded(run, after: pattern)
        run = ""
        pattern.append(character)
      }
    }
    pattern += folded(run, after: pattern)
    let words = pattern.unicodeScalars.count { $0.properties.isAlphabetic }
    return words >= 2 ? pattern + ending : name
  }

  /// A run of digits and the signs and words of dates: one `*`, signs around it kept.
  private static func folded(_ run: String, after before: String) -> String {
    guard run.contains(where: { isDigit($0) || "半旬季".contains($0) }) else { return run }
    // utf8, gb18030: digits of a word, unless they begin like a year.
    let isOfWord = before.last.map { $0.isASCII && $0.isLetter } ?? false
    if isOfWord, let first = run.first, isDigit(first), !run.hasPrefix("20"), !run.hasPrefix("19") {
      return run
    }
    let start = run.firstIndex { isDigit($0) || "第上下一二三四".contains($0) } ?? run.startIndex
    let leading = run[..<start]
    let signs = run[start...].reversed().prefix { "-_ .".contains($0) }
    let isBracketed = leading.last.map { "（(".contains($0) } ?? false
    return (isBracketed ? leading.dropLast() : leading) + "*" + String(signs.reversed())
  }

  private static func isNumbering(_ character: Character) -> Bool {
    isDigit(character) || "年月日号第季度周至-_ .（）()上下半旬".contains(character)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.numericType == .decimal
  }
}

/// Names that stand in a file's name or a title.
enum NamedIn {
  /// The position of the one group of names of which a name stands in a text; nil where several do.
  ///
  /// A leading 市, 县 or 区 of a name may be left out (市综治办, 综治办).
  static func position(among groups: [[String]], in text: String) -> Int? {
    let text = FoldedName(header: text)
    let found = groups.enumerated()
      .compactMap { position, names -> (position: Int, length: Int)? in
        names.flatMap(shapes).filter { text.contains(FoldedName(header: $0)) }
          .map(\.utf8.count).max().map { (position, $0) }
      }
    guard let longest = found.map(\.length).max() else { return nil }
    let best = found.filter { $0.length == longest }
    return best.count == 1 ? best[0].position : nil
  }

  private static func shapes(_ name: String) -> [String] {
    guard let first = name.first, "省市县区".contains(first) else {
      return name.utf8.count >= 6 ? [name] : []
    }
    let rest = String(name.dropFirst())
    return (rest.utf8.count >= 6 ? [rest] : []) + [name]
  }
}
