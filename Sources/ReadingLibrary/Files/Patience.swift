import Glibc

/// Repeats `attempt` for as long as it finds the database locked and `patience` lasts.
///
/// For opening, since another program that opens, migrates or closes the same file waits for the disk
/// itself, and for commands that can wait longer than SQLite's busy timeout. That one does not count
/// if SQLite fears a deadlock.
package func patiently<Result: ~Copyable>(
  _ patience: Duration, _ attempt: () throws(LibraryError) -> Result
) throws(LibraryError) -> Result {
  let end = ContinuousClock.now + patience
  while true {
    do {
      return try attempt()
    } catch {
      guard case .locked = error, ContinuousClock.now < end else { throw error }
      usleep(5_000)
    }
  }
}
