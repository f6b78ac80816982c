package import TongbaoModel

/// Whether every file still is what the journal and the register say.
package enum Verification {
  /// Takes the SHA-256 of each archived sheet in journal order, then of each published file in
  /// register order.
  ///
  /// Returns a diagnostic for every file that is missing or differs; the first one names the first
  /// difference. O(bytes), constant memory.
  package static func verifyDigests(
    of workspace: Workspace
  ) throws(PublishingFailure) -> [Diagnostic] {
    try archive(workspace, try Journal(of: workspace))
      + published(workspace, try workspace.register())
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
      let location = SourceLocation(file: path)
      switch try workspace.digest(of: path) {
      case nil: diagnostics.append(Diagnostic(.archiveMissing, at: location))
      case expected: break
      default: diagnostics.append(Diagnostic(.archiveChanged, at: location))
      }
    }
    return diagnostics
  }

  private static func published(
    _ workspace: Workspace,
    _ register: Register
  ) throws(PublishingFailure) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (path, expected) in register.files {
      let location = SourceLocation(file: path)
      switch try workspace.digest(of: path) {
      case nil: diagnostics.append(Diagnostic(.publishMissing, at: location))
      case expected: break
      default: diagnostics.append(Diagnostic(.publishChanged, at: location))
      }
    }
    return diagnostics
  }
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
