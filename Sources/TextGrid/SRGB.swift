import Platform

/// Red, green and blue, as sRGB (IEC 61966-2-1) encodes them.
public struct SRGB: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// - Parameter hex: such as 0xRRGGBB; what is above is ignored.
  public init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  /// Such as `#00ff87`.
  public var hex: String {
    let digits = Array("0123456789abcdef")
    return [red, green, blue].reduce("#") { text, level in
      text + String([digits[Int(level >> 4)], digits[Int(level & 15)]])
    }
  }

  /// How much light it gives, from 0, black, to 1, white: the relative luminance of WCAG 2.2.
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// How well two colours can be distinguished, from 1 to 21: the contrast ratio of WCAG 2.2.
  public static func contrast(_ one: SRGB, _ other: SRGB) -> Double {
    let light = (one.luminance, other.luminance)
    return (max(light.0, light.1) + 0.05) / (min(light.0, light.1) + 0.05)
  }

  /// How it looks where a terminal draws it faint, on a ground: two thirds of it are left.
  public func faint(on ground: SRGB) -> SRGB { mixed(with: ground, part: 1, of: 3) }

  /// The colour mixed with a ground, which makes up `part` of `whole`.
  public func mixed(with ground: SRGB, part: Int, of whole: Int) -> SRGB {
    func mix(_ one: UInt8, _ other: UInt8) -> UInt8 {
      UInt8(((whole - part) * Int(one) + part * Int(other)) / whole)
    }
    return SRGB(
      red: mix(red, ground.red), green: mix(green, ground.green), blue: mix(blue, ground.blue))
  }

  /// A level as light, from 0 to 1, after sRGB's transfer function.
  static func linear(_ level: UInt8) -> Double { lights[Int(level)] }

  /// That of all levels: a theme is fitted to a terminal's colours by many thousand comparisons.
  private static let lights: [Double] = (0...255).map { level in
    let value = Double(level) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
