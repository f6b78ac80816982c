package import TongbaoModel

/// Which columns of an unfamiliar sheet would be taken for which fields, and why.
///
/// Nothing is read by it: it is for a person to look at and to put into the settings.
package struct SheetProposal: Sendable {
  /// How sure a proposal is.
  package enum Sureness: String, Sendable {
    /// Read so already, without an entry.
    case known
    /// Head and values agree.
    case sure
    /// To be looked at.
    case likely
    /// Not proposed but for a person to decide.
    case doubtful
  }

  /// A column and what it would be taken for.
  package struct Column: Sendable {
    /// Position from 0.
    package let index: Int
    /// The head as it stands, rows joined with `/`; empty for a blank one.
    package let head: String
    /// A few of its texts, shortened, personal numbers masked.
    package let examples: [String]
    /// What it would be taken for; nil for nothing.
    package var meaning: Meaning?
  }

  /// What a column would be taken for, and why.
  package struct Meaning: Sendable {
    /// The field as settings write it: `site`, `rectification.date`; of a wide column the figure.
    package let field: String
    /// The field in words: 点位.
    package let title: Bilingual
    /// The indicator of a wide column, by name.
    package let indicator: String?
    /// How sure it is.
    package let sureness: Sureness
    /// What the head says.
    package let head: HeadEvidence
    /// What the values say.
    package let values: ValueEvidence?
  }

  /// What the values of a column say for its field.
  package enum ValueEvidence: Sendable, Hashable {
    /// Of a hundred, those that are dates.
    case dates(Int)
    /// Of a hundred, those that are numbers.
    case numbers(Int)
    /// Of a hundred, those that are known names.
    case names(Int)
    /// Every text stands once.
    case unlike
    /// Of a hundred, those that are persons.
    case persons(Int)
    /// Of a hundred, those that are years.
    case years(Int)
  }

  /// A required field that no column gives.
  package struct Gap: Sendable {
    /// The field.
    package let field: String
    /// The field in words.
    package let title: Bilingual
    /// What is proposed for it.
    package let remedy: Remedy
  }

  /// What can be done about a required field without a column.
  package enum Remedy: Sendable, Hashable {
    /// The date of the title or of the file's name stands for it; proposed.
    case dated(SourceEntry.DateOrigin, CalendarDate)
    /// A constant, found where the origin says; proposed.
    case constant(String, ConstantOrigin)
    /// The number of a row is made of these columns; proposed where that tells all rows apart, else
    /// for a person to decide.
    case composed([String], isUnique: Bool)
    /// One of these as a constant, for a person to choose.
    case choice([String])
    /// The column with this head might do, for a person to decide.
    case column(String)
    /// The column with this head means it, but its values, such as this one, cannot be read.
    case misfit(String, String)
    /// Nothing but asking for the column.
    case nothing
  }

  /// Where a constant was found.
  package enum ConstantOrigin: Sendable, Hashable {
    /// In the file's name.
    case name
    /// In a title row or the name of the worksheet.
    case title
    /// It is the only one of the department.
    case department
  }

  /// A value that the scheme does not know.
  package struct StrangeValue: Sendable {
    /// The field.
    package let field: String
    /// The text as it stands.
    package let text: String
    /// Rows of those looked at that hold it.
    package let rows: Int
    /// A known name that may be meant.
    package let nearest: String?
    /// Names that can be meant, some of them.
    package let choices: [String]
  }

  /// A follow-up that inspection rows would carry if its day and its outcome were both there.
  package struct Incomplete: Sendable {
    /// The follow-up.
    package let kind: SheetKind
    /// Heads of its columns.
    package let heads: [String]
    /// The fields that it lacks, in words.
    package let missing: [Bilingual]
  }

  /// Kind of the sheet; nil where no column speaks for any.
  package let kind: SheetKind?
  /// Lines of the header; nil for record XML.
  package let headerLines: ClosedRange<Int>?
  /// Whether the sheet is read with the present entry already.
  package let isReadAlready: Bool
  /// The columns.
  package let columns: [Column]
  /// Required fields that no column gives.
  package let gaps: [Gap]
  /// Values that the scheme does not know.
  package let strange: [StrangeValue]
  /// Follow-ups that lack a column.
  package let incomplete: [Incomplete]
  /// Columns whose blanks may mean the value above: proposed.
  package let fillDown: [String]
  /// The entry with all that is proposed, and what the present one says.
  package let entry: SourceEntry
  /// How well the sheet fits; to compare the sheets of a workbook.
  package let weight: Int

  /// Whether the entry says more than the present one.
  package let isNew: Bool

  /// Required fields for which nothing is proposed.
  package var open: [Gap] {
    gaps.filter { gap in
      switch gap.remedy {
      case .dated, .constant, .composed(_, isUnique: true): false
      case .composed, .choice, .column, .misfit, .nothing: true
      }
    }
  }
}

extension SheetKind {
  /// A field of this kind in words: its preferred head, and in English its name.
  func title(of field: Field) -> Bilingual {
    let chinese = headers.first { $0.field == field }?.names.first ?? field.name
    let english = field.name.unicodeScalars
      .map { ("A"..."Z").contains($0) ? " " + String($0).lowercased() : String($0) }
    return Bilingual(chinese, english.joined())
  }
}
