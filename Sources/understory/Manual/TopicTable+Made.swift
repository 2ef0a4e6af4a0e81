import Configuration
import Reader
import Sites
import TextGrid

extension TopicTable {
  /// The tables that the program makes, by the names by which pages ask for them.
  static func made(_ name: String) -> TopicTable? {
    switch name {
    case "formats": formats
    case "sites": sites
    case "keys": keys
    case "settings": settings
    default: nil
    }
  }

  static var formats: TopicTable {
    TopicTable([
      Part(
        entries: DiscussionFormat.allCases.map { format in
          Entry(term: format.rawValue, text: format.title, examples: format.commands)
        })
    ])
  }

  static var sites: TopicTable {
    TopicTable(rows: [SiteAbout.columns, []] + SiteAbout.all.map(\.row))
  }

  private static var keys: TopicTable {
    let reading = Command.Group.allCases.map { group in
      Part(
        heading: group.rawValue, entries: entries { $0.context == .reading && $0.group == group })
    }
    let others: [(String, Command.Context)] = [
      ("In the library", .library), ("On a front page", .front),
      ("In library search results", .results),
    ]
    return TopicTable(
      reading.filter { !$0.entries.isEmpty }
        + others.map { heading, context in
          Part(heading: heading, entries: entries { $0.context == context })
        })
  }

  /// The commands of some kind that have keys.
  private static func entries(where isWanted: (Command) -> Bool) -> [Entry] {
    Command.all.filter { isWanted($0) && !$0.keys.isEmpty }.map { command in
      let keys = command.keys.map { Key.name(of: $0).string }
      return Entry(term: keys.joined(separator: " "), text: command.help.string)
    }
  }

  /// The settings before the tables of the configuration file, each with its default, out of the file
  /// that explains them.
  private static var settings: TopicTable {
    var entries: [Entry] = []
    var text: [String] = []
    for line in SettingsFile.commented(themes: Themes.builtInNames).map(\.string) {
      if line.hasPrefix("[") { break }
      let words = line.dropFirst(2)
      let name = words.prefix { $0.isLetter || $0 == "_" }
      if words.isEmpty {
        text = []
      } else if !name.isEmpty, words.dropFirst(name.count).hasPrefix(" = ") {
        entries.append(Entry(term: String(words), text: text.joined(separator: " ")))
      } else {
        text.append(String(words))
      }
    }
    return TopicTable([Part(entries: entries)])
  }
}
