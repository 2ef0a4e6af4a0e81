import Foundation
import RunningPrograms
import Testing

/// However the program ends, the terminal is as it was: by the bytes that were written, and by its
/// settings.
@Suite struct GivingBackTests {
  /// How a program ends.
  enum Cause: CustomStringConvertible {
    case keys(String)
    case signal(Int32)

    var description: String {
      switch self {
      case .keys(let keys): keys.debugDescription
      case .signal(let number): "signal \(number)"
      }
    }
  }

  static let endings: [(cause: Cause, status: Int32)] =
    [(.keys("qq"), 0), (.keys("Q"), 0), (.keys("\u{3}"), 130), (.keys("\u{1C}"), 131)]
    + [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGXCPU, SIGPWR,
      SIGSTKFLT, 34, 64,
    ].map { (.signal($0), 128 + $0) }

  static let faults = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS]

  /// A shell that outlives the program.
  ///
  /// When the first process of a session ends, the system may drop what nobody has read by then.
  private static let witness = [
    "/bin/sh", "-c", "trap : INT QUIT; \"$0\" \"$@\"; status=$?; sleep 0.2; exit $status",
  ]

  private func start(_ folder: Folder, wrapper: [String] = witness) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["understory:sample"], columns: 80, rows: 24,
      environment: [
        "XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "XDG_CONFIG_HOME": folder.path, "XDG_CACHE_HOME": folder.path,
      ], wrapper: wrapper)
  }

  private func expectGivenBack(_ terminal: PseudoTerminal, _ settings: termios) {
    let modes = ModesInUse(after: terminal.bytes).set
    #expect(ModesInUse.usual.contains(modes), "\(modes)")
    expectEqual(terminal.settings, settings)
  }

  private func expectEqual(_ one: termios, _ other: termios) {
    #expect(one.c_lflag == other.c_lflag)
    #expect(one.c_iflag == other.c_iflag)
    #expect(one.c_oflag == other.c_oflag)
    #expect(one.c_cflag == other.c_cflag)
  }

  @Test(arguments: endings)
  func anEndingGivesItBack(cause: Cause, status: Int32) throws {
    let folder = try Folder()
    let terminal = try start(folder)
    let settings = terminal.settingsBefore
    try terminal.take(until: "unread")
    #expect(ModesInUse(after: terminal.bytes).set.isSuperset(of: ModesInUse.ofTheReader))
    #expect(terminal.settings.c_lflag & tcflag_t(ICANON | ECHO) == 0)
    switch cause {
    case .keys(let keys): try terminal.press(keys)
    case .signal(let number): kill(try reader(below: terminal.process), number)
    }
    #expect(try terminal.end() == status)
    expectGivenBack(terminal, settings)
  }

  /// A signal by which a writer learns that nobody reads: it ends nothing here.
  @Test func aBrokenPipeIsNoEnd() throws {
    let folder = try Folder()
    let terminal = try start(folder)
    try terminal.take(until: "unread")
    kill(try reader(below: terminal.process), SIGPIPE)
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  @Test(arguments: faults)
  func aFaultGivesItBackAndLeavesALog(signal: Int32) throws {
    let folder = try Folder()
    let terminal = try start(folder)
    let settings = terminal.settingsBefore
    try terminal.take(until: "unread")
    kill(try reader(below: terminal.process), signal)
    #expect(try terminal.end() == 128 + signal)
    expectGivenBack(terminal, settings)
    try expectLog(in: folder.path + "/understory/crash.log", terminal, "understory 0.1.0")
  }

  private func expectLog(in path: String, _ terminal: PseudoTerminal, _ heading: String) throws {
    let log = try String(contentsOfFile: path, encoding: .utf8)
    let lines = log.split(separator: "\n")
    #expect(lines[0].hasPrefix(heading))
    #expect(lines[1].hasPrefix("signal: "))
    #expect(lines[2] == "backtrace:")
    #expect(lines.count > 5)
    // Addresses and names, and nothing of what was read.
    for line in lines.dropFirst(3) {
      #expect(line.wholeMatch(of: /[^ ]*\(?.*\)?\[0x[0-9a-f]+\]/) != nil, "\(line)")
    }
    #expect(!log.contains("camera"))
    var status = stat()
    try #require(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("crash log: \(path)\r\n"))
  }

  static let accidents: [(what: String, signals: [Int32])] = [
    ("trap", [SIGILL, SIGTRAP]), ("segv", [SIGSEGV]), ("abort", [SIGABRT]),
    ("overflow", [SIGSEGV]), ("thread", [SIGSEGV]), ("memory", [SIGILL, SIGTRAP, SIGABRT]),
  ]

  @Test(arguments: accidents)
  func anAccidentGivesItBackAndLeavesALog(what: String, signals: [Int32]) throws {
    let folder = try Folder()
    let log = folder.path + "/crash.log"
    let terminal = try PseudoTerminal(
      [what, log], columns: 80, rows: 24, environment: ["SWIFT_BACKTRACE": "enable=no"],
      program: Program.faulty, wrapper: Self.witness)
    let settings = terminal.settingsBefore
    let status = try terminal.end()
    #expect(signals.contains(status - 128), "\(status)")
    expectGivenBack(terminal, settings)
    try expectLog(in: log, terminal, "a heading")
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func workThatNeverEndsIsEnded(signal: Int32) throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal(
      ["busy", folder.path + "/crash.log"], columns: 80, rows: 24, program: Program.faulty,
      wrapper: Self.witness)
    let settings = terminal.settingsBefore
    try terminal.take(until: "ready")
    kill(try reader(below: terminal.process), signal)
    #expect(try terminal.end() == 128 + signal)
    expectGivenBack(terminal, settings)
  }

  @Test func nothingElseWritesToTheScreen() throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal(
      ["errors", folder.path + "/crash.log"], columns: 80, rows: 24, program: Program.faulty,
      wrapper: Self.witness)
    #expect(try terminal.end() == 0)
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    let end = try #require(text.range(of: "\u{1B}[?1049l"))
    #expect(!text[..<end.lowerBound].contains("one"))
    let rest = text[end.upperBound...]
    #expect(rest.contains("message: one␛[2J\r\nmessage: two\r\n"), "\(rest.debugDescription)")
    // Of what was not taken nothing is lost.
    #expect(rest.contains("three\r\n"))
  }

  /// Somebody cuts a file that is mapped, such as the index of the log of the database of marks.
  @Test func aMappedFileThatIsCutIsNoFault() throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal(
      ["cut", folder.path + "/crash.log"], columns: 80, rows: 24, program: Program.faulty,
      wrapper: Self.witness)
    #expect(try terminal.end() == 0)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("message: read 0, wrote 9"))
  }

  // MARK: Terminals that are not there

  @Test func aTerminalThatIsClosedEndsIt() throws {
    let folder = try Folder()
    let terminal = try start(folder, wrapper: [])
    try terminal.take(until: "unread")
    terminal.hangUp()
    #expect(terminal.endUnheard(within: 10) == 129)
  }

  /// Ctrl-S, and then something to write.
  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func aTerminalThatIsHeldIsGivenBack(signal: Int32) throws {
    let folder = try Folder()
    let terminal = try start(folder)
    let settings = terminal.settingsBefore
    try terminal.take(until: "unread")
    terminal.type("\u{13}")
    terminal.type("?G")
    usleep(100_000)
    kill(try reader(below: terminal.process), signal)
    #expect(try terminal.end() == 128 + signal)
    expectGivenBack(terminal, settings)
  }

  @Test func aTerminalThatNobodyReadsIsLeft() throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal(
      [], columns: 1000, rows: 500, environment: ["XDG_STATE_HOME": folder.path])
    let settings = terminal.settingsBefore
    for _ in 0..<200 where terminal.settings.c_lflag == settings.c_lflag { usleep(50_000) }
    for _ in 0..<40 { terminal.type("?\u{1B}") }
    usleep(300_000)
    kill(terminal.process, SIGTERM)
    #expect(terminal.endUnheard(within: 10) == 143)
    expectEqual(terminal.settings, settings)
  }

  // MARK: Jobs

  /// A shell with jobs, that runs the program by `"$0" "$@"`.
  ///
  /// It waits for what it was told to end without another job, which would have the terminal.
  private func shell(_ script: String, _ folder: Folder) throws -> PseudoTerminal {
    let functions = """
      stopped() { grep -q 'State:.T' /proc/$1/status; }
      ended() {
        while kill -0 $1 2>/dev/null && ((SECONDS < 20)); do :; done; wait $1; echo status $?
      }

      """
    return try start(folder, wrapper: ["/bin/bash", "-mc", functions + script])
  }

  @Test func inTheBackgroundItHearsSignals() throws {
    let folder = try Folder()
    let terminal = try shell(
      "\"$0\" \"$@\" & p=$!; until stopped $p; do sleep 0.02; done; jobs; kill %1; ended $p", folder
    )
    _ = try terminal.end()
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(text.contains("status 143"), "\(text.debugDescription)")
    #expect(!text.contains("\u{1B}"))
  }

  @Test(arguments: ["TSTP", "STOP"])
  func stoppedItHearsSignals(signal: String) throws {
    let folder = try Folder()
    let terminal = try shell("\"$0\" \"$@\"; p=$(jobs -p); kill %1; ended $p", folder)
    try terminal.take(until: "unread")
    let reader = try reader(below: terminal.process)
    kill(reader, signal == "TSTP" ? SIGTSTP : SIGSTOP)
    try terminal.take(until: "status 143")
    _ = try terminal.end()
    let modes = ModesInUse(after: terminal.bytes).set
    #expect(ModesInUse.usual.contains(modes), "\(modes)")
  }

  @Test(arguments: ["TSTP", "STOP"])
  func continuedItHasAllModes(signal: String) throws {
    let folder = try Folder()
    // What another program with the whole screen leaves behind.
    let other = #"printf 'MARK\033[?1049h\033[?1000l\033[?2004l\033[?1l\033>\033[?1049l'"#
    let terminal = try shell("\"$0\" \"$@\"; \(other); fg >/dev/null; echo status $?", folder)
    let settings = terminal.settingsBefore
    try terminal.take(until: "unread")
    let reader = try reader(below: terminal.process)
    kill(reader, signal == "TSTP" ? SIGTSTP : SIGSTOP)
    let start = try terminal.take(until: "MARK")
    try terminal.take(until: "unread", from: start)
    #expect(ModesInUse(after: terminal.bytes).set.isSuperset(of: ModesInUse.ofTheReader))
    #expect(terminal.settings.c_lflag & tcflag_t(ICANON | ECHO) == 0)
    try terminal.press("Q")
    try terminal.take(until: "status 0")
    _ = try terminal.end()
    let modes = ModesInUse(after: terminal.bytes).set
    #expect(ModesInUse.usual.contains(modes), "\(modes)")
    // This shell takes the settings that it finds after a stop for its own.
    if signal == "TSTP" { expectEqual(terminal.settings, settings) }
  }

  /// The only child of a process.
  private func reader(below process: pid_t) throws -> pid_t {
    for _ in 0..<200 {
      let children = try String(
        contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
      if let child = children.split(separator: " ").last.flatMap({ pid_t($0) }) { return child }
      usleep(10_000)
    }
    throw Program.Timeout(description: "no child of \(process)")
  }

  // MARK: Beginning

  @Test func tooFewFilesAreSaid() throws {
    let folder = try Folder()
    for limit in 4...7 {
      let terminal = try start(
        folder, wrapper: ["/bin/sh", "-c", "ulimit -n \(limit); exec \"$0\" \"$@\""])
      // With one more it may be enough.
      try terminal.takeAnswer(within: 1000)
      let text = String(decoding: terminal.bytes, as: UTF8.self)
      #expect(!text.contains("TERM names"), "\(limit): \(text.debugDescription)")
      kill(terminal.process, SIGTERM)
      _ = try terminal.end()
    }
  }

  @Test(arguments: [(40_000, 5), (5, 40_000), (1, 1), (0, 0)])
  func aScreenOfAnySizeIsDrawn(columns: Int, rows: Int) throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal(
      [], columns: columns, rows: rows, environment: ["XDG_STATE_HOME": folder.path])
    try terminal.take(until: "\u{1B}[?1049h")
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }
}
