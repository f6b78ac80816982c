import TongbaoModel

extension BatchAdmission {
  /// A date; nil, and noted, where it is missing, wrong or in the future.
  mutating func readDate(
    _ field: Field,
    _ slot: Int,
    isRequired: Bool,
    mayLieAhead: Bool = false,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> CalendarDate? {
    let text = text(at: slot, row, bytes, cells)
    guard isRequired ? !text.isEmpty : !CellWord.isAbsent(text, bytes) else {
      if isRequired { noteMissing(field, slot) }
      return nil
    }
    guard case .date(let date) = DateValue.read(text, bytes) else {
      let isImpossible = DateValue.read(text, bytes) == .impossible
      note(isImpossible ? .impossibleDate : .notADate, field, slot, text.string(bytes))
      return nil
    }
    guard mayLieAhead || date <= lastDay else {
      note(
        .futureDate,
        field,
        slot,
        text.string(bytes),
        ["lastDay": .text(lastDay.description)]
      )
      return nil
    }
    if field == .date, date < windowFrom || date > windowTo {
      note(
        .dateOutsideWindow,
        field,
        slot,
        text.string(bytes),
        ["from": .text(windowFrom.description), "to": .text(windowTo.description)]
      )
    }
    Fingerprint.add(
      UInt64(truncatingIfNeeded: date.dayNumber),
      of: field,
      of: kind.salt,
      to: &content
    )
    return date
  }

  /// The position or choice that a name stands for; nil, and noted, where it is missing or unknown.
  @inline(__always)
  mutating func meaning(
    _ field: Field,
    _ slot: Int,
    isRequired: Bool = true,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Int? {
    let text = text(at: slot, row, bytes, cells)
    guard !text.isEmpty else {
      if isRequired { noteMissing(field, slot) }
      return nil
    }
    let print = Fingerprint.of(text, bytes)
    let known = memories[Int(field.rawValue)].meaning(of: text, print, bytes)
    let meaning = known ?? lookUp(text, print, field, bytes)
    guard meaning >= 0 else {
      noteUnknown(field, slot, text.string(bytes))
      return nil
    }
    Fingerprint.add(UInt64(truncatingIfNeeded: meaning), of: field, of: kind.salt, to: &content)
    return Int(meaning)
  }

  private mutating func lookUp(
    _ text: ByteText,
    _ print: UInt64,
    _ field: Field,
    _ bytes: borrowing Bytes
  ) -> Int32 {
    let meaning = plan.names.meaning(of: FoldedName(text, in: bytes), in: field) ?? -1
    memories[Int(field.rawValue)].remember(meaning, for: text, print)
    return meaning
  }

  private mutating func noteUnknown(_ field: Field, _ slot: Int, _ text: String) {
    let kind: DiagnosticKind =
      switch field {
      case .unit: .unknownUnit
      case .indicator: .unknownIndicator
      case .severity: .unknownSeverity
      case .item: .unknownItem
      default: .unknownChoice
      }
    // Only counted where the log is full: a million wrong names are not worth a million searches.
    guard result.log.keeps(kind) || refusedRows != nil else { return note(kind, field, slot) }
    let hint = nearest(to: text, in: field)
      .map { Bilingual("，是否为“\($0)”？", "; did you mean “\($0)”?") }
    note(kind, field, slot, text, ["hint": .worded(hint ?? Bilingual("。", "."))])
  }

  /// The known name nearest to an unknown one, which often comes more than once.
  private mutating func nearest(to text: String, in field: Field) -> String? {
    let name = FoldedName(text)
    if let known = nearestNames[field]?[name] { return known.isEmpty ? nil : known }
    let found = plan.names.nearest(to: name, in: field)
    nearestNames[field, default: [:]][name] = found ?? ""
    return found
  }

  /// A yes/no cell; nil where left out, noted where it is neither.
  mutating func yesNo(
    _ field: Field,
    _ slot: Int,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool? {
    guard slot != -1 else { return nil }
    let text = text(at: slot, row, bytes, cells)
    // 无 is an answer here, not an absence.
    let isAnswer = text.count == 3 && bytes[text.start] == 0xE6
    guard isAnswer || !CellWord.isAbsent(text, bytes) else { return nil }
    return meaning(field, slot, isRequired: false, row, bytes, cells).map { $0 == 1 }
  }

  /// A number; nil where left out or, noted, missing or wrong.
  mutating func decimal(
    _ field: Field,
    _ slot: Int,
    isRequired: Bool = false,
    isPercentage: Bool = false,
    sumIndex: Int? = nil,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Decimal6? {
    guard slot != -1 || isRequired else { return nil }
    let text = text(at: slot, row, bytes, cells)
    guard isRequired ? !text.isEmpty : !CellWord.isAbsent(text, bytes) else {
      if isRequired { noteMissing(field, slot) }
      return nil
    }
    let cellMarks = slot >= 0 ? cells[row.first + slot].marks : []
    switch DecimalValue.read(text, marks: cellMarks, bytes) {
    case .number(let value, let isPercent, let isScientific):
      if let sumIndex { result.totals.add(value, to: sumIndex, isPercentage: isPercentage) }
      if isScientific, cellMarks.isDisjoint(with: .typed) {
        note(.scientificNotation, field, slot, text.string(bytes))
      }
      if isPercentage { checkPercentage(value, isPercent, field, slot) }
      Fingerprint.add(
        UInt64(bitPattern: value.millionths),
        of: field,
        of: kind.salt,
        to: &content
      )
      return value
    case .notANumber: note(.notANumber, field, slot, text.string(bytes))
    case .tooPrecise: note(.tooManyDecimals, field, slot, text.string(bytes))
    case .tooLarge: note(.numberTooLarge, field, slot, text.string(bytes))
    }
    return nil
  }

  /// A percentage above 100, or one that looks like a share (0.98 for 98 %), is odd but counts.
  private mutating func checkPercentage(
    _ value: Decimal6,
    _ isStyled: Bool,
    _ field: Field,
    _ slot: Int
  ) {
    if !isStyled, value.isPositive, value <= .one {
      note(.percentLooksLikeShare, field, slot, value.description)
    } else if field == .value, value.millionths > 100_000_000 {
      note(.aboveHundredPercent, field, slot, value.description)
    }
  }

  /// A number that must not be below zero.
  mutating func nonNegative(
    _ field: Field,
    _ slot: Int,
    sumIndex: Int? = nil,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Decimal6? {
    guard let value = decimal(field, slot, sumIndex: sumIndex, row, bytes, cells) else {
      return nil
    }
    guard !value.isNegative else {
      note(.negativeNumber, field, slot, value.description)
      return nil
    }
    return value
  }

  /// What a text of one column stands for, remembered by its bytes; `otherwise` where it is left
  /// out.
  @inline(__always)
  mutating func remembered(
    _ field: Field,
    _ slot: Int,
    otherwise: Int32,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells,
    work: (inout BatchAdmission, ByteText, borrowing Bytes) -> Int32
  ) -> Int32 {
    guard slot != -1 else { return otherwise }
    let text = text(at: slot, row, bytes, cells)
    guard !CellWord.isAbsent(text, bytes) else { return otherwise }
    let print = Fingerprint.of(text, bytes)
    Fingerprint.add(print, of: field, of: kind.salt, to: &content)
    let position = Int(field.rawValue)
    if let known = memories[position].meaning(of: text, print, bytes) { return known }
    let meaning = work(&self, text, bytes)
    memories[position].remember(meaning, for: text, print)
    return meaning
  }

  /// A text that is not kept: it joins the row's fingerprint and is searched for personal data.
  ///
  /// Whether it is there.
  @inline(__always)
  mutating func read(
    _ field: Field,
    _ slot: Int,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> Bool {
    guard slot != -1 else { return false }
    let text = text(at: slot, row, bytes, cells)
    guard !CellWord.isAbsent(text, bytes) else { return false }
    Fingerprint.add(Fingerprint.of(text, bytes), of: field, of: kind.salt, to: &content)
    if field.isFreeText, PersonalData.mayContain(bytes, from: text.start, to: text.end) {
      notePersonalData(field, slot, text, bytes)
    }
    return true
  }

  private mutating func notePersonalData(
    _ field: Field,
    _ slot: Int,
    _ text: ByteText,
    _ bytes: borrowing Bytes
  ) {
    let string = text.string(bytes)
    for match in PersonalData.matches(in: string) {
      note(
        .personalData,
        field,
        slot,
        match.masked,
        ["kind": .worded(match.kind.title)]
      )
      let scalars = string.unicodeScalars
      let first = scalars.index(scalars.startIndex, offsetBy: match.range.lowerBound)
      let last = scalars.index(first, offsetBy: match.range.count)
      let start = text.start + string.utf8.distance(from: string.startIndex, to: first)
      let length = string.utf8.distance(from: first, to: last)
      problems[problems.count - 1].range = start..<start + length
    }
  }

  /// A text that is kept; empty where left out.
  mutating func kept(
    _ field: Field,
    _ slot: Int,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> String {
    guard read(field, slot, row, bytes, cells) else { return "" }
    return text(at: slot, row, bytes, cells).string(bytes)
  }

  /// The record number; noted where it is missing though required, or spoilt by a spreadsheet
  /// (1.2E+17).
  mutating func number(
    _ slot: Int,
    isRequired: Bool = true,
    _ row: RowCells,
    _ bytes: borrowing Bytes,
    _ cells: borrowing Cells
  ) -> ByteText {
    guard slot != -1 else { return .none }
    let text = text(at: slot, row, bytes, cells)
    // A bar or 无 in place of a number would make one record of all rows that have none.
    guard !CellWord.isAbsent(text, bytes) else {
      if isRequired { noteNumberMissing(slot, text, bytes) }
      return .none
    }
    if bytes[text.start] == UInt8(ascii: "#"), CellWord.isSpreadsheetError(text, bytes) {
      note(.spreadsheetError, .record, slot, text.string(bytes))
    }
    if CodeText.isScientific(text, bytes) {
      note(.codeInScientificNotation, .record, slot, text.string(bytes))
    }
    return text
  }
}

extension BatchAdmission {
  /// Notes that a row has no number, be its cell empty, a bar or 无, or all that it is made of.
  private mutating func noteNumberMissing(
    _ slot: Int,
    _ text: ByteText,
    _ bytes: borrowing Bytes
  ) {
    if let number = plan.number {
      let heads = Bilingual(
        number.heads.joined(separator: "、"),
        number.heads.joined(separator: ", ")
      )
      return note(.blankNumberParts, .record, slot, nil, ["heads": .worded(heads)])
    }
    noteMissing(.record, slot, text.isEmpty ? nil : text.string(bytes))
  }
}

/// Record numbers as they come.
enum CodeText {
  /// Whether a spreadsheet has turned the number into `1.23E+17`: what it was cannot be known.
  @inline(__always)
  static func isScientific(_ text: ByteText, _ bytes: borrowing Bytes) -> Bool {
    guard text.count >= 4, bytes[text.start] &- 48 <= 9,
      bytes[text.start + 1] == UInt8(ascii: ".") || bytes[text.start + 1] | 32 == UInt8(ascii: "e")
    else { return false }
    var index = text.start + 1
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      let first = index
      while index < text.end, bytes[index] &- 48 <= 9 { index += 1 }
      guard index > first else { return false }
    }
    guard text.end - index >= 3, bytes[index] | 32 == UInt8(ascii: "e"),
      bytes[index + 1] == UInt8(ascii: "+")
    else { return false }
    for digit in index + 2..<text.end where bytes[digit] &- 48 > 9 { return false }
    return true
  }
}

extension SheetKind {
  /// Keeps equal values of different kinds apart in a row's fingerprint.
  var salt: UInt64 {
    switch self {
    case .inspection, .measurement, .event, .carryover: 0
    case .rectification: 1 << 16
    case .verification: 2 << 16
    case .appeal: 3 << 16
    case .recheck: 4 << 16
    }
  }
}
