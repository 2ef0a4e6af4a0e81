import CNcurses
import TextGrid

/// ncurses' colour pairs, made when they are first needed.
struct ColorPairs {
  /// How many colours the terminal has; 0 for none.
  let colors: Int

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private var numbers: [Pair: Int32] = [:]

  /// - Parameter isWanted: whether the user wants colours at all.
  init(isWanted: Bool) {
    if isWanted, has_colors(), start_color() == OK, use_default_colors() == OK {
      colors = Int(understory_colors())
    } else {
      colors = 0
    }
  }

  /// The number of the pair for a style; 0, the terminal's own colours, where there is no other.
  mutating func number(for style: Style) -> Int32 {
    let pair = Pair(
      foreground: Int32(style.foreground.index(ofColors: colors) ?? -1),
      background: Int32(style.background.index(ofColors: colors) ?? -1))
    if pair == Pair(foreground: -1, background: -1) { return 0 }
    if let number = numbers[pair] { return number }
    let number = Int32(numbers.count + 1)
    guard number < understory_color_pairs(),
      init_extended_pair(number, pair.foreground, pair.background) == OK
    else { return 0 }
    numbers[pair] = number
    return number
  }

  /// ncurses' bits for a style's attributes.
  static func attributes(of style: Style) -> attr_t {
    var result: attr_t = 0
    if style.attributes.contains(.bold) { result |= understory_bold() }
    if style.attributes.contains(.dim) { result |= understory_dim() }
    if style.attributes.contains(.italic) { result |= understory_italic() }
    if style.attributes.contains(.underline) { result |= understory_underline() }
    if style.attributes.contains(.reverse) { result |= understory_reverse() }
    return result
  }
}
