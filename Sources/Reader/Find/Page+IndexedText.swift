public import DiscussionModel
import RichText
import TextGrid

extension Page {
  /// What of an entry is found in a search over many discussions: the text of the article's body or
  /// of a comment, in lines.
  ///
  /// What is hidden until it is opened is a `▒` in it. Numbers of links are left out: they would
  /// stand between words that follow each other.
  ///
  /// - Complexity: O(length).
  public func indexedText(of entry: Int) -> String {
    switch kind(of: entry) {
    case .article: return articleBody.indexedText
    case .notice, .links: return ""
    case .comment(let position):
      let comment = comment(at: position)
      let isShown = comment.state != .deleted && comment.details?.warning == nil
      return isShown ? body(of: comment).indexedText : ""
    }
  }
}

extension Body {
  fileprivate var indexedText: String {
    var text = ""
    for block in blocks {
      let lines = block.cover == nil ? block.lines.map(\.indexedText) : ["▒"]
      for line in lines {
        if !text.isEmpty { text += "\n" }
        text += line
      }
    }
    return text
  }
}

extension StyledText {
  fileprivate var indexedText: String {
    if spans.allSatisfy({ $0.traits.isDisjoint(with: [.linkNumber, .spoiler]) }) {
      return text.forTerminal.string
    }
    var result = ""
    for part in parts(of: 0..<text.count) {
      if part.traits.contains(.linkNumber) {
        // A space at which no line ends stands before it.
        if result.unicodeScalars.last == "\u{A0}" { result.unicodeScalars.removeLast() }
      } else if !part.traits.contains(.spoiler) {
        result += part.text.forTerminal.string
      } else if result.last != "▒" {
        result += "▒"
      }
    }
    return result
  }
}
