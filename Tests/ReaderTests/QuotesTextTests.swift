import DiscussionModel
import Testing

@testable import Reader

/// Words of all scripts, hidden words and markup in quotations.
@Suite struct QuotesTextTests {
  private func quotes(
    _ earlier: String, _ passage: String, markup: Markup = .plain, mask: Character? = nil
  ) -> Bool {
    var discussion = Discussion.outline("a: x\n  z: y")
    discussion.markup = markup
    discussion.maskCharacter = mask
    discussion.comments[0].body = RawText(earlier)
    discussion.comments[1].body = RawText(passage)
    return !discussion.quotations().isEmpty
  }

  @Test(arguments: [
    ("Une fois l’été passé, le café d’en face ferme.", "une fois l'ete passe le cafe", false),
    (
      "Une fois l’été passé, le café d’en face ferme.",
      "UNE FOIS L'E\u{301}TE\u{301} PASSE\u{301} LE CAFE\u{301} DEN FACE FERME", true
    ),
    (
      "Die große Straße ist am Ende immer noch naß.", "die GROSSE STRASSE ist am Ende immer noch",
      true
    ),
    ("ὁ λόγος ἐστὶν οὗτος ὃν εἶπον ὑμῖν πρῶτον", "Ὁ ΛΌΓΟΣ ἐστὶν οὗτος ὃν εἶπον ὑμῖν πρῶτον", true),
    (
      "Старый паром уходит в шесть и никого не ждёт", "старый паром УХОДИТ в шесть и никого не",
      true
    ),
    // Signs of scripts without spaces weigh half a word.
    ("旧渡轮六点钟离开码头从来不等任何一个人。", "他说旧渡轮六点钟离开码头从来不等任何人", true),
    ("旧渡轮六点钟离开码头从来不等任何一个人。", "他说旧渡轮六点钟离开码头从来等", false),
    ("旧渡轮六点钟离开码头从来不等任何一个人。", "> 六点钟离开", true),
    ("古いフェリーは六時に出て、だれも待ちません。", "古いフェリ\u{30FC}は六時に出て、た\u{3099}れも待ちません", true),
    ("เรือข้ามฟากเก่าออกตอนหกโมง", "เขาว่าเรือข้ามฟากเก่าออกตอนหกโมง", true),
    ("Say 👩‍💻 to the old ferry that leaves at six", "say to the old ferry that leaves at six", true),
    ("👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻", "👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻 👩‍💻", false),
    ("... --- ... --- ... --- ... --- ...", "> ... --- ... --- ... --- ... --- ...", false),
    // What a terminal would obey is no word, and hides none.
    ("a\u{1B}[31mb c d e f g h i j", "31mb\u{202E} c d e f g h i", true),
  ])
  func foldsWords(earlier: String, passage: String, expected: Bool) {
    #expect(quotes(earlier, passage) == expected)
  }

  @Test(arguments: [
    ("***** *** **** ** *** ****** **** ** ***", "***** *** **** ** *** ****** **** ** ***", false),
    (
      "***** *** **** ** *** ****** **** ** ***", "> ***** *** **** ** *** ****** **** ** ***",
      false
    ),
    (
      "one two three four *** five six seven eight", "one two three four *** five six seven eight",
      false
    ),
    ("one two three *** *** *** five six seven", "one two three old new red five six seven", false),
    (
      "**** one two three four five six seven eight", "one two three four five six seven eight",
      true
    ),
  ])
  func hiddenWordsEqualNothing(earlier: String, passage: String, expected: Bool) {
    #expect(quotes(earlier, passage, mask: "*") == expected)
  }

  @Test func anAddressIsOneWord() {
    let address = "https://example.org/one/two/three/four/five/six/seven/eight/nine"
    #expect(!quotes("See \(address) first.", "Or see \(address) too."))
    #expect(quotes("I read that on \(address) a year ago.", "> read that on \(address) a year"))
    let named =
      "Read [the old ferry](https://a.org/1) and [then](https://a.org/2) never come back here."
    let other =
      "See [this](https://b.org). Read the [old](https://a.org/1) ferry and then never come back"
    #expect(quotes(named, other, markup: .markdown))
  }

  @Test(arguments: [
    "<p>&gt; never waits for anybody<p>Hm.",
    "<blockquote>never waits <i>for</i> any<b>body</b></blockquote>",
    "<p>So:<br>&gt; never waits for<br>&gt; anybody<br>Hm.",
  ])
  func quotesInHTML(passage: String) {
    #expect(quotes("<p>The ferry never waits for <i>anybody</i>.", passage, markup: .html))
  }

  @Test func codeAndTablesDoNotQuote() {
    let code = "```\nfor index in zero up to nine do print it\n```"
    #expect(!quotes(code, code, markup: .markdown))
    #expect(quotes(code, "> for index in zero up to nine do", markup: .markdown))
  }
}
