import Storage
import Synchronization
import TextGrid

/// The library, for commands that do one thing with it.
enum StateLibrary {
  /// How long to wait for another program's lock, in milliseconds.
  ///
  /// A command waits a few seconds, longer than a backup takes; on the screen somebody waits for each
  /// key.
  private static let patience = Atomic<Int>(5_000)

  /// Makes every later use as impatient as a screen must be.
  static func beQuick() { patience.store(50, ordering: .relaxed) }

  /// Opens the library and does something with it.
  ///
  /// - Parameter work: what to do; it is done again from the start if it finds the file locked.
  /// - Returns: what `work` returns.
  /// - Throws: ``Failure`` with the reason if it cannot be done.
  static func use<Result>(
    _ work: (borrowing MarksDatabase) throws(StorageError) -> Result
  ) throws -> Result {
    guard let directory = StateDirectory.path else {
      throw Failure("no marks are kept: neither HOME nor XDG_STATE_HOME is set")
    }
    do throws(StorageError) {
      let patience = Duration.milliseconds(patience.load(ordering: .relaxed))
      let library = try MarksDatabase(directory: directory, patience: patience)
      if let file = library.setAside {
        let text = "the file of marks was damaged and is now \(file)"
        Output.error.writeLine("understory: " + SafeText(text))
      }
      return try patiently(patience) { () throws(StorageError) in try work(library) }
    } catch {
      throw Failure(SafeText(error.reason))
    }
  }
}
