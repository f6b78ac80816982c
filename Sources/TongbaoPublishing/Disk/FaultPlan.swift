import Synchronization

/// A disk that fails on purpose: the n-th operation of a run, so that tests can try every n.
package final class FaultPlan: Sendable {
  /// What happens at the chosen operation.
  package enum Fault: Sendable, Hashable {
    /// The program is gone: neither this operation nor any later one happens.
    case kill
    /// A write reaches the disk by half, then the program is gone; other operations as `kill`.
    case tear
    /// The operation fails with this error number.
    case failure(Int32)
  }

  private struct State {
    var performed = 0
    var isDead = false
    var isTearing = false
  }

  private let turn: Int
  private let fault: Fault
  private let isLasting: Bool
  private let concerns: @Sendable (DiskOperation) -> Bool
  private let isAbout: @Sendable (String) -> Bool
  private let watch: @Sendable (DiskOperation) -> Void
  private let state = Mutex(State())

  /// A plan that strikes at operation `turn`, counted from 1 over those that `concerns` and
  /// `isAbout` (of the path) choose; never where it is 0.
  ///
  /// A lasting one strikes at all later ones too. `watch` is called before each operation: it
  /// sees the disk as a reader would at that moment.
  package init(
    at turn: Int = 0,
    _ fault: Fault = .kill,
    isLasting: Bool = false,
    concerns: @escaping @Sendable (DiskOperation) -> Bool = { $0.isChange },
    isAbout: @escaping @Sendable (String) -> Bool = { _ in true },
    watch: @escaping @Sendable (DiskOperation) -> Void = { _ in }
  ) {
    self.turn = turn
    self.fault = fault
    self.isLasting = isLasting
    self.concerns = concerns
    self.isAbout = isAbout
    self.watch = watch
  }

  /// How many of the chosen operations were begun.
  package var performed: Int { state.withLock { $0.performed } }

  /// Whether the operation just permitted is to be torn.
  var isTearing: Bool { state.withLock { $0.isTearing } }

  /// The fate of the operation that is about to be made; nil where nothing happens to it.
  func next(_ operation: DiskOperation, _ path: String) -> Fault? {
    watch(operation)
    return state.withLock { state in
      guard !state.isDead else { return .kill }
      guard concerns(operation), isAbout(path) else { return nil }
      state.performed += 1
      guard turn > 0, state.performed == turn || (isLasting && state.performed > turn) else {
        return nil
      }
      if fault == .kill || fault == .tear { state.isDead = true }
      guard fault == .tear else { return fault }
      state.isTearing = operation == .write
      return operation == .write ? .tear : .kill
    }
  }
}
