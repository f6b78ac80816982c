/// The version of a library outside: the one that was compiled against and the one that runs.
package struct LibraryVersion: Sendable, Hashable {
  /// Its name.
  package let name: String
  /// The version whose headers the program was compiled with.
  package let compiled: String
  /// The version that is loaded.
  package let running: String

  /// A version.
  package init(name: String, compiled: String, running: String) {
    self.name = name
    self.compiled = compiled
    self.running = running
  }

  /// Whether the loaded version is of the same series: the first number promises the same functions.
  package var isCompatible: Bool { compiled.prefix { $0 != "." } == running.prefix { $0 != "." } }
}
