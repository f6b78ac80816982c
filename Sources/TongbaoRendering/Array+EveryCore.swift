import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` gives for each element, in the elements' order; made on every core.
  func mapOnEveryCore<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Int: Result]())
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { results in indices.compactMap { results[$0] } }
  }
}
