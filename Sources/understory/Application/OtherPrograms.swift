import Platform
import Processes
import TerminalUI
import TextGrid

/// The programs of the desktop to which addresses and texts are given.
///
/// There is one such value, whatever is on the screen: a browser may fail after the discussion that it
/// was opened from was left.
struct OtherPrograms {
  /// A program that was started and is not known to have ended: nothing else waits for it.
  private struct Running {
    let process: pid_t
    /// What it was to open, and when it was started; nil where its end is nobody's concern.
    let attempt: Attempt?
  }

  /// Opening an address with the first of some browsers that can.
  private struct Attempt {
    let address: SafeText
    let browser: Browser
    /// Those that are tried next.
    let others: ArraySlice<Browser>
    /// In milliseconds.
    let start: Int
  }

  private var running: [Running] = []

  /// For how long a browser that fails has opened nothing, in milliseconds; later it was closed.
  private static let opening = 30_000

  /// Opens an address with what `$BROWSER` names, or else with xdg-open.
  ///
  /// The first is used that can be started and does not fail. One that draws in the terminal has it
  /// until it ends.
  ///
  /// - Parameters:
  ///   - address: what is opened.
  ///   - display: what has the terminal.
  /// - Returns: why it cannot be opened; nil when a program was started.
  mutating func open(_ address: SafeText, _ display: inout Display) -> SafeText? {
    let browsers = Browser.all(in: UserFolder.variable("BROWSER"))
    return open(address, with: browsers[...], after: "no program to open it", &display)
  }

  private mutating func open(
    _ address: SafeText, with browsers: ArraySlice<Browser>, after problem: SafeText,
    _ display: inout Display
  ) -> SafeText? {
    var problem = problem
    for (index, browser) in zip(browsers.indices, browsers) {
      let words = browser.words(for: address.string)
      do throws(Spawn.Problem) {
        guard
          browser.needsTerminal(path: Browser.path(of: browser.name), hasDesktop: Self.hasDesktop)
        else {
          let attempt = Attempt(
            address: address, browser: browser, others: browsers[(index + 1)...],
            start: TerminalSession.milliseconds())
          try start(words, for: attempt)
          return nil
        }
        let status = try display.lend { (terminal) throws(Spawn.Problem) in
          // What one that finds no browser complains of would stay in the shell's screen.
          try Spawn.start(
            words, input: terminal, output: STDOUT_FILENO,
            errors: browser.looksForBrowser ? nil : STDERR_FILENO, distance: .beside)
        }
        guard let failure = browser.failure(status ?? 0) else { return nil }
        problem = SafeText(failure)
      } catch {
        problem =
          error.number == ENOENT
          ? SafeText("\(browser.name) not found; set BROWSER to a browser")
          : SafeText("\(browser.name): \(error.text)")
      }
    }
    return problem
  }

  private static var hasDesktop: Bool { Browser.hasDesktop { UserFolder.variable($0) } }

  /// Looks which programs have ended: where a browser has failed, the next one is used.
  ///
  /// - Parameter display: what has the terminal.
  /// - Returns: why an address cannot be opened; nil where nothing has failed.
  mutating func takeEnded(_ display: inout Display) -> SafeText? {
    var failed: [(attempt: Attempt, problem: SafeText)] = []
    running.removeAll { program in
      guard let status = Spawn.endStatus(of: program.process) else { return false }
      if let attempt = program.attempt, let failure = attempt.browser.failure(status),
        TerminalSession.milliseconds() - attempt.start < Self.opening
      {
        failed.append((attempt, SafeText(failure)))
      }
      return true
    }
    var problem: SafeText?
    for (attempt, failure) in failed {
      problem = open(attempt.address, with: attempt.others, after: failure, &display) ?? problem
    }
    return problem
  }

  /// Gives a text to the clipboard of the desktop, if there is a program for it.
  ///
  /// - Returns: whether there is.
  mutating func copy(_ text: String) -> Bool {
    let programs: [(variable: String, command: [String])] = [
      ("WAYLAND_DISPLAY", ["wl-copy"]), ("DISPLAY", ["xclip", "-selection", "clipboard"]),
    ]
    for (variable, command) in programs where UserFolder.variable(variable) != nil {
      if (try? start(command, input: Array(text.utf8))) != nil { return true }
    }
    return false
  }

  /// Starts a program in a session of its own, so that it cannot open the terminal either.
  ///
  /// - Parameters:
  ///   - words: its name, found by PATH, and its arguments.
  ///   - input: its standard input.
  ///   - attempt: what it is to open; nil for nothing.
  /// - Throws: why it was not started.
  private mutating func start(
    _ words: [String], input: [UInt8] = [], for attempt: Attempt? = nil
  ) throws(Spawn.Problem) {
    // A file without a name, since a program that reads nothing must not keep anybody waiting.
    guard let file = tmpfile() else { throw Spawn.Problem(number: errno) }
    defer { fclose(file) }
    guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else {
      throw Spawn.Problem(number: errno)
    }
    rewind(file)
    let process = try Spawn.start(words, input: fileno(file), distance: .session)
    running.append(Running(process: process, attempt: attempt))
  }
}
