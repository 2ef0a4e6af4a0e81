import CNcurses
import TextGrid

/// ncurses' colour pairs, made when they are first needed.
struct ColorPairs {
  let colors: ColorNumbers
  /// How many pairs there may be, the first one included.
  private let limit: Int
  private let make: (_ number: Int32, _ foreground: Int32, _ background: Int32) -> Bool

  private struct Pair: Equatable {
    /// -1 for the terminal's own colour.
    var foreground: Int32
    var background: Int32
  }

  /// Those that were made, the first one with number 1.
  ///
  /// They are searched linearly: there are few, and a dictionary would slow the start.
  private var pairs: [Pair] = []
  /// What stands for the terminal's own colours.
  private var screen = Pair(foreground: -1, background: -1)

  /// - Parameters:
  ///   - colors: the terminal's colours.
  ///   - limit: how many pairs there may be.
  ///   - make: makes a pair, and says whether there is one now.
  init(
    colors: ColorNumbers, limit: Int,
    make: @escaping (_ number: Int32, _ foreground: Int32, _ background: Int32) -> Bool
  ) {
    self.colors = colors
    self.limit = limit
    self.make = make
  }

  /// Takes the colours that stand for the terminal's own.
  ///
  /// - Returns: their numbers, -1 for the terminal's own; nil if they are those already.
  mutating func setScreen(_ style: Style) -> (foreground: Int32, background: Int32)? {
    let pair = Pair(
      foreground: colors.number(of: style.foreground) ?? -1,
      background: colors.number(of: style.background) ?? -1)
    if pair == screen { return nil }
    screen = pair
    return (pair.foreground, pair.background)
  }

  /// How a style is drawn: a pair's number, and what besides.
  ///
  /// Pair 0 has the screen's colours. It stands for any other where no more can be made, and
  /// where that loses a background, reversed.
  mutating func look(of style: Style) -> (pair: Int32, attributes: Style.Attributes) {
    let pair = Pair(
      foreground: colors.number(of: style.foreground) ?? screen.foreground,
      background: colors.number(of: style.background) ?? screen.background)
    if pair == screen { return (0, style.attributes) }
    if let index = pairs.firstIndex(of: pair) { return (Int32(index + 1), style.attributes) }
    let number = Int32(pairs.count + 1)
    if number < limit, make(number, pair.foreground, pair.background) {
      pairs.append(pair)
      return (number, style.attributes)
    }
    let losesGround = pair.background != screen.background
    return (0, losesGround ? style.attributes.union(.reverse) : style.attributes)
  }
}

extension ColorPairs {
  /// The pairs of the terminal that ncurses drives.
  ///
  /// - Parameter isWanted: whether the user wants colours at all.
  init(isWanted: Bool) {
    var colors = ColorNumbers.none
    if isWanted, has_colors(), start_color() == OK, use_default_colors() == OK {
      colors = Self.colorsOfTerminal(count: Int(understory_colors()))
    }
    self.init(colors: colors, limit: Int(understory_color_pairs())) { number, front, back in
      understory_set_pair(number, front, back) == OK
    }
  }

  /// The colours of the terminal whose description terminfo has read last.
  ///
  /// - Parameter count: how many there are.
  /// - Returns: what ncurses calls them.
  static func colorsOfTerminal(count: Int) -> ColorNumbers {
    var capability: DirectBits.Capability?
    if tigetflag("RGB") > 0 {
      capability = .flag
    } else if tigetnum("RGB") > 0 {
      capability = .number(Int(tigetnum("RGB")))
    } else if let text = understory_text_capability("RGB") {
      capability = .text(String(cString: text))
    }
    // CO (user_caps(5)): the colours of the palette that a direct-colour terminal has besides.
    return ColorNumbers(
      colors: count, bits: capability.flatMap { DirectBits($0, colors: count) },
      palette: max(0, Int(tigetnum("CO"))))
  }

  /// ncurses' bits for attributes.
  static func bits(of attributes: Style.Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= understory_bold() }
    if attributes.contains(.dim) { result |= understory_dim() }
    if attributes.contains(.italic) { result |= understory_italic() }
    if attributes.contains(.underline) { result |= understory_underline() }
    if attributes.contains(.reverse) { result |= understory_reverse() }
    return result
  }
}
