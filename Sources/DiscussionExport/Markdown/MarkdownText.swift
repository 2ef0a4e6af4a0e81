import TextGrid

/// Text as Markdown (GitHub's, version 0.29) that shows it as it is and calls nobody.
///
/// Everything that could begin markup has a reverse solidus before it. GitHub looks for names and
/// numbers of issues only after that, so they are held apart by a zero-width space, as an entity.
struct MarkdownText {
  private(set) var string = ""

  /// What holds a sign apart from what follows it.
  static let gap = "&#8203;"

  /// Whether the next character would begin a line.
  private var isAtStart = true
  private var last: Unicode.Scalar?
  /// Whether nothing but digits stands in the line so far.
  private var isInNumber = false

  /// - Parameters:
  ///   - text: what it says.
  ///   - isAtStart: whether the text begins a line.
  init(_ text: SafeText, isAtStart: Bool = false) {
    self.isAtStart = isAtStart
    var rest = text.string.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      append(scalar, next: rest.first)
      last = scalar
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
    switch scalar {
    case " ":
      // Spaces at the start of a line are markup, and several are shown as one.
      let isKept = isAtStart || last == " "
      string += isKept ? "&nbsp;" : " "
      return
    case "@":
      // No one is called in the middle of a word, as in an address of mail.
      string += last.map(\.isWord) == true ? "@" : "@" + Self.gap
    case "#": string += (isAtStart ? "\\#" : "#") + (next.map(\.isSpace) == true ? "" : Self.gap)
    case "-" where (last == "H" || last == "h") && next.map(\.isDigit) == true:
      string += "-" + Self.gap
    case "+", "-", "=", ":": string += isAtStart ? "\\\(scalar)" : "\(scalar)"
    case ".", ")":
      // After digits at the start of a line it would begin a list.
      string += isInNumber ? "\\\(scalar)" : "\(scalar)"
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "!", "$", "{", "}":
      string += "\\\(scalar)"
    default: string.unicodeScalars.append(scalar)
    }
    if isAtStart { isInNumber = true }
    isAtStart = false
    isInNumber = isInNumber && scalar.isDigit
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { 0x30...0x39 ~= value }

  fileprivate var isSpace: Bool { self == " " || self == "\u{A0}" }

  /// Whether GitHub takes it for a part of a word.
  fileprivate var isWord: Bool {
    isDigit || 0x41...0x5A ~= value || 0x61...0x7A ~= value || self == "_"
  }
}

extension SafeText {
  /// As text within a line of HTML in Markdown: GitHub looks for names and numbers in it as well.
  var inMarkdownHTML: String {
    string.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@", "#": result += "\(scalar)" + MarkdownText.gap
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
