import Glibc

/// Repeats `attempt` for as long as it finds the database locked, a second at most.
///
/// For opening only. SQLite's busy timeout does not cover it: a connection that would deadlock with
/// another one that makes or migrates the same file is told so at once, and making a file waits for
/// the disk.
func patiently<Result: ~Copyable>(
  _ attempt: () throws(LibraryError) -> Result
) throws(LibraryError) -> Result {
  let end = ContinuousClock.now + .seconds(1)
  while true {
    do {
      return try attempt()
    } catch {
      guard case .locked = error, ContinuousClock.now < end else { throw error }
      usleep(5_000)
    }
  }
}
