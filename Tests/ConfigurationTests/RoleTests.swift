import Reader
import Testing
import TextGrid

/// How a role looks that a theme leaves out.
@Suite struct RoleTests {
  /// For each role the one that it falls back to.
  static let fallbacks: [(role: Role, other: Role)] = [
    (.title, .text), (.byline, .text), (.heading, .text), (.comment, .text),
    (.author, .comment), (.op, .comment), (.added, .code), (.removed, .code), (.number, .comment),
    (.detail, .comment),
    (.badge, .comment),
    (.masked, .text), (.quote, .text), (.quote1, .quote), (.quote2, .quote), (.quote3, .quote),
    (.quoteMark, .quote), (.listMark, .text), (.code, .text), (.link, .text),
    (.linkNumber, .link), (.mention, .text), (.rule, .text), (.guide, .text), (.guide1, .guide),
    (.guide2, .guide), (.guide3, .guide), (.guide4, .guide), (.guide5, .guide),
    (.guide6, .guide), (.focus, .text), (.fold, .text), (.foldMark, .fold),
    (.foldSummary, .fold), (.foldCount, .fold), (.mark, .text), (.unread, .mark), (.new, .mark),
    (.edited, .mark), (.star, .mark), (.readNow, .mark), (.context, .text), (.status, .text),
    (.statusHint, .status), (.statusKey, .status), (.notice, .text), (.problem, .text),
    (.match, .text), (.matchCurrent, .match), (.map, .text), (.mapHere, .map),
    (.mapUnread, .map), (.mapNew, .map), (.mapMatch, .map), (.help, .text),
    (.helpHeading, .help), (.helpKey, .help), (.library, .text), (.libraryTitle, .library),
    (.author1, .author), (.author2, .author), (.author3, .author), (.author4, .author),
    (.author5, .author), (.author6, .author), (.author7, .author), (.author8, .author),
    (.librarySource, .library), (.libraryDetail, .library), (.libraryDone, .library),
  ]

  /// A style of its own for each role.
  private static let styles = Dictionary(
    uniqueKeysWithValues: Role.allCases.enumerated().map { index, role in
      (role, Style(foreground: .indexed(UInt8(index + 1))))
    })

  @Test(arguments: fallbacks)
  func fallsBack(from role: Role, to other: Role) {
    var styles = Self.styles
    styles[role] = nil
    let theme = Theme(name: "", isDark: true, styles: styles)
    #expect(theme[role] == Self.styles[other])
    styles[other] = nil
    let bare = Theme(name: "", isDark: true, styles: styles)
    #expect(bare[role] == other.parent.map { Self.styles[$0] } ?? .plain)
  }

  @Test(arguments: Role.allCases)
  func isItselfFirst(role: Role) {
    let theme = Theme(name: "", isDark: true, styles: Self.styles)
    #expect(theme[role] == Self.styles[role])
    #expect(Theme.plain[role] == .plain)
    let isFirst = role == .text || role == .screen
    #expect(isFirst || Self.fallbacks.contains { $0.role == role && $0.other == role.parent })
  }
}
