public import TextGrid

/// What the keys and the screen are about.
public enum Mode: Equatable, Sendable {
  case reading
  /// All that is known of the focused entry, from its row `top` on, 0-based.
  case inspection(top: Int)
  case list(ChoiceList)
  /// An entry in the upper part of the screen, from its row `top` on, 0-based.
  case peek(entry: Int, top: Int)
  /// The whole thread over the text, with a selected entry.
  case outline(selected: Int)
}

/// A list over the screen, of which one line is chosen.
public struct ChoiceList: Equatable, Sendable {
  public var kind: Kind
  /// 0-based.
  public var selected = 0

  public enum Kind: Equatable, Sendable {
    /// The comments with a star.
    case stars
    /// The replies that quote a comment: positions, ascending.
    case quoting([Int])
    /// What the links of an entry lead to; `[1]` in its text is the first.
    case links([SafeText])
  }
}

/// A line that is being typed.
public struct Prompt: Equatable, Sendable {
  public var kind: Kind
  public var text = ""
  /// In what is offered below it, 0-based.
  public var selected = 0

  public enum Kind: Equatable, Sendable {
    case search
    case filter
    case palette
    /// Words that are looked for in everything that is kept.
    case everything
  }

  public init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = text
  }
}
