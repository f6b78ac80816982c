import TongbaoFormats
package import TongbaoModel
import TongbaoPublishing
import TongbaoRendering

/// The proof of what was published: every byte held against journal and register, every issue made again from the
/// archive.
///
/// Only reads, and takes no lock: a copy of a workspace, or one on a read-only disk, can be proved too.
package struct Verifying: Sendable {
  /// What came of an issue.
  enum Outcome: String, Sendable {
    /// Made again byte for byte.
    case identical
    /// Made by another version of the program; its figures are the same.
    case figures
    /// Something differs, or it cannot be made again.
    case different
  }

  /// An issue with what came of it.
  struct Proof: Sendable {
    let folder: String
    let number: String
    let files: Int
    let outcome: Outcome
  }

  /// The issues, in the order of publication.
  let proofs: [Proof]
  /// Sheets in the archive that count or were withdrawn since.
  let sheets: Int
  /// What differs; the first one is the first difference.
  package let log: DiagnosticLog

  /// Proves the workspace at `path` with the program of this version and the templates in `folders`.
  ///
  /// O(issues × archive).
  package static func perform(
    workspace path: String,
    templates folders: [String],
    program: String
  ) async throws(PipelineFailure) -> Verifying {
    let office = try Office(path: path)
    while true {
      let register = try office.published()
      let verifying = try await Verifying(office, register, templates: folders, program: program)
      // A run at work meanwhile would look like damage.
      if verifying.isWhole { return verifying }
      let now = try office.published()
      if now == register { return verifying }
    }
  }

  /// Whether nothing differs.
  package var isWhole: Bool { log.count(of: Severity.error) == 0 }

  private init(
    _ office: Office,
    _ register: Register,
    templates folders: [String],
    program: String
  ) async throws(PipelineFailure) {
    let journal: Journal
    var problems: [Diagnostic]
    do throws(PublishingFailure) {
      journal = try office.journal()
      problems = try Verification.damages(in: office.workspace, journal, register)
    } catch {
      throw PipelineFailure(error)
    }
    sheets = journal.entries.count { $0.event == .sheet || $0.event == .mended }
    problems += try DerivedPages.problems(of: office, register, templates: folders, program)
    var maker = IssueMaker(office: office, register: register, journal: journal, program: program)
    var proofs: [Proof] = []
    for position in register.issues.indices {
      let (outcome, found) = try await maker.prove(position)
      problems += found
      let issue = register.issues[position]
      proofs.append(
        Proof(
          folder: issue.folder,
          number: issue.documentNumber,
          files: issue.files.count,
          outcome: outcome
        )
      )
    }
    self.proofs = proofs
    var log = DiagnosticLog()
    log.append(contentsOf: problems)
    self.log = log
  }
}

/// Makes issues again, one after the other.
private struct IssueMaker {
  let office: Office
  let register: Register
  let journal: Journal
  let program: String
  /// The sheets and templates of the issue before, as most issues have the same.
  private var book: (basis: Basis, book: YearBook)?
  private var renderer: (basis: Basis, renderer: Renderer)?

  init(office: Office, register: Register, journal: Journal, program: String) {
    self.office = office
    self.register = register
    self.journal = journal
    self.program = program
  }

  /// Makes the issue at a position of the register again.
  mutating func prove(
    _ position: Int
  ) async throws(PipelineFailure) -> (Verifying.Outcome, [Diagnostic]) {
    let issue = register.issues[position]
    guard issue.basis.journal <= journal.position else {
      let (known, found) = (issue.basis.journal, journal.position)
      return (.different, [.journalBehind(known: known, found: found)])
    }
    do throws(PipelineFailure) {
      let book = try await book(of: issue)
      let figures = try Figures(
        book.gathering,
        under: book.rules,
        for: issue.period,
        undecided: issue.undecided
      )
      guard issue.basis.program == program else {
        if let found = try figureProblem(of: issue, at: position, figures) {
          return (.different, [found])
        }
        let facts: [String: Fact] = ["program": .text(issue.basis.program)]
        return (.figures, [Diagnostic(.verifyOtherProgram, text: issue.folder, facts: facts)])
      }
      let made = try await reproduction(of: issue, at: position, book, figures)
      guard let found = problem(of: issue, at: position, made) else { return (.identical, []) }
      return (.different, [found])
    } catch {
      // Damaged rules were told with the other bytes; whatever else stops it concerns this issue alone.
      let reasons = error.diagnostics.filter { $0.kind != .archiveDigestMismatch }
      let facts: [String: Fact] = ["issue": .text(issue.folder)]
      return (.different, reasons + [Diagnostic(.verifyNotMade, facts: facts)])
    }
  }

  private mutating func book(
    of issue: TongbaoPublishing.Issue
  ) async throws(PipelineFailure) -> YearBook {
    let basis = issue.basis
    if let (last, book) = book, last.journal == basis.journal, last.scheme == basis.scheme,
      last.settings == basis.settings
    {
      return book
    }
    let made = try await YearBook(office, office.rules(of: issue), upTo: basis.journal)
    if let unreadable = made.gathering.unreadable { throw .unreadable(unreadable) }
    book = (basis, made)
    return made
  }

  private mutating func renderer(
    of basis: Basis,
    _ rules: Rules
  ) throws(PipelineFailure) -> Renderer {
    if let (last, renderer) = renderer, last.templates == basis.templates,
      last.settings == basis.settings
    {
      return renderer
    }
    let files: [(name: String, bytes: [UInt8])]
    do throws(PublishingFailure) {
      files = try office.workspace.ruleFiles(basis.templates)
    } catch {
      throw PipelineFailure(error)
    }
    let made = try Renderer(checking: Templates(files: files, locale: rules.settings.locale))
    renderer = (basis, made)
    return made
  }

  private mutating func reproduction(
    of issue: TongbaoPublishing.Issue,
    at position: Int,
    _ book: YearBook,
    _ figures: Figures
  ) async throws(PipelineFailure) -> Reproduction {
    let before = register.after(position)
    let ground = IssueGround(
      renderer: try renderer(of: issue.basis, book.rules),
      book: book,
      period: issue.period,
      date: issue.date,
      number: issue.number,
      undecided: issue.undecided,
      journal: journal,
      position: issue.basis.journal,
      register: before,
      program: program
    )
    let composed = try await ground.composed(figures, figures.digests, office)
    do throws(PublishingFailure) {
      return try Verification.reproduction(of: composed.proposal, after: before)
    } catch {
      throw PipelineFailure(error)
    }
  }

  /// The first figure that is not as it was published; nil where all are.
  ///
  /// Another version of the program may say more in `scores.json`; what was said must hold.
  private func figureProblem(
    of issue: TongbaoPublishing.Issue,
    at position: Int,
    _ figures: Figures
  ) throws(PipelineFailure) -> Diagnostic? {
    let path = "public/\(issue.folder)/scores.json"
    let naming = try Naming(figures, dated: issue.date, after: register.after(position))
    guard let bytes = bytes(of: path), let published = try? JSONValue(parsing: bytes),
      let made = try? JSONValue(parsing: figures.holdingBack(naming).publishedJSON)
    else { return Diagnostic(.verifyFileDiffers, at: SourceLocation(file: path)) }
    return FirstDifference.between(published, made).map { problem(at: path, $0) }
  }

  /// The first file that is not as it was published, else that the register's entry is not; nil where all is.
  ///
  /// The scores are compared first: where they differ, so do the pages.
  private func problem(
    of issue: TongbaoPublishing.Issue,
    at position: Int,
    _ made: Reproduction
  ) -> Diagnostic? {
    let (then, now) = (register.after(position + 1), made.register)
    let files = Dictionary(now.files.map { ($0.path, $0.digest) }) { first, _ in first }
    let different = then.files.filter { files[$0.path] != $0.digest }.map(\.path)
    if let path = different.first(where: { $0.hasSuffix("/scores.json") }) ?? different.first {
      let difference = bytes(of: path)
        .flatMap { published in
          made.files[path].flatMap { FirstDifference.between(published, $0) }
        }
      return problem(at: path, difference)
    }
    var entry = made.issue
    entry.files = issue.files
    let isSame =
      entry == issue && now.files.count == then.files.count
      && now.notices.map(\.changes) == then.notices.map(\.changes)
    return isSame ? nil : Diagnostic(.verifyEntryDiffers, text: issue.folder)
  }

  private func problem(at path: String, _ difference: FirstDifference?) -> Diagnostic {
    difference.map { $0.diagnostic(.verifyDiffers, at: path) }
      ?? Diagnostic(.verifyFileDiffers, at: SourceLocation(file: path))
  }

  /// What is published now; nil where it is missing, which was told with the other bytes.
  private func bytes(of path: String) -> [UInt8]? {
    try? office.workspace.bytes(of: path)
  }
}

extension FirstDifference {
  /// The difference of a file, told as a diagnostic.
  fileprivate func diagnostic(_ kind: DiagnosticKind, at path: String) -> Diagnostic {
    Diagnostic(
      kind,
      at: SourceLocation(file: path),
      text: place,
      facts: [
        "text": .worded(
          isLine ? Bilingual("第\(place)行", "line \(place)") : Bilingual(place, place)
        ),
        "published": FirstDifference.shown(before), "made": FirstDifference.shown(after),
      ]
    )
  }

  /// What stands there; an empty end of a message would look like a fault.
  private static func shown(_ text: String) -> Fact {
    text.isEmpty ? .worded(Bilingual("（无）", "(nothing)")) : .text(text)
  }
}

extension DerivedPages {
  /// What the index pages and tables lack against the register; they are made by the program of the last run.
  fileprivate static func problems(
    of office: Office,
    _ register: Register,
    templates folders: [String],
    _ program: String
  ) throws(PipelineFailure) -> [Diagnostic] {
    guard !register.issues.isEmpty else { return [] }
    let renderer = try Renderer(folders: folders, locale: office.settings.locale)
    do throws(PublishingFailure) {
      let last = try office.workspace.status()?.program
      guard last == program else {
        let unknown = Fact.worded(Bilingual("（不详）", "(unknown)"))
        let facts: [String: Fact] = ["program": last.map { .text($0) } ?? unknown]
        return [Diagnostic(.verifyOtherProgram, text: "index.html", facts: facts)]
      }
      let derived = DerivedPages(office, renderer)
      var problems: [Diagnostic] = []
      for page in derived.files(of: register) {
        let path = "public/" + page.path
        guard let published = try office.workspace.bytes(of: path) else {
          problems.append(Diagnostic(.publishMissing, at: SourceLocation(file: path)))
          continue
        }
        if let difference = FirstDifference.between(published, page.bytes) {
          problems.append(difference.diagnostic(.verifyDerived, at: path))
        }
      }
      return problems
    } catch {
      throw PipelineFailure(error)
    }
  }
}

extension Office {
  /// What is published; an empty register where nothing ever was.
  fileprivate func published() throws(PipelineFailure) -> Register {
    do throws(PublishingFailure) {
      return try workspace.register()
    } catch {
      throw PipelineFailure(error)
    }
  }
}
