import Reader
import TextGrid

/// A screen of the stack: its state, and the files behind it.
///
/// A class, since an array of screens cannot hold values of which there must be only one: open files,
/// watches, a search. Times are milliseconds of a clock that only goes forward.
protocol Screen: AnyObject {
  /// What it shares with the other screens.
  var shell: Shell { get }

  /// Whether something is looked for that ``stopSearching()`` cancels.
  var isSearching: Bool { get }

  /// What to wait for until it is readable, while it is on top.
  var files: [Int32] { get }

  /// Begins, once it is on top for the first time.
  func begin() -> [Effect]

  /// Gives up what others would wait for, since another screen comes on top.
  func cover()

  /// Is on top again.
  ///
  /// - Parameters:
  ///   - shell: that of the screen that was on top.
  ///   - discussion: the id of the discussion that was read there; nil for another kind of screen.
  func comeBack(_ shell: Shell, from discussion: String?)

  func press(_ key: Key) -> [Effect]

  /// Turns the mouse's wheel over a cell; 0-based.
  func turnWheel(_ key: Key, row: Int, column: Int) -> [Effect]

  @discardableResult func update(_ action: Action) -> [Effect]

  /// Takes up what there is to say of what cannot be saved, before it is shown.
  func noteProblem()

  /// Draws it.
  func frame(theme: Theme) -> Frame

  // MARK: Line by line

  /// What is to be done about a line that was typed as a command.
  func hear(_ line: String) -> Heard

  /// What it has to say where everything is printed.
  func spoken() -> Spoken

  /// What it could show instead of what it shows; nil for nothing.
  var offer: SafeText? { get }

  /// Takes note of what of it was printed.
  func notePrinted(_ announcement: Announcer.Announcement)

  /// Where the reader is, in some lines.
  func placeLines() -> [SafeText]

  /// The next unread comments, in some lines.
  var unreadLines: [SafeText] { get }

  /// What help says about a command, `all` commands, or the most important ones for an empty name; nil if
  /// nothing is called so.
  func helpLines(about name: String, topics: String) -> [SafeText]?

  // MARK: Time

  /// Takes note of a frame that was put on the terminal.
  func noteShown(_ frame: Frame, at now: Int)

  /// Forgets what was on the terminal, which has shown something else since.
  func forgetShown()

  /// How long to wait at most before ``advance(at:)``; nil for as long as one likes.
  func delay(at now: Int) -> Int?

  /// Takes note of the time, before the keys that came meanwhile.
  func tick(at now: Int)

  /// Goes on with what was put off, as long as nobody would notice.
  func work(until end: Int)

  /// Takes up what happened to its files.
  func advance(at now: Int) -> [Effect]

  /// Cancels what is looked for.
  func stopSearching()

  /// Saves what is left to save, when it leaves the stack.
  ///
  /// - Returns: what could not be saved, in a line each.
  func finish() -> [SafeText]
}

extension Screen {
  var isSearching: Bool { false }
  func turnWheel(_ key: Key, row: Int, column: Int) -> [Effect] { press(key) }
  var files: [Int32] { [] }
  func begin() -> [Effect] { [] }
  func cover() {}
  func noteProblem() {}
  func noteShown(_ frame: Frame, at now: Int) {}
  var offer: SafeText? { nil }
  func notePrinted(_ announcement: Announcer.Announcement) {}
  var unreadLines: [SafeText] { ["only a discussion lists unread comments"] }
  func forgetShown() {}
  func delay(at now: Int) -> Int? { nil }
  func tick(at now: Int) { update(.tick(now)) }
  func work(until end: Int) {}
  func advance(at now: Int) -> [Effect] { [] }
  func stopSearching() {}
  func finish() -> [SafeText] { [] }

  func say(_ text: SafeText) { update(.say(text)) }

  /// Says that something went wrong, and what.
  func report(_ error: any Error, of name: String? = nil) {
    let words = name.map { "\($0): \(error)" } ?? "\(error)"
    update(.report((error as? any LineError)?.line ?? SafeText(words)))
  }

  /// Says what was wrong with the line that was typed, which can then be mended.
  func mend(_ error: any Error, of name: String) {
    update(.mend((error as? any LineError)?.line ?? SafeText("\(name): \(error)")))
  }

  /// Has so many rows, where none is seen.
  func fit(rows: Int) {
    guard shell.size.rows != rows else { return }
    update(.resize(GridSize(columns: shell.size.columns, rows: rows)))
  }

  /// Says the first of some lines, and how many there are.
  func say(_ lines: [SafeText]) {
    guard let line = lines.first else { return }
    // They are among the messages.
    for line in lines.dropFirst() { say(line) }
    say(lines.count > 1 ? SafeText("(1 of \(lines.count)) ") + line : line)
  }

  /// Does what may fail, and says why it has.
  func trying(_ work: () throws -> Void) {
    do {
      try work()
    } catch {
      report(error)
    }
  }
}
