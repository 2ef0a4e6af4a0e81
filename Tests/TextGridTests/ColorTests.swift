import Testing

@testable import TextGrid

@Suite struct ColorTests {
  /// The index that a terminal of 256, 16 and 8 colours is given.
  static let colors: [(color: Color, of256: Int?, of16: Int?, of8: Int?)] = [
    (.terminal, nil, nil, nil),
    (.indexed(0), 0, 0, 0),
    (.indexed(7), 7, 7, 7),
    (.indexed(8), 8, 8, nil),
    (.indexed(9), 9, 9, 1),
    (.indexed(15), 15, 15, nil),
    (.indexed(16), 16, 0, nil),
    (.indexed(81), 81, 14, 6),
    (.indexed(196), 196, 9, 1),
    (.indexed(231), 231, 15, nil),
    (.indexed(232), 232, 0, nil),
    (.indexed(241), 241, 8, nil),
    (.indexed(255), 255, 7, nil),
    (.rgb(red: 0, green: 0, blue: 0), 16, 0, nil),
    (.rgb(red: 255, green: 255, blue: 255), 231, 15, nil),
    (.rgb(red: 255, green: 0, blue: 0), 196, 9, 1),
    (.rgb(red: 0, green: 0, blue: 250), 21, 4, 4),
    (.rgb(red: 95, green: 135, blue: 175), 67, 8, 6),
    (.rgb(red: 8, green: 8, blue: 9), 232, 0, 0),
    (.rgb(red: 128, green: 128, blue: 128), 244, 8, nil),
  ]

  @Test(arguments: colors)
  func isTheNearest(color: Color, of256: Int?, of16: Int?, of8: Int?) {
    #expect(color.index(ofColors: 1 << 24) == of256)
    #expect(color.index(ofColors: 256) == of256)
    #expect(color.index(ofColors: 88) == of16)
    #expect(color.index(ofColors: 16) == of16)
    #expect(color.index(ofColors: 8) == of8)
    for none in [7, 2, 0, -1] { #expect(color.index(ofColors: none) == nil) }
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
