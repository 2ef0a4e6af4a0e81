import Configuration
import DiscussionModel
import Platform
import Paths
import Reader
import TextGrid

/// The user's configuration file.
enum UserSettings {
  /// `config.toml` in the user's folder; nil without a home.
  static var path: String? { UserFolder.configuration.map { $0 + "/config.toml" } }

  /// What the user has set, and what is wrong in the file.
  ///
  /// - Parameter themes: the names of the themes that can be chosen.
  /// - Returns: the defaults if there is no file; a file that cannot be read is a problem.
  static func load(themes: [String]) -> (settings: Settings, problems: [SafeText]) {
    guard let path, path.withPath({ access($0, F_OK) }) == 0 else { return (Settings(), []) }
    do {
      let file = try read(path, themes: themes, label: "config.toml")
      return (file.settings, file.problems.map { SafeText($0.message) })
    } catch let failure as any LineError {
      return (Settings(), [failure.line])
    } catch {
      return (Settings(), [SafeText("\(path): cannot be read")])
    }
  }

  /// What the user has set, as far as it is not about what the screen looks like.
  static var withoutThemes: Settings { load(themes: []).settings }

  /// Adds a source to the configuration file, below those that are there; nothing else of it changes.
  ///
  /// A link to a file is followed, and the file's permissions are kept; a missing file is made.
  ///
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - page: the name or the address of a front page.
  ///   - path: the file; nil for the user's.
  /// - Returns: the source, which may have been there before.
  /// - Throws: ``Failure`` if it cannot be added.
  @discardableResult
  static func add(
    _ name: String, _ page: String, to path: String? = path
  ) throws -> Settings.Source {
    guard let path else {
      throw Failure("no configuration folder: neither HOME nor XDG_CONFIG_HOME is set")
    }
    var status = stat()
    let exists = path.withPath { stat($0, &status) } == 0
    // The folder may allow it to be replaced; whoever made it read-only does not want that.
    let isReadOnly =
      status.st_mode & 0o222 == 0
      || path.withPath { faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) } != 0
    if !exists, path.withPath({ lstat($0, &status) }) == 0 {
      throw Failure(path: path, "a dangling link; \(page) was not added")
    }
    if exists, isReadOnly { throw Failure(path: path, "read-only; \(page) was not added") }
    let bytes = exists ? try InputFile.bytes(path, limit: .configuration) : []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(path: path, "not in UTF-8; \(page) was not added")
    }
    let (changed, source): (String, Settings.Source)
    do throws(AddingProblem) {
      (changed, source) = try SettingsFile.adding(name, page, to: text)
    } catch {
      throw Failure(path: path, error.message)
    }
    guard changed != text else { return source }
    if !exists { try makeFolder(of: path) }
    try OutputFile.write(Array(changed.utf8), to: path, newMode: 0o600)
    return source
  }

  /// Makes the folder of a file, if it is missing.
  private static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/") else { return }
    do throws(FolderError) {
      try makeFolders(String(path[..<slash]))
    } catch {
      throw Failure(path: error.path, .writing, error.number)
    }
  }

  /// How much is wrong in the file.
  ///
  /// - Parameter problems: as ``load(themes:)`` returns them.
  /// - Returns: a line that names the command that explains it; nil if nothing is wrong.
  static func notice(of problems: [SafeText]) -> SafeText? {
    guard !problems.isEmpty else { return nil }
    return SafeText(
      "\(counted(problems.count, "problem")) in config.toml · \"understory config\" explains")
  }

  /// Reads a configuration file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - themes: the names of the themes that can be chosen.
  ///   - label: what messages call it; nil for its path.
  /// - Returns: what it sets, and what is wrong in it.
  /// - Throws: ``Failure`` if it cannot be read.
  static func read(
    _ path: String, themes: [String], label: String? = nil
  ) throws -> SettingsFile {
    let text = String(decoding: try InputFile.bytes(path, limit: .configuration), as: UTF8.self)
    return SettingsFile(label: label ?? path, text: text, themes: themes)
  }
}
