import Configuration
import Reader
import TerminalUI
import TextGrid

/// The terminal as all screens use it, and how everything looks there.
struct Display: ~Copyable {
  /// The terminal, which is also lent to other programs.
  var session: TerminalSession
  var settings: Settings
  private let themes = Themes(folder: UserFolder.themes)
  /// The theme that was asked for, which may be in none of the folders.
  private let firstTheme: Theme
  /// The theme in use, in the terminal's colours.
  private(set) var theme: Theme
  /// The frame on the terminal; nil if that is not known.
  private var shown: Frame?

  /// - Throws: ``TerminalError`` if there is no terminal to draw on.
  init(_ appearance: Appearance, crashLog: TerminalSession.CrashLog) throws(TerminalError) {
    session = try TerminalSession(useColors: appearance.useColors, crashLog: crashLog)
    settings = appearance.settings
    firstTheme = appearance.theme
    theme = firstTheme.shown(at: session.colorDepth)
    session.setScreen(theme[.screen])
  }

  /// What all screens share, before the first of them is there.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: it, with nothing typed or said.
  func shell(now: Int64) -> Shell {
    Shell(
      size: session.size, now: now, utcOffset: LocalTime.utcOffset(at: now),
      commands: settings.commands, themes: themes.names,
      theme: firstTheme.name, usesMouse: settings.usesMouse,
      countsAgesFromArticle: settings.countsAgesFromArticle,
      opener: .usual(sources: settings.sources.map(\.address)))
  }

  /// Puts a frame on the terminal, unless it is there.
  ///
  /// - Returns: whether it was not.
  mutating func show(_ frame: Frame) -> Bool {
    if frame == shown, !session.hasForgotten { return false }
    shown = frame
    let isASCII = settings.usesASCII || !session.knowsUnicode
    session.show(isASCII ? frame.inASCII(keepsText: session.knowsUnicode) : frame)
    return true
  }

  /// Forgets what is on the terminal, which may have shown something else since.
  mutating func forget() { shown = nil }

  /// Makes everything look as a theme says.
  ///
  /// - Throws: ``ThemeError`` if there is none of that name, or something is wrong with it.
  mutating func useTheme(_ name: String) throws(ThemeError) {
    let chosen = name == firstTheme.name ? firstTheme : try themes.theme(named: name)
    theme = settings.applied(to: chosen).shown(at: session.colorDepth)
    session.setScreen(theme[.screen])
  }
}

/// How everything looks and which keys do what, on all screens of one run.
struct Appearance {
  /// The theme that was asked for, which may be in none of the folders, or the one chosen since; in
  /// its own colours.
  var theme: Theme
  /// Whether the user wants colours.
  var useColors: Bool
  /// What the user has set.
  var settings = Settings()
  /// Whether one comment is shown at a time, in words.
  var isLinear = false
}
