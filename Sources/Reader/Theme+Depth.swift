public import TextGrid

extension Theme {
  /// The theme in colours that a terminal of a depth has.
  ///
  /// Each colour becomes the nearest that is as legible as its role must be, or as the theme made
  /// it if that is less. What a terminal cannot show in colour it shows otherwise: a grey that
  /// is quieter than text is faint, and without colours a background that stands out is reversed.
  ///
  /// - Complexity: O(roles x colours of the terminal).
  public func shown(at depth: ColorDepth) -> Theme {
    if depth == .direct { return self }
    let screen = nearestScreen(at: depth)
    let grounds = Ground.all(of: map { $0 == .screen ? screen : $1 }, at: depth)
    let written = Ground.all(of: self, at: .direct)
    guard let ground = grounds.first else { return self }
    let theme = map { role, style in
      if role == .screen { return screen }
      var result = style
      let asWritten = written.map { $0.contrast(of: style) }.min() ?? 1
      let needed = min(role.neededContrast, asWritten)
      result.background = nearestBackground(of: style, at: depth, on: ground, needed: needed)
      result.foreground = style.foreground.nearest(at: depth, own: ground.foreground) { color in
        var candidate = result
        candidate.foreground = color
        return grounds.allSatisfy { $0.contrast(of: candidate) >= needed }
      }
      if depth == .monochrome, stands(style.background, outFrom: ground) {
        result.attributes.insert(.reverse)
      }
      if result.foreground == .terminal, isQuiet(style), !result.attributes.contains(.reverse) {
        result.attributes.insert(.dim)
      }
      return result
    }
    return theme.with(people(at: depth, in: theme))
  }

  private func nearestScreen(at depth: ColorDepth) -> Style {
    var screen = self[.screen]
    screen.background = screen.background.nearest(at: depth, own: nil)
    screen.foreground = screen.foreground.nearest(at: depth, own: nil)
    return screen
  }

  /// The nearest background on which something can be read.
  ///
  /// One that hardly stands out is none if there are only few colours.
  private func nearestBackground(
    of style: Style, at depth: ColorDepth, on ground: Ground, needed: Double
  ) -> Color {
    if depth.hasOnlyPalette, !stands(style.background, outFrom: ground) { return .terminal }
    return style.background.nearest(at: depth, own: ground.background) { color in
      [Color.terminal, .indexed(0), .indexed(7)].contains { ink in
        ground.contrast(of: Style(foreground: ink, background: color)) >= needed
      }
    }
  }

  private func stands(_ background: Color, outFrom ground: Ground) -> Bool {
    background.components.map { SRGB.contrast($0, ground.background) >= 3 } ?? false
  }

  /// Whether it is distinguished from text by being a grey of less contrast.
  private func isQuiet(_ style: Style) -> Bool {
    guard style.foreground.isGrey == true, style.background == .terminal,
      let ground = Ground.all(of: self, at: .direct).first
    else { return false }
    return ground.contrast(of: style) < 0.7 * ground.contrast(of: self[.text])
  }
}
