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
    guard let value = languageVariable?.value else { return .chinese }
    return value.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  /// The locale variable that decides the language; nil where none says anything.
  var languageVariable: (name: String, value: String)? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { name in variables[name].map { (name: name, value: $0) } }
      .first { !$0.value.isEmpty }
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
    statedTime ?? Int64(Date().timeIntervalSince1970.rounded(.down))
  }

  /// Whether `SOURCE_DATE_EPOCH` states the time.
  var isTimeStated: Bool { statedTime != nil }

  /// Whether `SOURCE_DATE_EPOCH`, where it is set, is a time.
  var isTimeUnderstood: Bool { variables["SOURCE_DATE_EPOCH"] == nil || isTimeStated }

  private var statedTime: Int64? { variables["SOURCE_DATE_EPOCH"].flatMap { Int64($0) } }

  /// Whether this machine knows a time zone by its IANA name.
  static func knows(zone name: String) -> Bool { TimeZone(identifier: name) != nil }

  /// Permissions that files of this process do not get; nil where the system does not say.
  ///
  /// Source: proc(5); asking by umask(2) would have to change it.
  static var umask: UInt32? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("Umask:") }
    return line?.split(separator: "\t").last.flatMap { UInt32($0, radix: 8) }
  }

  /// How the program was built.
  static var build: String {
    #if DEBUG
    let configuration = "debug"
    #else
    let configuration = "release"
    #endif
    #if arch(x86_64)
    return configuration + ", x86_64"
    #elseif arch(arm64)
    return configuration + ", arm64"
    #else
    return configuration
    #endif
  }
}
