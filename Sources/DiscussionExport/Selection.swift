public import DiscussionModel
public import ReadMarks
import Reader

/// Which comments of a page are wanted: those for which all of it holds.
public struct Selection: Equatable, Sendable {
  /// The position of the one that is wanted; nil for any.
  public var comment: Int?
  /// Whether the replies to that one are wanted too, and theirs.
  public var hasReplies = false
  /// The author's name, capitals or not; nil for any.
  public var author: String?
  /// How many levels are wanted, at least 1, counted from ``comment`` or else from the top; nil for
  /// all.
  public var levels: Int?
  /// What is read; nil if that does not matter.
  public var marks: Marks?
  /// Whether only unread or only new comments are wanted; they need ``marks``.
  public var onlyUnread = false
  public var onlyNew = false

  public init() {}

  /// Whether it takes away nothing but levels: the article is wanted too then.
  var isOfAll: Bool { comment == nil && author == nil && !onlyUnread && !onlyNew }

  /// Whether a comment is wanted, as far as its place does not say.
  func wants(_ position: Int, of page: Page) -> Bool {
    if let author, page.comment(at: position).author?.lowercased() != author.lowercased() {
      return false
    }
    guard let marks else { return !onlyUnread && !onlyNew }
    let isUnread = marks.isUnread(position)
    if onlyUnread, !isUnread { return false }
    return !onlyNew || isUnread && marks[position].contains(.new)
  }
}

/// A comment that is asked for and is not there.
public struct UnknownComment: Error, Equatable, Sendable {
  /// What is wrong, in one line.
  public let message: String
}

extension Page {
  /// The position of the comment that a reader calls so: by its number, as `17` or `#17`, or else by
  /// its id.
  ///
  /// - Throws: what was expected, with the nearest number.
  /// - Complexity: O(*n*).
  public func position(called name: String) throws(UnknownComment) -> Int {
    let number = Int(name.hasPrefix("#") ? name.dropFirst() : name[...])
    let positions = 0..<thread.count
    if let number, let found = positions.first(where: { self.number(at: $0) == number }) {
      return found
    }
    if let found = positions.first(where: { comment(at: $0).id == name }) { return found }
    let numbers = positions.map { self.number(at: $0) }
    guard let first = numbers.min(), let last = numbers.max() else {
      throw UnknownComment(message: "no comment \(name): the discussion has no comments")
    }
    guard let number else {
      throw UnknownComment(
        message: "no comment \(name): expected a number from \(first) to \(last), or an id")
    }
    if number > last { throw UnknownComment(message: "no comment \(number): the last is \(last)") }
    if number < first {
      throw UnknownComment(message: "no comment \(number): the first is \(first)")
    }
    let below = numbers.filter { $0 < number }.max() ?? first
    let above = numbers.filter { $0 > number }.min() ?? last
    throw UnknownComment(
      message: "no comment \(number): the nearest are \(below) and \(above)")
  }
}
