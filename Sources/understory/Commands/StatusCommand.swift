import ArgumentParser
import DiscussionModel
import Platform
import JSONText
import Library
import ReadMarks
import Reader
import Storage
import TextGrid

/// `understory status DISCUSSION`: what is read and what is not.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how many comments are new, unread, read and edited.")

  @Argument(help: .discussionWithMarks, completion: .discussion)
  var file: String

  @OptionGroup var limit: LimitOption

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    try reportingFailure {
      let (page, _) = try InputFile.page(try LinkedFiles.kept(file))
      let found = try MarksAccess.ofCommands.marks(of: page, at: WallClock.now)
      let (marks, saved) = (found.marks, found.saved)
      if json {
        try Output.standard.writeAll(encoded(page, marks, saved))
      } else {
        let read = page.thread.count - marks.unreadCount - page.discussion.unreadable.deleted
        let visit = saved.map { "last visit \(LocalTime.text($0.lastVisit))" } ?? "never visited"
        let text = """
          \(counted(page.thread.count, "comment"))\(page.discussion.unreadable.note): \(marks.newCount) new, \
          \(marks.unreadCount) unread, \(read) read, \(marks.editedCount) edited; \(visit)
          """
        Output.standard.writeLine(SafeText(text))
      }
    }
  }

  private func encoded(_ page: Page, _ marks: Marks, _ saved: SavedReading?) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("id")
    writer.string(page.discussion.id)
    let counts = [
      ("comments", page.thread.count), ("new", marks.newCount), ("unread", marks.unreadCount),
      ("read", page.thread.count - marks.unreadCount - page.discussion.unreadable.deleted),
      ("deleted", page.discussion.unreadable.deleted), ("edited", marks.editedCount),
    ]
    for (name, count) in counts {
      writer.name(name)
      writer.integer(count)
    }
    writer.name("lastVisit")
    if let saved { writer.integer(Int(saved.lastVisit)) } else { writer.null() }
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}
