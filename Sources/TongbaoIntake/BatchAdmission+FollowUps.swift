import TongbaoModel

extension BatchAdmission {
  /// A row of a follow-up sheet.
  mutating func admitFollowUp(
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    let record = number(plan.columns[.record], row, bytes, cells)
    let followUp = followUp(plan.columns, row, bytes, cells)
    _ = read(.remark, plan.columns[.remark], row, bytes, cells)
    _ = read(.inspectors, plan.columns[.inspectors], row, bytes, cells)
    guard settle(row, bytes, cells), let (content, date) = followUp else { return }
    result.followUps.append(
      PendingFollowUp(
        content: content,
        number: Fingerprint.ofNumber(record, bytes),
        record: record.string(bytes),
        date: date,
        row: row.line
      )
    )
  }

  /// Reads each follow-up of which an inspection row fills the date and the outcome.
  mutating func readCarried(
    _ inspected: CalendarDate?,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) {
    for part in plan.carried {
      kind = part.kind
      let isFilled = part.required.allSatisfy { slot in
        !CellWord.isAbsent(text(at: slot, row, bytes, cells), bytes)
      }
      guard isFilled else {
        noteIncomplete(part, row, bytes, cells)
        continue
      }
      guard let (content, date) = followUp(part.columns, row, bytes, cells) else { continue }
      if let inspected, date < inspected {
        note(
          .followUpBeforeRecord,
          .date,
          part.columns[.date],
          date.description,
          ["date": .text(inspected.description)]
        )
      }
      carriedNow.append((content, date))
    }
    kind = plan.kind
  }

  /// Binds what the row carries to the record that it has just given.
  mutating func appendCarried(_ row: RowCells, asInspection: Bool) {
    for (field, open) in openNow { result.open.add(field, open) }
    for (content, date) in carriedNow {
      let subject: FollowUp.Subject =
        asInspection
        ? .inspection(result.inspected.inspections.count - 1)
        : .visit(result.inspected.visits.count - 1)
      let place = RowReference(file: 0, row: row.line)
      result.carried.append(
        FollowUp(content: content, subject: subject, date: date, place: place)
      )
    }
  }

  /// Date and outcome of a follow-up of the kind at hand; nil where one is missing or wrong.
  private mutating func followUp(
    _ columns: ColumnMap,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> (FollowUp.Content, CalendarDate)? {
    let date = readDate(.date, columns[.date], isRequired: true, row, bytes, cells)
    let content: FollowUp.Content? =
      switch kind {
      case .rectification: rectification(columns, row, bytes, cells)
      case .verification: verification(columns, row, bytes, cells)
      case .appeal: appeal(columns, row, bytes, cells)
      default:
        meaning(.consistent, columns[.consistent], row, bytes, cells)
          .map { .recheck(isConsistent: $0 == 1) }
      }
    guard let date, let content else { return nil }
    return (content, date)
  }

  private mutating func rectification(
    _ columns: ColumnMap,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> FollowUp.Content? {
    _ = decimal(.value, columns[.value], row, bytes, cells)
    _ = read(.verifier, columns[.verifier], row, bytes, cells)
    let results: [RectificationResult] = [.done, .partly, .notDone, .failed]
    return meaning(.result, columns[.result], row, bytes, cells)
      .map { .rectification(results[$0]) }
  }

  private mutating func verification(
    _ columns: ColumnMap,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> FollowUp.Content? {
    let hasReply = read(.reply, columns[.reply], row, bytes, cells)
    let isApproved = read(.approvedBy, columns[.approvedBy], row, bytes, cells)
    let approvedOn = readDate(
      .approvedOn,
      columns[.approvedOn],
      isRequired: false,
      row,
      bytes,
      cells
    )
    if approvedOn != nil, !isApproved {
      note(.approvalWithoutName, .approvedBy, columns[.approvedOn])
    }
    let kinds: [Factuality] = [.factual, .partly, .unfounded]
    return meaning(.factual, columns[.factual], row, bytes, cells)
      .map {
        .verification(
          kinds[$0],
          hasReply: hasReply,
          approval: isApproved ? FollowUp.Approval(date: approvedOn) : nil
        )
      }
  }

  private mutating func appeal(
    _ columns: ColumnMap,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> FollowUp.Content? {
    _ = read(.grounds, columns[.grounds], row, bytes, cells)
    let decisions: [AppealDecision] = [.pending, .upheld, .partlyUpheld, .rejected]
    return meaning(.decision, columns[.decision], row, bytes, cells)
      .map { .appeal(decisions[$0]) }
  }
}
