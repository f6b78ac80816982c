package import TongbaoModel

/// The public folder and its register.
///
/// Source: product.md §4.
///
/// An issue is built below `internal/build`, moved file by file to names that nothing links to yet,
/// and made public by one rename of `register.json`. Stopped anywhere, readers keep what they had,
/// and opening the publication again removes what the register does not name.
package struct Publication: Sendable {
  static let registerName: FileName = "register.json"
  static let statusName: FileName = "status.json"
  static let noticesName: FileName = "notices"
  static let buildName: FileName = "build"
  static let withdrawnName: FileName = "withdrawn"
  static let replacementsName: FileName = "replacements"

  let served: Folder
  let office: Folder
  private let lock: WorkspaceLock
  /// What is public.
  package private(set) var register = Register()
  /// What was found and put right, and what could not be replaced.
  package internal(set) var diagnostics: [Diagnostic] = []
  var reported: Set<String> = []

  /// Opens the publication of a locked workspace, removes what a stopped run left and finishes what
  /// it had committed.
  package init(
    of workspace: Workspace,
    lock: WorkspaceLock
  ) throws(PublishingFailure) {
    self.lock = lock
    served = try workspace.folder(.public)
    office = try workspace.folder(.internal)
    if try served.status(of: Publication.registerName) == nil { try begin() }
    try settle()
  }

  /// The register of a workspace that need not be locked: what is public now.
  package static func register(of workspace: Workspace) throws(PublishingFailure) -> Register {
    try readRegister(workspace.folder(.public))
  }

  /// A public folder without register gets an empty one, unless something was ever published there.
  private func begin() throws(PublishingFailure) {
    let path = served.path(of: Publication.registerName)
    guard try office.status(of: Publication.registerName) == nil else {
      throw .lostRegister(path: path)
    }
    let wasUsed = try served.names()
      .contains {
        Period($0.description) != nil || $0 == Publication.noticesName
      }
    guard !wasUsed else { throw .lostRegister(path: path) }
    try served.replace(Publication.registerName, with: Register().json)
  }

  /// Brings folder and register into agreement.
  ///
  /// The register rules.
  private mutating func settle() throws(PublishingFailure) {
    register = try Publication.readRegister(served)
    try compareWithCopy()
    try office.removeTree(Publication.buildName)
    try sweep()
    try finishReplacements()
    try office.replaceIfChanged(Publication.registerName, with: register.json)
  }

  private static func readRegister(_ served: Folder) throws(PublishingFailure) -> Register {
    guard let bytes = try served.bytes(of: registerName) else {
      throw .lostRegister(path: served.path(of: registerName))
    }
    return try Register(json: bytes)
  }

  /// The office's copy is written after the public register, so it never names more: if it does, an
  /// old register was put back.
  private func compareWithCopy() throws(PublishingFailure) {
    guard let bytes = try office.bytes(of: Publication.registerName),
      let copy = try? Register(json: bytes)
    else { return }
    guard register.issues.starts(with: copy.issues), register.notices.count >= copy.notices.count
    else { throw .lostRegister(path: served.path(of: Publication.registerName)) }
  }

  /// Publishes an issue with its notices and withdrawals; returns its entry in the register.
  ///
  /// Throws before the commit, and then nothing public has changed, except where the disk fails
  /// right after the rename: opening the publication again tells which. O(bytes).
  @discardableResult
  package mutating func publish(_ proposal: IssueProposal) throws(PublishingFailure) -> Issue {
    // A publication that failed before may have left parts, or may have been committed after all.
    try settle()
    let prepared = try PreparedIssue(proposal, after: register)
    let build = try office.made(Publication.buildName, mode: 0o770)
    try self.build(prepared, in: build)
    try stage(prepared)
    try moveOut(prepared, from: build)
    try build.move(Publication.registerName, to: served, as: Publication.registerName)
    try served.sync()
    register = prepared.register
    try tidy()
    return prepared.issue
  }

  /// What follows the commit.
  ///
  /// The issue is out whatever the disk says now, so a refusal is reported, and the next run
  /// does the rest.
  private mutating func tidy() throws(PublishingFailure) {
    do {
      try finishReplacements()
      try office.replaceIfChanged(Publication.registerName, with: register.json)
      try office.removeTree(Publication.buildName)
    } catch {
      guard case .disk(let failure) = error else { throw error }
      reportNotReplaced(failure)
    }
  }
}

extension Workspace {
  /// The register as readers find it, without the lock; empty where nothing was ever published.
  ///
  /// `lostRegister` where the office's copy of it is there.
  package func register() throws(PublishingFailure) -> Register {
    let served = try present(.public)
    if let bytes = try served?.bytes(of: Publication.registerName) {
      return try Register(json: bytes)
    }
    guard try present(.internal)?.status(of: Publication.registerName) == nil else {
      throw .lostRegister(path: root.path(of: Part.public.name) + "/register.json")
    }
    return Register()
  }
}
