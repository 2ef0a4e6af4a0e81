import Fetching
import Configuration
import Glibc
import Reader
import Storage
import TerminalUI
import TextGrid

/// The library on the whole screen: events in, frames out, effects performed.
struct LibraryLoop: ~Copyable {
  var state: LibraryState
  var looks: Appearance
  private var watch = FileWatch()
  let themes = Themes(folder: ConfigurationDirectory.themes)
  var theme: Theme
  /// The programs that were started, from whatever screen.
  var programs: OtherPrograms
  /// What is fetched just now; nil for nothing.
  var errand: BackgroundFetch?
  /// What is looked for in everything just now; nil for nothing.
  var searching: Searching?
  /// When hosts may be asked, for whatever is fetched next.
  var polite: HostThrottle
  /// The comments that each catching up marked, the last one last, by the discussions' ids.
  var caughtUp: [String: [[String]]] = [:]

  /// How a user leaves the library.
  enum Leaving: Equatable {
    case exit(Int32)
    case open(String, comment: String?)
  }

  /// Shows the library until the user leaves it.
  ///
  /// - Parameters:
  ///   - library: its screen as it was left; nil before the first time.
  ///   - warnings: what is to be told once.
  ///   - looks: how it looks.
  ///   - polite: when hosts may be asked.
  ///   - programs: those that were started.
  ///   - session: the terminal.
  /// - Returns: how the user left.
  static func run(
    _ library: inout LibraryState?, _ warnings: [SafeText], _ looks: inout Appearance,
    _ polite: inout HostThrottle, _ programs: inout OtherPrograms,
    _ session: inout TerminalSession
  ) -> Leaving {
    var loop = LibraryLoop(library, warnings, looks, polite, programs, &session)
    if let query = loop.state.unfinishedSearch { loop.search(query) }
    let leaving = loop.run(&session)
    polite = loop.errand?.polite ?? loop.polite
    programs = loop.programs
    library = loop.state
    looks = loop.looks
    return leaving
  }

  private init(
    _ earlier: LibraryState?, _ warnings: [SafeText], _ looks: Appearance, _ polite: HostThrottle,
    _ programs: OtherPrograms, _ session: inout TerminalSession
  ) {
    self.looks = looks
    self.polite = polite
    self.programs = programs
    theme = looks.theme.shown(at: session.colorDepth)
    session.setScreen(theme[.screen])
    session.useMouse(looks.settings.usesMouse)
    var warnings = warnings
    if let earlier {
      state = earlier
    } else {
      let (entries, problems) = Shelf.entries()
      warnings += problems
      let shell = Shell(
        size: session.size, now: Self.now, commands: looks.settings.commands,
        themes: themes.names, theme: looks.theme.name)
      state = LibraryState(entries, shell: shell, order: Self.order)
    }
    state.takeOver(theme: looks.theme.name)
    _ = state.update(.resize(session.size))
    _ = state.update(.clock(Self.now))
    if let warning = warnings.first {
      let more = warnings.count - 1
      say(more > 0 ? SafeText("(1 of \(more + 1)) ") + warning : warning)
    }
    if let directory = StateDirectory.path { watch.add(directory + "/marks.sqlite-wal") }
  }

  private mutating func run(_ session: inout TerminalSession) -> Leaving {
    var shown: Frame?
    while true {
      var frame = LibraryView.frame(state, theme: theme)
      if looks.settings.usesASCII || !session.knowsUnicode {
        frame = frame.inASCII(keepsText: session.knowsUnicode)
      }
      if frame != shown || session.hasForgotten { session.show(frame) }
      shown = frame
      let typing = state.shell.nextTick.map { max(0, $0 - TerminalSession.milliseconds()) }
      let waits = [errand?.delay(at: TerminalSession.milliseconds()), typing].compactMap { $0 }
      let files = [watch.file] + (errand?.files ?? [])
      let events = session.events(within: searching == nil ? waits.min() : 0, orReadable: files)
      _ = state.update(.tick(TerminalSession.milliseconds()))
      for (index, event) in events.enumerated() {
        _ = state.update(.clock(Self.now))
        var leaving: Leaving?
        switch event {
        case .key(let key): leaving = perform(state.press(key), &session)
        case .click(let row, let column):
          leaving = perform(state.update(.click(row: row, column: column)), &session)
        case .paste(let text): leaving = perform(state.update(.paste(text)), &session)
        case .message(let line): say(line)
        case .childEnded:
          if let problem = programs.takeEnded(&session) { say("not opened: " + problem) }
        case .resized(let size): _ = state.update(.resize(size))
        case .interrupted where searching != nil && !state.shell.isTyping: cancelSearching()
        case .interrupted where errand != nil && !state.shell.isTyping: cancelErrand()
        case .interrupted where state.shell.isTyping:
          leaving = perform(state.press(.control("c")), &session)
        case .interrupted: leaving = end(by: SIGINT, &session)
        case .ended(let signal): leaving = end(by: signal, &session)
        case .continued: shown = nil
        case .readable:
          let (modified, _) = watch.changes()
          if !modified.isEmpty { refresh() }
        }
        if let leaving {
          session.putBack(events.dropFirst(index + 1))
          return leaving
        }
      }
      advanceErrand()
      goOnSearching()
    }
  }

  /// Ends the program: what was removed is gone then, however that comes.
  private mutating func end(by signal: Int32, _ session: inout TerminalSession) -> Leaving {
    _ = perform(state.update(.exit), &session)
    return .exit(128 + signal)
  }

  /// Seconds since 1970.
  private static var now: Int64 { Int64(time(nil)) }
}
