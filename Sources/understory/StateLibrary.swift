import ReadingLibrary
import TextGrid

/// The library, for commands that do one thing with it.
enum StateLibrary {
  /// Opens the library and does something with it.
  ///
  /// - Throws: ``Failure`` with the reason where it cannot be done.
  static func use<Result>(
    _ work: (borrowing ReadingLibrary) throws(LibraryError) -> Result
  ) throws -> Result {
    guard let directory = StateDirectory.path else {
      throw Failure("no marks are kept: neither HOME nor XDG_STATE_HOME is set")
    }
    do throws(LibraryError) {
      let library = try ReadingLibrary(directory: directory)
      if let file = library.setAside {
        let text = "the file of marks was damaged and is now \(file)"
        Output.error.writeLine("understory: " + SafeText(text))
      }
      return try work(library)
    } catch {
      throw Failure(SafeText(error.reason))
    }
  }
}
