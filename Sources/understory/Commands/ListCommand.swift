import ArgumentParser
import Glibc
import JSONText
import Library
import Reader
import Storage
import TextGrid

/// `understory list`: what the library has.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the discussions in the library; those with new comments come first.",
    discussion: """
      In each line: how many comments are new (+140) or else unread, done where all is read, or \
      muted; how many there are; the discussion's id, and its title.
      """)

  @Flag(help: "Only discussions with unread comments, except muted ones.")
  var unread = false

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    try reportingFailure {
      let contents = try DiscussionLibrary.usual(.ofCommands).contents()
      for problem in contents.problems { Output.error.writeLine("understory: " + problem) }
      let entries = contents.discussions.map { LibraryEntry($0, at: Int64(time(nil))) }
      let wanted = LibraryOrder.news.indices(of: entries).filter { index in
        !unread || !entries[index].isMuted && entries[index].unread > 0
      }
      if contents.discussions.isEmpty, contents.problems.isEmpty, !json {
        Output.error.writeLine(
          "The library is empty: \"understory add FILE\" keeps a discussion in it.")
      }
      if json {
        try Output.standard.writeAll(Self.encoded(wanted.map { contents.discussions[$0] }))
      } else {
        try Output.standard.writeLines { line in
          for text in Self.lines(wanted.map { entries[$0] }) { try line(text) }
        }
      }
      if !contents.problems.isEmpty { throw ExitCode.failure }
    }
  }

  private static func lines(_ entries: [LibraryEntry]) -> [SafeText] {
    // One that is very long sticks out, and does not push all others away.
    let width = entries.lazy.map { SafeText($0.id).width }.filter { $0 <= 40 }.max() ?? 0
    return entries.map { entry in
      let id = SafeText(entry.id)
      let space = SafeText(String(repeating: " ", count: max(0, width - id.width)))
      let news = padded(entry.newsLabel.string, 6)
      let size = padded(String(entry.comments), 6)
      return SafeText("\(news) \(size)  ") + id + space + "  " + entry.title
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private static func encoded(_ discussions: [KeptDiscussion]) -> [UInt8] {
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
        ("comments", discussion.comments), ("unread", discussion.counts?.unread),
        ("new", discussion.new(at: Int64(time(nil)))),
        ("published", discussion.published.map { Int($0) }),
        ("arrived", Int(discussion.arrived)), ("lastVisit", discussion.visited.map { Int($0) }),
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
