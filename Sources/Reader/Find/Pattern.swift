import DiscussionModel
public import TextGrid

/// What is looked for in a text: words as they are, or a regular expression between slashes.
///
/// Without a capital letter in it capitals do not matter; one white space is as good as another.
public struct Pattern: Equatable, Sendable {
  /// As it was typed.
  public let source: String
  /// The regular expression; nil for words.
  let expression: Expression?
  /// The words; those of an expression are never looked for.
  let words: Words

  /// Whether capitals matter, since there is one.
  let matchesCase: Bool

  /// That there is no match, in words.
  ///
  /// - Parameter place: where, after a space; empty if that is clear.
  /// - Returns: a line.
  func noMatch(_ place: SafeText = "") -> SafeText {
    "no match for " + SafeText(source) + place
      + (matchesCase ? " · a capital letter makes the search case-sensitive" : "")
  }

  /// Why nothing can be looked for.
  public enum Problem: Error, Equatable {
    case empty
    /// Not a regular expression: why, and at which of its characters, 1-based.
    case expression(String, character: Int)
  }

  /// - Parameter source: as it was typed.
  /// - Throws: why nothing can be looked for.
  init(_ source: String) throws(Problem) {
    let isExpression = source.utf8.count > 2 && source.hasPrefix("/") && source.hasSuffix("/")
    // What is looked for is text as it is shown.
    let shown = SafeText(source).forTerminal.string
    let text = isExpression ? String(shown.dropFirst().dropLast()) : shown
    guard !text.isEmpty else { throw .empty }
    self.source = source
    matchesCase = (isExpression ? text.withoutEscapes : text).contains(where: \.isUppercase)
    words = Words(isExpression ? "" : text, matchesCase: matchesCase)
    guard isExpression else {
      expression = nil
      return
    }
    do throws(Expression.Problem) {
      expression = try Expression(ComposedText.composed(text), matchesCase: matchesCase)
    } catch {
      throw .expression(error.message, character: error.character)
    }
  }

  public static func == (one: Pattern, other: Pattern) -> Bool { one.source == other.source }
}

extension Pattern.Problem {
  /// In words, in one line.
  public var words: SafeText {
    switch self {
    case .empty: "nothing to search for"
    case .expression(let message, let character):
      "not a regular expression: " + SafeText("\(message) at character \(character)")
    }
  }
}

extension String {
  /// Without what follows a backslash, such as the `S` of `\\S`, which is not a capital letter.
  fileprivate var withoutEscapes: String {
    var isEscaped = false
    return filter { character in
      defer { isEscaped = !isEscaped && character == "\\" }
      return !isEscaped
    }
  }
}
