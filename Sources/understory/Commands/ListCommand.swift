import ArgumentParser
import Configuration
import DiscussionModel
import Platform
import JSONText
import Library
import Reader
import Storage
import TextGrid

/// `understory list`: what the library has.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the discussions in the library.",
    discussion: """
      The first column shows how many comments are new (+140), or else how many are unread; done if all \
      are read, muted if you muted the discussion. Then come the number of comments, the discussion's id, \
      which every command takes, and its title, with how many comments were deleted or are missing. In a \
      terminal, a line above names the columns if all rows fit below it. In a pipe or a file, there is a \
      tab between the columns.
      """)

  /// How the lines are sorted.
  enum Order: String, CaseIterable, ExpressibleByArgument {
    case new, newest, title, size

    fileprivate var order: LibraryOrder {
      switch self {
      case .new: .news
      case .newest: .newest
      case .title: .title
      case .size: .size
      }
    }
  }

  @Option(
    help: ArgumentHelp(
      "The order: new comments first (new), the latest comments first (newest), by title, or by size.",
      valueName: "order"))
  var sort = Order.new

  @Flag(help: "Only discussions with unread comments, except muted ones.")
  var unread = false

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    try reportingFailure { try Self.list(sort.order, unread: unread, json: json) }
  }

  /// Prints what the library has.
  ///
  /// - Parameters:
  ///   - order: how the lines are sorted.
  ///   - unread: whether only discussions with unread comments are listed.
  ///   - json: whether it is printed as JSON.
  /// - Throws: ``Failure`` if the library cannot be read, and the exit status if not all of it can.
  static func list(_ order: LibraryOrder = .news, unread: Bool = false, json: Bool = false) throws {
    let settings = UserSettings.withoutThemes
    DiscussionLibrary.removeVisited(settings)
    let contents = try DiscussionLibrary.usual(.ofCommands).contents()
    for problem in contents.problems { Output.error.writeLine("understory: " + problem) }
    let entries = contents.discussions.map { LibraryEntry($0, at: WallClock.now) }
    let wanted = order.indices(of: entries).filter { index in
      !unread || !entries[index].isMuted && entries[index].unread > 0
    }
    if json {
      try Output.standard.writeAll(encoded(wanted.map { contents.discussions[$0] }, settings))
    } else if !wanted.isEmpty {
      try write(wanted.map { entries[$0] })
    } else if contents.problems.isEmpty {
      Output.error.writeLine(entries.isEmpty ? nothing : "No discussion has unread comments.")
    }
    if !contents.problems.isEmpty { throw ExitCode.failure }
  }

  /// Prints a line for each discussion: in a terminal a row of a table, else fields with tabs between them.
  private static func write(_ entries: [LibraryEntry]) throws {
    guard let columns = Output.standard.columns else {
      return try Output.standard.writeAll(TabbedLines.bytes(entries.map(fields)))
    }
    let lines = lines(entries, within: columns)
    // Left out if it would scroll off, with the prompt below.
    let hasRoom = lines.count < Output.standard.rows ?? .max
    try Output.standard.writeLines { write in
      for line in hasRoom ? lines : Array(lines.dropFirst()) { try write(line) }
    }
  }

  /// What is said of a library that has no discussion yet.
  static let nothing = SafeText(
    """
    No discussions yet: "understory LINK" or "understory add FILE" keeps one. \
    To try the program, "understory \(Sample.id)" opens a sample.
    """)

  /// What is said of a discussion.
  private static func fields(of entry: LibraryEntry) -> [String] {
    [
      entry.newsLabel.string, String(entry.comments), SafeText(entry.id).string,
      entry.title.string + entry.unreadable.note,
    ]
  }

  /// The names of the columns, and a row for each discussion, in which ids and titles are cut.
  private static func lines(_ entries: [LibraryEntry], within columns: Int) -> [SafeText] {
    // One that is very long does not push all others away.
    let width = entries.lazy.map { SafeText($0.id).width }.filter { $0 <= 40 }.max() ?? 0
    return ([["UNREAD", "ALL", "ID", "TITLE"]] + entries.map(fields)).map { fields in
      let id = SafeText(fields[2]).truncated(to: max(width, 16))
      let space = String(repeating: " ", count: max(0, width - id.width))
      let line = SafeText("\(padded(fields[0], 6)) \(padded(fields[1], 6))  ") + id
      return (line + SafeText(space + "  " + fields[3])).truncated(to: columns)
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private static func encoded(
    _ discussions: [KeptDiscussion], _ settings: Settings
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for discussion in discussions {
      writer.beginObject()
      for (name, value) in [
        ("id", discussion.id), ("title", discussion.title), ("url", discussion.url),
        ("fetchedFrom", discussion.link), ("file", discussion.file.name),
      ] {
        writer.name(name)
        if let value { writer.string(value) } else { writer.null() }
      }
      for (name, value) in [
        ("comments", discussion.comments), ("deleted", discussion.unreadable?.deleted),
        ("missing", discussion.unreadable?.missing), ("unread", discussion.counts?.unread),
        ("new", discussion.new(at: WallClock.now)),
        ("published", discussion.published.map { Int($0) }),
        ("arrived", Int(discussion.arrived)), ("lastVisit", discussion.visited.map { Int($0) }),
        ("keptUntil", discussion.end(after: settings.visitedDays).map { Int($0) }),
      ] {
        writer.name(name)
        if let value { writer.integer(value) } else { writer.null() }
      }
      writer.name("muted")
      writer.bool(discussion.isMuted)
      writer.endObject()
    }
    writer.endArray()
    writer.endLine()
    return writer.bytes
  }
}
