/// A colour as a theme asks for it.
public enum Color: Equatable, Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of xterm's 256; the first 16 are the terminal's palette.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The nearest colour that a terminal with so many colours has.
  ///
  /// Nearest is by squared distance in RGB, against xterm's default palette. Of 8 colours none is
  /// near to a grey but black and white, and one of them is the background: a grey is the
  /// terminal's own colour there.
  ///
  /// - Parameter count: 256 and more, 16, 8, or fewer for none.
  /// - Returns: an index below `count`; nil for the terminal's own colour.
  public func index(ofColors count: Int) -> Int? {
    guard count >= 8, self != .terminal else { return nil }
    let known = count >= 256 ? 256 : count >= 16 ? 16 : 8
    if case .indexed(let index) = self, Int(index) < known { return Int(index) }
    let wanted = components
    if known == 8, wanted.red == wanted.green, wanted.green == wanted.blue { return nil }
    // The terminal's palette is its user's: with 256 colours the fixed ones come first.
    let candidates = known == 256 ? 16..<256 : 0..<known
    return candidates.min { one, other in
      Self.distance(Self.xterm(one), wanted) < Self.distance(Self.xterm(other), wanted)
    }
  }

  private typealias Components = (red: Int, green: Int, blue: Int)

  private var components: Components {
    switch self {
    case .terminal: (229, 229, 229)
    case .indexed(let index): Self.xterm(Int(index))
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    }
  }

  private static func distance(_ one: Components, _ other: Components) -> Int {
    let red = one.red - other.red
    let green = one.green - other.green
    let blue = one.blue - other.blue
    return red * red + green * green + blue * blue
  }

  /// xterm's default palette: 16 named colours, a 6x6x6 cube, 24 greys.
  private static func xterm(_ index: Int) -> Components {
    switch index {
    case 7: return (229, 229, 229)
    case 8: return (127, 127, 127)
    case 12: return (92, 92, 255)
    case 4: return (0, 0, 238)
    case 0..<16:
      let level = index < 8 ? 205 : 255
      return (index & 1 == 0 ? 0 : level, index & 2 == 0 ? 0 : level, index & 4 == 0 ? 0 : level)
    case 16..<232:
      let cube = index - 16
      let levels = [0, 95, 135, 175, 215, 255]
      return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }
}
