import DiscussionModel
public import TextGrid

/// A screen in words, for a display that only prints.
public struct Spoken: Equatable, Sendable {
  public var subject: Subject
  /// The whole subject: a comment, or the lines of a list from the selected one on.
  public var lines: [SafeText]
  /// The line before those of a list, or before the first comment of a discussion.
  public var heading: SafeText = ""
  /// The state of the focused entry.
  public var state = EntryState()
  /// Where the selected line of a list is among ``lines``.
  public var selectedLine = 0
  /// Which match of a search the reader is at, in words; nil without one.
  public var match: SafeText?
  /// The prompt: the place, and what is left.
  public var prompt: SafeText
  /// Whether it is over the page or the list of the screen.
  public var isOver = false
  /// Whether to close it after it was printed.
  public var closesItself = false

  /// What a screen shows.
  public enum Subject: Equatable, Sendable {
    /// An entry of a page, and its text; none if it is folded.
    case entry(Int, text: [SafeText])
    /// A list by its name, how many lines it has, and which is selected, 0-based.
    case rows(SafeText, count: Int, selected: Int)
    /// A text to read, by its name: details, messages, a peek.
    case text(SafeText)
    /// A question that the next line answers.
    case question
  }
}

/// The state of a comment, as far as commands change it without a message.
public struct EntryState: Equatable, Sendable {
  /// Nil for an entry that cannot be marked.
  public var isRead: Bool?
  /// What its fold hides, in words; nil if it is open.
  public var folded: SafeText?
  /// How many comments of the page are folded.
  public var foldCount = 0

  /// The differences to an earlier state, in words.
  ///
  /// - Parameters:
  ///   - before: that state.
  ///   - isReported: whether the command has said what it did with other comments.
  /// - Returns: a line for each.
  func changes(since before: EntryState, isReported: Bool) -> [SafeText] {
    var words: [SafeText] = []
    if let isRead, isRead != before.isRead {
      words.append(isRead ? "marked read" : "marked unread")
    }
    switch (before.folded, folded) {
    case (nil, let now?): words.append("folded: " + now)
    case (.some, nil): words.append("opened")
    default:
      if foldCount != before.foldCount, !isReported {
        words.append(
          foldCount == 0
            ? "nothing is folded" : SafeText("\(counted(foldCount, "comment")) folded"))
      }
    }
    return words
  }
}

extension SafeText {
  /// The same with commas in place of the dots between parts, which screen readers would read out.
  var heard: SafeText {
    var words = string.split(separator: " ", omittingEmptySubsequences: false)
    while let dot = words.indices.dropFirst().first(where: { words[$0] == "·" }) {
      words[dot - 1] += ","
      words.remove(at: dot)
    }
    return SafeText(words.joined(separator: " "))
  }
}
