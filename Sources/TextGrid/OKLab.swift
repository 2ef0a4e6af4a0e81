import Platform

/// A colour in OKLab, where colours that look alike are near to each other.
///
/// Björn Ottosson, "A perceptual color space for image processing" (2020); the numbers are those
/// of its section "Converting from linear sRGB to Oklab".
struct OKLab {
  /// From 0, black, to 1, white.
  var lightness: Double
  /// From green, below 0, to red.
  var a: Double
  /// From blue, below 0, to yellow.
  var b: Double

  init(_ color: SRGB) {
    let red = SRGB.linear(color.red)
    let green = SRGB.linear(color.green)
    let blue = SRGB.linear(color.blue)
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// Whether it is a grey, or can hardly be distinguished from one.
  var isGrey: Bool { (a * a + b * b).squareRoot() < 0.03 }

  /// How different two colours look: ΔEOK2 of CSS Color 4.
  ///
  /// Euclid's distance with a and b doubled, as Ottosson later recommended for distances; without
  /// that a pale green is nearer to yellow than to green.
  func distance(to other: OKLab) -> Double {
    let lightness = lightness - other.lightness
    let a = 2 * (a - other.a)
    let b = 2 * (b - other.b)
    return (lightness * lightness + a * a + b * b).squareRoot()
  }
}

extension SRGB {
  /// Whether it is a grey, or can hardly be distinguished from one.
  public var isGrey: Bool { OKLab(self).isGrey }
}
