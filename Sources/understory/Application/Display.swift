import Configuration
import Processes
import Reader
import TerminalUI
import TextGrid

/// The terminal as all screens use it, and how everything looks there: a screen that is drawn, or lines
/// that are printed one after the other.
struct Display: ~Copyable {
  /// The terminal's screen; nil if lines are printed.
  private var session: TerminalSession?
  /// What prints lines; nil on a screen.
  var printer: Printer?
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
    settings = appearance.settings
    firstTheme = appearance.theme
    if case .lines(let keyboard) = appearance.presentation {
      printer = try Printer(from: keyboard)
      theme = firstTheme
      return
    }
    var screen = try TerminalSession(useColors: appearance.useColors, crashLog: crashLog)
    theme = firstTheme.shown(at: screen.colorDepth)
    screen.setScreen(theme[.screen])
    session = consume screen
  }

  /// What all screens share, before the first of them is there.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: it, with nothing typed or said.
  func shell(now: Int64) -> Shell {
    Shell(
      size: size, now: now, utcOffset: LocalTime.utcOffset(at: now),
      commands: settings.commands, themes: themes.names,
      theme: firstTheme.name, usesMouse: settings.usesMouse,
      countsAgesFromArticle: settings.countsAgesFromArticle,
      opener: .usual(sources: settings.sources.map(\.address)), areCommandsTyped: !isDrawn)
  }

  private var size: GridSize {
    switch session {
    case .some(let session): session.size
    case .none: Presentation.printedSize
    }
  }

  /// Puts a frame on the terminal, unless it is there.
  ///
  /// - Returns: whether it was not.
  mutating func show(_ frame: Frame) -> Bool {
    if frame == shown, session?.hasForgotten != true { return false }
    shown = frame
    let knowsUnicode = session?.knowsUnicode ?? true
    let isASCII = settings.usesASCII || !knowsUnicode
    session?.show(isASCII ? frame.inASCII(keepsText: knowsUnicode) : frame)
    return true
  }

  /// Forgets what is on the terminal, which may have shown something else since.
  mutating func forget() {
    shown = nil
    printer?.askAgain()
  }

  // MARK: The terminal

  /// Waits until something happens: see ``TerminalSession/events(within:orReadable:)``.
  mutating func events(within milliseconds: Int?, orReadable others: [Int32]) -> [TerminalEvent] {
    session?.events(within: milliseconds, orReadable: others)
      ?? printer?.events(within: milliseconds, orReadable: others) ?? []
  }

  mutating func useMouse(_ isWanted: Bool) { session?.useMouse(isWanted) }

  /// Draws everything again with the next frame.
  mutating func forgetScreen() { session?.forgetScreen() }

  /// Whether there is a screen, on which a part of something can be shown before the rest.
  var isDrawn: Bool { printer == nil }

  /// Puts lines into the clipboard of the terminal's user, as far as the terminal has one.
  ///
  /// - Returns: false if they are too long for it.
  mutating func copy(_ lines: [SafeText]) -> Bool { session?.copy(lines) ?? true }

  /// Gives the terminal to another program until that ends: see ``TerminalSession/lend(to:)``.
  mutating func lend(
    to start: (_ terminal: Int32) throws(Spawn.Problem) -> Int32
  ) throws(Spawn.Problem) -> Int32? {
    if case .some(let status) = try session?.lend(to: start) { return status }
    return try printer?.lend(to: start) ?? nil
  }

  /// Makes everything look as a theme says.
  ///
  /// - Throws: ``ThemeError`` if there is none of that name, or something is wrong with it.
  mutating func useTheme(_ name: String) throws(ThemeError) {
    let chosen = name == firstTheme.name ? firstTheme : try themes.theme(named: name)
    guard let depth = session?.colorDepth else { return }
    theme = settings.applied(to: chosen).shown(at: depth)
    session?.setScreen(theme[.screen])
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
  var presentation = Presentation.screen
}
