import DiscussionModel

/// Words that a site hides by writing asterisks for their letters.
enum MaskedWords {
  /// What stands for a letter that is hidden.
  static let character: Character = "*"

  /// How many words of a text are hidden, by ``Discussion/isMasked(_:by:in:)``; white space separates
  /// words.
  ///
  /// Markdown's rules and its code have no such words.
  ///
  /// - Complexity: O(length).
  static func count(in text: String, _ markup: Markup = .plain) -> Int {
    if markup != .markdown { return count(in: text[...], markup) }
    var fence: Substring?
    var result = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let rest = line.drop { $0 == " " || $0 == ">" }
      let sign = rest.fence
      if let open = fence {
        if let sign, sign.first == open.first, sign.count >= open.count { fence = nil }
      } else if sign != nil {
        fence = sign
      } else if !rest.isRule {
        for (index, piece) in rest.split(separator: "`", omittingEmptySubsequences: false)
          .enumerated() where index.isMultiple(of: 2)
        {
          result += count(in: piece, markup)
        }
      }
    }
    return result
  }

  private static func count(in text: Substring, _ markup: Markup) -> Int {
    text.split { $0.isWhitespace }.count {
      Discussion.isMasked($0, by: character, in: markup)
    }
  }
}

extension Substring {
  /// The sign with which code begins or ends: at least three of a kind.
  fileprivate var fence: Substring? {
    guard let first, first == "`" || first == "~" else { return nil }
    let sign = prefix { $0 == first }
    return sign.count >= 3 ? sign : nil
  }

  /// Whether it is a line across: asterisks and spaces only (CommonMark, section 4.1).
  fileprivate var isRule: Bool {
    allSatisfy { $0 == "*" || $0.isWhitespace } && count { $0 == "*" } >= 3
  }
}
