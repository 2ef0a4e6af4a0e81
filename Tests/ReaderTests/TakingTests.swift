import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Copying, opening pages and links: what the caller is asked to do, and what is told.
@Suite struct TakingTests {
  private static var discussion: Discussion {
    var result = Discussion.outline(
      """
      a: see https://example.org/one and http://example.org/two
      b: first|second é 中 👩‍💻
      c: deleted
      d: evil \u{1B}]0;x\u{7} \u{202E}text
      """, body: "Read https://example.org/body.")
    result.url = "https://example.org/shed"
    var details = CommentDetails()
    details.url = "https://example.org/shed#a"
    result.comments[0].details = details
    details.url = "javascript:alert(1)"
    result.comments[1].details = details
    result.links = [
      LinkList(
        heading: "More",
        items: [
          LinkItem(title: "Tar"), LinkItem(title: "Roof", url: "gemini://example.org/"),
          LinkItem(title: "Bad", url: "file:///etc/passwd"),
        ])
    ]
    return result
  }

  @Test(
    arguments: [
      (
        "1G y", .copy(["see https://example.org/one and http://example.org/two"]),
        "copied 1 line of #1"
      ),
      ("2G y", .copy(["first", "", "second é 中 👩‍💻"]), "copied 3 lines of #2"),
      ("4G y", .copy(["evil ␛]0;x␇ text"]), "copied 1 line of #4"),
      ("y", .copy(["A title", "Read https://example.org/body."]), "copied 2 lines of the article"),
      ("3G y", nil, "no text here"),
      ("1G Y", .copy(["https://example.org/shed#a"]), "copied https://example.org/shed#a"),
      ("Y", .copy(["https://example.org/shed"]), "copied https://example.org/shed"),
      ("4G Y", .copy(["https://example.org/shed"]), "copied https://example.org/shed"),
      ("1G o", .browse("https://example.org/shed#a"), "opening https://example.org/shed#a"),
      ("o", .browse("https://example.org/shed"), "opening https://example.org/shed"),
      ("4G o", nil, "this comment has no page (O opens the article)"),
      ("2G o", nil, "not opened (only http, https, mailto and gemini): javascript:alert(1)"),
      ("4G O", .browse("https://example.org/shed"), "opening https://example.org/shed"),
      ("1G 1x", .browse("https://example.org/one"), "opening https://example.org/one"),
      ("1G 2x", .browse("http://example.org/two"), "opening http://example.org/two"),
      ("1G 3x", nil, "no link 3: expected 1 to 2"), ("2G x", nil, "no links here"),
      ("2G 1x", nil, "no links here"),
      ("1x", .browse("https://example.org/body"), "opening https://example.org/body"),
      ("1G x j Enter", .browse("http://example.org/two"), "opening http://example.org/two"),
      ("1G x Esc", nil, nil),
      ("j 1x", .browse("gemini://example.org/"), "opening gemini://example.org/"),
      ("j 2x", nil, "not opened (only http, https, mailto and gemini): file:///etc/passwd"),
    ] as [(String, Effect?, String?)])
  func effects(keys: String, effect: Effect?, notice: String?) {
    var reading = Reading(Self.discussion, rows: 20)
    reading.press(keys)
    #expect(reading.effects == (effect.map { [$0] } ?? []))
    #expect(reading.notice == notice)
    #expect(reading.state.isReading)
  }

  @Test(arguments: ["j x", "j 1x"])
  func aListOfTitlesAloneHasNoAddresses(keys: String) {
    var discussion = Discussion.outline("a: one")
    discussion.links = [LinkList(heading: "Earlier", items: [LinkItem(title: "The old roof")])]
    var reading = Reading(discussion, rows: 20)
    reading.press(keys)
    #expect(reading.notice == "this list has no addresses")
  }

  /// Where a link leads is told as far as the screen goes, not as far as texts.
  @Test func aLongAddressHasTheWholeScreen() {
    let address = "https://example.org/" + String(repeating: "e", count: 80)
    var reading = Reading(.outline("a: see \(address)"), columns: 119, rows: 6)
    reading.press("1G x")
    #expect(reading.screen().contains("▌[1] \(address)\n"), "\(reading.screen())")
    reading.resize(columns: 100, rows: 6)
    #expect(reading.screen().contains("▌[1] \(address.prefix(93))…\n"), "\(reading.screen())")
  }

  @Test func linksAreListed() {
    var reading = Reading(Self.discussion, columns: 60, rows: 8)
    reading.press("1G x")
    #expect(
      reading.screen() == """
         ↑ A title
                                                                   ┃
         ● #1                                                      ┃
         ──────────────────────────────────────────────────────────
        ▌[1] https://example.org/one
         [2] http://example.org/two

         2 links                             Enter open   Esc close
        """)
    #expect(reading.effects == [])
  }

  @Test func withoutAddressesThatIsSaid() {
    var reading = Reading(.outline("a: x"))
    for keys in ["Y", "o", "O", "j Y", "o", "O"] {
      reading.press(keys)
      #expect(reading.notice == "this discussion has no link")
    }
    #expect(reading.effects == [])
  }

  @Test(
    arguments: [
      (
        "m", .useMouse(false), "mouse off · r marks read · m turns it on"
      ), ("m m", .useMouse(true), "mouse on · m turns it off · Shift selects text"),
      ("w", .remember(.measure(100)), "text at most 100 cells wide"),
      ("w w", .remember(.measure(nil)), "text as wide as the screen"),
      ("w w w", .remember(.measure(60)), "text at most 60 cells wide"), ("Ctrl-L", .redraw, nil),
      ("Q", .exit, nil), ("Ctrl-C", .exit, nil), ("q", .leave, nil),
    ] as [(String, Effect, String?)])
  func othersAskToo(keys: String, effect: Effect, notice: String?) {
    var reading = Reading(Self.discussion, rows: 20)
    reading.press(keys)
    #expect(reading.effects.last == effect)
    #expect(reading.notice == notice)
  }
}
