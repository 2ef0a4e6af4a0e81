import TextGrid

/// A line that is being typed.
struct Prompt: Equatable, Sendable {
  var kind: Kind
  var text = ""
  /// In what is offered below it, 0-based.
  var selected = 0

  enum Kind: Equatable, Sendable {
    case search
    case filter
    /// A date from which on comments are to count as new.
    case since
    case palette
    /// Words that are looked for in everything that is kept.
    case everything
    /// The name or address of a front page.
    case front
    /// The link of a discussion, and the path of a file with one.
    case link, file
    /// Words for a site's own search.
    case site

    /// Whether it asks for something that may not be there, so that a wrong line is offered again to be corrected.
    var namesAPlace: Bool { [.front, .link, .file].contains(self) }
  }

  init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = text
  }
}

/// Text that was pasted, as a line that is typed takes it up: never as keys.
enum PastedText {
  /// The text as a part of one line: each end of a line and each tab is a space, those at the very end
  /// are dropped, and so are control characters.
  static func line(of text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      // CR LF is one end.
      case "\n" where isAfterReturn: break
      case "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        scalars.append(" ")
      default:
        if scalar.properties.generalCategory != .control { scalars.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    if let last = text.unicodeScalars.last, last.properties.isWhitespace, last != " " {
      while scalars.last == " " { scalars.removeLast() }
    }
    return String(scalars)
  }

  /// Why a text cannot be taken up; nil if it can.
  static func problem(with text: String?, isTyping: Bool) -> SafeText? {
    if !isTyping { return "paste ignored: no text field is open" }
    return text == nil ? "paste ignored: too long" : nil
  }
}

extension String {
  /// Removes the last word and the white space after it.
  mutating func eraseWord() {
    while last?.isWhitespace == true { removeLast() }
    while let last, !last.isWhitespace { removeLast() }
  }

  /// Without white space at its ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
