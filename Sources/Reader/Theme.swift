public import TextGrid

/// What a piece of the screen is, for a theme to say how it looks.
public enum Role: String, CaseIterable, Sendable {
  /// What is to be read; every other role falls back to it.
  case text
  case title
  case byline
  case author
  case number
  /// Times, counts, scores: what one looks at only when one wants it.
  case detail
  case badge
  case masked
  case heading
  case quote
  case quoteMark = "quote.mark"
  case listMark = "list.mark"
  case code
  case link
  case linkNumber = "link.number"
  case mention
  case rule
  case guide
  case focus
  case foldMark = "fold.mark"
  case foldSummary = "fold.summary"
  case foldCount = "fold.count"
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
  case map
  case mapHere = "map.here"
  case mapUnread = "map.unread"
  /// What a search found, and the one of it that was gone to last.
  case match
  case matchCurrent = "match.current"
  case helpHeading = "help.heading"
  case helpKey = "help.key"
}

/// How everything looks.
public struct Theme: Equatable, Sendable {
  public let name: String
  /// Whether it is made for a dark background.
  public let isDark: Bool
  private let styles: [Role: Style]

  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - isDark: whether it is made for a dark background.
  ///   - styles: roles without one look like ``Role/text``.
  public init(name: String, isDark: Bool, styles: [Role: Style]) {
    self.name = name
    self.isDark = isDark
    self.styles = styles
  }

  /// No colours and no attributes.
  public static let plain = Theme(name: "plain", isDark: true, styles: [:])

  /// How a role looks: as it says, or else as the role before its dot, or else as text.
  public subscript(role: Role) -> Style {
    if let style = styles[role] { return style }
    let parent = role.rawValue.split(separator: ".").first.flatMap { Role(rawValue: String($0)) }
    return parent.flatMap { styles[$0] } ?? styles[.text] ?? .plain
  }
}
