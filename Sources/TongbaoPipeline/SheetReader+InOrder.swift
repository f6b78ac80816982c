import TongbaoReading

extension SheetReader {
  /// Chunks that are worked on at a time.
  ///
  /// Three keep two cores busy; more would only hold more memory.
  private static let chunksAtATime = 3

  /// Does a job on every chunk that is left, several at a time, and hands the results over in file order.
  ///
  /// `job` is called in file order too, for what depends on the chunks before; the closure that it gives is
  /// done on any thread.
  mutating func inOrder<Result: Sendable>(
    _ job: (SheetChunk) -> @Sendable () -> Result,
    emit: (Result) -> Void
  ) async throws(ReadingFailure) {
    var failure: ReadingFailure?
    await withTaskGroup(of: (number: Int, result: Result).self) { group in
      var queue = ResultQueue<Result>()
      var started = 0
      do throws(ReadingFailure) {
        while let chunk = try await nextChunkAhead() {
          if started - queue.count >= Self.chunksAtATime, let done = await group.next() {
            queue.add(done.result, done.number, emit)
          }
          let work = job(chunk)
          let number = started
          group.addTask { (number, work()) }
          started += 1
        }
      } catch {
        failure = error
      }
      for await done in group { queue.add(done.result, done.number, emit) }
    }
    if let failure { throw failure }
  }
}

/// Results that wait for those before them.
private struct ResultQueue<Result> {
  /// Results so far.
  private(set) var count = 0
  private var next = 0
  private var waiting: [Int: Result] = [:]

  mutating func add(_ result: Result, _ number: Int, _ emit: (Result) -> Void) {
    count += 1
    waiting[number] = result
    while let result = waiting.removeValue(forKey: next) {
      emit(result)
      next += 1
    }
  }
}
