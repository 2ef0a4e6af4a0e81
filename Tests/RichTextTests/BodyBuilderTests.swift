import Testing
import TextGrid

@testable import RichText

/// What readers of markup tell the builder, and the body that comes of it.
@Suite struct BodyBuilderTests {
  private func body(_ build: (inout BodyBuilder) -> Void) -> String {
    var builder = BodyBuilder()
    build(&builder)
    return builder.finish().printed
  }

  @Test func nothingIsNothing() {
    let printed = body {
      $0.openQuote()
      $0.text(" \n")
      $0.begin(.heading(level: 2))
      $0.begin(.code)
      $0.text("\n  \n")
      $0.lineBreak()
      $0.close()
      $0.close()
      $0.closeSpoiler()
      $0.closeLink()
      $0.close(.strong)
      $0.closeCell()
    }
    #expect(printed == "")
  }

  @Test func textOutsideABlockBeginsAParagraph() {
    let printed = body {
      $0.text("one")
      $0.begin(.rule)
      $0.text("two 中")
      $0.end()
      $0.text("three")
    }
    #expect(printed == "one\n\n---\n\ntwo 中\n\nthree")
  }

  @Test func whiteSpaceIsOneSpace() {
    let printed = body {
      $0.text(" one\n ")
      $0.text("\t two\r\n\r\nthree  ")
      $0.lineBreak()
      $0.text("  four\u{A0} \u{A0}five ")
    }
    #expect(printed == "one two three\nfour   five")
  }

  @Test func spacesAreCountedOverSpans() {
    let printed = body {
      $0.text("a ")
      $0.open(.strong)
      $0.text(" b ")
      $0.close(.strong)
      $0.text(" c")
    }
    #expect(printed == "a {strong b }c")
  }

  @Test func codeKeepsItsSpaces() {
    let printed = body {
      $0.begin(.code)
      $0.text("\n\n  let é  = 1\r\n\tend\n\n x @ann https://a.org\n\n")
    }
    #expect(printed == "|   let é  = 1\n|     end\n| \n|  x @ann https://a.org")
  }

  @Test func traitsNestAndOverlap() {
    let printed = body {
      $0.open(.strong)
      $0.text("a")
      $0.open(.emphasis)
      $0.open(.strong)
      $0.text("b")
      $0.close(.strong)
      $0.close(.strong)
      $0.text("c")
      $0.end()
      $0.text("d")
      $0.close(.emphasis)
      $0.text("e")
    }
    #expect(printed == "{strong a}{strong+emphasis b}{emphasis c}\n\n{emphasis d}e")
  }

  @Test func struckWordsStandBetweenTildes() {
    let printed = body {
      $0.text("a ")
      $0.open(.strike)
      $0.text("b")
      $0.open(.strike)
      $0.text("c")
      $0.close(.strike)
      $0.close(.strike)
      $0.text(" d")
    }
    #expect(printed == "a {strike ~bc~} d")
  }

  static let targets: [(target: String, printed: String)] = [
    ("https://a.org/é 中", "{link 1 x} [1]\n\n[1] https://a.org/%C3%A9%20%E4%B8%AD"),
    (" HTTP://a.org", "{link 1 x} [1]\n\n[1] HTTP://a.org"),
    ("mailto:a@b.org", "{link 1 x} [1]\n\n[1] mailto:a@b.org"),
    ("javascript:alert(1)", "x"), ("java\u{A}script:alert(1)", "x"), ("data:text/html,x", "x"),
    ("file:///etc/passwd", "x"), ("/u/ann", "x"), ("#top", "x"), ("", "x"), ("vbscript:x", "x"),
    ("\u{202E}https://a.org", "x"),
    (
      "https://a.org/\u{1B}]52;c;eA==\u{7}\u{202E}",
      "{link 1 x} [1]\n\n[1] https://a.org/%1B]52;c;eA==%07%E2%80%AE"
    ),
  ]

  @Test(arguments: targets)
  func linksLeadSomewhere(target: String, printed: String) {
    let body = body {
      $0.openLink(to: target)
      $0.text("x")
      $0.closeLink()
    }
    #expect(body == printed)
  }

  @Test func aLinkWithoutTextShowsWhereItLeads() {
    let printed = body {
      $0.text("a ")
      $0.openLink(to: "https://a.org")
      $0.closeLink()
    }
    #expect(printed == "a {link 1 https://a.org} [1]\n\n[1] https://a.org")
  }

  @Test func linksDoNotNest() {
    let printed = body {
      $0.openLink(to: "https://a.org")
      $0.text("a")
      $0.open(.code)
      $0.openLink(to: "https://b.org")
      $0.text("b")
      $0.close(.code)
      $0.closeLink()
    }
    #expect(printed == "{link 1 a}{code+link 1 b} [1]\n\n[1] https://a.org")
  }

  @Test func hostileTextIsSafe() {
    let printed = body {
      $0.text("\u{1B}]8;;https://evil.org\u{7}x\u{202E} e\u{301}\u{2028}")
      $0.begin(.code)
      $0.text("\u{9B}31m\u{0}👩\u{200D}💻")
      $0.openSpoiler(title: "\u{1B}[2J")
      $0.text("y")
    }
    #expect(
      printed == """
        ␛]8;;{link 1 https://evil.org␇x} [1] e\u{301}\u{FFFD}

        | \u{FFFD}31m␀👩\u{200D}💻

        (spoiler 1 ␛[2J) y

        [1] https://evil.xn--orgx-ne1b
        """)
  }
}
