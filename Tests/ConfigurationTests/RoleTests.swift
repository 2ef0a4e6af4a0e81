import Reader
import Testing
import TextGrid

/// How a role looks that a theme leaves out.
@Suite struct RoleTests {
  /// For each role the one that it falls back to.
  static let fallbacks: [(role: Role, other: Role)] = [
    (.title, .text), (.byline, .text), (.author, .text), (.number, .text), (.detail, .text),
    (.badge, .text), (.masked, .text), (.heading, .text),
    (.quote, .text), (.quoteMark, .quote), (.listMark, .text), (.code, .text), (.link, .text),
    (.linkNumber, .link), (.mention, .text), (.rule, .text), (.guide, .text), (.focus, .text),
    (.foldMark, .text),
    (.foldSummary, .text), (.foldCount, .text), (.unread, .text), (.new, .text), (.edited, .text),
    (.star, .text), (.readNow, .text),
    (.context, .text), (.status, .text), (.statusHint, .status), (.statusKey, .status),
    (.notice, .text), (.problem, .text), (.map, .text), (.mapHere, .map), (.mapUnread, .map),
    (.helpHeading, .text), (.helpKey, .text), (.match, .text), (.matchCurrent, .match),
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
    #expect(bare[role] == (other == .text ? .plain : Self.styles[.text]))
  }

  @Test(arguments: Role.allCases)
  func isItselfFirst(role: Role) {
    let theme = Theme(name: "", isDark: true, styles: Self.styles)
    #expect(theme[role] == Self.styles[role])
    #expect(Theme.plain[role] == .plain)
    #expect(role == .text || Self.fallbacks.contains { $0.role == role })
  }
}
