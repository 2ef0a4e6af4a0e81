public import TextGrid

/// What a reader can do, and all that is known of it: dispatch, help, hints, the palette and the
/// configuration read this table.
public struct Command: Equatable, Sendable {
  /// Its lasting name, as in `next-unread`.
  public let id: String
  /// What it does, in a word or two, for hints.
  public let title: SafeText
  /// What it does, in a line.
  public let help: SafeText
  public let group: Group
  /// Whether the first lines of help have it, and hints may.
  public let isEssential: Bool
  /// The series of keys that call it; help shows them in this order.
  public var keys: [[Key]]
  public let context: Context
  public let action: Action
  /// What it does after a number; nil for one that does not care.
  public let counted: Counted?

  /// What a command does with the number that was typed before it.
  public enum Counted: Equatable, Sendable {
    /// It does the same so often.
    case times
    /// It moves by this many entries.
    case down, up
    /// It goes to the comment with that number.
    case comment
    /// It opens the link with that number.
    case link
    /// It goes to that line of the library, or of a list.
    case line

    /// What it does with a number, in a word or two.
    func title(_ count: Int) -> SafeText? {
      switch self {
      case .times: nil
      case .down: SafeText("\(count) down")
      case .up: SafeText("\(count) up")
      case .comment: SafeText("to #\(count)")
      case .link: SafeText("link \(count)")
      case .line: SafeText("to line \(count)")
      }
    }
  }

  /// Where its keys apply.
  public enum Context: String, CaseIterable, Sendable {
    case reading
    /// Help, and all that is known of a comment.
    case text
    case list
    case peek
    /// The panel of what is new, over the page; the keys of the page work too.
    case news
    case outline
    case prompt
    /// The list of all discussions.
    case library
    /// A peek at a discussion of that list.
    case libraryPeek
    /// What a search of everything found.
    case results
    /// A front page, or another list of discussions to choose from.
    case front
  }

  /// What it is about.
  public enum Group: String, CaseIterable, Sendable {
    case reading = "Read on"
    case moving = "Move"
    case tree = "The tree"
    case folding = "Fold"
    case marking = "Mark"
    case jumping = "Jump"
    case finding = "Find"
    case looking = "Look"
    case taking = "Take"
    case leaving = "Help and quitting"
  }

  /// What it does, given the number that was typed before it, if one was.
  func action(count: Int?) -> Action {
    guard let count, let counted else { return action }
    switch counted {
    case .times: return .again(action, times: count)
    case .down: return .move(count)
    case .up: return .move(-count)
    case .comment: return .comment(number: count)
    case .link: return .openLink(number: count)
    case .line: return .line(number: count)
    }
  }
}

extension Mode {
  /// The commands that its keys call.
  var context: Command.Context {
    switch self {
    case .reading: .reading
    case .inspection: .text
    case .list: .list
    case .peek: .peek
    case .news: .news
    case .outline: .outline
    }
  }
}
