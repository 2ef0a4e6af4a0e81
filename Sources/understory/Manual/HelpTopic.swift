import Sites
import Reader
import TextGrid

/// Something to be explained that is not a command: a page of `understory help`, and a section of
/// the manual.
enum HelpTopic: String, CaseIterable {
  case formats, sites, keys, files, environment

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
      The limit is 1 GiB for JSON and 64 MiB for other files; --limit changes it.
      """
    case .sites:
      """
      Links that open a discussion, what is requested for them, and what a site leaves out. At most 500 responses or \
      256 MiB are read for a discussion, and each host gets at most one request a second.
      """
    case .keys:
      """
      These hold while a discussion is read; those of the library, and of what a search of everything found, \
      are at the end. A number before a key repeats it, or says which: 3j, 17G, 3x. After z, g and f the last \
      rows list what may follow. The configuration file can change them.
      """
    case .files:
      "Nothing else is written, except files that you name."
    case .environment:
      "An empty variable counts as not set, and so does a folder with a relative path."
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
    case .sites: SiteAbout.all.map { Self.part(of: $0) }
    case .keys: Self.keyParts
    case .files: [Part(entries: Self.ownFiles)]
    case .environment: [Part(entries: Self.variables)]
    }
  }

  /// The row of a site in the table of sites, without the marks of Markdown.
  private static func part(of site: SiteAbout) -> Part {
    let row = site.row.map { $0.filter { $0 != "`" } }
    let names = SiteAbout.columns.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return Part(
      heading: row[0],
      entries: zip(names, row).dropFirst().map { Entry(term: $0, text: $1) })
  }

  private static var keyParts: [Part] {
    Command.Group.allCases.map { group in
      Part(
        heading: group.rawValue, entries: entries { $0.context == .reading && $0.group == group })
    }.filter { !$0.entries.isEmpty } + [
      Part(heading: "In the library", entries: entries { $0.context == .library }),
      Part(
        heading: "In library search results",
        entries: entries { $0.context == .results }),
    ]
  }

  /// The commands of some kind that have keys.
  private static func entries(where isWanted: (Command) -> Bool) -> [Entry] {
    Command.all.filter { isWanted($0) && !$0.keys.isEmpty }.map { command in
      let keys = command.keys.map { Key.name(of: $0).string }
      return Entry(term: keys.joined(separator: " "), text: command.help.string)
    }
  }

  private static let ownFiles = [
    Entry(
      term: "$XDG_CONFIG_HOME/understory/config.toml",
      text: "The configuration; \"understory config --default\" prints a commented one."),
    Entry(
      term: "$XDG_CONFIG_HOME/understory/themes/NAME.toml",
      text: "Your own themes; \"understory themes --check FILE\" checks one."),
    Entry(
      term: "$XDG_STATE_HOME/understory/marks.sqlite",
      text: "Marks, stars, places and front pages, as an SQLite database."),
    Entry(
      term: "$XDG_DATA_HOME/understory/",
      text: "The library: a copy of each discussion that was added or fetched."),
    Entry(
      term: "$XDG_STATE_HOME/understory/marks.sqlite-wal, marks.sqlite-shm",
      text: "SQLite's write-ahead log; only while understory runs."),
    Entry(
      term: "$XDG_STATE_HOME/understory/marks.sqlite.damaged-TIME",
      text: "A damaged database that was set aside."),
    Entry(
      term: "$XDG_STATE_HOME/understory/waits.json",
      text: "Which sites asked to wait, and until when; can be deleted."),
    Entry(
      term: "$XDG_STATE_HOME/understory/crash.log",
      text: "After a crash: the signal, the version, and what the program was doing."),
    Entry(
      term: "$XDG_CACHE_HOME/understory/search.sqlite, search.lock",
      text: "The search index, and its lock; can be deleted."),
  ]

  private static let variables = [
    Entry(term: "XDG_CONFIG_HOME", text: "Where the configuration is; ~/.config by default."),
    Entry(term: "XDG_STATE_HOME", text: "Where marks are kept; ~/.local/state by default."),
    Entry(
      term: "XDG_DATA_HOME", text: "Where the library is kept; ~/.local/share by default."),
    Entry(
      term: "XDG_CACHE_HOME", text: "Where the search index is; ~/.cache by default."),
    Entry(
      term: "GITHUB_TOKEN", text: "A token for api.github.com; sent to no other host."),
    Entry(
      term: "REDDIT_TOKEN",
      text: "An OAuth bearer token for oauth.reddit.com; sent to no other host."),
    Entry(term: "TERM", text: "The terminal type; if it is dumb, the discussion is printed."),
    Entry(term: "NO_COLOR", text: "If set, no colours are used."),
    Entry(
      term: "LC_ALL, LC_CTYPE, LANG",
      text: "If they do not say UTF-8, the screen is drawn in ASCII."),
    Entry(
      term: "ESCDELAY",
      text: "How long to wait after Esc for the rest of a key, in milliseconds; 25 by default."),
    Entry(
      term: "BROWSER",
      text: """
        What opens links: commands separated by colons, with %s for the address; \
        xdg-open by default.
        """),
    Entry(
      term: "WAYLAND_DISPLAY, DISPLAY",
      text: "If one is set, text is also copied with wl-copy or xclip."),
    Entry(term: "TMUX", text: "If set, copied text is also passed through tmux."),
    Entry(term: "TZ", text: "The time zone of displayed times."),
    Entry(term: "TMPDIR", text: "Where compressed files are unpacked; /tmp by default."),
    Entry(term: "HOME", text: "Your home folder, ~ above."),
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
