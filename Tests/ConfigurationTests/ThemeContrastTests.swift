import Reader
import Testing
import TextGrid

@testable import Configuration

/// Every built-in theme can be read, on every terminal.
@Suite struct ThemeContrastTests {
  /// 4.5:1 for text and 3:1 for guides, signs and badges (WCAG 2.2), on the grounds that the theme
  /// is made for.
  @Test(arguments: Themes.builtInNames, ColorDepth.allCases)
  func isLegible(name: String, depth: ColorDepth) throws {
    let low = try Themes().theme(named: name).lowContrasts(at: depth)
    #expect(low.map { "\($0.role.rawValue): \($0.message)" } == [])
  }

  /// 7:1 and 4.5:1 (WCAG 2.2, 1.4.6) is what high contrast promises.
  @Test(arguments: ["contrast-dark", "contrast-light"], [ColorDepth.direct, .indexed])
  func highContrastIsHigher(name: String, depth: ColorDepth) throws {
    let theme = try Themes().theme(named: name).shown(at: depth)
    let ground = try #require(theme[.screen].background.components)
    let own = try #require(theme[.screen].foreground.components)
    for role in Role.allCases where role != .screen {
      let style = theme[role]
      let contrast = SRGB.contrast(
        style.foreground.components ?? own, style.background.components ?? ground)
      #expect(contrast >= (role.isSign ? 4.5 : 7), "\(role.rawValue)")
    }
  }

  /// Faint and reversed look right on light grounds too.
  @Test func withoutColorsAnyGroundWillDo() throws {
    let mono = try Themes().theme(named: "mono")
    let styles = Role.allCases.map { ($0, mono[$0]) }
    let light = Theme(
      name: "", isDark: false, styles: Dictionary(uniqueKeysWithValues: styles))
    for depth in ColorDepth.allCases { #expect(light.lowContrasts(at: depth) == []) }
    for (role, style) in styles {
      #expect(style.foreground == .terminal && style.background == .terminal, "\(role.rawValue)")
    }
  }

  /// The terminal's own palette is the first 16.
  @Test func thePalettesThemeAsksForNothingElse() throws {
    let theme = try Themes().theme(named: "terminal")
    #expect(Role.allCases.allSatisfy { theme.shown(at: .sixteen)[$0] == theme[$0] })
  }

  /// Body text is the clearest, what one looks at only when one wants it the faintest.
  @Test(arguments: ["dark", "light", "contrast-dark", "contrast-light"])
  func bodyTextIsTheClearest(name: String) throws {
    let theme = try Themes().theme(named: name)
    #expect(theme[.text] == .plain)
    for role in [Role.detail, .number, .guide, .quote, .status, .statusHint, .foldCount, .context] {
      let color = try #require(theme[role].foreground.components, "\(role.rawValue)")
      #expect(color.isGrey, "\(role.rawValue)")
    }
  }

  /// One accent for unread, one for new, one for the focus: none becomes a grey or another.
  @Test(arguments: ["dark", "contrast-dark", "terminal"], [ColorDepth.indexed, .sixteen, .eight])
  func accentsStayApart(name: String, depth: ColorDepth) throws {
    let theme = try Themes().theme(named: name).shown(at: depth)
    let accents = [Role.unread, .new, .focus].map { theme[$0].foreground }
    #expect(Set(accents).count == 3 && !accents.contains(.terminal))
    #expect(accents.allSatisfy { $0.components?.isGrey == false })
  }

  /// Code stands on a ground of its own, or where that is lost has a colour or an attribute.
  @Test(arguments: Themes.builtInNames, ColorDepth.allCases.filter { $0 != .monochrome })
  func codeIsToldFromText(name: String, depth: ColorDepth) throws {
    let theme = try Themes().theme(named: name).shown(at: depth)
    #expect(theme[.code] != theme[.text])
  }

  @Test func deeperGuidesAreDimmer() throws {
    for (name, isDimmer) in [("dark", { $0 < $1 }), ("light", { $0 > $1 })]
      as [(String, (Double, Double) -> Bool)]
    {
      let theme = try Themes().theme(named: name)
      let light = (1...6).compactMap { theme[.guide($0)].foreground.components?.luminance }
      #expect(light.count == 6)
      #expect(zip(light.dropFirst(), light).allSatisfy(isDimmer))
    }
  }

  @Test func lowContrastIsToldWithItsPlace() throws {
    let text = """
      background = "dark"
      [palette]
      "é" = "#606060"
      [roles]
      comment.detail = "é"
      guide = 235
      """
    let file = ThemeFile(label: "t", text: text)
    let line = try ThemeLine(name: "t", file: file, known: []) { _, _ in nil }
    #expect(line.problems == [])
    #expect(
      line.lowContrasts.map(\.message) == [
        "t:5:9: roles.comment.detail: expected a contrast of 4.5:1, found 2.6:1"
          + " (#606060 on #1e1e1e), with true colour",
        "t:6:1: roles.guide: expected a contrast of 3.0:1, found 1.1:1"
          + " (#262626 on #1e1e1e), with true colour",
      ])
  }
}
