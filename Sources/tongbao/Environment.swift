import Foundation
import TongbaoModel

/// What the process's surroundings say: language, colour, today.
///
/// This is the only place that knows a clock and a time zone.
struct Environment {
  /// The environment variables.
  let variables: [String: String]

  /// The surroundings of this process.
  static var current: Environment {
    Environment(variables: ProcessInfo.processInfo.environment)
  }

  /// The language that the locale variables name: English where they name another language than Chinese,
  /// Chinese where they say nothing (as under cron).
  var language: Language {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { variables[$0] }
      .first { !$0.isEmpty }
    guard let name else { return .chinese }
    return name.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  /// Whether colour is wanted where nothing else is said.
  var wantsColour: Bool {
    let refuses = variables["NO_COLOR"].map { !$0.isEmpty } ?? false
    return !refuses && variables["TERM"] != "dumb" && Terminal.isInteractive
  }

  /// Today in a zone by its IANA name: the day of `SOURCE_DATE_EPOCH` where that is set, else the clock's.
  func today(in zoneName: String) -> CalendarDate {
    local(now, in: zoneName).day
  }

  /// Seconds since 1970 as a day and a time of the zone: `2017-12-06 06:30`.
  func moment(_ seconds: Int64, in zoneName: String) -> String {
    let (day, minutes) = local(seconds, in: zoneName)
    let clock = [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
    return "\(day) " + clock.joined(separator: ":")
  }

  /// The day of the zone, and the minutes since its midnight.
  private func local(_ moment: Int64, in zoneName: String) -> (day: CalendarDate, minutes: Int) {
    let seconds = Int(clamping: moment)
    let zone = TimeZone(identifier: zoneName) ?? .gmt
    let instant = Date(timeIntervalSince1970: TimeInterval(seconds))
    let (local, _) = seconds.addingReportingOverflow(zone.secondsFromGMT(for: instant))
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let (rest, _) = local.subtractingReportingOverflow(day * 86_400)
    return (CalendarDate(dayNumber: Int32(clamping: day)), rest / 60)
  }

  /// Seconds since 1970: those of `SOURCE_DATE_EPOCH` where it is set, else the clock's.
  ///
  /// For the journal and `status.json`; nothing that is printed depends on it.
  var now: Int64 {
    let stated = variables["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }
    return stated ?? Int64(Date().timeIntervalSince1970.rounded(.down))
  }
}
