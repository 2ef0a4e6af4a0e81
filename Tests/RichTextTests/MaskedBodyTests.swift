import RichText
import Testing
import TextGrid

/// Bodies of which the site hides words.
@Suite struct MaskedBodyTests {
  /// A word is masked when it begins with the mask.
  private func body(_ text: String, mask: Character = "*") -> Body {
    Body(plain: text, mask: Mask(character: mask) { $0.first == mask })
  }

  static let bodies: [(body: String, printed: String)] = [
    ("The ***** too", "The {masked ▒▒▒▒▒} too"),
    ("é ***, 中 **👩\u{200D}💻 now", "é {masked ▒▒▒,} 中 {masked ▒▒👩\u{200D}💻} now"),
    ("one *\ntwo\n** three", "one {masked ▒}\ntwo\n{masked ▒▒} three"),
    ("> one two *\n\n*", "» one two {masked ▒}\n\n(masked 1) {masked ▒}"),
    ("one https://a.org/x *", "one {link 1 https://a.org/x} [1] {masked ▒}\n\n[1] https://a.org/x"),
    ("* one  *\ttwo three four", "{masked ▒} one  {masked ▒}    two three four"),
    ("a \u{1B}[2J b *\u{9B}2J c", "a ␛[2J b {masked ▒\u{FFFD}2J} c"),
  ]

  @Test(arguments: bodies)
  func aWordIsDrawnAsBlocks(body text: String, printed: String) {
    #expect(body(text).printed == printed)
  }

  @Test func aMaskIsACharacter() {
    let text = body("a 👩\u{200D}💻👩\u{200D}💻 中", mask: "👩\u{200D}💻")
    #expect(text.printed == "a {masked ▒▒} 中")
  }

  @Test func theCallerSaysWhatIsMasked() {
    let text = Body(plain: "a ** b* c", mask: Mask(character: "*") { $0 == "b*" })
    #expect(text.printed == "a ** {masked b▒} c")
  }

  @Test func nothingIsMaskedWithoutAMask() {
    #expect(Body(plain: "** **").printed == "** **")
  }

  /// For each block its words when it is hidden, or else `text`.
  static let hidden: [(body: String, blocks: String)] = [
    ("one two", "text"),
    ("* two", "text"),
    ("* *", "2"),
    ("* * three", "2"),
    ("* * three four", "text"),
    ("* * *\nfour five six", "text"),
    ("one\n* *", "2"),
    ("*\n\n*", "1 1"),
    ("* *\n\none\n\n*", "2 text 1"),
    ("one\n\n*\n\ntwo", "text 1 text"),
    ("*\t*\u{A0}*\u{3000}four", "3"),
  ]

  @Test(arguments: hidden)
  func mostlyMaskedParagraphsAreHidden(body text: String, as expected: String) {
    let blocks = body(text).blocks.map { block in
      if case .masked(let words) = block.cover { "\(words)" } else { "text" }
    }
    #expect(blocks.joined(separator: " ") == expected)
  }
}
