import CNcurses
public import TextGrid

/// A terminal taken over for full-screen drawing, and given back when the session ends.
///
/// It is given back by `deinit`, so on return and on throw; a signal that ends the program arrives
/// as an event; a fault in the program is caught in C. Keep it a local, and never call `exit()`
/// while it lives.
public struct TerminalSession: ~Copyable {
  let signals = Signals(Signals.endings + [SIGWINCH, SIGTSTP, SIGCONT])
  let input: Int32
  var pairs: ColorPairs
  var decoder = KeyDecoder()
  /// What happened and is still to be told.
  var waitingEvents: [TerminalEvent] = []
  /// What the terminal shows; nil when that is not known.
  var shown: Frame?
  /// Whether the terminal shows UTF-8, as far as the user's locale says.
  public let knowsUnicode: Bool
  private let screen: OpaquePointer
  /// The terminal as a file of its own, where standard input is something else.
  private let keyboard: UnsafeMutablePointer<FILE>?

  /// Takes over the terminal on standard output; keys come from standard input, or else /dev/tty.
  ///
  /// - Parameter useColors: whether the user wants colours.
  /// - Throws: where no terminal can be driven.
  public init(useColors: Bool) throws(TerminalError) {
    let locale = UserLocale()
    knowsUnicode = locale.knowsUnicode
    if !locale.isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
    unsetenv("LINES")
    unsetenv("COLUMNS")
    if getenv("ESCDELAY") == nil { set_escdelay(25) }
    understory_catch_faults()
    keyboard = isatty(STDIN_FILENO) == 1 ? nil : fopen("/dev/tty", "r")
    if keyboard == nil, isatty(STDIN_FILENO) == 0 { throw .noKeyboard }
    guard let file = keyboard ?? understory_input(),
      let screen = newterm(nil, understory_output(), file)
        ?? newterm("xterm-256color", understory_output(), file)
    else {
      if let keyboard { fclose(keyboard) }
      throw .unknownTerminal
    }
    input = fileno(file)
    self.screen = screen
    cbreak()
    noecho()
    nonl()
    keypad(understory_screen(), true)
    nodelay(understory_screen(), true)
    idlok(understory_screen(), true)
    pairs = ColorPairs(isWanted: useColors)
  }

  deinit {
    endwin()
    delscreen(screen)
    if let keyboard { fclose(keyboard) }
  }

  /// What colours the terminal has, of those that the user wants.
  public var colorDepth: ColorDepth { pairs.colors.depth }

  /// Whether what the terminal shows is to be drawn anew.
  public var hasForgotten: Bool { shown == nil }

  /// The terminal's size.
  public var size: GridSize {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard understory_terminal_size(input, &rows, &columns) != 0 else {
      return GridSize(columns: Int(understory_columns()), rows: Int(understory_rows()))
    }
    return GridSize(columns: Int(columns), rows: Int(rows))
  }
}
