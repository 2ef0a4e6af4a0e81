import Testing

@testable import TextGrid

/// Against values that are known from elsewhere.
@Suite struct SRGBTests {
  /// Contrast with white as WebAIM's checker and W3C's examples give it, to two decimals.
  static let contrasts: [(hex: UInt32, withWhite: Double)] = [
    (0x000000, 21), (0xFFFFFF, 1), (0x767676, 4.54), (0x777777, 4.48), (0x949494, 3.03),
    (0x959595, 2.99), (0x595959, 7.00), (0xFF0000, 4.00), (0x00FF00, 1.37), (0x0000FF, 8.59),
    (0xFFFF00, 1.07), (0x808080, 3.95), (0x010101, 20.87),
  ]

  @Test(arguments: contrasts)
  func contrastIsThatOfWCAG(hex: UInt32, withWhite: Double) {
    let contrast = SRGB.contrast(SRGB(hex), SRGB(0xFFFFFF))
    #expect(abs(contrast - withWhite) < 0.006, "\(contrast)")
    #expect(SRGB.contrast(SRGB(0xFFFFFF), SRGB(hex)) == contrast)
  }

  /// The coefficients of WCAG's definition, and a middle grey.
  @Test(arguments: [
    (0x000000, 0), (0xFFFFFF, 1), (0xFF0000, 0.2126), (0x00FF00, 0.7152), (0x0000FF, 0.0722),
    (0x808080, 0.21586), (0x0A0A0A, 0.003035),
  ])
  func luminanceIsThatOfWCAG(hex: UInt32, luminance: Double) {
    #expect(abs(SRGB(hex).luminance - luminance) < 0.00001)
  }

  /// CSS Color 4 gives these for `red`, `lime`, `blue` and `white`; `yellow`, `cyan` and `gray`
  /// are those that Ottosson's own code computes.
  static let labs: [(hex: UInt32, lightness: Double, a: Double, b: Double)] = [
    (0x000000, 0, 0, 0),
    (0xFFFFFF, 1, 0, 0),
    (0xFF0000, 0.62796, 0.22486, 0.12585),
    (0x00FF00, 0.86644, -0.23389, 0.17950),
    (0x0000FF, 0.45201, -0.03246, -0.31153),
    (0xFFFF00, 0.96798, -0.07137, 0.19857),
    (0x00FFFF, 0.90540, -0.14944, -0.03940),
    (0x808080, 0.59987, 0, 0),
  ]

  @Test(arguments: labs)
  func oklabIsThatOfOttosson(hex: UInt32, lightness: Double, a: Double, b: Double) {
    let lab = OKLab(SRGB(hex))
    #expect(abs(lab.lightness - lightness) < 0.0001, "\(lab)")
    #expect(abs(lab.a - a) < 0.0001 && abs(lab.b - b) < 0.0001, "\(lab)")
  }

  /// Of greys the difference in lightness; of others mostly that in hue.
  @Test(arguments: [
    (0x000000, 0xFFFFFF, 1), (0x808080, 0x000000, 0.59987), (0xFF0000, 0x00FF00, 0.95404),
    (0xFF0000, 0xFF0000, 0),
  ])
  func distanceIsThatOfCSS(one: UInt32, other: UInt32, distance: Double) {
    let (one, other) = (OKLab(SRGB(one)), OKLab(SRGB(other)))
    #expect(abs(one.distance(to: other) - distance) < 0.0001)
    #expect(one.distance(to: other) == other.distance(to: one))
  }

  @Test func aPaleGreenIsNearerToGreen() {
    let pale = OKLab(SRGB(0x5FD75F))
    #expect(pale.distance(to: OKLab(SRGB(0x00CD00))) < pale.distance(to: OKLab(SRGB(0xCDCD00))))
  }

  @Test(arguments: [
    (0x000000, true), (0x7F7F7F, true), (0xFFFFFF, true), (0x8A8F94, true), (0xAFD7D7, false),
    (0x5C5CFF, false), (0xA85400, false),
  ])
  func greysAreKnown(hex: UInt32, isGrey: Bool) {
    #expect(SRGB(hex).isGrey == isGrey)
  }

  @Test func isWrittenAndReadInHex() {
    #expect(SRGB(0x0F_A0_FF) == SRGB(red: 15, green: 160, blue: 255))
    #expect(SRGB(0x0F_A0_FF).hex == "#0fa0ff")
  }

  @Test func faintIsTwoThirds() {
    #expect(SRGB(0xFFFFFF).faint(on: SRGB(0x000000)) == SRGB(0xAAAAAA))
    #expect(SRGB(0x000000).faint(on: SRGB(0xFFFFFF)) == SRGB(0x555555))
    #expect(SRGB(0x123456).faint(on: SRGB(0x123456)) == SRGB(0x123456))
  }
}
