import Sites
import Reader
import TextGrid

/// Something to be explained that is not a command: a page of `understory help`, and a section of
/// the manual.
enum HelpTopic: String, CaseIterable {
  case formats, keys, files, environment

  /// A term with what it means; both on one line each.
  struct Entry: Equatable {
    var term: String
    var text: String
    /// Lines to be typed or read as they stand.
    var examples: [String] = []
  }

  /// Entries under a heading; an empty one where there is only one part.
  struct Part: Equatable {
    var heading = ""
    var entries: [Entry]
  }

  /// Their names, as `formats, keys`.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What comes before the entries.
  var introduction: String {
    switch self {
    case .formats:
      """
      Every command that takes a discussion takes a file in any of these formats, or several files that are \
      one discussion, or - for standard input; packed by gzip or not. What a file is, is found by what is in it. \
      At most 1 GiB of JSON and 64 MiB of anything else are read, unless --limit says otherwise.
      """
    case .keys:
      """
      These hold while a discussion is read; those of the library, and of what a search of everything found, \
      are at the end. A number before a key repeats it, or says which: 3j, 17G, 3x. After z, g and f the last \
      rows list what may follow. The configuration file can change them.
      """
    case .files:
      "Nothing else is written, but what a command is told to write."
    case .environment:
      "A variable that is empty counts as not set, and so does a folder whose path is not absolute."
    }
  }

  var parts: [Part] {
    switch self {
    case .formats:
      [
        Part(
          entries: DiscussionFormat.allCases.map { format in
            Entry(term: format.rawValue, text: format.title, examples: format.commands)
          })
      ]
    case .keys: Self.keyParts
    case .files: [Part(entries: Self.ownFiles)]
    case .environment: [Part(entries: Self.variables)]
    }
  }

  private static var keyParts: [Part] {
    Command.Group.allCases.map { group in
      Part(
        heading: group.rawValue, entries: entries { $0.context == .reading && $0.group == group })
    }.filter { !$0.entries.isEmpty } + [
      Part(heading: "In the library", entries: entries { $0.context == .library }),
      Part(
        heading: "In what a search of everything found",
        entries: entries { $0.context == .results }),
    ]
  }

  /// The commands of some kind that have keys.
  private static func entries(where isWanted: (Command) -> Bool) -> [Entry] {
    Command.all.filter { isWanted($0) && !$0.keys.isEmpty }.map { command in
      let keys = command.keys.map { ReadingState.name(of: $0).string }
      return Entry(term: keys.joined(separator: " "), text: command.help.string)
    }
  }

  private static let ownFiles = [
    Entry(
      term: "$XDG_CONFIG_HOME/understory/config.toml",
      text: "The configuration; understory config --default prints one that explains everything."),
    Entry(
      term: "$XDG_CONFIG_HOME/understory/themes/NAME.toml",
      text: "Themes of your own; understory themes --check FILE explains what is wrong in one."),
    Entry(
      term: "$XDG_STATE_HOME/understory/marks.sqlite",
      text: "What was read, stars and places, as an SQLite database."),
    Entry(
      term: "$XDG_DATA_HOME/understory/",
      text: "The library: a copy of each discussion that was added or fetched."),
    Entry(
      term: "$XDG_STATE_HOME/understory/marks.sqlite-wal, marks.sqlite-shm",
      text: "What was saved since that was last put in order; only while understory runs."),
    Entry(
      term: "$XDG_STATE_HOME/understory/marks.sqlite.damaged-TIME",
      text: "A database that was damaged, set aside."),
    Entry(
      term: "$XDG_STATE_HOME/understory/waits.json",
      text: "Which sites want to be left alone, and until when; it may be deleted."),
    Entry(
      term: "$XDG_STATE_HOME/understory/crash.log",
      text: "After a fault in the program: the signal, the version, and what it was doing."),
    Entry(
      term: "$XDG_CACHE_HOME/understory/search.sqlite, search.lock",
      text: "The index for searching, and who makes it; they may be deleted."),
  ]

  private static let variables = [
    Entry(term: "XDG_CONFIG_HOME", text: "Where the configuration is; ~/.config by default."),
    Entry(term: "XDG_STATE_HOME", text: "Where marks are kept; ~/.local/state by default."),
    Entry(
      term: "XDG_DATA_HOME", text: "Where the library is kept; ~/.local/share by default."),
    Entry(
      term: "XDG_CACHE_HOME", text: "Where the index for searching is; ~/.cache by default."),
    Entry(
      term: "GITHUB_TOKEN", text: "A token that is sent to api.github.com, and to nobody else."),
    Entry(term: "TERM", text: "The terminal; where it is dumb, the discussion is printed."),
    Entry(term: "NO_COLOR", text: "Where it is set, there are no colours."),
    Entry(
      term: "LC_ALL, LC_CTYPE, LANG",
      text: "Where they say that the terminal is not one of UTF-8, the screen is drawn in ASCII."),
    Entry(
      term: "ESCDELAY", text: "Milliseconds for which Esc may begin another key; 25 by default."),
    Entry(
      term: "BROWSER",
      text: """
        What opens addresses: commands separated by colons, in which %s stands for the address; \
        xdg-open by default.
        """),
    Entry(
      term: "WAYLAND_DISPLAY, DISPLAY",
      text: "Where one is set, what is copied goes to wl-copy or xclip besides the terminal."),
    Entry(term: "TMUX", text: "Where it is set, what is copied is also passed through tmux."),
    Entry(term: "TZ", text: "The time zone in which times are shown."),
    Entry(term: "TMPDIR", text: "Where a packed file is put to be unpacked; /tmp by default."),
    Entry(term: "HOME", text: "The folder for which ~ stands above."),
  ]

  /// The page for a terminal, in lines of at most 80 cells where that can be.
  var lines: [SafeText] {
    var result = Self.wrapped(introduction, indent: 0)
    for part in parts {
      result.append("")
      if !part.heading.isEmpty { result.append(SafeText(part.heading)) }
      for entry in part.entries {
        let term = "  " + SafeText(entry.term)
        let column = 24
        if term.width < column {
          let blanks = SafeText(String(repeating: " ", count: column - term.width))
          let text = Self.wrapped(entry.text, indent: column)
          result.append(term + blanks + text[0][column..<text[0].count])
          result += text.dropFirst()
        } else {
          result.append(term)
          result += Self.wrapped(entry.text, indent: 6)
        }
        for example in entry.examples { result.append(SafeText("      \(example)")) }
      }
    }
    return result
  }

  /// A text in lines that begin with spaces; at least one.
  private static func wrapped(_ text: String, indent: Int) -> [SafeText] {
    let text = SafeText(text)
    let blanks = SafeText(String(repeating: " ", count: indent))
    let lines = LineBreaker(width: 80 - indent).lines(of: text)
    return lines.isEmpty ? [blanks] : lines.map { (blanks + text[$0]).trimmedEnd }
  }
}
