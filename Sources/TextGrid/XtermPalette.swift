/// xterm's 256 colours by default: 16 with names, a cube of 6x6x6, 24 greys.
enum XtermPalette {
  static let components: [SRGB] = named + cube + greys

  /// The same in OKLab.
  static let labs = components.map(OKLab.init)

  private static let named: [SRGB] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ].map { SRGB($0) }

  private static let cube: [SRGB] = (0..<216).map { index in
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    return SRGB(
      red: levels[index / 36], green: levels[index / 6 % 6], blue: levels[index % 6])
  }

  private static let greys: [SRGB] = (0..<24).map { index in
    let level = UInt8(8 + 10 * index)
    return SRGB(red: level, green: level, blue: level)
  }
}
