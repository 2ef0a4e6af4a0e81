import DiscussionModel
public import TextGrid

/// What a screen has to say to somebody who has it printed line by line.
public struct Spoken: Equatable, Sendable {
  public var subject: Subject
  /// All of what it is about: a comment, or the lines of a list from the selected one on.
  public var lines: [SafeText]
  /// What is said before lines of a list, or before the first comment of a discussion.
  public var heading: SafeText = ""
  /// How it stands with the focused entry.
  public var state = EntryState()
  /// What stands before what is typed: the place, and what is left.
  public var prompt: SafeText
  /// Whether it is over the page or the list of the screen.
  public var isOver = false
  /// Whether it is to be closed once it was printed.
  public var closesItself = false

  /// What it is about.
  public enum Subject: Equatable, Sendable {
    /// An entry of a page, with the text that is shown of it; none if it is folded.
    case entry(Int, text: [SafeText])
    /// A list by its name, how many lines it has, and which is selected, 0-based.
    case rows(SafeText, count: Int, selected: Int)
    /// Something to be read, by its name: details, messages, a peek.
    case text(SafeText)
    /// A line that is asked for.
    case question
  }
}

/// How it stands with a comment, as far as commands change that and no message says so.
public struct EntryState: Equatable, Sendable {
  /// Nil for what cannot be read or unread.
  public var isRead: Bool?
  /// What is folded with it, in words; nil while it is open.
  public var folded: SafeText?
  /// How many comments of the page are folded.
  public var foldCount = 0

  /// What is otherwise than before, in words.
  func changes(since before: EntryState) -> [SafeText] {
    var words: [SafeText] = []
    if let isRead, isRead != before.isRead {
      words.append(isRead ? "marked read" : "marked unread")
    }
    switch (before.folded, folded) {
    case (nil, let now?): words.append("folded: " + now)
    case (.some, nil): words.append("opened")
    default:
      if foldCount != before.foldCount {
        words.append(
          foldCount == 0
            ? "nothing is folded" : SafeText("\(counted(foldCount, "comment")) folded"))
      }
    }
    return words
  }
}

extension SafeText {
  /// The same for somebody who hears it: commas in place of the dots between parts.
  var heard: SafeText {
    var words = string.split(separator: " ", omittingEmptySubsequences: false)
    while let dot = words.indices.dropFirst().first(where: { words[$0] == "·" }) {
      words[dot - 1] += ","
      words.remove(at: dot)
    }
    return SafeText(words.joined(separator: " "))
  }
}
