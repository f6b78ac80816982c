package import TongbaoModel

extension DiagnosticKind {
  /// Every kind of problem that scheme and settings files can have.
  package static let configurationKinds =
    yamlTextKinds + yamlKeyKinds + schemeNameKinds + schemeRuleKinds + schemeLintKinds
    + settingsKinds
}

// Words that fill the places of messages.
extension Fact {
  /// What somebody may have meant, as the end of a sentence; where that is unknown only the end.
  static func hint(_ name: String?) -> Fact {
    guard let name else { return .worded(Bilingual("。", "")) }
    return .worded(Bilingual("，是不是“\(name)”？", "; did you mean “\(name)”?"))
  }

  /// A range of whole numbers.
  static func range(_ range: ClosedRange<Int>) -> Fact {
    .text("\(range.lowerBound)…\(range.upperBound)")
  }

  static let category = Fact.worded(Bilingual("分类", "category"))
  static let unit = Fact.worded(Bilingual("单位", "unit"))
  static let department = Fact.worded(Bilingual("部门", "department"))
  static let project = Fact.worded(Bilingual("考核项目", "project"))
  static let grade = Fact.worded(Bilingual("等次", "grade"))
  static let unitOrCategory = Fact.worded(Bilingual("单位或分类", "unit or category"))
}

extension Bounds {
  /// The bounds in words.
  var fact: Fact {
    switch (least, most) {
    case (nil, nil): .worded(Bilingual("不超过 13 位整数", "at most 13 whole digits"))
    case (let least?, nil) where isAbove:
      .worded(Bilingual("大于 \(least)", "above \(least)"))
    case (let least?, nil): .worded(Bilingual("不小于 \(least)", "at least \(least)"))
    case (nil, let most?): .worded(Bilingual("不大于 \(most)", "at most \(most)"))
    case (let least?, let most?) where isAbove:
      .worded(Bilingual("大于 \(least) 且不大于 \(most)", "above \(least), at most \(most)"))
    case (let least?, let most?): .text("\(least)…\(most)")
    }
  }
}

extension Expectation {
  /// What is expected, in words.
  var fact: Fact {
    switch self {
    case .text: .worded(Bilingual("文字", "a text"))
    case .number: .worded(Bilingual("不带引号的数字", "a number without quotes"))
    case .wholeNumber: .worded(Bilingual("不带引号的整数", "a whole number without quotes"))
    case .flag: .worded(Bilingual("true 或 false", "true or false"))
    case .date: .worded(Bilingual("日期", "a date"))
    case .list: .worded(Bilingual("列表", "a list"))
    case .mapping: .worded(Bilingual("由“键: 值”组成的一组", "a group of “key: value”"))
    case .numberOrMapping:
      .worded(Bilingual("数字，或按单位、分类列出的一组数字", "a number, or numbers by unit and category"))
    case .sample: .worded(Bilingual("数字或 sample", "a number or sample"))
    }
  }

  /// What stands there instead, in words.
  static func found(_ node: YAMLNode) -> Fact {
    guard !node.isNull else { return .worded(Bilingual("空白", "nothing")) }
    switch node.content {
    case .scalar(let text, _) where FoldedName.trimmed(text).isEmpty:
      return .worded(Bilingual("空白", "nothing"))
    case .scalar(let text, isPlain: true):
      return .worded(Bilingual("“\(text)”", "“\(text)”"))
    case .scalar(let text, isPlain: false):
      return .worded(Bilingual("带引号的“\(text)”", "“\(text)” in quotes"))
    case .list: return .worded(Bilingual("列表", "a list"))
    case .map: return .worded(Bilingual("一组“键: 值”", "a group of “key: value”"))
    }
  }
}
