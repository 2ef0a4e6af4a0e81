/// A key as a terminal tells it.
public enum Key: Hashable, Sendable {
  /// A character that was typed, Space included.
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  case enter, tab, backTab, escape, backspace
  case up, down, left, right
  case home, end, pageUp, pageDown

  /// The key as help and hints write it.
  public var name: SafeText {
    switch self {
    case .character(" "): "Space"
    case .character(let character): SafeText(String(character))
    case .control(let letter): SafeText("Ctrl-" + letter.uppercased())
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A key that types a character.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
