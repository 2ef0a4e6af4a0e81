import Configuration
import DiscussionModel
import Library
import Sites
import Storage
import Synchronization
import TextGrid

extension DiscussionLibrary {
  /// That of the user.
  ///
  /// - Throws: ``Failure`` where there is no home to keep anything in.
  static func usual() throws -> DiscussionLibrary {
    guard let folder = UserFolder.data else {
      throw Failure("no discussions are kept: neither HOME nor XDG_DATA_HOME is set")
    }
    let files = LibraryPlaces.Files(
      read: { (path) throws(LibraryError) in
        try Self.telling {
          try InputFile.discussion([path], ImportOptions(format: .native)).discussion
        }
      },
      write: { (bytes, path) throws(LibraryError) in
        try Self.telling { try OutputFile.write(bytes, to: path, newMode: 0o600) }
      })
    return DiscussionLibrary(
      LibraryPlaces(
        folder: folder, marks: StateLibrary.access, files: files,
        nearest: { nearestName(to: $0, among: $1) }))
  }

  /// Does something with a file, and tells a failure as the library does.
  private static func telling<Result>(_ work: () throws -> Result) throws(LibraryError) -> Result {
    do {
      return try work()
    } catch {
      throw LibraryError((error as? any LineError)?.line ?? SafeText("\(error)"))
    }
  }

  /// Whether a path is that of a file of the library.
  static func has(_ path: String) -> Bool {
    UserFolder.data.map { path.hasPrefix($0 + "/") } ?? false
  }
}

/// The user's file of marks, for what does one thing with it.
enum StateLibrary {
  /// How long to wait for another program's lock, in milliseconds.
  ///
  /// A command waits a few seconds, longer than a backup takes; on the screen somebody waits for each
  /// key.
  private static let patience = Atomic<Int>(5_000)

  /// Makes every later use as impatient as a screen must be.
  static func beQuick() { patience.store(50, ordering: .relaxed) }

  static var access: MarksAccess {
    MarksAccess(
      directory: UserFolder.state,
      patience: .milliseconds(patience.load(ordering: .relaxed)),
      tellSetAside: { file in
        let text = "the file of marks was damaged and is now \(file)"
        Output.error.writeLine("understory: " + SafeText(text))
      })
  }

  /// Opens the file and does something with it; see ``MarksAccess/use(_:)``.
  static func use<Result>(
    _ work: (borrowing MarksDatabase) throws(StorageError) -> Result
  ) throws -> Result { try access.use(work) }
}
