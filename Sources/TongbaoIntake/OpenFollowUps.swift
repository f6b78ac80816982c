import TongbaoModel

/// The inspection rows that say of themselves that nothing has been rectified yet, by the field
/// that says so.
///
/// They need no attention one by one; that they give no follow-up is said once.
struct OpenFollowUps: Sendable {
  /// Rows alike.
  struct Rows: Sendable {
    /// Where the first one says so.
    let location: SourceLocation
    let excerpt: Excerpt?
    /// What the first one says, and what it leaves empty.
    let text: String
    let head: String
    let missing: String
    /// How many there are.
    var count = 1
  }

  /// The rows by field.
  private(set) var rows: [Field: Rows] = [:]

  /// Counts rows that follow those counted so far.
  mutating func add(_ field: Field, _ more: Rows) {
    if rows[field] == nil { rows[field] = more } else { rows[field]?.count += more.count }
  }

  /// Adds those of the next batch.
  mutating func append(_ other: OpenFollowUps) {
    for (field, more) in other.rows { add(field, more) }
  }
}

extension BatchAdmission {
  /// Notes a follow-up of which an inspection row fills something, but not all that it needs: the
  /// row counts, the follow-up does not.
  mutating func noteIncomplete(
    _ part: CarriedColumns,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    guard
      let field = part.own.first(where: { isFilled(part.columns[$0], row, bytes, cells) })
    else { return }
    let slot = part.columns[field]
    let missing = part.kind.requiredFields.filter {
      $0 != .record && !isFilled(part.columns[$0], row, bytes, cells)
    }
    let heads = missing.map { head(of: $0, part.columns[$0]) }
    if isOpen(part.kind, field, missing, text(at: slot, row, bytes, cells), bytes) {
      let place = batch.place(
        ofRow: row.index,
        cell: slot,
        file: plan.context.file,
        worksheet: plan.context.worksheet
      )
      let rows = OpenFollowUps.Rows(
        location: place.location,
        excerpt: place.excerpt,
        text: text(at: slot, row, bytes, cells).string(bytes),
        head: head(of: field, slot),
        missing: heads.joined(separator: "、")
      )
      return openNow.append((field, rows))
    }
    note(
      .followUpIncomplete,
      field,
      slot,
      nil,
      [
        "head": .text(head(of: field, slot)), "kind": .worded(part.kind.title),
        "missing": .worded(
          Bilingual(heads.joined(separator: "”和“"), heads.joined(separator: "” and “"))
        ),
      ]
    )
  }

  /// 未整改 without a date is how a finding begins, and who will verify it is often filled in ahead.
  private func isOpen(
    _ kind: SheetKind,
    _ field: Field,
    _ missing: [Field],
    _ text: ByteText,
    _ bytes: borrowing Bytes
  ) -> Bool {
    guard kind == .rectification else { return false }
    if field == .verifier { return true }
    let notDone = plan.names.meaning(of: FoldedName(text, in: bytes), in: .result)
    return field == .result && missing == [.date] && notDone == 2
  }

  private mutating func isFilled(
    _ slot: Int,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    !CellWord.isAbsent(text(at: slot, row, bytes, cells), bytes)
  }

  /// A column's head as it stands; the field's name where a constant gives it.
  func head(of field: Field, _ slot: Int) -> String {
    slot >= 0 && slot < plan.heads.count ? plan.heads[slot] : field.name
  }
}

extension AdmittedSheet {
  /// Says once how many rows say that nothing has been rectified yet.
  mutating func noteOpenFollowUps() {
    for (field, rows) in open.rows.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      log.append(
        Diagnostic(
          .followUpOpen,
          at: rows.location,
          field: "rectification." + field.name,
          text: rows.text,
          facts: [
            "rows": .number(rows.count), "head": .text(rows.head), "missing": .text(rows.missing),
          ],
          excerpt: rows.excerpt
        )
      )
    }
  }
}
