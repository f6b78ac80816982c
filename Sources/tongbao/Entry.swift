import ArgumentParser
import Dispatch
import Glibc

/// Where the program begins.
@main
enum Entry {
  static func main() {
    openStandardStreams()
    Task {
      await Tongbao.main()
      exit(0)
    }
    dispatchMain()
  }

  /// Puts `/dev/null` in the place of closed standard streams.
  ///
  /// Otherwise the next file that is opened gets the number of one, and messages are written into it: before
  /// anything asynchronous begins, for that opens files of its own.
  private static func openStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is the one that is missing. Messages may be lost, results may not: nothing can
      // be written to the one that takes the place of standard output.
      _ = unsafe open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
