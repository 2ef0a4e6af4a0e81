import ArgumentParser
import Configuration
import Reader
import TextGrid

/// The options that say how the screen looks.
struct AppearanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A theme, or a file with one; \"understory themes\" lists them. (default: the configuration's, or dark)",
      valueName: "name or file"), completion: .theme)
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Whether to use colours: never, auto or always.",
      discussion:
        "auto uses colours unless NO_COLOR is set and not empty; always ignores NO_COLOR.",
      valueName: "when"))
  var color = ColorUse.auto

  /// When colours are used.
  enum ColorUse: String, CaseIterable, ExpressibleByArgument {
    case never
    case auto
    case always
  }

  /// Whether colours are wanted (see no-color.org); the terminal may have none all the same.
  var useColors: Bool {
    switch color {
    case .never: false
    case .auto: UserFolder.variable("NO_COLOR") == nil
    case .always: true
    }
  }

  /// The theme that is requested.
  ///
  /// - Parameter settings: what says it where the options do not.
  /// - Returns: the theme, in its own colours.
  /// - Throws: ``Failure`` with what is wrong with it.
  func chosenTheme(_ settings: Settings = Settings()) throws -> Theme {
    try Self.theme(theme, settings)
  }

  /// The theme that is requested, or the default one if it is broken.
  ///
  /// - Returns: the theme, and what is wrong, in a line that names the command that explains it.
  func usableTheme(_ settings: Settings) throws -> (theme: Theme, problem: SafeText?) {
    do {
      return (try chosenTheme(settings), nil)
    } catch {
      let name = theme ?? settings.theme ?? "dark"
      let isThere = Self.isFile(name) || Themes(folder: UserFolder.themes).names.contains(name)
      let command = isThere ? "themes --check \(name)\" explains" : "themes\" lists them"
      let problem = isThere ? "theme \(name) is broken" : "unknown theme \(name)"
      return (
        try Themes().theme(named: "dark"),
        SafeText("\(problem), using dark · \"understory \(command)")
      )
    }
  }

  /// Whether a theme is asked for by its file: if there is a slash or `.toml` at the end.
  static func isFile(_ theme: String) -> Bool { theme.contains("/") || theme.hasSuffix(".toml") }

  /// A theme by its name or its file; nil for what the settings say, or else the default.
  ///
  /// - Throws: ``Failure`` with what is wrong with it.
  static func theme(_ theme: String?, _ settings: Settings) throws -> Theme {
    let themes = Themes(folder: UserFolder.themes)
    let theme = theme ?? settings.theme ?? "dark"
    do {
      return settings.applied(
        to: try isFile(theme) ? themes.theme(at: theme) : themes.theme(named: theme))
    } catch {
      throw Failure(SafeText(error.message))
    }
  }
}
