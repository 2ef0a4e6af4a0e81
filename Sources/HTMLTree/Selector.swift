/// What to look for in a tree: a CSS selector, read once.
///
/// It has types, `*`, classes, ids, attributes (`[a]`, `=`, `~=`, `^=`, `$=`, `*=`, `|=`, and `i` for either
/// case), `:first-child`, `:last-child`, `:nth-child()`, `:not()` of compounds, descendants, children, and
/// lists (Selectors Level 4, sections 3 to 6 and 14). Names of elements and attributes are in either
/// case, all else is as it is written.
public struct Selector: Hashable, Sendable {
  /// As it was written.
  public let source: String
  /// All compounds of all its alternatives, each alternative from the left to the right.
  let compounds: [Compound]

  /// Compounds that a selector can have at most.
  public static let longest = 64

  /// Reads a selector.
  public init(_ source: String) throws(SelectorError) {
    var parser = SelectorParser(source)
    compounds = try parser.selector()
    self.source = source
  }

  /// What holds for one element, and where it is.
  struct Compound: Hashable, Sendable {
    var relation: Relation
    /// In lower case; nil for any.
    var type: String?
    var tests: [Test] = []
    /// Whether it is what the alternative is about.
    var isLast = false
  }

  enum Relation: Sendable {
    /// It begins an alternative.
    case first
    /// It is somewhere in what the compound before it matches.
    case descendant
    case child
  }

  enum Test: Hashable, Sendable {
    case hasClass([UInt8])
    /// The name is in lower case.
    case attribute(String, Comparison, [UInt8], ignoresCase: Bool)
    /// The place among the elements of the parent, from 1, is `step * n + offset` for an `n` from 0.
    case nthChild(step: Int, offset: Int)
    case lastChild
    case not([Compound])
  }

  enum Comparison: Sendable { case exists, equal, word, prefix, suffix, part, language }
}

extension Selector: ExpressibleByStringLiteral {
  /// A selector in the program's own text; one that cannot be read matches nothing.
  public init(stringLiteral source: String) {
    var parser = SelectorParser(source)
    compounds = (try? parser.selector()) ?? []
    self.source = source
  }

  /// Whether it is one that cannot be read.
  public var isEmpty: Bool { compounds.isEmpty }
}

/// Why a text is not a selector.
public struct SelectorError: Error, Equatable {
  /// The place in the text, in characters, from 1.
  public let column: Int
  public let problem: Problem

  public enum Problem: Sendable {
    case expectedSelector, expectedName, expectedValue, expectedEnd, expectedNumbers
    case unknownPseudoClass, pseudoElement, unknownCombinator, tooLong
  }
}

extension SelectorError {
  /// The error in words, without the column.
  public var message: String {
    switch problem {
    case .expectedSelector: "expected a selector"
    case .expectedName: "expected a name"
    case .expectedValue: "expected a value"
    case .expectedEnd: "expected the closing bracket"
    case .expectedNumbers: "expected odd, even or an+b"
    case .unknownPseudoClass:
      "expected one of :first-child, :last-child, :nth-child() and :not()"
    case .pseudoElement: "a pseudo-element matches no element"
    case .unknownCombinator: "expected a space, > or a comma between selectors"
    case .tooLong: "too long: more than \(Selector.longest) parts"
    }
  }
}
