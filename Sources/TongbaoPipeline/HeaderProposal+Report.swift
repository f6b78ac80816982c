import TongbaoFormats
import TongbaoIntake
package import TongbaoModel

extension HeaderProposal {
  /// Columns that are listed.
  private static let listedColumns = 100

  /// What a person should see before the entry: how the file is read, every column, what is missing.
  package func findings(in language: Language) -> [String] {
    var lines = [headline(language), otherSheets?[language]].compactMap { $0 }
    guard let proposal else { return TerminalLines.wrapped(lines) }
    let above = lines
    lines = []
    let rest = proposal.columns.count - HeaderProposal.listedColumns
    if rest > 0 {
      lines.append(Bilingual("另有 \(rest) 列未列出。", "\(rest) more columns.")[language])
    }
    if proposal.kind != nil {
      lines += proposal.gaps.map { $0.advice[language] }
      lines += proposal.incomplete.map { $0.advice[language] }
    }
    return TerminalLines.wrapped(above)
      + (proposal.columns.isEmpty
        ? [] : columnTable(proposal, language).map { PrintableText.clean($0) })
      + TerminalLines.wrapped(lines)
  }

  /// What a person should know after the entry: what it would do, and what comes next.
  package func advice(in language: Language) -> [String] {
    guard proposal?.kind != nil else { return [] }
    let start =
      entry == nil
      ? Bilingual("照现在读取", "As it is") : Bilingual("加上这条设置", "With this entry")
    let lines = [
      entry == nil ? .readAlready : isOnlyAsking ? .onlyAsking : nil,
      trial.map { words(for: $0, start) } ?? .untried,
      isOnlyAsking ? nil : entry.map { next($0) },
    ]
    return TerminalLines.wrapped(lines.compactMap { $0?[language] })
  }

  /// Whether the sheet is read as it is, and the entry would only settle values that are not known.
  private var isOnlyAsking: Bool {
    guard let entry, let proposal, proposal.isReadAlready else { return false }
    return entry.headers == present.headers && entry.constants == present.constants
      && entry.values == present.values && entry.fillDown == present.fillDown
      && entry.numberFrom == present.numberFrom && entry.sheet == present.sheet
      && entry.department == present.department
  }

  private func headline(_ language: Language) -> String? {
    var parts = facts.map { (name: $0.name, value: $0.words[language]) }
    if let lines = proposal?.headerLines {
      let numbers =
        lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
      parts.append((Bilingual("表头行", "header rows"), numbers))
    }
    if let kind = proposal?.kind { parts.append((Bilingual("表种", "kind"), kind.title[language])) }
    let (colon, comma) = language == .chinese ? ("：", "，") : (": ", ", ")
    // Of what is no table the diagnostic says all.
    guard !parts.isEmpty else { return nil }
    return name + colon
      + parts.map { $0.name[language] + colon + $0.value }.joined(separator: comma)
  }

  private var otherSheets: Bilingual? {
    let others = sheets.filter { $0.name != chosen.name && $0.proposal?.kind != nil }
      .compactMap(\.name)
    guard !others.isEmpty else { return nil }
    return Bilingual(
      "另有工作表：\(others.joined(separator: "、"))。一个文件只读一张表，其余请另存为文件；用 --sheet 逐张查看。",
      "Other worksheets: \(others.joined(separator: ", ")). Of a file one is read: save the others "
        + "as files of their own; --sheet shows each."
    )
  }

  private func columnTable(_ proposal: SheetProposal, _ language: Language) -> [String] {
    func head(_ chinese: String, _ english: String) -> String {
      Bilingual(chinese, english)[language]
    }
    var table = AlignedTable(columns: [
      .init("#", .right), .init(head("表头", "head"), maximum: 24, overflow: .cut),
      .init(head("字段", "field")), .init(head("名称", "meaning"), maximum: 28, overflow: .cut),
      .init(head("把握", "sure")), .init(head("理由", "why"), maximum: 36),
      .init(head("例", "examples"), maximum: 36, overflow: .cut),
    ])
    for column in proposal.columns.prefix(HeaderProposal.listedColumns) {
      let meaning = column.meaning
      let indicator = meaning?.indicator.map { $0 + " " } ?? ""
      table.append([
        String(column.index + 1), PrintableText.clean(column.head), meaning?.field ?? "—",
        indicator + (meaning?.title[language] ?? ""), meaning?.sureness.words[language] ?? "",
        meaning?.reason[language] ?? "",
        column.examples.map { PrintableText.clean($0) }
          .joined(separator: language == .chinese ? "、" : ", "),
      ])
    }
    return table.lines(width: TerminalLines.width)
  }

  private func words(for trial: Trial, _ start: Bilingual) -> Bilingual {
    guard let counts = trial.counts else {
      return Bilingual(
        "\(start.chinese)仍不能采信：先补齐以上所缺。",
        "\(start.english) the file is still refused: first settle what is missing above."
      )
    }
    let problems = trial.problems.prefix(5).map { "\($0.kind.code) × \($0.count)" }
    let all = problems.joined(separator: ", ")
    return Bilingual(
      "\(start.chinese)：\(counts.rows) 行，采信 \(counts.accepted)，未采信 \(counts.refused)，"
        + "非记录行 \(counts.nonRecords)" + (all.isEmpty ? "。" : "（\(all)）。"),
      "\(start.english): \(counts.rows) rows, \(counts.accepted) accepted, "
        + "\(counts.refused) refused, \(counts.nonRecords) no records"
        + (all.isEmpty ? "." : " (\(all)).")
    )
  }

  private func next(_ entry: SourceEntry) -> Bilingual {
    let pattern = entry.files ?? name
    let hasQuestions = proposal.map { !$0.open.isEmpty || !$0.strange.isEmpty } ?? false
    let questions = hasQuestions ? Bilingual.questions : Bilingual("", "")
    let first = hasSources ? Bilingual("", "") : Bilingual.firstEntry
    return Bilingual(
      questions.chinese + "把以上设置粘贴到 tongbao.yaml 的 sources: 之下\(first.chinese)，适用于 \(pattern)；"
        + "再用 tongbao check 核对。",
      questions.english
        + "Paste the entry under sources: in tongbao.yaml\(first.english); it is for "
        + "\(pattern). Then tongbao check."
    )
  }
}
