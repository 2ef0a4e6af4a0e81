public import TextGrid

/// How everything looks.
public struct Theme: Equatable, Sendable {
  public let name: String
  /// Whether it is made for a dark background.
  public let isDark: Bool
  /// How each role looks.
  private var styles: [Role: Style]
  /// The colours of people that it has.
  private(set) var people: [PersonStyle] = []

  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - isDark: whether it is made for a dark background.
  ///   - styles: roles without one look like their parents.
  public init(name: String, isDark: Bool, styles: [Role: Style]) {
    self.name = name
    self.isDark = isDark
    var all: [Role: Style] = [:]
    for role in Role.allCases {
      let line = sequence(first: role) { $0.parent }
      all[role] = line.lazy.compactMap { styles[$0] }.first ?? .plain
    }
    self.styles = all
    people = peopleAsWritten
  }

  /// No colours and no attributes.
  public static let plain = Theme(name: "plain", isDark: true, styles: [:])

  /// How a role looks: as the theme says, or else as its parent.
  public subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// Whether all its colours are those of the terminal's palette, which its user has chosen.
  var hasOnlyPalette: Bool {
    styles.values.allSatisfy { style in
      [style.foreground, style.background].allSatisfy { color in
        switch color {
        case .terminal: true
        case .indexed(let index): index < 16
        case .rgb: false
        }
      }
    }
  }

  /// The same with each role's style made another; the colours of people stay.
  func map(_ change: (Role, Style) -> Style) -> Theme {
    var result = self
    for (role, style) in styles { result.styles[role] = change(role, style) }
    return result
  }

  /// The same with other colours of people.
  func with(_ people: [PersonStyle]) -> Theme {
    var result = self
    result.people = people
    return result
  }
}
