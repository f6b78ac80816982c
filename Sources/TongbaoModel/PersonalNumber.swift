/// A number of a person at its place: one run of digits, or groups with separators between.
struct PersonalNumber {
  let kind: PersonalData.Kind
  /// Its place in scalars.
  let range: Range<Int>
  /// How many digits stay readable at the beginning and at the end.
  let readable: (first: Int, last: Int)
  /// How many runs of digits it takes.
  let runs: Int

  /// The number that begins with a run of the text; nil where none does.
  ///
  /// One run goes before several, many groups before few.
  init?(at first: Int, of text: FoldedDigits) {
    for count in [1, 6, 5, 4, 3, 2] where first + count <= text.runs.count {
      let groups = DigitGroups(text.runs[first..<first + count], of: text)
      guard let groups, let kind = groups.kind else { continue }
      (self.kind, range, runs) = (kind, groups.range, count)
      readable = groups.readable(as: kind)
      return
    }
    return nil
  }
}

/// Runs of digits that may be one number.
struct DigitGroups {
  let text: FoldedDigits
  /// The digits of all groups, of an identity number with `x`.
  private(set) var digits: [UInt8]
  /// How many digits each group has.
  let lengths: [Int]
  private(set) var range: Range<Int>
  /// What stands between the groups.
  let gaps: [UInt8]

  /// Nil where the runs do not stand together.
  init?(_ runs: ArraySlice<Range<Int>>, of text: FoldedDigits) {
    guard let first = runs.first, let last = runs.last else { return nil }
    var gaps: [UInt8] = []
    for (left, right) in zip(runs, runs.dropFirst()) {
      let gap = text.bytes[left.upperBound..<right.lowerBound]
      guard gap.count <= FoldedDigits.longestGap, gap.allSatisfy(FoldedDigits.isSeparator) else {
        return nil
      }
      gaps += gap
    }
    (self.text, self.gaps) = (text, gaps)
    lengths = runs.map(\.count)
    digits = runs.flatMap { text.bytes[$0] }
    range = first.lowerBound..<last.upperBound
    // The quick look counts on four digits side by side.
    guard lengths.contains(where: { $0 >= 4 }) else { return nil }
    takeLetter()
  }

  /// Takes in the X behind seventeen digits where it makes an identity number.
  private mutating func takeLetter() {
    guard digits.count == 17 else { return }
    let end = range.upperBound
    let place = FoldedDigits.isSeparator(text[end]) ? end + 1 : end
    guard text[place] | 32 == UInt8(ascii: "x") else { return }
    var whole = self
    whole.digits.append(UInt8(ascii: "x"))
    whole.range = range.lowerBound..<place + 1
    if whole.isIdentity || whole.isCalledIdentity { self = whole }
  }

  /// What the digits are; nil where they are no number of a person.
  var kind: PersonalData.Kind? {
    if isIdentity || isCalledIdentity { return .identity }
    if isOldIdentity { return .oldIdentity }
    if isMobile { return .mobile }
    if isLandline || isLocalLandline { return .landline }
    if isBankCard { return .bankCard }
    guard isChain else { return nil }
    return DigitGroups.isMobile(digits.prefix(11)) ? .mobile : .identity
  }

  var isOneRun: Bool { lengths.count == 1 }

  var hasPoint: Bool { gaps.contains(UInt8(ascii: ".")) }

  /// Whether a word stands within some scalars before.
  func follows(_ words: [String], within distance: Int) -> Bool {
    text.holds(words, in: max(0, range.lowerBound - distance)..<range.lowerBound)
  }
}

// What stands around.
extension DigitGroups {
  /// Whether a letter stands right before.
  var followsLetters: Bool {
    let before = text[range.lowerBound - 1]
    return FoldedDigits.isLetter(before) || before == UInt8(ascii: "_")
  }

  /// Whether it is called a record number and has letters like one: 单号HN13812341234.
  var isRecordNumber: Bool {
    var start = range.lowerBound
    while FoldedDigits.isLetter(text[start - 1]) || "-_".utf8.contains(text[start - 1]) {
      start -= 1
    }
    guard text.bytes[start..<range.lowerBound].contains(where: FoldedDigits.isLetter) else {
      return false
    }
    let words = ["单号", "编号", "案号", "文号", "流水号", "工单", "订单"]
    return text.holds(words, in: max(0, start - 4)..<start)
  }

  /// Whether it is part of an amount: 13812341234.50元.
  var isAmount: Bool {
    guard text[range.upperBound] == UInt8(ascii: ".") else { return false }
    var place = range.upperBound + 1
    while FoldedDigits.isDigit(text[place]) { place += 1 }
    let decimals = place - range.upperBound - 1
    return (1...4).contains(decimals) && isUnit(place)
  }

  /// Whether a unit of measurement follows: 15000-200000元.
  var isMeasured: Bool { isUnit(range.upperBound) }

  /// Whether a quantity's unit follows directly, and no telephone is named before: 投资13812345678元.
  var isQuantity: Bool {
    let end = range.upperBound
    guard !follows(DigitGroups.contact, within: 8) else { return false }
    if text.begins(DigitGroups.quantities, at: end) { return true }
    // 元旦 is a day, and 万 a family.
    if text.begins(["元"], at: end) {
      return !text.begins(["元旦", "元宵", "元月"], at: end)
    }
    return text.begins(["万"], at: end) && text.isNoIdeograph(at: end + 1)
  }

  private static let contact = [
    "电话", "手机", "联系", "号码", "微信", "致电", "tel", "phone", "mobile", "cell",
  ]
  private static let quantities = [
    "万元", "亿元", "美元", "欧元", "港元", "万美", "亿", "万吨", "万平", "万亩", "万立", "平方", "立方", "㎡", "公里",
    "公斤", "千克", "千瓦", "千米", "吨", "亩",
  ]

  private func isUnit(_ place: Int) -> Bool {
    text.holds(["元", "万", "亿", "角", "米", "吨", "平", "㎡", "%", "公", "千"], in: place..<place + 1)
  }
}
