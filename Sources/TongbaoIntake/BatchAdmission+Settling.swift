import TongbaoModel

extension BatchAdmission {
  /// Decides whether the row at hand counts, once all of it is read; reports what is wrong with it.
  mutating func settle(_ row: RowCells, _ bytes: borrowing Bytes, _ cells: borrowing Cells) -> Bool
  {
    let isPlain =
      problems.isEmpty && marks & CellMarks.undecodable.rawValue == 0
      && row.count <= plan.heads.count && row.count >= plan.width && !row.isRefused
    if isPlain {
      result.counts.accepted += 1
      return true
    }
    return settleOdd(row, bytes, cells)
  }

  @inline(never)
  private mutating func settleOdd(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    noteCutOff(row)
    if problems.contains(where: { $0.kind.severity == .error }) {
      if countLateNonRecord(row, bytes, cells) { return false }
      tallySwaps(row, bytes, cells)
    }
    if row.count < plan.width, row.count > 0, !isCutOff(row) {
      result.short.add(row, of: batch, plan.context.file)
    }
    noteDamage(row, cells)
    noteCellsBeyondHeader(row, bytes, cells)
    let isRefused = problems.contains { $0.kind.severity == .error }
    if isRefused { problems = problems.filter { $0.kind.severity == .error } + warnings }
    let diagnostics = problems.map { diagnostic($0, row) }
    result.log.append(contentsOf: diagnostics)
    guard isRefused else {
      result.counts.accepted += 1
      return true
    }
    result.counts.refused += 1
    let number = text(at: plan.columns[.record], row, bytes, cells)
    result.refused.append(
      RefusedPlace(number: Fingerprint.ofNumber(number, bytes), row: row.line)
    )
    guard refusedRows != nil else { return false }
    let refused = RefusedRows.Row(
      row: Int(row.line),
      cells: refusedCells(row, bytes, cells),
      diagnostics: diagnostics.filter { $0.kind.severity == .error }
    )
    refusedRows?.append(refused)
    return false
  }

  /// The file's last row, without line end, with fewer cells than the header and the rows after it.
  private func isCutOff(_ row: RowCells) -> Bool {
    row.isUnterminated && row.count < plan.width && !plan.leavesOutBlanks && row.count > 0
  }

  private mutating func noteCutOff(_ row: RowCells) {
    guard isCutOff(row) else { return }
    problems.insert(
      Problem(
        kind: .rowCutOff,
        role: Role(kind: plan.kind, field: .record),
        column: row.count,
        text: nil,
        facts: ["cells": .number(row.count), "columns": .number(plan.width)]
      ),
      at: 0
    )
  }

  private var warnings: [Problem] { problems.filter { $0.kind.severity != .error } }

  /// One error for all that reading found wrong with the row.
  private mutating func noteDamage(_ row: RowCells, _ cells: borrowing Cells) {
    guard row.isRefused || marks & CellMarks.undecodable.rawValue != 0 else { return }
    for column in 0..<row.count where cells[row.first + column].marks.contains(.undecodable) {
      problems.append(
        Problem(
          kind: .undecodableCell,
          role: role(ofColumn: column),
          column: column,
          text: nil,
          facts: [:]
        )
      )
      return
    }
    problems.append(
      Problem(
        kind: .unreadableRow,
        role: Role(kind: plan.kind, field: .record),
        column: nil,
        text: nil,
        facts: [:]
      )
    )
  }

  private func role(ofColumn column: Int) -> Role {
    let field = Field.allCases.first { plan.columns[$0] == column } ?? .remark
    return Role(kind: plan.kind, field: field)
  }

  private mutating func noteCellsBeyondHeader(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    guard row.count > plan.heads.count else { return }
    for column in plan.heads.count..<row.count {
      let text = ByteText(of: cells[row.first + column], in: bytes)
      guard !text.isEmpty else { continue }
      problems.append(
        Problem(
          kind: .cellBeyondHeader,
          role: Role(kind: plan.kind, field: .remark),
          column: column,
          text: text.string(bytes),
          facts: ["columns": .number(plan.heads.count)]
        )
      )
      return
    }
  }

  /// The diagnostic of a problem; beyond the log's limit it is only counted, so its place is left
  /// out.
  private func diagnostic(_ problem: Problem, _ row: RowCells) -> Diagnostic {
    let isCarried = problem.role.kind != plan.kind
    let name = (isCarried ? "\(problem.role.kind.rawValue)." : "") + problem.role.field.name
    let field = [.cellBeyondHeader, .unreadableRow, .rowCutOff].contains(problem.kind) ? nil : name
    let text = problem.text.map { String($0.prefix(80)) }
    guard result.log.count(of: problem.kind) < result.log.limitPerKind else {
      return Diagnostic(
        problem.kind,
        at: SourceLocation(
          file: plan.context.file,
          sheet: plan.context.worksheet,
          line: Int(row.line),
          column: plan.context.worksheet == nil ? nil : (problem.column ?? 0) + 1
        ),
        field: field,
        text: text,
        facts: problem.facts
      )
    }
    let place = batch.place(
      ofRow: row.index,
      cell: problem.column,
      bytes: problem.range,
      file: plan.context.file,
      worksheet: plan.context.worksheet
    )
    return Diagnostic(
      problem.kind,
      at: place.location,
      field: field,
      text: text,
      facts: problem.facts,
      excerpt: place.excerpt
    )
  }

  /// The cells as they came; where constants stand in for columns, one for each head and then those.
  func refusedCells(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> [String] {
    var texts: [String] = []
    for column in 0..<row.count {
      let cell = cells[row.first + column]
      texts.append(ByteText(start: Int(cell.start), end: Int(cell.end)).string(bytes))
    }
    // Short rows under a header of very many columns stay short.
    guard !plan.constants.isEmpty else { return texts }
    // Cells beyond the header must not shift into the columns of the constants.
    texts.removeLast(max(0, texts.count - plan.heads.count))
    texts += Array(repeating: "", count: plan.heads.count - texts.count)
    return texts + plan.constants.map { String(decoding: $0.text, as: UTF8.self) }
  }
}
