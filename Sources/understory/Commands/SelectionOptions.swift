import ArgumentParser
import Configuration
import DiscussionExport
import DiscussionModel
import Platform
import Library
import Reader
import TextGrid

/// The options that say which comments are wanted.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this comment. (default: all of them)", valueName: "number or id"))
  var comment: String?

  @Flag(help: "With --comment: include all replies below it. (default: only the comment)")
  var subtree = false

  @Flag(help: "Only unread comments. (default: read ones too)")
  var unread = false

  @Flag(
    help: "Only comments that arrived since your last visit and are unread. (default: all of them)")
  var new = false

  @Option(
    help: ArgumentHelp(
      "Only comments by this author; capitals do not matter. (default: any author)",
      valueName: "name"))
  var author: String?

  @Option(
    help: ArgumentHelp(
      """
      At most this many levels, counted from the top or from --comment. (default: all)
      """, valueName: "levels"))
  var depth: Int?

  func validate() throws {
    if subtree, comment == nil { throw ValidationError("--subtree: only valid with --comment") }
    if let depth, depth < 1 { throw ValidationError("--depth: expected 1 or more, found \(depth)") }
  }

  /// The first option that says something; nil if none does.
  var first: String? {
    let said = [
      (comment != nil, "--comment"), (subtree, "--subtree"), (unread, "--unread"), (new, "--new"),
      (author != nil, "--author"), (depth != nil, "--depth"),
    ]
    return said.first { $0.0 }?.1
  }

  /// What is wanted of a page.
  ///
  /// - Throws: ``Failure`` where there is no such comment or author, or if marks cannot be read.
  func excerpt(of page: Page) throws -> Excerpt {
    var selection = Selection()
    selection.hasReplies = subtree
    selection.levels = depth
    if let comment {
      do throws(UnknownComment) {
        selection.comment = try page.position(called: comment)
      } catch {
        throw Failure(SafeText("--comment: \(error.message)"))
      }
    }
    if let author {
      try Self.expectAuthor(author, in: page)
      selection.author = author
    }
    if unread || new {
      selection.marks = try MarksAccess.ofCommands.marks(
        of: page, at: WallClock.now
      ).marks
      selection.onlyUnread = unread
      selection.onlyNew = new
    }
    return Excerpt(page, selection)
  }

  private static func expectAuthor(_ name: String, in page: Page) throws {
    let authors = Set(page.discussion.comments.compactMap { $0.author }.filter { !$0.isEmpty })
    let wanted = name.lowercased()
    guard !authors.contains(where: { $0.lowercased() == wanted }) else { return }
    if authors.isEmpty { throw Failure("--author: these comments have no known authors") }
    let names = authors.sorted()
    let lowered = names.map { $0.lowercased() }
    let near = nearestName(to: wanted, among: lowered).flatMap { found in
      zip(names, lowered).first { $0.1 == found }?.0
    }
    let guess = near.map { "; did you mean \($0)?" } ?? ""
    throw Failure(SafeText("--author: no comment by \"\(name)\"\(guess)"))
  }
}
