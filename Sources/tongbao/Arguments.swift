import ArgumentParser
import TongbaoModel

/// A period as it is typed: `2017-11`, `2017-W45`, `2017-Q4`, `2017`, `last-month`, `this-year`, ….
struct PeriodArgument: ExpressibleByArgument {
  private enum Meaning {
    case fixed(Period)
    case last(Period.Kind)
    case this(Period.Kind)
  }

  private let meaning: Meaning

  init?(argument: String) {
    let words = argument.split(separator: "-", maxSplits: 1)
    if let period = Period(argument) {
      meaning = .fixed(period)
    } else if words.count == 2, let kind = Period.Kind(rawValue: String(words[1])) {
      switch words[0] {
      case "last": meaning = .last(kind)
      case "this": meaning = .this(kind)
      default: return nil
      }
    } else {
      return nil
    }
  }

  /// The kind of period.
  var kind: Period.Kind {
    switch meaning {
    case .fixed(let period): period.kind
    case .last(let kind), .this(let kind): kind
    }
  }

  /// The period meant on the day `today`.
  func period(today: CalendarDate) -> Period {
    switch meaning {
    case .fixed(let period): period
    case .last(let kind): Period(kind, holding: today).previous
    case .this(let kind): Period(kind, holding: today)
    }
  }

  static let help: ArgumentHelp =
    "时期 Period: 2017-11, 2017-W45, 2017-Q4, 2017, last-month, last-week, last-quarter, last-year."
}

/// A day as it is typed: `2017-11-30`.
struct DateArgument: ExpressibleByArgument {
  /// The day.
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(iso: argument) else { return nil }
    self.date = date
  }
}

/// A period as the sheets give it now, or a revision of it that was published: `2017-10`, `2017-10@2`.
struct RevisionArgument: ExpressibleByArgument {
  /// The period.
  let period: PeriodArgument
  /// The revision, from 1; nil for what the sheets give now.
  let revision: Int?

  init?(argument: String) {
    let parts = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let period = PeriodArgument(argument: String(first)) else {
      return nil
    }
    self.period = period
    guard parts.count == 2 else {
      revision = nil
      return
    }
    guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[1]),
      number > 0
    else { return nil }
    revision = number
  }
}
