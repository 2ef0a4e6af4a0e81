import Foundation
import RunningPrograms
import Testing

/// A real terminal for the program: a shell in a tmux of its own.
final class Terminal {
  private let folder: Folder
  private let name = "understory-\(UUID().uuidString.prefix(8))"

  /// Why tests with a terminal cannot run here; nil when they can.
  static let obstacle: String? = {
    let found = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return found ? nil : "tmux is not installed"
  }()

  /// Whether to run tests with a terminal: where tmux is missing they are skipped, but not in CI.
  static let isUsable = obstacle == nil || ProcessInfo.processInfo.environment["CI"] == "true"

  /// - Parameters:
  ///   - columns: the terminal's width in cells.
  ///   - rows: its height in cells.
  ///   - state: the folder for what the program remembers; a new one for nil.
  ///   - environment: what else the program finds in its environment.
  /// - Throws: where no tmux can be started.
  init(
    columns: Int = 80, rows: Int = 24, state: Folder? = nil, environment: [String: String] = [:]
  ) throws {
    folder = try state ?? Folder()
    // SwiftPM sets NO_COLOR where its own output is no terminal.
    var variables = [
      "NO_COLOR": "", "XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      "TZ": "UTC", "ENV": "", "LC_ALL": "C.UTF-8",
    ]
    variables.merge(environment) { $1 }
    let settings = variables.flatMap { ["-e", "\($0)=\($1)"] }
    try tmux(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + settings + ["/bin/sh"])
    try send("PS1='% '; clear", "Enter")
    try wait("for the shell") { $0.filter { !$0.isWhitespace } == "%" }
  }

  deinit {
    let readers = (try? readers()) ?? []
    _ = try? tmux(["kill-server"])
    // A reader that has lost its terminal saves what was read: into a folder that it would make again.
    let end = Date(timeIntervalSinceNow: 5)
    while Date() < end, readers.contains(where: { (try? Self.runs($0)) == true }) { usleep(10_000) }
  }

  /// The numbers of the processes in the terminal that are the program.
  private func readers() throws -> [String] {
    let list = try Program.run(
      "/usr/bin/env", ["ps", "-t", try tty(), "-o", "pid=,comm="], environment: [:]
    ).output
    return list.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return words.last == "understory" ? String(words[0]) : nil
    }
  }

  /// Whether a process has not ended.
  private static func runs(_ process: String) throws -> Bool {
    let state = try Program.run(
      "/usr/bin/env", ["ps", "-p", process, "-o", "stat="], environment: [:]
    ).output
    return !state.isEmpty && !state.hasPrefix("Z")
  }

  /// Starts the program; `status N` on the screen tells when it has ended.
  func start(_ arguments: String...) throws { try start(arguments) }

  func start(_ arguments: [String]) throws {
    let words = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    // Else the end of the last program might be taken for that of this one.
    try send("clear", "Enter")
    try wait("for an empty screen") { !$0.contains("\nstatus ") }
    try send("clear; \(words); echo status $?", "Enter")
  }

  /// Sends keys by tmux's names, or words of letters.
  func send(_ keys: String...) throws {
    for key in keys {
      try tmux(["send-keys", key])
      // With what follows at once it would be Alt.
      if key == "Escape" { usleep(100_000) }
    }
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen's text; with `-e` also its colours.
  func screen(_ options: String...) throws -> String {
    try tmux(["capture-pane", "-p"] + options)
  }

  /// The row of the hardware cursor, 0-based.
  func cursorRow() throws -> Int? {
    Int(try tmux(["display-message", "-p", "#{cursor_y}"]).filter(\.isNumber))
  }

  /// The terminal's name as ps shows it.
  func tty() throws -> String {
    let path = try tmux(["display-message", "-p", "#{pane_tty}"])
    return String(path.split(separator: "\n").first?.dropFirst("/dev/".count) ?? "")
  }

  /// Waits until the screen has a text, and gives the screen.
  @discardableResult
  func wait(for text: String) throws -> String {
    try wait("for \"\(text)\"") { $0.contains(text) }
  }

  /// Waits until the screen is as wanted.
  @discardableResult
  func wait(_ what: String, until isWanted: (String) -> Bool) throws -> String {
    let end = Date(timeIntervalSinceNow: 20)
    var last = ""
    while Date() < end {
      last = try screen()
      if isWanted(last) { return last }
      usleep(10_000)
    }
    throw Program.Timeout(description: "waited in vain \(what); the screen:\n\(last)")
  }

  /// Waits until the screen has not changed for so long that its text counts as shown.
  @discardableResult
  func waitUntilItStood() throws -> String {
    var last = try screen()
    var since = Date()
    return try wait("for a still screen") { screen in
      if screen != last {
        last = screen
        since = Date()
      }
      return Date().timeIntervalSince(since) > 0.26
    }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(
      "/usr/bin/env", ["tmux", "-u", "-L", name, "-f", "/dev/null"] + arguments,
      environment: ["TMUX_TMPDIR": folder.path])
    if outcome.status != 0, arguments != ["kill-server"] {
      throw Program.Timeout(description: "tmux \(arguments.first ?? ""): \(outcome.errors)")
    }
    return outcome.output
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where there is no tmux; in CI it runs and fails.
  static var needsTerminal: Self {
    .enabled(if: Terminal.isUsable, "skipped: \(Terminal.obstacle ?? "")")
  }

  /// Skips a test where the inputs beside the package are missing.
  static var needsShared: Self {
    .enabled(if: Program.hasShared, "skipped: no folder ../shared with real discussions")
  }
}
