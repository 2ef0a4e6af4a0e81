import RichText
import Testing
import TextGrid

/// Markdown as blocks and spans.
@Suite struct MarkdownBodyTests {
  static let blocks: [(markdown: String, printed: String)] = [
    ("", ""),
    ("one\ntwo\n\nthree 中 é 👩\u{200D}💻", "one\ntwo\n\nthree 中 é 👩\u{200D}💻"),
    ("one\r\ntwo\r\n\r\nthree", "one\ntwo\n\nthree"),
    ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
    ("# One\n\nTwo\n===\n### é ###", "# One\n\n# Two\n\n### é"),
    ("a\n\n---\nb", "a\n\n---\n\nb"),
    ("> a\n> > b\n\nc", "» a\n\n» » b\n\nc"),
    ("> a\nb", "» a\n» b"),
    ("- a\n- b\n  - c\n- d", "• a\n• b\n  • c\n• d"),
    ("- a\n\n- b\n\n  c", "• a\n\n• b\n\n  c"),
    ("3. a\n4. b\n   > c", "3. a\n4. b\n\n   » c"),
    ("- [ ] a\n- [x] b", "• [ ] a\n• [x] b"),
    ("```swift\nlet  a = 1\n\n\tb\n```\nc", "| let  a = 1\n| \n|     b\n\nc"),
    ("a\n\n    b <c> &amp;\n      d\n\ne", "a\n\n| b <c> &amp;\n|   d\n\ne"),
    (
      "| a | bb | c |\n| --- | :-: | --: |\n| 中文 | `x` | 1 |\n| d |",
      """
      : {strong a}    │ {strong bb} │ {strong c}
      : ─────┼────┼──
      : 中文 │ {code x}  │ 1
      : d    │    │
      """
    ),
    ("1 \\* 2 \\> 3 &gt; &#42; &copy;", "1 * 2 > 3 > * ©"),
    ("\\> a", "> a"),
  ]

  static let spans: [(markdown: String, printed: String)] = [
    ("*a* **b** ***c*** _d_", "{emphasis a} {strong b} {strong+emphasis c} {emphasis d}"),
    ("`a` ``b ` c`` `<b>`", "{code a} {code b ` c} {code <b>}"),
    ("~~a~~ ~b~", "{strike ~a~} ~b~"),
    ("snake_case_name 2*3*4", "snake_case_name 2{emphasis 3}4"),
    ("^goes ^to ^(throw up)", "^goes ^to ^(throw up)"),
    ("@ann and `@bob`", "{mention @ann} and {code @bob}"),
    ("[a](https://a.org \"T\") [b](/b)", "{link 1 a} [1] b\n\n[1] https://a.org"),
    (
      "[*a* `b`][1]\n\n[1]: https://a.org",
      "{emphasis+link 1 a}{link 1  }{code+link 1 b} [1]\n\n[1] https://a.org"
    ),
    (
      "<https://a.org/é> https://b.org/c_d_e.",
      """
      {link 1 https://a.org/é} [1] {link 2 https://b.org/c_d_e} [2].

      [1] https://a.org/%C3%A9
      [2] https://b.org/c_d_e
      """
    ),
    ("[x](https://a.org/%C3%A9%20%2F)", "{link 1 x} [1]\n\n[1] https://a.org/%C3%A9%20%2F"),
    ("[x](javascript:alert(1)) [y](<java script:z>)", "x y"),
    (
      "![猫](https://a.org/c.png) ![](d)",
      "{link 1 [image: 猫]} [1] [image]\n\n[1] https://a.org/c.png"
    ),
    ("[![a](https://b.org)](https://a.org)", "{link 1 [image: a]} [1]\n\n[1] https://a.org"),
  ]

  static let html: [(markdown: String, printed: String)] = [
    (
      "a<br>b <b>c</b> <kbd>d</kbd> H<sub>2</sub>O x<sup>2</sup>",
      "a\nb {strong c} {code d} H2O x^2"
    ),
    ("a <!-- b --> c\n\n<!--\nd\n\ne -->\n\nf", "a c\n\nf"),
    (
      "<details>\n<summary>A</summary>\n\n*b*\n\n</details>\n\nc", "(spoiler 1 A) {emphasis b}\n\nc"
    ),
    (
      "<p align=center>\n<img src=\"https://a.org/b.png\" alt=c>\n</p>",
      "{link 1 [image: c]} [1]\n\n[1] https://a.org/b.png"
    ),
    ("<script>a</script>\n\nb <style>c</style> d", "b d"),
    ("<div>a\n\n*b*</div>\n\nc", "a\n\n{emphasis b}\n\nc"),
    ("</blockquote></p></div>a", "a"),
    ("<blink>a</blink>", "a"),
  ]

  static let spoilers: [(markdown: String, printed: String)] = [
    ("It was >!the *cook*!< .", "It was {spoiler the }{emphasis+spoiler cook} ."),
    (">!a!< b >!c 中!<", "{spoiler a} b {spoiler c 中}"),
    ("> >!a!<", "» {spoiler a}"),
    ("- >!a!<", "• {spoiler a}"),
    ("**>!a!<**", "{strong+spoiler a}"),
    (">! a\n>! b\n\n>! c\n\nd", "(spoiler 1 ) a\nb\n\n(spoiler 1 ) c\n\nd"),
    (">!a\nb!<", "{spoiler a}\n{spoiler b}"),
    ("`>!a!<` >!b!<", "{code >!a!<} {spoiler b}"),
    ("```\n>!a!<\n>!b\n::: spoiler c\n```", "| >!a!<\n| >!b\n| ::: spoiler c"),
    ("    >!a!<\n    ::: spoiler b", "| >!a!<\n| ::: spoiler b"),
    ("a >!b", "a >!b"),
    ("a!<b wow!<br>c", "a!<b wow!\nc"),
    ("<b>!a!</b>", "{strong !a!}"),
    (
      "a\n::: spoiler The <b>end</b>\n- b\n\n*c*\n:::\nd",
      "a\n\n• (spoiler 1 The <b>end</b>) b\n\n(spoiler 1 The <b>end</b>) {emphasis c}\n\nd"
    ),
    ("> ::: spoiler A\n> b\n> :::\n> c", "» (spoiler 1 A) b\n\n» c"),
    (":::spoiler A\nb", "(spoiler 1 A) b"),
    ("::: spoilers\nb\n:::", "::: spoilers\nb\n:::"),
    ("::: warning\nb", "::: warning\nb"),
    (
      "::: spoiler A\n::: spoiler B\nc\n:::\nd\n:::\ne",
      "(spoiler 1 A) {strong B}\n(spoiler 1 A) c\n\n(spoiler 1 A) d\n\ne"
    ),
  ]

  static let details: [(markdown: String, printed: String)] = [
    (
      "Steps: <details>\n<summary>A</summary>\n\nb\n\n</details>\n\nc",
      "Steps:\n\n(spoiler 1 A) b\n\nc"
    ),
    ("a <details><summary>B</summary>c</details> d", "a\n\n(spoiler 1 B) c\n\nd"),
    ("- a <details><summary>B</summary>c</details>\n- d", "• a\n\n  (spoiler 1 B) c\n• d"),
    (
      "1. <details><summary>A</summary>b</details>\n2. c", "1. (spoiler 1 A) b\n2. c"
    ),
    (
      "<DETAILS>\n<summary>A</summary>\n\n> b\n\nc\n\n</DETAILS>",
      "» (spoiler 1 A) b\n\n(spoiler 1 A) c"
    ),
    ("`<details>` a", "{code <details>} a"),
  ]

  static let notes: [(markdown: String, printed: String)] = [
    (
      "A[^1] b [^n], c[^1].\n\n[^n]: d\n[^1]: One *é*\n\n    two 中\n",
      """
      A[^1] b [^2], c[^1].

      ---

      [^1] One {emphasis é}

           two 中
      [^2] d
      """
    ),
    (
      "a[^1]\n\n[^1]: https://a.org",
      "a[^1]\n\n---\n\n[^1] {link 1 https://a.org} [1]\n\n[1] https://a.org"
    ),
    // Those that nothing refers to, and those of which there is another, stay text.
    ("a\n\n[^1]: Obviously.", "a\n\n[^1]: Obviously."),
    ("a[^1]\n\n[^1]: b\n[^1]: c", "a[^1]\n\n[^1]: c\n\n---\n\n[^1] b"),
    ("a[^b c]\n\n[^b c]: d", "a[^b c]\n\n[^b c]: d"),
    ("a `[^1]`\n\n[^1]: b", "a {code [^1]}\n\n[^1]: b"),
    ("> a[^1]\n>\n> [^2]: b", "» a[^1]\n\n» [^2]: b"),
    ("```\n[^1]: a\n```", "| [^1]: a"),
    ("[^1] and [^]: [^", "[^1] and [^]: [^"),
  ]

  static let addresses: [(markdown: String, printed: String)] = [
    (
      "https://a.org/b\\_c\\~d\\*(e) www.a.org/b\\_c https://a.org/f\\_",
      """
      {link 1 https://a.org/b_c~d*(e)} [1] {link 2 www.a.org/b_c} [2] {link 3 https://a.org/f_} [3]

      [1] https://a.org/b_c~d*(e)
      [2] http://www.a.org/b_c
      [3] https://a.org/f_
      """
    ),
    (
      "me@a.org, <you@a.org>; mailto:us@a.org",
      """
      {link 1 me@a.org} [1], {link 2 you@a.org} [2]; {link 3 mailto:us@a.org} [3]

      [1] mailto:me@a.org
      [2] mailto:you@a.org
      [3] mailto:us@a.org
      """
    ),
    (
      "See !cats@a.org, @ann@b.org!",
      "See {link 1 !cats@a.org} [1], {mention @ann@b.org}!\n\n[1] https://a.org/c/cats"
    ),
    ("/u/ann@a.org git@a.org:b/c acct:ann@a.org", "/u/ann@a.org git@a.org:b/c acct:ann@a.org"),
    (
      "[a](<https://a.org/b c>) [d](https://é.org/)",
      "{link 1 a} [1] {link 2 d} [2]\n\n[1] https://a.org/b%20c\n[2] https://xn--9ca.org/"
    ),
  ]

  /// cmark-gfm has tables that all its parsers share.
  @Test func manyThreadsReadTheSame() async {
    let text = String(repeating: "~~a~~ www.a.org and me@b.org\n\n|c|\n|-|\n|d|\n\n", count: 20)
    let expected = Body(markdown: text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 {
        group.addTask { Body(markdown: text) == expected }
        group.addTask { Body(markdown: "*e* ~~f~~").printed == "{emphasis e} {strike ~f~}" }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test(arguments: [blocks, spans, html, spoilers, details, notes, addresses].joined().map { $0 })
  func becomesBlocks(markdown: String, printed: String) {
    #expect(Body(markdown: markdown).printed == printed)
  }
}
