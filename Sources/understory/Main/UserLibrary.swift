import Configuration
import DiscussionModel
import Platform
import Library
import Reader
import Sites
import Storage
import TextGrid

extension DiscussionLibrary {
  /// That of the user.
  ///
  /// - Parameter marks: how the file of marks is opened.
  /// - Returns: the library.
  /// - Throws: ``Failure`` if there is no home to keep anything in.
  static func usual(_ marks: MarksAccess) throws -> DiscussionLibrary {
    guard let folder = UserFolder.data else {
      throw Failure("discussions cannot be kept: neither HOME nor XDG_DATA_HOME is set")
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
        folder: folder, marks: marks, files: files,
        nearest: { nearestName(to: $0, among: $1) }, article: { Page($0).linkedAddress }))
  }

  /// Removes from the user's library what was only visited, and that long ago, as the settings say.
  ///
  /// What cannot be removed now is the next time.
  static func removeVisited(_ settings: Settings = UserSettings.withoutThemes) {
    _ = try? DiscussionLibrary.usual(.ofScreens)
      .removeVisited(after: settings.visitedDays, now: WallClock.now)
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

extension MarksAccess {
  /// The user's file of marks, for a command: it waits for another program's lock for longer than a
  /// backup takes.
  static var ofCommands: MarksAccess { usual(patience: .seconds(5)) }

  /// The same for a screen, where somebody waits for each key.
  static var ofScreens: MarksAccess { usual(patience: .milliseconds(50)) }

  private static func usual(patience: Duration) -> MarksAccess {
    MarksAccess(
      directory: UserFolder.state, patience: patience,
      tellSetAside: { file in
        let text = "the file of marks was damaged and is now \(file)"
        Output.error.writeLine("understory: " + SafeText(text))
      })
  }
}
