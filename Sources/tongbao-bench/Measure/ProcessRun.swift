import Glibc

/// What one run of a whole process cost.
struct ProcessRun: Sendable {
  /// Wall time in seconds.
  let seconds: Double
  /// Largest resident set, in KiB.
  let peakKiB: Int
  /// Exit status; 128 + signal where one ended it.
  let status: Int

  /// Why a process did not run.
  enum Failure: Error {
    /// posix_spawn said no, with errno.
    case notStarted(Int32)
    /// wait4 said no, with errno.
    case notWaited(Int32)

    /// The reason, for the table.
    var reason: String {
      switch self {
      case .notStarted(ENOENT): "not installed"
      case .notStarted(let code): "not started (errno \(code))"
      case .notWaited(let code): "lost (errno \(code))"
      }
    }
  }

  /// Runs a command found in PATH, its output thrown away, and waits for it.
  static func run(_ arguments: [String]) throws(Failure) -> ProcessRun {
    let start = now()
    let child = try spawn(arguments)
    var status: Int32 = 0
    var usage = rusage()
    while true {
      let waited = unsafe wait4(child, &status, 0, &usage)
      if waited == child { break }
      guard errno == EINTR else { throw .notWaited(errno) }
    }
    return ProcessRun(
      seconds: now() - start,
      peakKiB: Int(usage.ru_maxrss),
      status: exitStatus(status)
    )
  }

  /// The largest resident set of this process, in KiB: a child is charged with it until it is the child's own.
  static var ownPeakKiB: Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss)
  }

  private static func exitStatus(_ status: Int32) -> Int {
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  /// Seconds on a clock; by default on one that nobody sets.
  static func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func spawn(_ arguments: [String]) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    // The child reads the vector before posix_spawnp returns; the copies are freed after that.
    var vector = unsafe arguments.map { unsafe strdup($0) }
    unsafe vector.append(nil)
    defer { for index in 0..<arguments.count { unsafe free(vector[index]) } }
    var child: pid_t = 0
    let problem = unsafe posix_spawnp(&child, arguments[0], &actions, nil, vector, environ)
    guard problem == 0 else { throw .notStarted(problem) }
    return child
  }
}
