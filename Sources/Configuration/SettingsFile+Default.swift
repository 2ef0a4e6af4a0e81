import Reader
public import TextGrid

extension SettingsFile {
  /// A file that sets nothing and explains everything: each line is a comment with the default.
  public static func commented(themes: [String]) -> [SafeText] {
    var lines: [SafeText] = [
      "# All settings of Understory and their defaults.",
      "# Uncomment a line to change its setting.",
      "",
      "# The theme: \(themes.joined(separator: ", ")).",
      "# theme = \"dark\"",
      "",
      "# Give each author a colour, on names and guides.",
      "# author_colors = true",
      "",
      "# What ages count from: \"now\", such as 4 h, or the \"article\", such as +4 h.",
      "# ages = \"now\"",
      "",
      "# The maximum width of text: 20 to 1000 cells, or \"full\". The w key changes it too.",
      "# width = 80",
      "",
      "# \"pass\" marks a comment read once you have seen it and pass it; \"off\" leaves that to you.",
      "# auto_mark = \"pass\"",
      "",
      "# Scroll and click with the mouse.",
      "# mouse = true",
      "",
      "# Draw guides, badges and bars in ASCII.",
      "# ascii = false",
      "",
      "# Show the outline beside the text from 120 columns on. The t key changes it too.",
      "# outline = true",
      "",
      "# How many days after your last visit to keep a discussion that you opened from a front page or",
      "# by a link in another: 1 to 10000. What you added, kept or starred is never removed.",
      "# keep_visited = 30",
      "",
      "# How many discussions of a front page to fetch while you read its list: 0 to 50.",
      "# prefetch = 0",
      "",
      "# Front pages at the top of the library: your name for each, and its name or address, as for",
      "# \"understory front\".",
      "[sources]",
      "# \"Hacker News\" = \"hn\"",
      "# Swift = \"lobsters/t/swift\"",
      "",
      "# The keys of each command; [] for none. A key given to one command is taken from the others.",
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
    case .text: "In help and comment details"
    case .list: "In lists"
    case .peek: "While peeking"
    case .news: "In the list of new comments"
    case .outline: "In the outline over the text"
    case .prompt: "While typing a line"
    case .library: "In the library"
    case .libraryPeek: "While peeking at a discussion in a list"
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
