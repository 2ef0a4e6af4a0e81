public import TextGrid

/// What a reader can do, and all that is known of it: dispatch, help and hints read this table.
public struct Command: Sendable {
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
  public let keys: [[Key]]
  public let context: Context
  public let action: Action

  /// Where its keys hold.
  public enum Context: Equatable, Sendable {
    case reading
    case help
    case list
  }

  /// What it is about.
  public enum Group: String, CaseIterable, Sendable {
    case reading = "Read on"
    case moving = "Move"
    case tree = "The tree"
    case folding = "Fold"
    case marking = "Mark"
    case leaving = "Help and leave"
  }
}

extension Mode {
  /// The commands that its keys call.
  var context: Command.Context {
    switch self {
    case .reading: .reading
    case .help: .help
    case .stars: .list
    }
  }
}
