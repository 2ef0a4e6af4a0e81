/// A key as a terminal tells it.
public enum Key: Hashable, Sendable {
  /// A character that was typed, Space included.
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  /// A character with Alt, as it is typed.
  case alt(Character)
  case enter, tab, backTab, escape, backspace
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// A function key, by its number: 1 for F1.
  case function(Int)
  /// The mouse's wheel.
  case wheelUp, wheelDown

  /// The key as help and hints write it.
  public var name: SafeText {
    switch self {
    case .character(" "): "Space"
    case .character(let character): SafeText(String(character))
    case .control(let letter): SafeText("Ctrl-" + letter.uppercased())
    case .alt(" "): "Alt-Space"
    case .alt(let character): SafeText("Alt-" + String(character))
    case .function(let number): SafeText("F\(number)")
    case .enter, .tab, .backTab, .escape, .backspace, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .wheelUp, .wheelDown:
      Self.names.first { $0.key == self }.map { SafeText($0.name) } ?? ""
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("Shift-Tab", .backTab), ("Esc", .escape),
    ("Backspace", .backspace), ("↑", .up), ("↓", .down), ("←", .left), ("→", .right),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Wheel-Up", .wheelUp), ("Wheel-Down", .wheelDown), ("Space", " "),
    // What one may type instead of an arrow.
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
  ]

  /// The keys by their names in lower case.
  private static let named = Dictionary(
    names.map { ($0.name.lowercased(), $0.key) }, uniquingKeysWith: { first, _ in first })

  /// The key with a name; nil for what names none.
  public init?(named name: String) {
    // Most keys of most commands, which are all looked up at every start.
    if name.utf8.count == 1, let character = name.first, character != " " {
      self = .character(character)
    } else if let known = Self.named[name.lowercased()] {
      self = known
    } else if name.count == 1, let character = name.first, character != " " {
      self = .character(character)
    } else if name.lowercased().hasPrefix("ctrl-"), name.count == 6, let letter = name.last,
      letter.isASCII, letter.isLetter
    {
      self = .control(Character(letter.lowercased()))
    } else if name.lowercased() == "alt-space" {
      self = .alt(" ")
    } else if name.lowercased().hasPrefix("alt-"), name.count == 5, let character = name.last,
      character != " "
    {
      self = .alt(character)
    } else if name.isFunctionKey, let number = Int(name.dropFirst()), 1...12 ~= number,
      name.dropFirst().first != "0"
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The keys of a series as help writes them: `zM`, `Shift-Tab`, `g Enter`; nil for what is none.
  ///
  /// A name is one key; other text is a key a character, and names between spaces follow each other.
  public static func series(_ text: String) -> [Key]? {
    if text.isEmpty { return nil }
    if let key = Key(named: text) { return [key] }
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      if let key = Key(named: String(word)) {
        keys.append(key)
      } else if word.contains("-") || word.isFunctionKey {
        return nil
      } else {
        keys += word.map { .character($0) }
      }
    }
    return keys.isEmpty ? nil : keys
  }
}

extension StringProtocol {
  /// Whether it is an F and digits, and nothing else.
  fileprivate var isFunctionKey: Bool {
    let digits = utf8.dropFirst()
    return (first == "F" || first == "f") && !digits.isEmpty
      && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A key that types a character.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
