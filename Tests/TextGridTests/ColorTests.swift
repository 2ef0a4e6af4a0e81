import Testing

@testable import TextGrid

@Suite struct ColorTests {
  /// What stands for a colour where there are 256, 16 and 8; nil for the terminal's own, which is
  /// a light grey here.
  static let colors: [(color: Color, of256: UInt8?, of16: UInt8?, of8: UInt8?)] = [
    (.terminal, nil, nil, nil),
    (.indexed(0), 0, 0, 0),
    (.indexed(7), 7, 7, 7),
    (.indexed(8), 8, 8, nil),
    (.indexed(9), 9, 9, 1),
    (.indexed(15), 15, 15, 7),
    (.indexed(16), 16, 0, 0),
    (.indexed(81), 81, 6, 6),
    (.indexed(196), 196, 9, 1),
    (.indexed(231), 231, 15, 7),
    (.indexed(232), 232, 0, 0),
    (.indexed(241), 241, 8, nil),
    (.indexed(252), 252, nil, nil),
    (.rgb(red: 0, green: 0, blue: 0), 16, 0, 0),
    (.rgb(red: 255, green: 255, blue: 255), 231, 15, 7),
    (.rgb(red: 255, green: 0, blue: 0), 196, 9, 1),
    (.rgb(red: 0, green: 0, blue: 250), 21, 4, 4),
    (.rgb(red: 255, green: 175, blue: 95), 215, 3, 3),
    (.rgb(red: 95, green: 135, blue: 175), 67, 8, 6),
    (.rgb(red: 8, green: 8, blue: 9), 232, 0, 0),
    (.rgb(red: 128, green: 128, blue: 128), 244, 8, nil),
  ]

  @Test(arguments: colors)
  func isTheNearest(color: Color, of256: UInt8?, of16: UInt8?, of8: UInt8?) {
    let own = SRGB(0xD0D0D0)
    let indexed = { (index: UInt8?) in index.map { Color.indexed($0) } ?? .terminal }
    #expect(color.nearest(at: .direct, own: own) == color)
    #expect(color.nearest(at: .indexed, own: own) == indexed(of256))
    #expect(color.nearest(at: .sixteen, own: own) == indexed(of16))
    #expect(color.nearest(at: .eight, own: own) == indexed(of8))
    #expect(color.nearest(at: .monochrome, own: own) == .terminal)
  }

  @Test func theTerminalsOwnIsChosenOnlyWhereItMayBe() {
    let grey = Color.indexed(252)
    #expect(grey.nearest(at: .sixteen, own: SRGB(0xD0D0D0)) == .terminal)
    #expect(grey.nearest(at: .sixteen, own: nil) == .indexed(7))
    #expect(grey.nearest(at: .indexed, own: SRGB(0xD0D0D0)) == grey)
  }

  @Test func whatIsNotFitIsPassedOver() {
    let red = Color.rgb(red: 255, green: 0, blue: 0)
    let own = SRGB(0xE5E5E5)
    #expect(red.nearest(at: .sixteen, own: own) { $0 != .indexed(9) } == .indexed(1))
    #expect(red.nearest(at: .indexed, own: own) { $0 != .indexed(196) } == .indexed(160))
    for depth in ColorDepth.allCases where depth != .direct {
      #expect(red.nearest(at: depth, own: own) { _ in false } == .terminal)
    }
    // What the terminal has already is not asked about.
    #expect(Color.indexed(1).nearest(at: .eight, own: own) { _ in false } == .indexed(1))
  }

  /// As Xt's resources of xterm have them.
  @Test(arguments: [
    (0, 0x000000), (1, 0xCD0000), (4, 0x0000EE), (7, 0xE5E5E5), (8, 0x7F7F7F), (12, 0x5C5CFF),
    (15, 0xFFFFFF), (16, 0x000000), (17, 0x00005F), (81, 0x5FD7FF), (231, 0xFFFFFF),
    (232, 0x080808), (255, 0xEEEEEE),
  ])
  func looksAsInXterm(index: UInt8, hex: UInt32) {
    #expect(Color.indexed(index).components == SRGB(hex))
  }

  @Test func theTerminalsOwnLooksAsItMay() {
    #expect(Color.terminal.components == nil)
    #expect(Color.rgb(red: 1, green: 2, blue: 3).components == SRGB(0x010203))
  }
}

@Suite struct ColorDepthTests {
  @Test(arguments: [
    (-1, false, ColorDepth.monochrome), (0, false, .monochrome), (2, true, .monochrome),
    (7, false, .monochrome), (8, false, .eight), (15, false, .eight), (16, false, .sixteen),
    (88, false, .sixteen), (255, false, .sixteen), (256, false, .indexed),
    (1 << 24, false, .indexed), (1 << 24, true, .direct), (1 << 16, true, .direct),
  ])
  func isWhatTheTerminalHas(colors: Int, isDirect: Bool, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors, isDirect: isDirect) == depth)
  }
}

@Suite struct StyleTests {
  @Test func isPlainUnlessToldOtherwise() {
    #expect(Style() == .plain)
    #expect(Style.plain.foreground == .terminal && Style.plain.background == .terminal)
    #expect(Style.plain.attributes == [])
    #expect(Style(foreground: .indexed(1)) != .plain)
    #expect(Style(background: .indexed(1)) != .plain)
    #expect(Style(attributes: .dim) != .plain)
  }

  @Test func attributesDoNotOverlap() {
    let all: [Style.Attributes] = [.bold, .dim, .italic, .underline, .reverse]
    let both = all.reduce(Style.Attributes()) { $0.union($1) }
    #expect(all.reduce(0) { $0 + Int($1.rawValue) } == Int(both.rawValue))
    #expect(all.allSatisfy { both.contains($0) && $0.rawValue != 0 })
  }
}
