package import TongbaoModel

/// Whether every file still is what the journal and the register say.
package enum Verification {
  /// Everything that is not as it was written: archived sheets in journal order, rules, published files in register
  /// order, kept bytes of withdrawn notices, the office's copies of register and status, and what nobody published.
  ///
  /// The first one names the first difference. O(bytes), constant memory.
  package static func damages(
    in workspace: Workspace,
    _ journal: Journal,
    _ register: Register
  ) throws(PublishingFailure) -> [Diagnostic] {
    let sheets = try archive(workspace, journal)
    guard try workspace.present(.public) != nil else { return sheets }
    return try sheets + rules(workspace, register) + published(workspace, register)
      + withheld(workspace, register) + copies(workspace) + strays(workspace, register)
  }

  /// Recomputes the SHA-256 of every sheet that the journal names; in journal order.
  ///
  /// O(bytes of the archive).
  package static func archive(
    _ workspace: Workspace,
    _ journal: Journal
  ) throws(PublishingFailure) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for entry in journal.entries where entry.event == .sheet || entry.event == .mended {
      guard let path = entry.path, let expected = entry.digest else { continue }
      if let kind = try workspace.damage(of: path, expected, .archiveMissing, .archiveChanged) {
        diagnostics.append(Diagnostic(kind, at: SourceLocation(file: path)))
      }
    }
    return diagnostics
  }

  /// Schemes, settings and templates that the register names, each told once.
  private static func rules(
    _ workspace: Workspace,
    _ register: Register
  ) throws(PublishingFailure) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func check(_ read: () throws(PublishingFailure) -> Void) throws(PublishingFailure) {
      do throws(PublishingFailure) {
        try read()
      } catch {
        guard case .digestMismatch = error else { throw error }
        diagnostics.append(error.diagnostic)
      }
    }
    var checked: Set<ContentDigest> = []
    for basis in register.issues.map(\.basis) {
      for digest in [basis.scheme, basis.settings] where checked.insert(digest).inserted {
        try check { () throws(PublishingFailure) in _ = try workspace.rules(digest) }
      }
      guard checked.insert(basis.templates).inserted else { continue }
      try check { () throws(PublishingFailure) in _ = try workspace.ruleFiles(basis.templates) }
    }
    return diagnostics
  }

  /// Published files that are not there any more, by names alone; in register order.
  ///
  /// O(files of the public folder).
  package static func missing(
    from workspace: Workspace,
    _ register: Register
  ) throws(PublishingFailure) -> [Diagnostic] {
    let there = Set(try workspace.folder(.public).paths(prefix: "public/"))
    return register.files.filter { !there.contains($0.path) }
      .map { Diagnostic(.publishMissing, at: SourceLocation(file: $0.path)) }
  }

  private static func published(
    _ workspace: Workspace,
    _ register: Register
  ) throws(PublishingFailure) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (path, expected) in register.files {
      if let kind = try workspace.damage(of: path, expected, .publishMissing, .publishChanged) {
        diagnostics.append(Diagnostic(kind, at: SourceLocation(file: path)))
      }
    }
    return diagnostics
  }

  /// The pages with names that a withdrawal replaced: each is kept under its name or a further one.
  private static func withheld(
    _ workspace: Workspace,
    _ register: Register
  ) throws(PublishingFailure) -> [Diagnostic] {
    let files = register.notices.flatMap(\.withheld)
    guard !files.isEmpty else { return [] }
    let folder = try workspace.folder(.internal).folder(Publication.withdrawnName)
    var kept: [ContentDigest: [String]] = [:]
    for name in try folder?.names() ?? [] {
      if let digest = try folder?.digest(of: name) {
        kept[digest, default: []].append(name.description)
      }
    }
    return
      files.filter { file in
        !kept[file.digest, default: []].contains { ("-" + $0).hasSuffix("-" + file.path) }
      }
      .map { file in
        let path = "internal/\(Publication.withdrawnName)/\(file.path)"
        return Diagnostic(.publishWithheldLost, at: SourceLocation(file: path))
      }
  }

  /// The public register and status against the office's copies of them.
  private static func copies(_ workspace: Workspace) throws(PublishingFailure) -> [Diagnostic] {
    let (served, office) = (try workspace.folder(.public), try workspace.folder(.internal))
    var diagnostics: [Diagnostic] = []
    for name in [Publication.registerName, Publication.statusName] {
      // A status that an older program wrote has no copy.
      guard let copy = try office.digest(of: name), try served.digest(of: name) != copy else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          .publishCopyDiffers,
          at: SourceLocation(file: "public/\(name)"),
          facts: ["copy": .text("internal/\(name)"), "mend": .worded(mend(name))]
        )
      )
    }
    return diagnostics
  }

  /// What else becomes of a file that differs from its copy.
  private static func mend(_ name: FileName) -> Bilingual {
    guard name == Publication.statusName else { return Bilingual("", "") }
    return Bilingual("；下次运行也会重新写入", "; the next run writes it anew in any case")
  }

  /// What lies in the public folder and was never published.
  private static func strays(
    _ workspace: Workspace,
    _ register: Register
  ) throws(PublishingFailure) -> [Diagnostic] {
    var known = Set(register.files.map(\.path))
    for name in Publication.derivedNames { known.insert("public/\(name)") }
    for issue in register.issues { known.insert("public/\(issue.period)/index.html") }
    return try workspace.folder(.public).paths(prefix: "public/")
      .filter { !known.contains($0) }
      .map { path in
        let isSwept = Publication.isSwept(path)
        return Diagnostic(
          isSwept ? .publishLeftOver : .publishUnknownFile,
          at: SourceLocation(file: path)
        )
      }
  }

  /// What publishing a proposal would make of a register, and the bytes that it would write.
  package static func reproduction(
    of proposal: IssueProposal,
    after register: Register
  ) throws(PublishingFailure) -> Reproduction {
    let prepared = try PreparedIssue(proposal, after: register)
    let folder = "public/\(prepared.issue.folder)/"
    let pages = prepared.pages.map { (folder + $0.path.description, $0.bytes) }
    let notices = (prepared.notices + prepared.replacements)
      .map { ("public/notices/" + $0.path.description, $0.bytes) }
    return Reproduction(
      register: prepared.register,
      issue: prepared.issue,
      files: Dictionary(pages + notices) { $1 }
    )
  }
}

extension Workspace {
  /// Which of two kinds a file is: missing, or with other bytes than `expected`; nil where it is as it was written.
  fileprivate func damage(
    of path: String,
    _ expected: ContentDigest,
    _ missing: DiagnosticKind,
    _ changed: DiagnosticKind
  ) throws(PublishingFailure) -> DiagnosticKind? {
    guard let digest = try digest(of: path) else { return missing }
    return digest == expected ? nil : changed
  }
}

/// An issue made again.
package struct Reproduction: Sendable {
  /// The register with the issue.
  package let register: Register
  /// Its entry.
  package let issue: Issue
  /// The bytes of its files and of the notices that it changes, by path below the workspace.
  package let files: [String: [UInt8]]
}

extension Register {
  /// Every file that the register names, by its path below the workspace, in register order.
  package var files: [(path: String, digest: ContentDigest)] {
    var files: [(path: String, digest: ContentDigest)] = []
    for issue in issues {
      for file in issue.files { files.append(("public/\(issue.folder)/\(file.path)", file.digest)) }
    }
    for notice in notices {
      for file in notice.files { files.append(("public/notices/\(file.path)", file.digest)) }
    }
    return files
  }
}

extension Folder {
  /// The paths of all that is no folder, in the order of the names; links are named, never followed.
  fileprivate func paths(prefix: String) throws(PublishingFailure) -> [String] {
    var paths: [String] = []
    for name in try names() where !name.isPart {
      if try status(of: name)?.kind == .folder, let inner = try folder(name) {
        paths += try inner.paths(prefix: prefix + name.description + "/")
      } else {
        paths.append(prefix + name.description)
      }
    }
    return paths
  }
}
