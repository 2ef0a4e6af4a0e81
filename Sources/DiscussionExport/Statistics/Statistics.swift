public import DiscussionModel
import Reader
import RichText
import TextGrid

/// What a discussion comes to in numbers.
public struct Statistics: Equatable, Sendable {
  public let title: String
  public private(set) var comments = 0
  /// How many of them are deleted.
  public private(set) var deleted = 0
  /// Those who wrote, by how much they wrote, then by name.
  public private(set) var participants: [Participant] = []
  /// Comments whose author is not known.
  public private(set) var withoutAuthor = 0
  public private(set) var times: TimeBars?
  /// Comments whose time is not known.
  public private(set) var withoutTime = 0
  /// How many comments there are on each level; the first is that of the top.
  public private(set) var levels: [Int] = []
  /// The number of the first comment on the lowest level; nil if there are no comments.
  public private(set) var deepest: Int?
  /// The threads that somebody answered, by size, the earlier first; at most ``branchesKept``.
  public private(set) var branches: [Branch] = []
  /// How many threads there are: comments that answer the article.
  public var threads: Int { levels.first ?? 0 }
  /// Words of all comments.
  public private(set) var words = 0
  /// Words that a comment has, in the middle of all that have any; 0 if none has.
  public private(set) var medianWords = 0

  /// Threads that are listed.
  static let branchesKept = 5

  public struct Participant: Equatable, Sendable {
    public let name: String
    public let comments: Int
  }

  /// A thread.
  public struct Branch: Equatable, Sendable {
    /// That of its first comment.
    public let number: Int
    /// Who began it; nil if that is not known.
    public let author: String?
    /// How many comments it has, the first included.
    public let comments: Int
  }

  /// - Parameter page: what is counted.
  /// - Complexity: O(length + *n* log *n*).
  public init(_ page: Page) {
    title = page.discussion.title
    comments = page.thread.count
    var names: [String: Int] = [:]
    var moments: [Moment] = []
    var lengths: [Int] = []
    for position in 0..<comments {
      let comment = page.comment(at: position)
      if comment.state == .deleted { deleted += 1 }
      if let name = page.author(at: position) {
        names[name, default: 0] += 1
      } else {
        withoutAuthor += 1
      }
      if let moment = comment.published.flatMap({ Moment($0.text) }) {
        moments.append(moment)
      } else {
        withoutTime += 1
      }
      let level = Int(page.thread.depths[position])
      if level == levels.count {
        levels.append(0)
        deepest = page.number(at: position)
      }
      levels[level] += 1
      let length = page.words(at: position)
      if length > 0 { lengths.append(length) }
    }
    participants = names.map { (AlphabeticalKey($0), Participant(name: $0, comments: $1)) }
      .sorted { ($1.1.comments, $0.0) < ($0.1.comments, $1.0) }.map(\.1)
    times = TimeBars(moments)
    branches = Self.branches(of: page)
    words = lengths.reduce(0, +)
    lengths.sort()
    medianWords = lengths.isEmpty ? 0 : lengths[(lengths.count - 1) / 2]
  }

  private static func branches(of page: Page) -> [Branch] {
    var branches: [Branch] = []
    var position = 0
    while position < page.thread.count {
      let end = page.thread.descendants(of: position).upperBound
      if end - position > 1 {
        branches.append(
          Branch(
            number: page.number(at: position), author: page.author(at: position),
            comments: end - position))
      }
      position = end
    }
    // Sorting keeps no order among equals.
    let ranked = branches.enumerated().sorted {
      ($1.element.comments, $0.offset) < ($0.element.comments, $1.offset)
    }
    return ranked.prefix(branchesKept).map(\.element)
  }

  /// The level at or above which half of all comments are, 1-based; 0 if there are none.
  public var medianLevel: Int {
    var sum = 0
    for (index, count) in levels.enumerated() {
      sum += count
      if sum * 2 >= comments { return index + 1 }
    }
    return 0
  }
}

extension Page {
  /// The words of a comment's text, as spaces part them.
  fileprivate func words(at position: Int) -> Int {
    if comment(at: position).state == .deleted { return 0 }
    return body(ofEntry: position + firstComment).blocks.reduce(0) { sum, block in
      // A number after a link is held to it by a space of its own.
      block.lines.reduce(sum) { $0 + $1.text.wordCount }
    }
  }
}

extension SafeText {
  /// How many words spaces part, those at its ends left aside.
  fileprivate var wordCount: Int {
    var count = 0
    var isInWord = false
    for byte in string.utf8 {
      if byte != UInt8(ascii: " "), !isInWord { count += 1 }
      isInWord = byte != UInt8(ascii: " ")
    }
    return count
  }
}
