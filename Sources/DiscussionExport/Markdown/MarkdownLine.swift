import RichText
import TextGrid

/// A line of a text as Markdown within one line.
struct MarkdownLine {
  private(set) var string = ""

  /// - Parameters:
  ///   - line: what it says.
  ///   - links: what the links of its text lead to.
  ///   - isBold: whether all of it is set in bold.
  init(_ line: StyledText, links: [SafeText], isBold: Bool = false) {
    for piece in line.pieces() {
      if let link = piece.link, link <= links.count {
        add(piece, to: links[link - 1], isBold: isBold)
      } else {
        for part in piece.parts { add(part.text, part.traits, isBold: isBold) }
      }
    }
  }

  private mutating func add(_ piece: InlinePiece, to target: SafeText, isBold: Bool) {
    let text = piece.parts.reduce("") { $0 + $1.text.string }
    if target.isFollowed {
      string += "["
      for part in piece.parts { add(part.text, part.traits, isBold: isBold) }
      string += "](\(Self.destination(target)))"
    } else {
      for part in piece.parts { add(part.text, part.traits, isBold: isBold) }
      if text != target.string { string += " (" + MarkdownText(target).string + ")" }
    }
  }

  /// An address between `<` and `>`, in which nothing is markup.
  static func destination(_ target: SafeText) -> String {
    var result = "<"
    for scalar in target.string.unicodeScalars {
      switch scalar {
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + ">"
  }

  private mutating func add(_ text: SafeText, _ traits: Span.Traits, isBold: Bool) {
    if traits.contains(.code) { return addCode(text) }
    var marks = ""
    if traits.contains(.strike) { marks += "~~" }
    if traits.contains(.strong) || isBold { marks += "**" }
    if traits.contains(.emphasis) { marks += "*" }
    // Marks must touch the letters that they are about.
    let before = text.string.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let end = text.trimmedEnd.count
    let words = before < end ? text[before..<end] : ""
    let after = text[max(before, end)..<text.count]
    if before > 0 { string += MarkdownText(text[0..<before], isAtStart: isAtStart).string }
    if words.isEmpty { return }
    var escaped = MarkdownText(words, isAtStart: isAtStart).string
    if traits.contains(.spoiler) { escaped = "\\>\\!" + escaped + "\\!\\<" }
    if !marks.isEmpty, let last = string.last, Self.signs.contains(last) {
      string += MarkdownText.gap
    }
    string += marks + escaped + String(marks.reversed())
    string += MarkdownText(after).string
  }

  private var isAtStart: Bool { string.isEmpty || string == "[" }

  /// Signs that would run together with marks.
  private static let signs: Set<Character> = ["*", "~"]

  /// Adds a piece of code, between more reverse quotes than it has side by side.
  private mutating func addCode(_ text: SafeText) {
    let fence = String(repeating: "`", count: text.string.longestRun(of: "`") + 1)
    if string.last == "`" { string += MarkdownText.gap }
    let code = text.string
    let isPadded =
      code.hasPrefix("`") || code.hasSuffix("`")
      || code.hasPrefix(" ")
        && code.hasSuffix(" ") && !code.allSatisfy { $0 == " " }
    let pad = isPadded ? " " : ""
    string += fence + pad + code + pad + fence
  }
}

extension String {
  /// How often a character stands side by side at most.
  func longestRun(of wanted: Character) -> Int {
    var longest = 0
    var run = 0
    for character in self {
      run = character == wanted ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
