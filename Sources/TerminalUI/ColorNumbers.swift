import TextGrid

/// The numbers by which ncurses calls colours on one terminal.
struct ColorNumbers: Equatable {
  let depth: ColorDepth
  /// How red, green and blue become one number; nil if they do not.
  private let bits: DirectBits?
  /// How many colours of the palette there are besides.
  private let palette: Int

  /// A terminal without colours.
  static let none = ColorNumbers(colors: 0, bits: nil, palette: 0)

  /// - Parameters:
  ///   - colors: how many colours the terminal says that it has.
  ///   - bits: what its capability RGB says; nil if it has none.
  ///   - palette: of a direct-colour terminal, the numbers that mean colours of the palette.
  init(colors: Int, bits: DirectBits?, palette: Int) {
    depth = ColorDepth(colors: colors, isDirect: bits != nil)
    self.bits = bits
    self.palette = palette
  }

  /// A colour's number; nil for the terminal's own colour, and if there is none of the kind.
  func number(of color: Color) -> Int32? {
    guard depth != .monochrome, let components = color.components else { return nil }
    let shown = color.nearest(at: depth, own: nil)
    if case .indexed(let index) = shown, bits == nil || index < palette { return Int32(index) }
    guard let bits else { return nil }
    let number = bits.number(of: components)
    // Small numbers mean the palette: the bit above those makes a hardly lighter colour.
    return number < palette ? number | Int32(palette) : number
  }
}

/// How a terminal with direct colours packs red, green and blue into a number.
///
/// As in user_caps(5), under RGB, and in ncurses' `init_direct_colors`.
struct DirectBits: Equatable {
  /// Bits of each, red the highest.
  let red: Int
  let green: Int
  let blue: Int

  /// The kinds of the capability RGB.
  enum Capability: Equatable {
    /// As many bits for each as there are.
    case flag
    /// This many for red and green; blue has the rest.
    case number(Int)
    /// Such as `5/6/5`.
    case text(String)
  }

  /// The bits that a terminal tells; nil if that makes no sense.
  ///
  /// So it is with up to 256 colours: of terminals that have RGB there, most mean that they also
  /// have true colour, by sequences that ncurses does not send.
  ///
  /// - Parameters:
  ///   - capability: what the terminal says.
  ///   - colors: how many colours it has.
  init?(_ capability: Capability, colors: Int) {
    guard colors > 256 else { return nil }
    let width = Int.bitWidth - (colors - 1).leadingZeroBitCount
    let bits: [Int]
    switch capability {
    case .flag: bits = [(width + 2) / 3, (width + 2) / 3, width - (width + 2) / 3 * 2]
    case .number(let count): bits = [count, count, width - 2 * count]
    case .text(let text): bits = text.split(separator: "/").map { Int($0) ?? 0 }
    }
    guard bits.count == 3, bits.allSatisfy({ 1...8 ~= $0 }), bits.reduce(0, +) <= 30 else {
      return nil
    }
    (red, green, blue) = (bits[0], bits[1], bits[2])
  }

  func number(of color: SRGB) -> Int32 {
    func level(_ value: UInt8, _ bits: Int) -> Int32 {
      (Int32(value) * (1 << bits - 1) + 127) / 255
    }
    let high = level(color.red, red) << (green + blue)
    return high | level(color.green, green) << blue | level(color.blue, blue)
  }
}
