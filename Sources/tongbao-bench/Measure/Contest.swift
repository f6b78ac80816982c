/// Commands over the same bytes, run in turn.
struct Contest: Sendable {
  /// What the table is headed by.
  let title: String
  /// Bytes of the input.
  let bytes: Int
  /// The commands, the measured one first.
  let contestants: [Contestant]

  /// What a command's runs came to.
  struct Result: Sendable {
    /// The command.
    let name: String
    /// Its runs, or why there are none.
    let outcome: Outcome
  }

  /// Runs, or none.
  enum Outcome: Sendable {
    case measured([ProcessRun])
    case absent(String)
  }

  /// Runs every command `rounds` times, alternating, after a first run that warms the file cache.
  func run(rounds: Int) -> [Result] {
    var runs = contestants.map { _ in [ProcessRun]() }
    var absent = contestants.map(Contest.absence)
    for round in 0...rounds {
      for (index, contestant) in contestants.enumerated() where absent[index] == nil {
        do throws(ProcessRun.Failure) {
          let run = try ProcessRun.run(contestant.arguments(round))
          if run.status != 0 {
            absent[index] = "failed (exit \(run.status))"
          } else if round > 0 {
            runs[index].append(run)
          }
        } catch {
          absent[index] = error.reason
        }
      }
    }
    return contestants.indices.map { index in
      Result(
        name: contestants[index].name,
        outcome: absent[index].map { .absent($0) } ?? .measured(runs[index])
      )
    }
  }

  /// Why a peer cannot take part; nil where it can.
  private static func absence(of contestant: Contestant) -> String? {
    guard let probe = contestant.probe else { return nil }
    do throws(ProcessRun.Failure) {
      return try ProcessRun.run(probe).status == 0 ? nil : "not installed"
    } catch {
      return error.reason
    }
  }

  /// The table of the results.
  func table(of results: [Result]) -> String {
    let own = results.first.flatMap(Contest.median)
    var text = "\(title): \(bytes / 1_000_000) MB\n"
    text += line("command", ["seconds", "min–max", "MB/s", "peak MiB", "tongbao ÷ this"])
    for result in results {
      switch result.outcome {
      case .absent(let reason): text += line(result.name, [reason])
      case .measured(let runs): text += line(result.name, figures(of: runs, own: own))
      }
    }
    return text
  }

  private func figures(of runs: [ProcessRun], own: Double?) -> [String] {
    let seconds = runs.map(\.seconds).sorted()
    let median = seconds[seconds.count / 2]
    let range = Contest.fixed(seconds[0]) + "–" + Contest.fixed(seconds[seconds.count - 1])
    return [
      Contest.fixed(median), range, Contest.fixed(Double(bytes) / 1e6 / median, places: 0),
      peak(of: runs),
      own.map { Contest.fixed($0 / median) } ?? "",
    ]
  }

  /// A peak that is no larger than this program's own says only that the child stayed below it.
  private func peak(of runs: [ProcessRun]) -> String {
    let peak = runs.map(\.peakKiB).max() ?? 0
    let own = ProcessRun.ownPeakKiB
    return peak > own ? "\(peak / 1024)" : "< \(own / 1024 + 1)"
  }

  private static func median(_ result: Result) -> Double? {
    guard case .measured(let runs) = result.outcome, !runs.isEmpty else { return nil }
    return runs.map(\.seconds).sorted()[runs.count / 2]
  }

  private func line(_ name: String, _ cells: [String]) -> String {
    var text = "  " + name + String(repeating: " ", count: max(1, 24 - name.count))
    for cell in cells { text += String(repeating: " ", count: max(1, 15 - cell.count)) + cell }
    return text + "\n"
  }

  /// A number with so many decimals.
  static func fixed(_ value: Double, places: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value * scale).rounded())
    guard places > 0 else { return String(scaled) }
    let digits = String(Int(scale) + scaled % Int(scale)).dropFirst()
    return "\(scaled / Int(scale)).\(digits)"
  }
}
