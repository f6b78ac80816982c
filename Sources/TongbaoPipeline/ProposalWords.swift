import TongbaoIntake
import TongbaoModel

// What is said of proposals: all wording of `tongbao headers` that stands in its entry or table.

extension Bilingual {
  static let whereToPaste = Bilingual(
    "粘贴到 tongbao.yaml 的 sources: 之下、原有各条之前（不是文件末尾）",
    "paste under sources: in tongbao.yaml, before the entries there (not at the end of the file)"
  )
  static let blanksBelow = Bilingual("空格随上一行", "blanks take the value above")
  static let composedNumber = Bilingual(
    "没有单号列，编号由这几列组成，请核对：合起来须每行不同",
    "no column of numbers: made of these; please check that together they differ in every row"
  )
  static let inspectionsNumber = Bilingual(
    "没有单号列，编号由这几列组成，请核对：须与督查记录表的 number 一致",
    "no column of numbers: made of these; please check that the inspections' number names the same"
  )
  static let unclearNumber = Bilingual(
    "没有单号列，由这几列组成的编号有重复：再加一列并去掉 #",
    "no column of numbers, and some rows are alike in these: add a column and drop the #"
  )
  static let toCheck = Bilingual("请核对", "please check")
  static let readAlready = Bilingual(
    "现在就能读取，不需要设置。",
    "The file is read as it is; no entry is needed."
  )
  static let onlyAsking = Bilingual(
    "现在就能读取，只有个别值不认识：是笔误请改表，不必设置；是另一种写法才去掉 #。",
    "The file is read as it is but for some values: mend slips in the sheet, and only drop the # "
      + "where a value is another way to write it."
  )
  static let questions = Bilingual(
    "以 # 开头的行请先定夺；去掉 # 时，它上面的 #values:、#severity: 等一并去掉。",
    "First decide the lines that begin with #; with a # drop those of the keys above it too. "
  )
  static let firstEntry = Bilingual("（没有 sources: 就先写上这一行）", " (write that line first)")
  static let untried = Bilingual(
    "未给出考核办法（--scheme），单位、指标、等级的名称未作核对，也未试读。",
    "Without a scheme (--scheme) no names of units, indicators and severities are checked, and nothing is tried."
  )

  /// Which entry the new one replaces, or must precede: of entries that fit a name the first one counts.
  static func place(of pattern: String, beside present: String) -> Bilingual {
    pattern == present
      ? Bilingual("替换原来的一条", "replaces the present entry")
      : Bilingual("须放在“\(present)”一条之前", "must stand before the entry “\(present)”")
  }

  static func dated(_ origin: SourceEntry.DateOrigin, _ date: CalendarDate) -> Bilingual {
    switch origin {
    case .title: Bilingual("表题中的日期 \(date)，请核对", "\(date) of the title, please check")
    case .name: Bilingual("文件名中的日期 \(date)，请核对", "\(date) of the file's name, please check")
    }
  }

  /// What a column is, why, and what stands in it.
  static func column(_ meaning: SheetProposal.Meaning, _ examples: [String]) -> Bilingual {
    let some = examples.prefix(2)
    let isSure = meaning.sureness == .sure
    let chinese = [
      meaning.title.chinese + (isSure ? "" : "，请核对"),
      some.isEmpty ? "" : "如 " + some.joined(separator: "、"),
    ]
    // In English most fields are called as they are written.
    let english = [
      meaning.title.english == meaning.field ? "" : meaning.title.english,
      isSure ? "" : "please check", some.isEmpty ? "" : "e.g. " + some.joined(separator: ", "),
    ]
    return Bilingual(
      chinese.filter { !$0.isEmpty }.joined(separator: "；"),
      english.filter { !$0.isEmpty }.joined(separator: "; ")
    )
  }

  static func askedColumn(_ gap: SheetProposal.Gap) -> Bilingual {
    Bilingual(
      "缺\(gap.title.chinese)。如确是此列，去掉 #",
      "no \(gap.title.english) yet. If it is this column, drop the #"
    )
  }

  static func constant(_ gap: SheetProposal.Gap) -> Bilingual? {
    guard case .constant(let value, let origin) = gap.remedy else { return nil }
    return switch origin {
    case .name: Bilingual("文件名中有“\(value)”", "the file's name says “\(value)”")
    case .title: Bilingual("表题中有“\(value)”", "the title says “\(value)”")
    case .department:
      Bilingual("该部门只有这一项督查指标，请核对", "the department's only inspected indicator; please check")
    }
  }

  static func choice(_ gap: SheetProposal.Gap, _ choices: [String]) -> Bilingual {
    let some = choices.prefix(8)
    let isCut = some.count < choices.count
    return Bilingual(
      "缺\(gap.title.chinese)。如全表相同，选一个并去掉 #：" + some.joined(separator: "、")
        + (isCut ? "……" : ""),
      "no \(gap.title.english) yet. If all rows have one, choose it and drop the #: "
        + some.joined(separator: ", ") + (isCut ? ", …" : "")
    )
  }

  /// What a value that is not known may be replaced by.
  static func choices(_ choices: [String]) -> Bilingual {
    let some = choices.prefix(10)
    let isCut = some.count < choices.count
    return Bilingual(
      "可填：" + some.joined(separator: "、") + (isCut ? "……" : ""),
      "one of: " + some.joined(separator: ", ") + (isCut ? ", …" : "")
    )
  }

  static func strange(_ value: SheetProposal.StrangeValue) -> Bilingual {
    value.nearest == nil
      ? Bilingual("\(value.rows) 行，不认识", "unknown, rows: \(value.rows)")
      : Bilingual(
        "\(value.rows) 行，不认识；如是此意，去掉 #",
        "unknown, rows: \(value.rows); drop the # if this is meant"
      )
  }
}

extension SheetProposal.Meaning {
  /// Why the column is taken for the field.
  var reason: Bilingual {
    let parts = [head.words, values?.words].compactMap { $0 }
    return Bilingual(
      parts.map(\.chinese).joined(separator: "；"),
      parts.map(\.english).joined(separator: "; ")
    )
  }
}

extension HeadEvidence {
  /// What the head says.
  var words: Bilingual? {
    switch self {
    case .known: Bilingual("表头已知", "known head")
    case .near(let name): Bilingual("表头近于“\(name)”", "head like “\(name)”")
    case .holds(let name): Bilingual("表头含“\(name)”", "head holds “\(name)”")
    case .word(let word): Bilingual("表头有“\(word)”", "head says “\(word)”")
    case .silent: nil
    }
  }
}

extension SheetProposal.ValueEvidence {
  /// What the values say.
  var words: Bilingual {
    switch self {
    case .dates(let share): Bilingual("\(share)% 是日期", "\(share)% dates")
    case .numbers(let share): Bilingual("\(share)% 是数字", "\(share)% numbers")
    case .names(let share): Bilingual("\(share)% 是已知名称", "\(share)% known names")
    case .unlike: Bilingual("各不相同", "all different")
    case .persons(let share): Bilingual("\(share)% 像姓名", "\(share)% like persons' names")
    case .years(let share): Bilingual("\(share)% 是年度", "\(share)% years")
    }
  }
}

extension SheetProposal.Sureness {
  /// The sureness in a word.
  var words: Bilingual {
    switch self {
    case .known: Bilingual("已识别", "known")
    case .sure: Bilingual("有把握", "sure")
    case .likely: Bilingual("请核对", "check")
    case .doubtful: Bilingual("待定", "your call")
    }
  }
}

extension SheetProposal.Incomplete {
  /// Why nothing is taken from the columns.
  var advice: Bilingual {
    Bilingual(
      "“\(heads.joined(separator: "、"))”像\(kind.title.chinese)的列，但缺"
        + "\(missing.map(\.chinese).joined(separator: "、"))，暂不采用",
      "“\(heads.joined(separator: ", "))” look like \(kind.title.english), but without "
        + "\(missing.map(\.english).joined(separator: ", ")) nothing is taken from them"
    )
  }
}

extension SheetProposal.Gap {
  /// What is missing, and what to do about it.
  var advice: Bilingual {
    switch remedy {
    case .dated(let origin, let date):
      Bilingual(
        "缺\(title.chinese)列，改取\(Bilingual.dated(origin, date).chinese)",
        "no column for \(title.english); taken from \(Bilingual.dated(origin, date).english)"
      )
    case .constant(let value, _):
      Bilingual(
        "缺\(title.chinese)列，全表按“\(value)”计",
        "no column for \(title.english); “\(value)” for all rows"
      )
    case .composed(let heads, let isUnique):
      Bilingual(
        "缺单号（\(field)）：没有一事一号的列，可由“\(heads.joined(separator: "、"))”组成（number）"
          + (isUnique ? "，督查、整改、核实各表须用同样的列" : "，但有几行相同，须再加一列"),
        "\(field) is missing: no column numbers each record; number can make it of "
          + "“\(heads.joined(separator: ", "))”"
          + (isUnique
            ? ", the same in sheets of inspections and of follow-ups"
            : ", but some rows are alike: add a column")
      )
    case .choice:
      Bilingual(
        "缺\(title.chinese)（\(field)）：全表相同的，在 constants 中选定一个；否则请部门补上这一列",
        "\(field) is missing: choose one under constants if all rows share it, "
          + "else ask for the column"
      )
    case .column(let head):
      Bilingual(
        "缺\(title.chinese)（\(field)）：列“\(head)”是否可用，请定夺",
        "\(field) is missing: column “\(head)” might do, you decide"
      )
    case .misfit(let head, let example):
      Bilingual(
        "缺\(title.chinese)（\(field)）：列“\(head)”像是，但“\(example)”这样的值不能用，请部门改正",
        "\(field) is missing: column “\(head)” seems to be it, but values such as "
          + "“\(example)” cannot be used; ask for whole ones"
      )
    case .nothing where field == "record":
      Bilingual(
        "缺单号（record）：没有一事一号的列（序号每张表都从 1 起，不能当单号），请部门补上单号列；"
          + "没有单号，整改、核实都对不上",
        "record is missing: no column numbers each record once and for all (row numbers begin anew in every "
          + "sheet); ask for one, for follow-ups find their record by it"
      )
    case .nothing:
      Bilingual(
        "缺\(title.chinese)（\(field)）：没有合适的列，请在 headers 中指明，或请部门补上",
        "\(field) is missing: name a column under headers, or ask for it"
      )
    }
  }
}
