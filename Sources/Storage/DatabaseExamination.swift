import Platform
import Paths

/// What is found of a file of marks that nobody opens.
public struct DatabaseExamination: Equatable, Sendable {
  /// The database's file.
  public let path: String
  /// Whether the file is there.
  public let exists: Bool
  /// The number of the system's error that writing meets, to the file or, if there is none, in the
  /// nearest folder that is there; nil if it may be written.
  public let obstacle: Int32?
  /// The version of the database's form; nil if it cannot be read.
  public let version: Int?
  /// The version that this program reads and writes.
  public let knownVersion: Int
  /// Why the file cannot be read, or that it is damaged.
  public let problem: StorageError?
}

extension MarksDatabase {
  /// Looks at the database in a directory, at every page of it, and changes nothing: nothing is made,
  /// set aside or brought up to date.
  ///
  /// - Complexity: O(*n*) in the file's size.
  public static func examine(directory: String) -> DatabaseExamination {
    let path = directory + "/marks.sqlite"
    // A link that leads nowhere is there too.
    var status = stat()
    let exists = path.withPath { access($0, F_OK) == 0 || lstat($0, &status) == 0 }
    let place = exists ? path : nearestFolder(to: directory)
    let mode = exists ? W_OK : W_OK | X_OK
    let obstacle = place.withPath { faccessat(AT_FDCWD, $0, mode, AT_EACCESS) } == 0 ? nil : errno
    var version: Int?
    var problem: StorageError?
    if exists {
      do throws(StorageError) {
        try checkIsRegular(path)
        try look(at: path, isWritable: obstacle == nil, &version)
      } catch {
        problem = error
      }
    }
    return DatabaseExamination(
      path: path, exists: exists, obstacle: obstacle, version: version,
      knownVersion: Schema.version, problem: problem)
  }

  private static func look(
    at path: String, isWritable: Bool, _ version: inout Int?
  ) throws(StorageError) {
    do throws(SQLiteError) {
      let database = try isWritable ? Database(path: path) : Database(unchangingPath: path)
      database.setCheckpointsOnClose(false)
      version = try database.schemaVersion()
      try database.checkEveryPage()
    } catch {
      throw StorageError(error, path: path, during: .reading)
    }
  }

  /// A folder, or the nearest of those above it that is there.
  private static func nearestFolder(to path: String) -> String {
    func isThere(_ path: String) -> Bool { path.withPath { access($0, F_OK) } == 0 }
    var path = path
    while !isThere(path), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash > path.startIndex
    {
      path = String(path[..<slash])
    }
    return isThere(path) ? path : "/"
  }
}
