/// What a piece of the screen is, for a theme to say how it looks.
///
/// A role falls back to the one before its last dot, and in the end to ``text``.
public enum Role: String, CaseIterable, Sendable {
  /// All cells: the colours that stand for the terminal's own. Nothing falls back to it.
  case screen
  /// What is to be read.
  case text
  case title
  case byline
  case heading
  /// What the rows of comments say besides their text.
  case comment
  case author = "comment.author"
  /// The sign of the article's author.
  case op = "comment.op"
  /// The colours of people: each person has one, on the name and on the guide below it.
  case author1 = "author.1"
  case author2 = "author.2"
  case author3 = "author.3"
  case author4 = "author.4"
  case author5 = "author.5"
  case author6 = "author.6"
  case author7 = "author.7"
  case author8 = "author.8"
  case number = "comment.number"
  /// Times, counts, scores: what one looks at only when one wants it.
  case detail = "comment.detail"
  case badge = "comment.badge"
  case masked
  case quote
  case quote1 = "quote.1"
  case quote2 = "quote.2"
  case quote3 = "quote.3"
  case quoteMark = "quote.mark"
  case listMark = "list.mark"
  case code
  /// Lines of a diff.
  case added = "code.added"
  case removed = "code.removed"
  case link
  case linkNumber = "link.number"
  case mention
  case rule
  case guide
  case guide1 = "guide.1"
  case guide2 = "guide.2"
  case guide3 = "guide.3"
  case guide4 = "guide.4"
  case guide5 = "guide.5"
  case guide6 = "guide.6"
  case focus
  case fold
  case foldMark = "fold.mark"
  case foldSummary = "fold.summary"
  case foldCount = "fold.count"
  case mark
  case unread = "mark.unread"
  case new = "mark.new"
  case edited = "mark.edited"
  case star = "mark.star"
  case readNow = "mark.read"
  case context
  case status
  case statusHint = "status.hint"
  case statusKey = "status.key"
  case notice
  case problem
  case match
  case matchCurrent = "match.current"
  case map
  case mapHere = "map.here"
  case mapUnread = "map.unread"
  case mapNew = "map.new"
  case mapMatch = "map.match"
  /// What the library's lines say of a discussion.
  case library
  case libraryTitle = "library.title"
  case librarySource = "library.source"
  /// How many comments it has, and when the last came.
  case libraryDetail = "library.detail"
  /// Of what is read, or not wanted, all of it.
  case libraryDone = "library.done"
  case help
  case helpHeading = "help.heading"
  case helpKey = "help.key"

  /// The role that it looks like where a theme does not say how it looks; nil for the first ones.
  public var parent: Role? { Self.parents[self] }

  private static let parents: [Role: Role] = {
    var parents: [Role: Role] = [:]
    for role in allCases where role != .text && role != .screen {
      let dot = role.rawValue.lastIndex(of: ".")
      let name = dot.map { role.rawValue[..<$0] } ?? ""
      parents[role] = people.contains(role) ? .author : Role(rawValue: String(name)) ?? .text
    }
    return parents
  }()

  /// The colours of people.
  public static let people: [Role] = [
    .author1, .author2, .author3, .author4, .author5, .author6, .author7, .author8,
  ]

  /// The guide of a level, 1-based; the deepest ones share the last.
  public static func guide(_ level: Int) -> Role {
    let guides: [Role] = [.guide1, .guide2, .guide3, .guide4, .guide5, .guide6]
    return guides[min(max(level, 1), guides.count) - 1]
  }

  /// The text of a quote in quotes of this level, 1-based; the deepest ones share the last.
  public static func quote(_ level: Int) -> Role {
    let quotes: [Role] = [.quote1, .quote2, .quote3]
    return quotes[min(max(level, 1), quotes.count) - 1]
  }

  /// Whether it is a line or a sign to be seen, not words to be read.
  public var isSign: Bool {
    switch self {
    case .quoteMark, .rule, .guide, .guide1, .guide2, .guide3, .guide4, .guide5, .guide6, .focus,
      .foldMark, .mark, .unread, .new, .edited, .star, .readNow, .map, .mapHere, .mapUnread,
      .mapNew, .mapMatch:
      true
    case .screen, .text, .title, .byline, .heading, .comment, .author, .op, .author1, .author2,
      .author3, .author4, .author5, .author6, .author7, .author8, .number, .detail, .badge, .masked,
      .quote, .quote1, .quote2, .quote3, .listMark, .code, .added, .removed, .link, .linkNumber,
      .mention,
      .fold, .foldSummary, .foldCount, .context, .status, .statusHint, .statusKey, .notice,
      .problem, .match, .matchCurrent, .library, .libraryTitle, .librarySource, .libraryDetail,
      .libraryDone, .help, .helpHeading, .helpKey:
      false
    }
  }

  /// The contrast that it must have with its ground.
  ///
  /// WCAG 2.2, success criteria 1.4.3 for text and 1.4.11 for what is none.
  public var neededContrast: Double { isSign ? 3 : 4.5 }
}
