import Foundation
package import TongbaoModel

/// What was read of a settings file.
package struct SettingsReading: Sendable {
  /// The settings; nil where the file has an error.
  package let settings: Settings?
  /// Every problem of the file, in its order.
  package let diagnostics: DiagnosticLog
  /// Where each value stands.
  package let positions: ConfigurationPositions
}

/// Reads the settings of a workspace, `tongbao.yaml`.
///
/// Source: product.md §2.
package enum SettingsReader {
  private static let keys = [
    "format", "locale", "timeZone", "publish", "closeAfter", "release", "baseURL", "sources",
    "guards", "waivers",
  ]

  /// The guards that can be waived by name.
  ///
  /// Source: product.md §4.
  package static let guardNames = [
    "date", "unit-missing", "shrink", "jump", "sum", "personal-data", "link", "quarantine-share",
  ]

  /// Reads `bytes`, whose name in messages is `file`.
  ///
  /// Never throws: everything that is wrong is in the diagnostics, all at once. O(n).
  package static func read(_ bytes: [UInt8], file: String) -> SettingsReading {
    let document = YAMLDocument(bytes: bytes, file: file)
    let settings = document.root.flatMap { root in
      Value(node: root, path: "", proof: document.proof).section(keys).map(read)
    }
    return SettingsReading(
      settings: document.proof.hasErrors ? nil : settings,
      diagnostics: document.proof.log(),
      positions: ConfigurationPositions(document.root, document.proof.lines)
    )
  }

  private static func read(_ root: Section) -> Settings {
    root.checkFormat("tongbao.settings/1")
    let defaults = Settings()
    let release = root.optional("release")?.choice(of: [Settings.Release.auto, .manual])
    return Settings(
      locale: root.optional("locale").flatMap(readLocale) ?? defaults.locale,
      timeZone: root.optional("timeZone").flatMap(readTimeZone) ?? defaults.timeZone,
      publish: root.optional("publish").map(readKinds) ?? defaults.publish,
      closeAfter: root.optional("closeAfter")?.integer(0...365) ?? defaults.closeAfter,
      release: release ?? defaults.release,
      baseURL: root.optional("baseURL").flatMap(readAddress),
      sources: root.optional("sources").map(readSources) ?? [],
      guards: readGuards(root),
      waivers: root.optional("waivers").map(readWaivers) ?? []
    )
  }
}

// Single values.
extension SettingsReader {
  /// A language with subtags, as the folders of templates are named: `zh-Hans`, `en`.
  private static func readLocale(_ value: Value) -> String? {
    guard let text = value.text() else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWellFormed = parts.enumerated()
      .allSatisfy { index, part in
        (index == 0 ? 2...3 : 2...8).contains(part.utf8.count)
          && part.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
              && (scalar.properties.isAlphabetic || index > 0 && ("0"..."9").contains(scalar))
          }
      }
    guard isWellFormed else {
      value.report(.settingsBadLocale)
      return nil
    }
    return text
  }

  private static func readTimeZone(_ value: Value) -> String? {
    guard let text = value.text() else { return nil }
    // Foundation also takes offsets and abbreviations; only names of zones know their own history.
    let isOffset = text.contains { $0.isNumber } && !text.contains("/")
    let isShort = TimeZone.abbreviationDictionary[text] != nil && text != "UTC"
    guard !isOffset, !isShort, TimeZone(identifier: text) != nil else {
      let hint = value.proof.hint(text, among: TimeZone.knownTimeZoneIdentifiers)
      value.report(.settingsBadTimeZone, facts: ["hint": hint])
      return nil
    }
    return text
  }

  private static func readKinds(_ value: Value) -> [Period.Kind] {
    var kinds: [Period.Kind] = []
    for element in value.elements() {
      guard !isMisplacedSource(element, in: "publish"),
        let kind = element.choice(of: Period.Kind.allCases)
      else { continue }
      if kinds.contains(kind) {
        element.report(.settingsRepeatedEntry)
      } else {
        kinds.append(kind)
      }
    }
    return kinds
  }

  private static func readAddress(_ value: Value) -> String? {
    guard let text = value.text() else { return nil }
    guard let parts = URLComponents(string: text), parts.query == nil, parts.fragment == nil,
      let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
      parts.host?.isEmpty == false, parts.user == nil, parts.password == nil
    else {
      value.report(.settingsBadAddress)
      return nil
    }
    return text
  }
}

// Guards and waivers.
extension SettingsReader {
  private static func readGuards(_ root: Section) -> Guards {
    let defaults = Guards()
    guard let section = root.optional("guards")?.section(["shrink", "jump", "quarantineShare"])
    else { return defaults }
    return Guards(
      shrink: section.optional("shrink")?.decimal(.share) ?? defaults.shrink,
      jump: section.optional("jump")?.decimal(.notNegative) ?? defaults.jump,
      quarantineShare: section.optional("quarantineShare")?.decimal(.share)
        ?? defaults.quarantineShare
    )
  }

  private static func readWaivers(_ value: Value) -> [Waiver] {
    value.elements()
      .compactMap { element in
        guard !isMisplacedSource(element, in: "waivers"),
          let section = element.section(["guard", "period", "reason"])
        else { return nil }
        let guardName = section.required("guard").flatMap(readGuardName)
        let period = section.required("period").flatMap(readPeriod)
        let reason = section.required("reason")?.text()
        guard let guardName, let period, let reason else { return nil }
        return Waiver(guardName: guardName, period: period, reason: reason)
      }
  }

  private static func readGuardName(_ value: Value) -> String? {
    guard let text = value.text() else { return nil }
    guard guardNames.contains(text) else {
      value.badChoice(text, among: guardNames)
      return nil
    }
    return text
  }

  private static func readPeriod(_ value: Value) -> Period? {
    guard let text = value.text() else { return nil }
    guard let period = Period(text) else {
      value.report(.settingsBadPeriod)
      return nil
    }
    return period
  }
}
