/// Finds where aliases begin in a YAML text, byte by byte, leaving quoted text and comments alone.
struct AliasScan {
  private enum State {
    /// Where a value may begin.
    case between
    /// An indicator that only counts when a blank follows.
    case indicator
    case plain
    /// A blank inside or after a value, after which a comment may begin.
    case blank
    case singleQuoted
    case doubleQuoted
    case escape
    case comment
  }

  private var state = State.between

  /// Takes the next byte; whether an alias begins at it.
  mutating func isAlias(_ byte: UInt8) -> Bool {
    let before = state
    state = AliasScan.next(before, byte)
    return before == .between && byte == UInt8(ascii: "*")
  }

  private static func next(_ state: State, _ byte: UInt8) -> State {
    let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    switch state {
    case .comment: return byte == UInt8(ascii: "\n") ? .between : .comment
    case .singleQuoted: return byte == UInt8(ascii: "'") ? .plain : .singleQuoted
    case .escape: return .doubleQuoted
    case .doubleQuoted:
      if byte == UInt8(ascii: "\\") { return .escape }
      return byte == UInt8(ascii: "\"") ? .plain : .doubleQuoted
    case .indicator where isBlank: return .between
    case .between where isBlank: return .between
    case .between: return start(byte)
    case .blank where byte == UInt8(ascii: "#"): return .comment
    case .plain where isBlank: return .blank
    case .blank where isBlank: return .blank
    case .indicator, .plain, .blank: return inside(byte)
    }
  }

  /// The state after a byte where a value may begin.
  private static func start(_ byte: UInt8) -> State {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "{"):
      .between
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): .indicator
    case UInt8(ascii: "#"): .comment
    case UInt8(ascii: "'"): .singleQuoted
    case UInt8(ascii: "\""): .doubleQuoted
    default: .plain
    }
  }

  /// The state after a byte inside or after a value.
  private static func inside(_ byte: UInt8) -> State {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): .between
    case UInt8(ascii: ":"): .indicator
    default: .plain
    }
  }
}
