import RichText
import TextGrid

/// A line of a text as HTML within one block.
enum HTMLLine {
  /// What keeps a link from telling where it was followed, or from being counted as praise.
  static let relation = "rel=\"nofollow noopener noreferrer\""

  /// - Parameters:
  ///   - line: what it says.
  ///   - links: what the links of its text lead to.
  ///   - isAligned: whether it is a line of code or of a table.
  /// - Returns: HTML in which what is opened is closed.
  /// - Complexity: O(length).
  static func text(_ line: StyledText, links: [SafeText], isAligned: Bool) -> String {
    var result = ""
    for piece in line.pieces(isAligned: isAligned) {
      let inner = piece.parts.reduce("") { $0 + text($1.text, $1.traits) }
      guard let link = piece.link, link <= links.count else {
        result += inner
        continue
      }
      let target = links[link - 1]
      if target.isFollowed {
        result += "<a href=\"\(target.inHTML)\" \(relation)>\(inner)</a>"
      } else {
        let said = piece.parts.reduce("") { $0 + $1.text.string }
        result += inner + (said == target.string ? "" : " (\(target.inHTML))")
      }
    }
    return result
  }

  private static let elements: [(Span.Traits, name: String, attributes: String)] = [
    (.code, "code", ""), (.strong, "strong", ""), (.emphasis, "em", ""), (.strike, "s", ""),
    (.mention, "b", ""), (.masked, "span", " class=\"m\""),
    // Shown while it is touched, or has the keyboard.
    (.spoiler, "span", " class=\"v\" tabindex=\"0\" role=\"note\" aria-label=\"spoiler\""),
  ]

  private static func text(_ text: SafeText, _ traits: Span.Traits) -> String {
    elements.reduce(text.inHTML) { inner, element in
      guard traits.contains(element.0) else { return inner }
      return "<\(element.name)\(element.attributes)>\(inner)</\(element.name)>"
    }
  }
}
