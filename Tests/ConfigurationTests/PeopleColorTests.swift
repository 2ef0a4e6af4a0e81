import Testing

@testable import Configuration
@testable import Reader
@testable import TextGrid

/// The colours of people, in every built-in theme on every terminal.
@Suite struct PeopleColorTests {
  /// How many there are in each theme with true colour, 256, 16 and 8 colours.
  static let counts: [(name: String, counts: [Int])] = [
    ("dark", [8, 8, 2, 0]), ("light", [8, 8, 2, 0]), ("contrast-dark", [8, 8, 2, 0]),
    ("contrast-light", [8, 8, 2, 0]), ("terminal", [3, 3, 3, 0]), ("mono", [0, 0, 0, 0]),
  ]
  private static let depths = [ColorDepth.direct, .indexed, .sixteen, .eight]

  @Test(arguments: counts)
  func asManyAsPass(name: String, counts: [Int]) throws {
    let theme = try Themes().theme(named: name)
    #expect(Self.depths.map { theme.shown(at: $0).people.count } == counts)
    #expect(theme.shown(at: .monochrome).people == [])
    #expect(theme.withoutPeople.shown(at: .indexed).people == [])
  }

  /// Names have the contrast of text, guides that of signs, on every ground of the theme.
  @Test(arguments: Themes.builtInNames, depths)
  func areLegible(name: String, depth: ColorDepth) throws {
    let theme = try Themes().theme(named: name).shown(at: depth)
    for ground in Ground.all(of: theme, at: depth) {
      for person in theme.people {
        #expect(ground.contrast(of: person.name) >= 4.5)
        #expect(person.guides.allSatisfy { ground.contrast(of: $0) >= 3 })
      }
    }
  }

  /// Each can be told from the others and from what is new, unread or in focus.
  @Test(arguments: Themes.builtInNames, depths)
  func areTold(name: String, depth: ColorDepth) throws {
    let theme = try Themes().theme(named: name).shown(at: depth)
    let accents = [Role.unread, .new, .focus].map { theme[$0] }
    let styles = (accents + theme.people.map(\.name)).compactMap(\.foreground.components)
    for (index, one) in styles.enumerated() {
      for (number, other) in styles.enumerated() where index < number && number >= 3 {
        let distance = OKLab(one).distance(to: OKLab(other))
        #expect(distance >= 0.1, "\(index) \(one.hex), \(number) \(other.hex)")
      }
    }
  }

  /// Deeper guides are quieter: in steps, or with few colours faint.
  @Test(
    arguments: ["dark", "light", "contrast-dark", "contrast-light"], [ColorDepth.direct, .indexed])
  func guidesFade(name: String, depth: ColorDepth) throws {
    let theme = try Themes().theme(named: name).shown(at: depth)
    let ground = try #require(Ground.all(of: theme, at: depth).first)
    for person in theme.people {
      let contrasts = person.guides.map { ground.contrast(of: $0) }
      // Of a dark colour the palette of 256 may have only one shade.
      #expect(contrasts[0] >= contrasts[5], "\(contrasts)")
      #expect(depth != .direct || contrasts[0] > contrasts[5] + 0.5, "\(contrasts)")
    }
  }

  @Test func aThemeMayInheritOrChangeThem() throws {
    let base = ThemeFile(
      label: "base", text: "background = \"dark\"\n[roles]\nauthor.1 = 174\nauthor.3 = 110")
    let own = ThemeFile(label: "own", text: "inherits = \"base\"\n[roles]\nauthor.3 = 140")
    let line = try ThemeLine(name: "own", file: own, known: []) { _, line in
      line.count == 1 ? base : nil
    }
    let names = try line.theme().people.map(\.name)
    #expect(names == [174, 140].map { Style(foreground: .indexed($0)) })
  }
}
