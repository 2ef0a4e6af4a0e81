import Configuration
import DiscussionModel
import Glibc
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
  /// - Returns: the defaults where there is no file; a file that cannot be read is a problem.
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
  /// - Throws: ``Failure`` where it cannot be read.
  static func read(
    _ path: String, themes: [String], label: String? = nil
  ) throws -> SettingsFile {
    let text = String(decoding: try InputFile.bytes(path, limit: .configuration), as: UTF8.self)
    return SettingsFile(label: label ?? path, text: text, themes: themes)
  }
}
