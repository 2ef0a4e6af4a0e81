public import TextGrid

/// A role whose colours are too near to each other.
public struct LowContrast: Equatable, Sendable {
  public let role: Role
  public let foreground: SRGB
  public let background: SRGB
  /// From 1 to 21.
  public let contrast: Double
  /// What is needed.
  public let needed: Double
}

extension Theme {
  /// The roles that can hardly be read or seen on a terminal of a depth, in the table's order.
  ///
  /// Of several grounds and looks the worst is reported.
  public func lowContrasts(at depth: ColorDepth) -> [LowContrast] {
    let theme = shown(at: depth)
    return Role.allCases.compactMap { role in
      let looks = Ground.all(of: theme, at: depth).flatMap { $0.looks(of: theme[role]) }
      let contrasts = looks.map { look in
        LowContrast(
          role: role, foreground: look.foreground, background: look.background,
          contrast: SRGB.contrast(look.foreground, look.background),
          needed: role.neededContrast)
      }
      return contrasts.filter { $0.contrast < $0.needed }.min { $0.contrast < $1.contrast }
    }
  }
}
