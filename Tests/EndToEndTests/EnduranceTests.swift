import Foundation
import SeededNumbers
import RunningPrograms
import Testing

/// The program on terminals that are odd, restless or left alone.
@Suite struct EnduranceTests {
  // MARK: Sizes

  @Test func aStormOfResizesAndKeysEndsInOrder() throws {
    let folder = try Folder()
    let terminal = try open(in: folder)
    var generator = SplitMix64(seed: 300)
    let end = Date(timeIntervalSinceNow: 2)
    var count = 0
    while Date() < end {
      try terminal.resize(
        columns: Int.random(in: 1...200, using: &generator),
        rows: Int.random(in: 1...60, using: &generator))
      try terminal.press(["j", " ", "\t", "k", "t", "zM", "zR", "G", "gg"][count % 9], within: 0)
      count += 1
      usleep(3_000)
    }
    #expect(count > 100)
    try terminal.resize(columns: 80, rows: 24)
    try terminal.takeAnswer(within: 2000)
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
    #expect(terminal.isSane)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (1, 2), (500, 1000), (3000, 3), (3, 3000)])
  func everySizeCanBeReadAndLeft(columns: Int, rows: Int) throws {
    let folder = try Folder()
    let terminal = try open(in: folder, columns: columns, rows: rows)
    for key in ["j", " ", "?", "\u{1B}", "t", "t", ":", "\u{1B}", "/a\r", "\u{1B}", "G", "zM"] {
      try terminal.press(key, within: 200)
    }
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
    #expect(terminal.isSane)
  }

  // MARK: Names and locales

  @Test(arguments: [
    "xterm", "xterm-256color", "xterm-direct", "xterm-kitty", "screen", "screen-256color", "tmux",
    "tmux-256color", "rxvt", "rxvt-unicode-256color", "alacritty", "foot", "st-256color",
    "konsole-256color", "gnome-256color", "vte-256color", "linux", "linux-16color", "vt52", "vt100",
    "vt102", "vt220", "vt320", "putty-256color", "mlterm-256color", "mintty", "kterm", "cygwin",
    "ansi", "Eterm-256color", "wezterm", "iterm2", "nsterm", "sun-color", "wsvt25", "pccon", "hurd",
    "no-such-terminal", "", "../../etc/passwd", "xterm\u{1B}[2J",
  ])
  func everyTerminalIsDrawnOnAndGivenBack(name: String) throws {
    let folder = try Folder()
    let terminal = try open(in: folder, environment: ["TERM": name])
    try terminal.take(until: "unread")
    try terminal.press("j")
    try terminal.press("G")
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
    #expect(terminal.isSane)
  }

  @Test(arguments: [
    "", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "de_DE.ISO-8859-1", "ja_JP.eucJP", "nonsense",
    "en_US.UTF-8@euro", "tr_TR.UTF-8",
  ])
  func everyLocaleIsDrawnIn(locale: String) throws {
    let folder = try Folder()
    let terminal = try open(
      in: folder, environment: ["LC_ALL": locale, "LC_CTYPE": "", "LANG": ""])
    try terminal.take(until: "unread")
    try terminal.takeAnswer(within: 200)
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(!text.contains("\u{FFFD}"))
    // If nobody says anything, the terminal is taken for one of today's.
    #expect(text.contains("▌") == (locale.isEmpty || locale.contains("UTF-8")))
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  // MARK: Left alone

  /// For five seconds: not a byte, no time of the processor, and not woken once.
  @Test func anIdleReaderDoesNothing() throws {
    let folder = try Folder()
    let terminal = try open(in: folder)
    try terminal.take(until: "unread")
    let before = try Idleness.settled(terminal.process) { try terminal.takeAnswer(within: 1500) }
    let bytes = terminal.bytes.count
    try terminal.takeAnswer(within: 5000)
    #expect(terminal.bytes.count == bytes)
    #expect(try Idleness(of: terminal.process) == before)
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  /// The library's screen looks into the database of marks, which must not wake it to look again.
  @Test func anIdleLibraryDoesNothing() throws {
    let folder = try Folder()
    try folder.write(
      #"{"understory":1,"id":"s:1","title":"T","comments":[{"id":"1","body":"a shed"}]}"#,
      to: "a.json")
    let environment = [
      "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data",
      "XDG_CACHE_HOME": folder.path + "/cache",
    ]
    let added = try Program.run(["add", folder.path + "/a.json"], environment: environment)
    #expect(added.status == 0)
    let terminal = try open(in: folder, environment: environment, arguments: [])
    try terminal.take(until: "Library")
    let typed = terminal.bytes.count
    try terminal.press("g/shed\r")
    try terminal.take(until: "#1", from: typed)
    let before = try Idleness.settled(terminal.process) { try terminal.takeAnswer(within: 1500) }
    try terminal.takeAnswer(within: 2000)
    #expect(try Idleness(of: terminal.process) == before)
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  // MARK: What the system is asked for

  /// Nothing is written outside its own folders, nobody is spoken to, and no other program is started.
  @Test func readingTouchesNothingElse() throws {
    let folder = try Folder()
    let trace = folder.path + "/trace"
    let terminal = try open(
      in: folder,
      wrapper: [
        "/usr/bin/strace", "-f", "-qq", "-o", trace, "-e",
        "trace=execve,execveat,fork,vfork,clone,clone3,socket,connect,open,openat,creat,unlink,rename",
      ])
    for key in ["j", " ", "r", "s", "u", "t", "t", "?", "\u{1B}", "/a\r", "n", "\u{1B}", "zM"] {
      try terminal.press(key)
    }
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
    let calls = try folder.read("trace").split(separator: "\n").map(String.init)
    let successful = calls.filter { !$0.contains(" = -1 ") && !$0.contains("+++") }
    #expect(successful.filter { $0.contains(" execve") }.count == 1)
    #expect(successful.filter { $0.contains("fork(") || $0.contains(" clone") } == [])
    #expect(successful.filter { $0.contains("socket(") || $0.contains("connect(") } == [])
    let writes = successful.filter { $0.contains("O_WRONLY") || $0.contains("O_RDWR") }
    #expect(!writes.isEmpty)
    #expect(
      writes.filter { !$0.contains(folder.path) && !$0.contains("/dev/") && !$0.contains("/fd/") }
        == [])
  }

  /// The sample, with folders of its own for all that is kept.
  private func open(
    in folder: Folder, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    wrapper: [String] = [], arguments: [String] = ["understory:sample"]
  ) throws -> PseudoTerminal {
    var variables = [
      "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data",
      "XDG_CACHE_HOME": folder.path + "/cache", "XDG_CONFIG_HOME": folder.path + "/config",
    ]
    variables.merge(environment) { $1 }
    let terminal = try PseudoTerminal(
      arguments, columns: columns, rows: rows, environment: variables, wrapper: wrapper)
    try terminal.takeFirstAnswer()
    return terminal
  }
}
