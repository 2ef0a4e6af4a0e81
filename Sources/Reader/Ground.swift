public import TextGrid

/// What a theme's colours stand on: how a terminal's own colours are taken to look.
public struct Ground: Equatable, Sendable {
  public var foreground: SRGB
  public var background: SRGB

  public init(foreground: SRGB, background: SRGB) {
    self.foreground = foreground
    self.background = background
  }

  /// The grounds that a theme must be legible on at a depth.
  ///
  /// What is called dark ends at #1e1e1e, what is called light at #eeeeee. If there are only
  /// colours of the terminal's palette, or the theme asks for no others, they and the ground are
  /// taken to be xterm's defaults. A theme that colours the screen has that ground alone.
  static func all(of theme: Theme, at depth: ColorDepth) -> [Ground] {
    let own =
      theme.isDark
      ? Ground(foreground: SRGB(0xE5E5E5), background: SRGB(0x000000))
      : Ground(foreground: SRGB(0x000000), background: SRGB(0xFFFFFF))
    let other =
      theme.isDark
      ? Ground(foreground: SRGB(0xCCCCCC), background: SRGB(0x1E1E1E))
      : Ground(foreground: SRGB(0x333333), background: SRGB(0xEEEEEE))
    let screen = theme[.screen]
    let isOnPalette = depth.hasOnlyPalette || depth == .monochrome || theme.hasOnlyPalette
    let grounds = isOnPalette ? [own] : [own, other]
    if depth == .monochrome || screen.background == .terminal { return grounds }
    return [
      Ground(
        foreground: screen.foreground.components ?? own.foreground,
        background: screen.background.components ?? own.background)
    ]
  }

  /// The pairs of colours that a style may show here, a terminal's habits included.
  ///
  /// Many terminals, xterm among them, show the first eight colours of the palette as the second
  /// eight where text is bold. Faint is two thirds of the way from the ground.
  func looks(of style: Style) -> [(foreground: SRGB, background: SRGB)] {
    ([style.foreground] + [Self.brightened(style)].compactMap { $0 }).map {
      look(of: style, in: $0)
    }
  }

  /// What a bold style's colour of the first eight may be shown as; nil for any other.
  private static func brightened(_ style: Style) -> Color? {
    guard style.attributes.contains(.bold), case .indexed(let index) = style.foreground, index < 8
    else { return nil }
    return .indexed(index + 8)
  }

  private func look(of style: Style, in color: Color) -> (foreground: SRGB, background: SRGB) {
    let back = style.background.components ?? background
    let front = color.components ?? foreground
    let shown = style.attributes.contains(.dim) ? front.faint(on: back) : front
    return style.attributes.contains(.reverse) ? (back, shown) : (shown, back)
  }

  /// The least contrast of a style's text with what is behind it.
  func contrast(of style: Style) -> Double {
    func contrast(in color: Color) -> Double {
      let look = look(of: style, in: color)
      return SRGB.contrast(look.foreground, look.background)
    }
    let own = contrast(in: style.foreground)
    return Self.brightened(style).map { min(own, contrast(in: $0)) } ?? own
  }
}

extension Theme {
  /// What it stands on where all colours can be shown: its own screen, or how a terminal's own
  /// colours are taken to look.
  public var ground: Ground { grounds.first ?? Self.anyGround }

  /// The ground for a page to be read at length: of a dark theme's the one that is less dark.
  public var pageGround: Ground { (isDark ? grounds.last : grounds.first) ?? Self.anyGround }

  private var grounds: [Ground] { Ground.all(of: self, at: .direct) }

  private static let anyGround = Ground(foreground: SRGB(0xE5E5E5), background: SRGB(0x000000))
}
