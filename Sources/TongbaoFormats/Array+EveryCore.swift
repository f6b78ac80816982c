import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` gives for each element, in the elements' order; made on every core.
  package func mapOnEveryCore<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Int: Result]())
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { results in indices.compactMap { results[$0] } }
  }

  /// The elements in runs of `length`, the last one shorter where they do not come out even.
  package func runs(of length: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
  }
}
