import Foundation
import RunningPrograms
import Testing

/// The program in a pseudo-terminal of its own, without a shell around it.
final class LoneReader {
  let process: pid_t
  private let terminal: Int32
  /// What the program remembers is there as long as it runs: it would make the folder again.
  private let state: Folder
  private(set) var screen: VT52Screen
  /// How many bytes it has written.
  private(set) var received = 0
  private var status: Int32?

  /// Keys by the bytes that terminals send.
  static let tab = "\t"
  static let backTab = "\u{1B}[Z"

  /// - Parameters:
  ///   - arguments: the program's.
  ///   - state: the folder for what the program remembers.
  ///   - wrapper: what is started instead of the program, with the program's path and arguments as
  ///     its last ones.
  ///   - program: the program's path.
  ///   - environment: what else the program finds in its environment.
  /// - Throws: where it cannot be started.
  init(
    _ arguments: [String], state: Folder, wrapper: [String] = [], program: String = Program.path,
    environment: [String: String] = [:]
  ) throws {
    self.state = state
    let (columns, rows) = (90, 24)
    screen = VT52Screen(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var (own, its): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 100)
    try #require(openpty(&own, &its, &name, nil, &size) == 0)
    terminal = own
    for file in [own, its] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    // Of a session that has none, the first terminal that is opened becomes the controlling one.
    var variables = ProcessInfo.processInfo.environment
    variables.merge(
      ["XDG_STATE_HOME": state.path, "TERM": "vt52", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
    ) { $1 }
    variables.merge(environment) { $1 }
    process = try Program.start(
      wrapper + [program] + arguments, environment: variables.map { "\($0)=\($1)" },
      files: [path], inSession: true)
    close(its)
  }

  deinit {
    if status == nil { _ = end(with: SIGKILL) }
    close(terminal)
  }

  func type(_ keys: String...) {
    for key in keys {
      _ = Array(key.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
    }
  }

  /// Takes up what the program writes within so many milliseconds; false when it has ended.
  @discardableResult
  func listen(within milliseconds: Int32) -> Bool {
    var wait = milliseconds
    while true {
      var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, wait) > 0 else { return true }
      var buffer = [UInt8](repeating: 0, count: 1 << 14)
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return false }
      received += count
      screen.receive(Array(buffer[..<count]))
      wait = 0
    }
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
    while Date() < end {
      let isThere = listen(within: 20)
      if isWanted(screen.text) { return screen.text }
      if !isThere { break }
    }
    throw Program.Timeout(description: "waited in vain \(what); the screen:\n\(screen.text)")
  }

  /// Waits until what is on the screen has stood long enough to count as shown.
  func standStill() { for _ in 0..<13 { listen(within: 20) } }

  /// Ends the program, unless it ends by itself, and takes up what it had written.
  ///
  /// - Parameter signal: what ends it; nil to wait for it.
  /// - Returns: its exit status, or 128 and the signal that ended it.
  func end(with signal: Int32? = nil) -> Int32 {
    if let status { return status }
    if let signal { kill(process, signal) }
    while !hasEnded { listen(within: 5) }
    listen(within: 0)
    let status = Program.status(of: process)
    self.status = status
    return status
  }

  private var hasEnded: Bool {
    var information = siginfo_t()
    waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
    return information.si_signo != 0
  }

  /// Comments that the status line says are not unread, if each is a thread; nil if it says something
  /// else.
  var readCount: Int? {
    guard let match = screen.status.firstMatch(of: /of (\d+) · \d+ % · (\d+|all) (un)?read/),
      let all = Int(match.1)
    else { return nil }
    return Int(match.2).map { all - $0 } ?? all
  }
}
