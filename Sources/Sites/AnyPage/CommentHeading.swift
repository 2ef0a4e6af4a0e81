import HTMLTree

/// What a page says right before its comments, such as `Comments (42)`, and what they are in.
struct CommentHeading {
  /// How many comments the page says there are; nil if it does not.
  private(set) var count: Int?
  /// The line that says so.
  private(set) var line: String?
  /// Whether a heading or what they are in is called after comments.
  private(set) var isNamed = false

  /// Letters between a heading and the first comment at most.
  private static let farthest: Int32 = 300

  /// - Parameters:
  ///   - survey: the page.
  ///   - spans: the comments.
  ///   - lines: the lines of the page.
  init(_ survey: CommentSurvey, _ spans: [CommentSpan], _ lines: inout CommentLines) {
    guard let start = spans.first?.start else { return }
    let tree = survey.tree
    for ancestor in tree.ancestors(of: start).prefix(6) {
      let hints = survey.hints[ancestor]
      if !hints.isDisjoint(with: [.comment, .plural]), tree.nodes[ancestor].name != .body {
        isNamed = true
      }
    }
    var at = start - 1
    while at >= 0, at > start - 600, survey.letters(in: at..<start) <= Self.farthest {
      defer { at -= 1 }
      guard tree.nodes[at].isElement, tree.nodes[at].end <= start, Self.isHeading(at, survey),
        let place = lines.line(of: at), let title = lines.title(place)
      else { continue }
      if title.isAboutComments { isNamed = true }
      guard count == nil, let number = title.number else { continue }
      let isCount = title.isAboutComments || survey.hints[at].contains(.comment)
      if isCount || number == spans.count && title.hasWords {
        count = number
        line = lines.string(place)
      }
    }
  }

  /// Whether there is a heading about comments in a range of nodes.
  static func isThere(in range: Range<Int>, _ survey: CommentSurvey) -> Bool {
    range.prefix(400).contains { at in
      let name = survey.tree.nodes[at].name
      guard
        [.h1, .h2, .h3, .h4, .h5, .h6, .legend].contains(name) || survey.hints[at].contains(.whole),
        let line = survey.line(of: at), line.utf8.count <= 80
      else { return false }
      return CommentTitle.isAboutComments(line)
    }
  }

  private static func isHeading(_ node: Int, _ survey: CommentSurvey) -> Bool {
    switch survey.tree.nodes[node].name {
    case .h1, .h2, .h3, .h4, .h5, .h6, .legend, .summary, .caption, .b, .strong, .header, .label,
      .th:
      true
    case .div, .p, .span, .a, .button, .td, .section, .dt:
      survey.hints[node].contains(.comment) || survey.letters(in: node) <= 40
    default: false
    }
  }
}

/// What a short line says that may be a heading of comments.
struct CommentTitle {
  let isAboutComments: Bool
  /// The only number in it, if that is above 0 and not a part of a time.
  let number: Int?
  /// Whether there is a word beside the number.
  let hasWords: Bool

  /// Words of a line that may be one, at most.
  private static let mostWords = 8

  /// Reads a line; nil if it is empty or has too many words.
  init?(_ line: String) {
    let words = Self.words(of: line)
    guard !line.isEmpty, words.count <= Self.mostWords else { return nil }
    isAboutComments = Self.isAboutComments(words, line)
    let withNumber = words.count { $0.contains { $0.isNumber } }
    let number =
      withNumber == 1 && PageTime.read(line) == nil ? PageNumber.first(in: line) : nil
    self.number = number.flatMap { $0 > 0 ? $0 : nil }
    hasWords = words.count > 1 && line.contains { $0.isLetter }
  }

  static func isAboutComments(_ line: String) -> Bool { isAboutComments(words(of: line), line) }

  private static func words(of line: String) -> [Substring] {
    line.split { !$0.isLetter && !$0.isNumber }
  }

  private static func isAboutComments(_ words: [Substring], _ line: String) -> Bool {
    guard 1...mostWords ~= words.count else { return false }
    let hints = words.reduce(into: CommentHints()) {
      $0.formUnion(CommentHints(name: $1.lowercased().utf8))
    }
    return !hints.isDisjoint(with: [.comment, .plural]) || signs.contains { line.has($0) }
  }

  /// Words for comments in scripts without spaces.
  private static let signs = ["コメント", "评论", "評論", "留言", "回复", "回覆", "返信", "댓글"]
}
