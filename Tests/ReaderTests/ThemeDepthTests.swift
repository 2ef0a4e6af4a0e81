import Testing
import TextGrid

@testable import Reader

/// A theme on terminals with fewer colours than it asks for.
@Suite struct ThemeDepthTests {
  private static let grey = Color.rgb(red: 0x9E, green: 0x9E, blue: 0x9E)
  private static let amber = Color.rgb(red: 0xFF, green: 0xAF, blue: 0x5F)
  private static let ink = Color.rgb(red: 0, green: 0, blue: 0)

  private func shown(
    _ style: Style, as role: Role, isDark: Bool = true, at depth: ColorDepth
  ) -> Style {
    Theme(name: "", isDark: isDark, styles: [role: style]).shown(at: depth)[role]
  }

  @Test func aGreyIsAGreyOrFaint() {
    let quiet = Style(foreground: Self.grey)
    #expect(shown(quiet, as: .detail, at: .direct) == quiet)
    #expect(shown(quiet, as: .detail, at: .indexed) == Style(foreground: .indexed(247)))
    #expect(shown(quiet, as: .detail, at: .sixteen) == Style(foreground: .indexed(8)))
    #expect(shown(quiet, as: .detail, at: .eight) == Style(attributes: .dim))
    #expect(shown(quiet, as: .detail, at: .monochrome) == Style(attributes: .dim))
  }

  /// #7f7f7f on white has 4.0:1: enough for a line, not for words.
  @Test func onWhiteTheMiddleGreyIsForLines() {
    let quiet = Style(foreground: .rgb(red: 0x6C, green: 0x6C, blue: 0x6C))
    #expect(shown(quiet, as: .guide, isDark: false, at: .sixteen).foreground == .indexed(8))
    let words = shown(quiet, as: .detail, isDark: false, at: .sixteen)
    #expect(words == Style(attributes: .dim))
  }

  @Test func anAccentStaysOne() {
    let unread = Style(foreground: Self.amber)
    #expect(shown(unread, as: .unread, at: .eight) == Style(foreground: .indexed(3)))
    #expect(shown(unread, as: .unread, at: .monochrome) == .plain)
  }

  /// Bold black is a grey in many terminals: the terminal's own black is none.
  @Test func boldIsNotMadeFaint() {
    let title = Style(foreground: Self.ink, attributes: .bold)
    let shown = shown(title, as: .title, isDark: false, at: .sixteen)
    #expect(shown == Style(attributes: .bold))
  }

  @Test func aGroundThatHardlyStandsOutIsLeftOut() {
    let code = Style(background: .rgb(red: 0x30, green: 0x30, blue: 0x30))
    #expect(shown(code, as: .code, at: .indexed) == Style(background: .indexed(236)))
    for depth in [ColorDepth.sixteen, .eight, .monochrome] {
      #expect(shown(code, as: .code, at: depth) == .plain)
    }
  }

  @Test func aGroundThatStandsOutIsReversedWithoutColors() {
    let match = Style(foreground: Self.ink, background: Self.amber)
    let eight = Style(foreground: .indexed(0), background: .indexed(3))
    #expect(shown(match, as: .matchCurrent, at: .eight) == eight)
    #expect(shown(match, as: .matchCurrent, at: .monochrome) == Style(attributes: .reverse))
  }

  /// Neither black nor white has 4.5:1 on the palette's magenta.
  @Test func aGroundIsOneThatCanBeReadOn() {
    let match = Style(
      foreground: .rgb(red: 255, green: 255, blue: 255),
      background: .rgb(red: 0xA0, green: 0, blue: 0xA0))
    let eight = shown(match, as: .matchCurrent, isDark: false, at: .eight)
    #expect(eight == Style(foreground: .indexed(7), background: .indexed(1)))
    let sign = shown(match, as: .mapMatch, isDark: false, at: .eight)
    #expect(sign.background == .indexed(5))
  }

  /// A colour that the theme's author wants faint is not made clear, nor fainter.
  @Test func whatIsMadeFaintStaysSo() {
    let faint = Style(foreground: .rgb(red: 0x44, green: 0x44, blue: 0x44))
    #expect(shown(faint, as: .guide, at: .indexed).foreground == .indexed(238))
  }

  @Test func theScreensColorsAreNeverTheTerminalsOwn() {
    let white = Style(
      foreground: Self.ink, background: .rgb(red: 255, green: 255, blue: 255))
    let theme = Theme(name: "", isDark: false, styles: [.screen: white, .detail: .plain])
    let sixteen = Style(foreground: .indexed(0), background: .indexed(15))
    let eight = Style(foreground: .indexed(0), background: .indexed(7))
    #expect(theme.shown(at: .sixteen)[.screen] == sixteen)
    #expect(theme.shown(at: .eight)[.screen] == eight)
    #expect(theme.shown(at: .monochrome)[.screen] == .plain)
    #expect(theme[.text] == .plain && theme[.detail] == .plain)
  }

  static let roles: [(role: Role, contrast: Double)] = [
    (.text, 4.5), (.detail, 4.5), (.badge, 4.5), (.masked, 4.5), (.quote2, 4.5),
    (.listMark, 4.5), (.matchCurrent, 4.5), (.guide, 3), (.guide6, 3), (.quoteMark, 3),
    (.unread, 3), (.readNow, 3), (.focus, 3), (.map, 3), (.mapMatch, 3), (.rule, 3),
  ]

  @Test(arguments: roles)
  func aRoleNeedsAContrast(role: Role, contrast: Double) {
    #expect(role.neededContrast == contrast)
  }

  @Test func lowContrastIsTold() throws {
    let dark = Style(foreground: .rgb(red: 0x60, green: 0x60, blue: 0x60))
    let theme = Theme(name: "", isDark: true, styles: [.detail: dark, .guide: dark])
    let low = theme.lowContrasts(at: .direct)
    #expect(
      low.map(\.role) == [.detail, .guide, .guide1, .guide2, .guide3, .guide4, .guide5, .guide6])
    let detail = try #require(low.first)
    #expect(detail.foreground == SRGB(0x606060) && detail.background == SRGB(0x1E1E1E))
    #expect(detail.needed == 4.5 && abs(detail.contrast - 2.65) < 0.01)
  }

  /// On its own palette the theme is measured against xterm's defaults alone.
  @Test func aPaletteGoesWithItsGround() {
    let style = Style(foreground: .indexed(8))
    let own = Theme(name: "", isDark: true, styles: [.detail: style])
    #expect(own.lowContrasts(at: .direct) == [])
    let mixed = Theme(
      name: "", isDark: true, styles: [.detail: style, .title: Style(foreground: Self.amber)])
    #expect(mixed.lowContrasts(at: .direct).map(\.role) == [.detail])
  }

  @Test func levelsShareTheLastRole() {
    #expect(
      (0...8).map { Role.guide($0).rawValue }.joined(separator: " ")
        == "guide.1 guide.1 guide.2 guide.3 guide.4 guide.5 guide.6 guide.6 guide.6")
    #expect(
      (0...4).map { Role.quote($0).rawValue }.joined(separator: " ")
        == "quote.1 quote.1 quote.2 quote.3 quote.3")
  }
}
