import CNcurses
import CRescue
import Platform
public import TextGrid

/// A terminal taken over for full-screen drawing, and given back when the session ends.
///
/// It is given back by `deinit`, so on return and on throw; a signal that ends the program arrives
/// as an event; a fault in the program, and a signal that nobody hears for long, are handled in C.
/// Keep it a local, and never call `exit()` while it lives.
///
/// ncurses only draws, into memory: the settings of the terminal, its modes, what it sends and what is
/// sent to it are all in this type's hands.
public struct TerminalSession: ~Copyable {
  let signals: Signals
  let input: Int32
  var output: TerminalOutput
  var errors: ErrorStream
  var pairs: ColorPairs
  var decoder: InputDecoder
  /// When it was last known that no bytes were waiting, in milliseconds.
  var emptySince = Self.milliseconds()
  /// Signals that have arrived and were not acted upon.
  var heard: [Signals.Heard] = []
  /// What happened and is still to be reported.
  var waitingEvents: [TerminalEvent] = []
  /// What the terminal shows; nil when that is not known.
  var shown: Frame?
  /// Whether the terminal shows UTF-8, as far as the user's locale says.
  public let knowsUnicode: Bool
  private var modes: TerminalModes
  private var usesMouse = false
  /// Whether the terminal has this program's modes and settings.
  private(set) var isEntered = false
  /// Its settings before.
  private let before: termios
  private let screen: OpaquePointer

  /// What is written when there is a fault in the program.
  public struct CrashLog {
    let path: String?
    let heading: String

    /// - Parameters:
    ///   - path: of the log, in a folder that is there; nil for no log.
    ///   - heading: its first line.
    public init(path: String?, heading: String) {
      self.path = path
      self.heading = heading
    }
  }

  /// Takes over the terminal on standard output; keys come from standard input, or else /dev/tty.
  ///
  /// In the background it first stops the process, as other programs do.
  ///
  /// - Parameters:
  ///   - useColors: whether the user wants colours.
  ///   - crashLog: what is written when there is a fault in the program.
  /// - Throws: where no terminal can be driven.
  public init(useColors: Bool, crashLog: CrashLog) throws(TerminalError) {
    let locale = UserLocale()
    knowsUnicode = locale.knowsUnicode
    // An encoding that is not UTF-8 may need modules that a static executable cannot load.
    if !locale.isUTF8, setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "C") }
    unsetenv("LINES")
    unsetenv("COLUMNS")
    let parts = try Self.parts()
    input = parts.input
    screen = parts.screen
    before = parts.settings
    signals = parts.signals
    output = parts.output
    errors = ErrorStream()
    nonl()
    typeahead(-1)
    idlok(understory_screen(), true)
    pairs = ColorPairs(isWanted: useColors)
    modes = TerminalModes(rows: Int(understory_rows()))
    decoder = InputDecoder(
      sequences: KeySequences(capability: Terminfo.text), escapeDelay: Self.escapeDelay)
    // Before the first endwin, ncurses writes out at each movement of the cursor, for programs that only use terminfo.
    endwin()
    // ncurses would enter the other screen by itself.
    refresh()
    output.dropDrawing()
    crashLog.begin()
    var endings = Signals.set(Signals.endings)
    rescue_watch(&endings)
    _ = fitSize()
    enter()
    flush()
  }

  deinit {
    rescue_watch(nil)
    if isEntered { giveBack() }
    delscreen(screen)
    if input != STDIN_FILENO { close(input) }
  }

  /// A file that keys come from.
  private static func keyboard() throws(TerminalError) -> Int32 {
    if isatty(STDIN_FILENO) == 1 { return STDIN_FILENO }
    let file = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw Self.lacksFiles(errno) ?? .noKeyboard }
    return file
  }

  /// What a session is made of.
  private struct Parts: ~Copyable {
    let input: Int32
    let settings: termios
    let signals: Signals
    let output: TerminalOutput
    let screen: OpaquePointer
  }

  private static func parts() throws(TerminalError) -> Parts {
    let signals = Signals(Signals.endings + [SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD])
    let input = try keyboard()
    let output = try wayOut()
    try waitForForeground(input, signals)
    var settings = termios()
    tcgetattr(input, &settings)
    let screen = try drawing(into: output.canvas)
    return Parts(
      input: input, settings: settings, signals: signals, output: output, screen: screen)
  }

  private static func wayOut() throws(TerminalError) -> TerminalOutput {
    do throws(SystemProblem) {
      return try TerminalOutput(to: STDOUT_FILENO)
    } catch {
      throw .refused(error.text)
    }
  }

  /// Lets ncurses draw the terminal that TERM names, or one like xterm.
  private static func drawing(
    into canvas: UnsafeMutablePointer<FILE>
  ) throws(TerminalError) -> OpaquePointer {
    // It catches these signals if nobody does; here they are waited for.
    let caught = [SIGINT, SIGTERM, SIGTSTP, SIGWINCH]
    var actions = caught.map { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      return action
    }
    defer { for (index, number) in caught.enumerated() { sigaction(number, &actions[index], nil) } }
    let named = getenv("TERM").map { String(cString: $0) } ?? "unknown"
    for name in [named, "xterm-256color"] {
      let search = TerminalDatabase.find(name) { newterm(name, canvas, understory_input()) }
      if let search { return search.found }
    }
    // Without more files no description can be read.
    let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw lacksFiles(errno) ?? .unknownTerminal }
    close(file)
    throw .unknownTerminal
  }

  private static func lacksFiles(_ number: Int32) -> TerminalError? {
    [EMFILE, ENFILE, ENOMEM].contains(number) ? .refused(SystemProblem(number: number).text) : nil
  }

  /// For how long Esc may begin another key, in milliseconds.
  private static var escapeDelay: Int {
    let wanted = getenv("ESCDELAY").flatMap { Int(String(cString: $0)) }
    return min(max(0, wanted ?? 25), 5000)
  }

  // MARK: Taking the terminal, and giving it back

  /// Whether the terminal is this program's.
  var isForeground: Bool { Self.isForeground(input) }

  private static func isForeground(_ terminal: Int32) -> Bool {
    let group = tcgetpgrp(terminal)
    return group < 0 || group == getpgrp()
  }

  /// Stops the process until the terminal is its own.
  private static func waitForForeground(
    _ terminal: Int32, _ signals: borrowing Signals
  ) throws(TerminalError) {
    while !isForeground(terminal) {
      signals.stop(by: SIGTTOU)
      var wasContinued = false
      while let number = signals.next() {
        if Signals.endings.contains(number) { throw .ended(signal: number) }
        if number == SIGCONT { wasContinued = true }
      }
      if !wasContinued { throw .background }
    }
  }

  /// Gives the terminal this program's settings and modes; the next frame redraws everything.
  mutating func enter() {
    var settings = before
    // Every byte comes as it is sent: the system would act on Ctrl-C, Ctrl-Z, Ctrl-\ and Ctrl-S in a paste,
    // and forget what it has of it.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(ICRNL | IXON)
    settings.c_oflag &= ~tcflag_t(ONLCR | TAB3)
    withUnsafeMutableBytes(of: &settings.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
    tcsetattr(input, TCSANOW, &settings)
    errors.catch()
    output.add(modes.entering(usesMouse: usesMouse).utf8)
    isEntered = true
    prepareRescue()
    forgetScreen()
  }

  /// Gives the terminal back, unless it is another program's by now.
  ///
  /// - Returns: what was written to standard error and not told.
  @discardableResult
  mutating func leave() -> [SafeText] {
    guard isEntered else { return [] }
    isEntered = false
    output.dropAll()
    giveBack()
    return errors.release()
  }

  private func giveBack() {
    let isForeground = isForeground
    // A shell that has stopped this program has put its own settings back, but changed no mode.
    if isForeground || tcgetpgrp(input) == getsid(0) {
      if isForeground {
        // Without XON/XOFF output goes on that Ctrl-S has stopped.
        var flowing = before
        flowing.c_iflag &= ~tcflag_t(IXON)
        tcsetattr(input, TCSANOW, &flowing)
      }
      output.sendNow(modes.leaving.utf8, within: Self.patience)
      var settings = before
      if isForeground { tcsetattr(input, TCSANOW, &settings) }
    }
    rescue_leave()
  }

  /// How long a terminal that takes no output is waited for when it is left, in milliseconds.
  private static let patience: Int32 = 50

  /// Has handlers of faults write what ``leave()`` writes.
  private func prepareRescue() {
    var settings = before
    var leaving = modes.leaving
    leaving.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        rescue_enter(input, output.file, &settings, $0.baseAddress, $0.count)
      }
    }
  }

  /// Takes the mouse, or leaves it to the terminal, which then can select text with it.
  public mutating func useMouse(_ isWanted: Bool) {
    guard isWanted != usesMouse else { return }
    usesMouse = isWanted
    guard modes.hasMouse, isEntered else { return }
    output.add((isWanted ? TerminalModes.mouse.on : TerminalModes.mouse.off).utf8)
  }

  // MARK: What it is like

  /// What colours the terminal has, of those that the user wants.
  public var colorDepth: ColorDepth { pairs.colors.depth }

  /// Whether what the terminal shows is to be drawn again.
  public var hasForgotten: Bool { shown == nil }

  /// The part of the terminal that is drawn on: all of it, unless it is too large.
  public var size: GridSize {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard understory_terminal_size(input, &rows, &columns) != 0 else {
      return GridSize(columns: Int(understory_columns()), rows: Int(understory_rows()))
    }
    return Self.drawable(columns: Int(columns), rows: Int(rows))
  }

  /// The largest screen that is drawn on: ncurses counts in 16 bits, and each cell takes memory.
  static func drawable(columns: Int, rows: Int) -> GridSize {
    let columns = min(columns, Int(Int16.max))
    return GridSize(columns: columns, rows: min(rows, Int(Int16.max), max(1, mostCells / columns)))
  }

  private static let mostCells = 1 << 21

  /// Takes up the terminal's size, which may be another, and draws everything again.
  mutating func fitSize() -> GridSize {
    let size = size
    resizeterm(Int32(size.rows), Int32(size.columns))
    modes = TerminalModes(rows: size.rows)
    if isEntered { prepareRescue() }
    forgetScreen()
    return size
  }
}

extension TerminalSession.CrashLog {
  /// Has faults caught from now on.
  fileprivate func begin() {
    rescue_catch_faults(path, heading, path.map { SafeText($0).string })
  }
}
