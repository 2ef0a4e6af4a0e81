/// A colour as a theme asks for it.
public enum Color: Equatable, Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of xterm's 256; the first 16 are the terminal's palette, which is its user's.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// How it looks, as far as that can be known; nil for the terminal's own colour.
  ///
  /// The first 16 look as xterm's defaults do: another terminal may have its own.
  public var components: SRGB? {
    switch self {
    case .terminal: nil
    case .indexed(let index): XtermPalette.components[Int(index)]
    case .rgb(let red, let green, let blue): SRGB(red: red, green: green, blue: blue)
    }
  }

  /// Whether it is a grey, or can hardly be distinguished from one; nil for the terminal's own colour.
  public var isGrey: Bool? {
    if case .indexed(let index) = self { return XtermPalette.labs[Int(index)].isGrey }
    return components?.isGrey
  }

  /// The nearest colour that a terminal of a depth has.
  ///
  /// Nearest is by distance in OKLab. If there are 256 colours, the first 16 are not chosen:
  /// how those look is not known. If there are fewer, they are all there is, and a grey stays
  /// one: the nearest to a middle grey of 8 would be red or cyan.
  ///
  /// - Parameters:
  ///   - depth: what the terminal can show.
  ///   - own: how the terminal's own colour looks here, which is chosen where it is the nearest of
  ///     few; nil if it must not be.
  ///   - isFit: what else a colour must be; one that the terminal has already need not be it.
  /// - Returns: the terminal's own colour where no other is fit.
  /// - Complexity: O(colours of the terminal).
  public func nearest(
    at depth: ColorDepth, own: SRGB?, where isFit: (Color) -> Bool = { _ in true }
  ) -> Color {
    guard depth != .monochrome, let components else { return .terminal }
    if depth.has(self) { return self }
    let wanted = OKLab(components)
    var nearest = Color.terminal
    var distance = Double.infinity
    if let own, depth.hasOnlyPalette { distance = wanted.distance(to: OKLab(own)) }
    let mustBeGrey = depth.hasOnlyPalette && wanted.isGrey
    for index in depth.choices where !mustBeGrey || XtermPalette.labs[Int(index)].isGrey {
      let other = wanted.distance(to: XtermPalette.labs[Int(index)])
      if other < distance, isFit(.indexed(index)) {
        nearest = .indexed(index)
        distance = other
      }
    }
    return nearest
  }
}
