import Platform
import Processes
import Reader
import TerminalUI
import TextGrid

/// A display that only prints: what has changed, in words, and then a prompt for the next command.
///
/// Nothing that was printed is changed any more.
struct Printer: ~Copyable {
  private var input: LineInput
  private var announcer = Announcer()
  /// Whether a command was given whose result was not printed yet.
  private(set) var isDue = true
  /// Whether something was printed since that command.
  private var hasPrinted = true
  /// The prompt that waits for a line; nil if none does.
  private var prompt: SafeText?
  /// The prompt before.
  private var lastPrompt: SafeText = ""
  /// Lines to print next, after the messages.
  private var answer: [SafeText] = []
  /// The work that the reader waits for.
  private var waiting = Waiting()
  /// Whether lines from a pipe have to wait, for the result of a command or for work that was put off.
  private var holdsLines = false
  /// Whether nobody reads any more.
  private var isClosed = false

  /// - Parameter source: where commands come from.
  /// - Throws: ``TerminalError`` if that is a terminal, and there is none.
  init(from source: LineInput.Source) throws(TerminalError) { input = try LineInput(from: source) }

  // MARK: What is printed

  /// Prints what has changed, and a prompt for the next command.
  ///
  /// - Parameters:
  ///   - screen: the one on top.
  ///   - work: what the reader waits for, in words; nil for nothing.
  ///   - hasPending: whether there is work that goes on while nothing is typed.
  ///   - now: milliseconds of a clock that only goes forward.
  mutating func show(_ screen: any Screen, work: SafeText?, hasPending: Bool, at now: Int) {
    let news = announcer.news(screen.shell, offer: screen.offer)
    print(news + answer)
    answer = []
    holdsLines = !input.isTerminal && (hasPending || isDue && work != nil)
    if let report = waiting.report(isDue ? work : nil, at: now) { print([report]) }
    guard isDue, work == nil else {
      if !isDue, prompt == nil { ask(screen.spoken().prompt) }
      return
    }
    var spoken = screen.spoken()
    report(spoken, on: screen)
    if spoken.closesItself {
      screen.update(.close)
      spoken = screen.spoken()
      report(spoken, on: screen)
    }
    if !hasPrinted, spoken.prompt == lastPrompt { print(["nothing changed"]) }
    isDue = false
    if prompt == nil { ask(spoken.prompt) }
  }

  /// When it wants to print next without anything happening, in milliseconds; nil for never.
  func delay(at now: Int) -> Int? { waiting.delay(at: now) }

  private mutating func report(_ spoken: Spoken, on screen: any Screen) {
    let announcement = announcer.announce(spoken, on: ObjectIdentifier(screen))
    print(announcement.lines)
    screen.notePrinted(announcement)
  }

  /// Prints lines with what is printed next.
  mutating func add(_ lines: [SafeText]) { answer += lines }

  /// Prints lines, below the prompt if one waits.
  private mutating func print(_ lines: [SafeText]) {
    guard !lines.isEmpty else { return }
    endPrompt()
    hasPrinted = true
    // A terminal would break them within words. In a file or a pipe, each paragraph is one line.
    let breaker = Output.standard.width.map { LineBreaker(width: $0) }
    let rows = lines.flatMap { line in
      breaker?.lines(of: line.forTerminal).map { line.forTerminal[$0] } ?? [line.forTerminal]
    }
    send(rows.map { $0.string + "\n" }.joined())
  }

  private mutating func ask(_ words: SafeText) {
    send(words.forTerminal.string)
    (prompt, lastPrompt) = (words, words)
  }

  /// Leaves the line of the prompt.
  private mutating func endPrompt() {
    if prompt != nil { send("\n") }
    prompt = nil
  }

  /// The most that is written before it is looked for a signal, in bytes.
  private static let piece = 512

  /// Writes text; a signal that ends what goes on, and comes while nobody takes it, ends that too.
  private mutating func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !isClosed {
      var files = [
        pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: input.signalFile, events: Int16(POLLIN), revents: 0),
      ]
      waitForFiles(&files, milliseconds: -1)
      if files[0].revents == 0 {
        if input.hearsEnding() { return }
        continue
      }
      let piece = Array(rest.prefix(Self.piece))
      let count = write(STDOUT_FILENO, piece, piece.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 { isClosed = true } else { rest = rest.dropFirst(count) }
    }
  }

  // MARK: What is typed

  /// Waits until a line comes, or something else happens.
  mutating func events(within milliseconds: Int?, orReadable others: [Int32]) -> [TerminalEvent] {
    if isClosed { return [.endOfInput] }
    return input.events(
      within: milliseconds, orReadable: others, takesLine: !holdsLines && (prompt != nil || isDue))
  }

  /// Begins a command, whose result will be printed.
  ///
  /// - Parameter line: what was typed; nil for a signal.
  mutating func begin(_ line: String?) {
    if let line, prompt != nil {
      // A terminal echoes what is typed; without one, the log would lack it.
      if !input.isTerminal {
        send(SafeText(line).forTerminal.string + "\n")
      } else if isatty(STDOUT_FILENO) != 1 {
        send("\n")
      }
      prompt = nil
    }
    endPrompt()
    (isDue, hasPrinted) = (true, line == nil)
    announcer.begin()
    waiting = Waiting()
  }

  /// Prints again what was printed last.
  mutating func repeatAll() { announcer.forget() }

  /// Prints the prompt again, after something else was on the terminal.
  mutating func askAgain() {
    guard prompt != nil else { return }
    endPrompt()
  }

  /// Ends the last line.
  mutating func finish() { endPrompt() }

  /// Lets another program have the terminal until it ends.
  mutating func lend(
    to start: (_ terminal: Int32) throws(Spawn.Problem) -> Int32
  ) throws(Spawn.Problem) -> Int32? {
    endPrompt()
    return input.wait(for: try start(input.file))
  }
}
