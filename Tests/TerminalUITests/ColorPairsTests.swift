import Testing
import TextGrid

@testable import TerminalUI

@Suite struct ColorPairsTests {
  private static let numbers = ColorNumbers(colors: 256, bits: nil, palette: 0)

  private final class Made {
    var pairs: [String] = []
  }

  /// Pairs of a terminal that notes which are made.
  private func pairs(limit: Int, colors: ColorNumbers = numbers, _ made: Made) -> ColorPairs {
    ColorPairs(colors: colors, limit: limit) { number, foreground, background in
      made.pairs.append("\(number):\(foreground)/\(background)")
      return true
    }
  }

  @Test func aPairIsMadeOnceAndWhenItIsNeeded() {
    let made = Made()
    var pairs = pairs(limit: 256, made)
    #expect(made.pairs == [])
    #expect(pairs.look(of: .plain).pair == 0)
    #expect(pairs.look(of: Style(attributes: .bold)).pair == 0)
    #expect(pairs.look(of: Style(foreground: .indexed(5))).pair == 1)
    #expect(pairs.look(of: Style(foreground: .indexed(5), attributes: .bold)).pair == 1)
    #expect(pairs.look(of: Style(foreground: .indexed(5), background: .indexed(6))).pair == 2)
    #expect(made.pairs == ["1:5/-1", "2:5/6"])
  }

  /// A terminal with few pairs shows all, if not in all colours.
  @Test func withoutMorePairsTheScreensColorsStandIn() {
    let made = Made()
    var pairs = pairs(limit: 2, made)
    #expect(pairs.look(of: Style(foreground: .indexed(5))).pair == 1)
    let other = pairs.look(of: Style(foreground: .indexed(6), attributes: .bold))
    #expect(other.pair == 0 && other.attributes == .bold)
    let ground = pairs.look(of: Style(foreground: .indexed(0), background: .indexed(3)))
    #expect(ground.pair == 0 && ground.attributes == .reverse)
    #expect(pairs.look(of: Style(foreground: .indexed(5))).pair == 1)
    #expect(made.pairs == ["1:5/-1"])
  }

  @Test func whatCannotBeMadeIsNotUsed() {
    var pairs = ColorPairs(colors: Self.numbers, limit: 256) { _, _, _ in false }
    #expect(pairs.look(of: Style(foreground: .indexed(5))).pair == 0)
  }

  @Test func theScreensColorsAreThoseOfTheFirstPair() {
    let made = Made()
    var pairs = pairs(limit: 256, made)
    let screen = Style(foreground: .indexed(16), background: .indexed(231))
    #expect(pairs.setScreen(screen) ?? (0, 0) == (16, 231))
    #expect(pairs.setScreen(screen) == nil)
    #expect(pairs.look(of: .plain).pair == 0)
    #expect(pairs.look(of: screen).pair == 0)
    #expect(pairs.look(of: Style(foreground: .indexed(5))).pair == 1)
    #expect(made.pairs == ["1:5/231"])
    #expect(pairs.setScreen(.plain) ?? (0, 0) == (-1, -1))
  }

  @Test func withoutColorsAllIsTheFirstPair() {
    let made = Made()
    var pairs = pairs(limit: 0, colors: .none, made)
    #expect(pairs.setScreen(Style(background: .indexed(0))) == nil)
    let look = pairs.look(of: Style(foreground: .indexed(5), attributes: .dim))
    #expect(look.pair == 0 && look.attributes == .dim)
    #expect(made.pairs == [])
  }
}
