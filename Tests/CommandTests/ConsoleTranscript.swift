/// A page with console blocks: lines after `$ ` are typed, the lines below them are what was printed.
struct ConsoleTranscript {
  /// What was typed, and what the page shows of the answer.
  struct Command {
    let line: String
    /// The shown lines; a line `…` stands for lines that are left out.
    let shown: [String]
  }

  private enum Piece {
    case text(String)
    case command(Command)
  }

  private static let prompt = "$ "
  private var pieces: [Piece] = []

  /// Takes a Markdown page apart.
  init(page: String) {
    var isConsole = false
    var open: (line: String, shown: [String])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let isTyped = isConsole && line.hasPrefix(Self.prompt)
      let isFence = line.hasPrefix("```")
      if isTyped || isFence, let command = open {
        pieces.append(.command(Command(line: command.line, shown: command.shown)))
        open = nil
      }
      if isFence { isConsole = line == "```console" }
      if isTyped {
        open = (String(line.dropFirst(Self.prompt.count)), [])
      } else if open != nil {
        open?.shown.append(line)
      } else {
        pieces.append(.text(line))
      }
    }
  }

  /// What is typed, in order.
  var commands: [Command] {
    pieces.compactMap { piece in
      if case .command(let command) = piece { command } else { nil }
    }
  }

  /// The page with other answers, one for each command.
  func page(showing answers: [[String]]) -> String {
    var rest = answers[...]
    return
      pieces.flatMap { piece in
        switch piece {
        case .text(let line): [line]
        case .command(let command): [Self.prompt + command.line] + (rest.popFirst() ?? [])
        }
      }
      .joined(separator: "\n")
  }
}

extension ConsoleTranscript.Command {
  /// The shown lines between the cuts.
  private var parts: [[String]] {
    shown.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
  }

  /// Whether the shown lines are those of `answer`: all of them, or in its order where some are left out.
  func shows(_ answer: [String]) -> Bool {
    placed(in: answer) { part, rest in
      rest.indices.first { rest[$0...].starts(with: part) }
    } == shown
  }

  /// What the page should show: as many lines as now, from the places where its parts begin.
  ///
  /// Nil where the first line of a part between two cuts is printed no more: then a person must choose.
  func renewed(from answer: [String]) -> [String]? {
    placed(in: answer) { part, rest in
      part.first.flatMap { rest.firstIndex(of: $0) }
    }
  }

  /// The lines of `answer` at the places of the parts: the first part begins it, the last one ends it.
  private func placed(
    in answer: [String],
    where place: ([String], ArraySlice<String>) -> Int?
  ) -> [String]? {
    let parts = parts
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return answer }
    var rest = answer[...]
    var lines = Array(rest.prefix(first.count))
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let start = place(part, rest) else { return nil }
      lines += ["…"] + rest[start...].prefix(part.count)
      rest = rest[start...].dropFirst(part.count)
    }
    return lines + ["…"] + rest.suffix(last.count)
  }
}
