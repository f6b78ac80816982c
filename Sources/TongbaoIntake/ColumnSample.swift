import TongbaoModel

/// What stands in one column of a sheet's first rows.
struct ColumnSample {
  /// A text of the column and how often it stands there.
  struct Value {
    let text: String
    let name: FoldedName
    var count: Int
    /// Whether it says that nothing is there: 无, `/`, `—`.
    let isAbsent: Bool
  }

  /// The different texts, in order of first appearance; of many the first.
  private(set) var values: [Value] = []
  /// Cells with text.
  private(set) var filled = 0
  /// Blank cells below one with text, merged ones left out.
  private(set) var blankBelow = 0
  /// Blank cells above all text.
  private(set) var blankAbove = 0

  private var positions: [FoldedName: Int] = [:]
  private static let mostValues = 500
  /// Bytes of a cell that are looked at.
  private static let mostBytes = 600

  /// Counts a cell.
  mutating func add(_ cell: RowBatch.Cell?, _ bytes: borrowing Bytes) {
    var text = cell.map { ByteText(of: $0, in: bytes) } ?? .none
    guard !text.isEmpty else {
      if cell?.marks.contains(.mergedFromAbove) == true { return }
      if filled == 0 { blankAbove += 1 } else { blankBelow += 1 }
      return
    }
    filled += 1
    let isAbsent = CellWord.isAbsent(text, bytes)
    text.end = min(text.end, text.start + ColumnSample.mostBytes)
    let name = FoldedName(text, in: bytes)
    if let position = positions[name] {
      values[position].count += 1
    } else if values.count < ColumnSample.mostValues {
      positions[name] = values.count
      values.append(Value(text: text.string(bytes), name: name, count: 1, isAbsent: isAbsent))
    }
  }

  /// A few texts as a reader is shown them: short, on one line, numbers of persons masked.
  func examples(_ most: Int = 3) -> [String] {
    let telling = values.filter { !$0.isAbsent }
    return (telling.isEmpty ? values : telling).prefix(most)
      .map { ColumnSample.shortened(PersonalData.masking($0.text)) }
  }

  /// A text on one line, cut where it is long.
  static func shortened(_ text: String, to most: Int = 16) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > most ? line.prefix(most - 1) + "…" : line
  }
}

// What the texts are.
extension ColumnSample {
  /// Cells whose text says something.
  var stated: Int { values.reduce(0) { $0 + ($1.isAbsent ? 0 : $1.count) } }

  /// Of a hundred cells that say something, those that `isOne` holds for.
  func share(where isOne: (Value) -> Bool) -> Int {
    let all = stated
    guard all > 0 else { return 0 }
    let those = values.reduce(0) { $0 + (!$1.isAbsent && isOne($1) ? $1.count : 0) }
    return those * 100 / all
  }

  /// The share of dates.
  var dates: Int {
    share { value in
      if case .date = ColumnSample.date(value.name) { true } else { false }
    }
  }

  /// The share of numbers.
  var numbers: Int { share { ColumnSample.isNumber($0.name) } }

  /// The share of calendar years.
  var years: Int {
    share { value in
      let digits = value.name.text.filter { $0 != "年" && $0 != "度" }
      return digits.utf8.count == 4 && (Int(digits).map { (1990...2100).contains($0) } ?? false)
    }
  }

  /// The share of names that a field knows.
  func known(_ field: Field, _ names: SchemeNames) -> Int {
    // 无 names a severity too.
    let all = values.reduce(0) { $0 + $1.count }
    let those = values.filter { names.meaning(of: $0.name, in: field) != nil }
      .reduce(0) { $0 + $1.count }
    return all > 0 ? those * 100 / all : 0
  }

  /// The share of texts that end like the names of towns, streets and offices.
  var unitNames: Int {
    share { value in
      value.text.count <= 16 && ColumnSample.unitEndings.contains { value.text.hasSuffix($0) }
    }
  }

  /// The share of texts with a telephone's or an identity card's number.
  var personalNumbers: Int { share { PersonalData.masking($0.text) != $0.text } }

  /// The share of persons' names, alone or as a list.
  var persons: Int { share { ColumnSample.isPersons($0.text) } }

  /// Characters of a text on average.
  var length: Int {
    let all = stated
    let characters = values.reduce(0) { $0 + ($1.isAbsent ? 0 : $1.count * $1.text.count) }
    return all > 0 ? characters / all : 0
  }

  /// Of a hundred cells those whose text stands nowhere else; few texts of many cells say nothing.
  var unlike: Int {
    filled > 0 ? values.count { $0.count == 1 } * 100 / max(1, min(filled, values.count)) : 0
  }

  /// The share of texts with a digit, three characters at least, ASCII but for two Chinese ones before
  /// them: `A-1`, `20171011001`, `飞-101`.
  private var codes: Int {
    share { value in
      let scalars = value.name.text.unicodeScalars
      let prefix = scalars.prefix { (0x4E00...0x9FFF).contains($0.value) }
      return scalars.count >= 3 && prefix.count <= 2
        && scalars.dropFirst(prefix.count).allSatisfy { (0x21...0x7E).contains($0.value) }
        && scalars.contains { ("0"..."9").contains($0) } && !value.text.contains(".")
    }
  }

  /// Whether the column counts its rows: 1, 2, 3, ….
  var isCounting: Bool {
    filled >= 2
      && values.enumerated().allSatisfy { $0.element.name.text == String($0.offset + 1) }
  }

  /// Different texts.
  var variety: Int { values.count }

  static func date(_ name: FoldedName) -> DateValue {
    DateValue.read(ByteText(start: 0, end: name.bytes.count), name.bytes.span)
  }

  static func isNumber(_ name: FoldedName) -> Bool {
    let text = ByteText(start: 0, end: name.bytes.count)
    if case .number = DecimalValue.read(text, marks: [], name.bytes.span) { return true }
    return false
  }

  private static let unitEndings = [
    "镇", "乡", "街道", "街道办", "街道办事处", "开发区", "度假区", "新区", "园区", "村", "社区", "局", "委", "办",
  ]

  /// Names of two to four characters, parted by 、 and the like.
  private static func isPersons(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let entries = CellList.entries(ByteText(start: 0, end: bytes.count), bytes.span)
    return !entries.isEmpty
      && entries.allSatisfy { entry in
        let scalars = entry.unicodeScalars.filter { $0 != " " }
        return (2...4).contains(scalars.count)
          && scalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
          && surnames.contains(scalars[scalars.startIndex])
      }
  }

  /// The commonest surnames, which nine of ten persons have.
  private static let surnames = Set(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文俞费倪章鲍施严
    """
    .unicodeScalars
  )
}

extension ColumnSample {
  /// How well the texts do as values of a field: above 0 they speak for it, below against, nil where
  /// they cannot be.
  func fit(_ field: Field, _ names: SchemeNames) -> Int? {
    // An empty column may be anything.
    guard filled > 0 else { return 0 }
    switch field.type {
    case .date: return ColumnSample.fit(share: dates)
    case .decimal: return stated > 0 ? ColumnSample.fit(share: numbers) : -20
    case .reference, .choice: return fitOfNames(field, names)
    case .code: return fitOfCode
    case .text: return fitOfText(field)
    }
  }

  private static func fit(share: Int) -> Int? {
    switch share {
    case 80...: 30
    case 50...: 10
    default: nil
    }
  }

  private func fitOfNames(_ field: Field, _ names: SchemeNames) -> Int? {
    let known = known(field, names)
    if known >= 80 { return 60 }
    if known >= 30 { return 40 }
    if known > 0 { return 15 }
    // Grades may be numbered.
    if dates >= 50 || numbers >= 80 && (field != .severity || variety > 6) { return nil }
    if field == .unit, !names.hasNames(of: field) { return unitNames >= 60 ? 40 : 0 }
    // 一般隐患 holds the name of a severity.
    if field == .severity, relatives(field, names) >= 50 { return 55 }
    // Names of a scheme repeat themselves; free texts do not.
    if variety > 30 || length > 20 { return -40 }
    return field.type == .reference && field != .severity && names.hasNames(of: field) ? -15 : 0
  }

  /// The share of texts that hold the one name of a field, or stand in it.
  private func relatives(_ field: Field, _ names: SchemeNames) -> Int {
    share { $0.text.count <= 20 && names.onlyRelative(of: $0.name, in: field) != nil }
  }

  private var fitOfCode: Int? {
    guard dates < 50, length <= 40, persons < 50 else { return nil }
    if isCounting { return -40 }
    if unlike >= 95, codes >= 80 { return 35 }
    return unlike >= 95 ? 30 : unlike >= 80 ? 0 : nil
  }

  private func fitOfText(_ field: Field) -> Int? {
    switch field {
    case .year: return years >= 80 ? 40 : nil
    case .finding:
      if dates >= 50 || numbers >= 50 || codes >= 50 || personalNumbers >= 30 { return nil }
      return length >= 8 ? 25 : length >= 6 ? 20 : length <= 2 ? -30 : 0
    case .remark: return personalNumbers >= 30 ? nil : 0
    case .site, .team, .duty, .reply, .grounds: return dates >= 50 || numbers >= 50 ? nil : 0
    case .inspectors, .responsible, .verifier, .approvedBy:
      if dates >= 50 || numbers >= 50 || length > 30 { return nil }
      return persons >= 60 ? 30 : 0
    default: return 0
    }
  }
}
