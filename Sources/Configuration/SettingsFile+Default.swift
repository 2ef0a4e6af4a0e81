import Reader
public import TextGrid

extension SettingsFile {
  /// A file that sets nothing and explains everything: each line is a comment with the default.
  public static func commented(themes: [String]) -> [SafeText] {
    var lines: [SafeText] = [
      "# What Understory can be told, with what it does unless told otherwise.",
      "# Take away the # before a line to change it.",
      "",
      "# How everything looks: \(themes.joined(separator: ", ")).",
      "# theme = \"dark\"",
      "",
      "# Whether each author has a colour, on names and guides.",
      "# author_colors = true",
      "",
      "# From when the age of a comment counts: \"now\", as in 4 h, or \"article\", as in +4 h.",
      "# ages = \"now\"",
      "",
      "# How wide text is set at most: 20 to 1000 cells, or \"full\". The key w changes it too.",
      "# width = 80",
      "",
      "# \"pass\" marks comments read that you saw and passed; \"off\" only those that you mark.",
      "# auto_mark = \"pass\"",
      "",
      "# Whether the mouse scrolls and clicks.",
      "# mouse = true",
      "",
      "# Whether guides, badges and bars are drawn in ASCII.",
      "# ascii = false",
      "",
      "# Whether the outline stands beside the text from 120 columns on. The key t changes it too.",
      "# outline = true",
      "",
      "# For how many days after your last visit a discussion is kept that you opened from a front page",
      "# or by a link in another: 1 to 10000. What you added, kept or starred is never removed.",
      "# keep_visited = 30",
      "",
      "# How many discussions of a front page are fetched while you read its list: 0 to 50.",
      "# prefetch = 0",
      "",
      "# Front pages at the top of the library: your name for each, and its name or address, as",
      "# \"understory front\" takes it.",
      "[sources]",
      "# \"Hacker News\" = \"hn\"",
      "# Swift = \"lobsters/t/swift\"",
      "",
      "# The keys of each command; [] for none. A key that you give one command is taken from others.",
      "[keys]",
    ]
    for context in Command.Context.allCases {
      lines += ["", "# \(context.words)"]
      for command in Command.all where command.context == context {
        let keys = command.keys.map { "\"\(Key.name(of: $0).string.escapedForTOML)\"" }
        let entry = "# \"\(command.id)\" = [\(keys.joined(separator: ", "))]"
        lines.append(SafeText(entry + "  # " + command.help.string))
      }
    }
    return lines
  }
}

extension Command.Context {
  fileprivate var words: String {
    switch self {
    case .reading: "While reading"
    case .text: "In help and in what is known of a comment"
    case .list: "In lists"
    case .peek: "While peeking"
    case .news: "In the list of what is new"
    case .outline: "In the outline over the text"
    case .prompt: "While typing a line"
    case .library: "In the library"
    case .libraryPeek: "While peeking at a discussion of the library"
    case .results: "In library search results"
    case .front: "On a front page"
    }
  }
}

extension String {
  /// With a backslash before quotes and backslashes, as TOML wants it.
  var escapedForTOML: String {
    String(flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] })
  }
}
