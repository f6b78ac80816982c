import TongbaoConfiguration
package import TongbaoModel
import TongbaoReading

/// A scheme and the settings that go with it, as read from their files.
package struct Rules: Sendable {
  /// A configuration file: its name in messages and its bytes, which an issue's digests are taken from.
  package struct File: Sendable {
    /// Name in messages.
    package let name: String
    /// Its bytes.
    package let bytes: [UInt8]

    /// Reads the file at `path`.
    package init(path: String) throws(PipelineFailure) {
      name = SheetInput.name(ofPath: path)
      do throws(ReadingFailure) {
        bytes = try WholeFile.bytes(ofPath: path)
      } catch {
        var log = DiagnosticLog()
        log.append(error.diagnostic(name: path))
        throw .badConfiguration(log)
      }
    }

    /// A file whose bytes are known already; no bytes leave settings at their defaults.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The rules of the year.
  package let scheme: Scheme
  /// Its file.
  package let schemeFile: File
  /// The settings.
  package let settings: Settings
  /// Their file.
  package let settingsFile: File
  /// Warnings and notes about both.
  package let log: DiagnosticLog

  /// Reads a scheme, and settings where a file is named.
  package init(scheme schemePath: String, settings settingsPath: String?) throws(PipelineFailure) {
    let settingsFile =
      if let settingsPath { try File(path: settingsPath) } else {
        File(name: "tongbao.yaml", bytes: [])
      }
    try self.init(scheme: File(path: schemePath), settings: settingsFile)
  }

  /// Reads both from bytes; settings without bytes are the defaults.
  package init(scheme schemeFile: File, settings settingsFile: File) throws(PipelineFailure) {
    let schemeReading = SchemeReader.read(schemeFile.bytes, file: schemeFile.name)
    var log = schemeReading.diagnostics
    var settings: Settings? = Settings()
    if !settingsFile.bytes.isEmpty {
      let reading = SettingsReader.read(settingsFile.bytes, file: settingsFile.name)
      log.append(contentsOf: reading.diagnostics)
      settings = reading.settings
      if let settings, let scheme = schemeReading.scheme {
        log.append(contentsOf: settings.check(against: scheme, positions: reading.positions))
      }
    }
    guard let scheme = schemeReading.scheme, let settings, log.count(of: Severity.error) == 0
    else { throw .badConfiguration(log) }
    self.scheme = scheme
    self.schemeFile = schemeFile
    self.settings = settings
    self.settingsFile = settingsFile
    self.log = log
  }

  /// Whether scheme and settings say the same, byte by byte.
  func isSame(as other: Rules) -> Bool {
    schemeFile.bytes == other.schemeFile.bytes && settingsFile.bytes == other.settingsFile.bytes
  }

  /// Settings alone, for what needs no scheme.
  package static func settings(_ path: String) throws(PipelineFailure) -> Settings {
    let file = try File(path: path)
    let reading = SettingsReader.read(file.bytes, file: file.name)
    guard let settings = reading.settings else { throw .badConfiguration(reading.diagnostics) }
    return settings
  }

  /// Everything that is wrong with a scheme file, what is legal but cannot be meant too, for
  /// `tongbao check`.
  package static func checkScheme(_ file: File) -> DiagnosticLog {
    SchemeLint.log(of: SchemeReader.read(file.bytes, file: file.name))
  }

  /// Everything that is wrong with a settings file, its departments too where a scheme is given.
  package static func checkSettings(_ file: File, against scheme: Scheme?) -> DiagnosticLog {
    let reading = SettingsReader.read(file.bytes, file: file.name)
    var log = reading.diagnostics
    if let settings = reading.settings, let scheme {
      log.append(contentsOf: settings.check(against: scheme, positions: reading.positions))
    }
    return log
  }
}
