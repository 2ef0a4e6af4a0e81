import DiscussionModel
import HostileCorpus
import Reader
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct HTMLExportTests {
  @Test func aDiscussionIsWritten() {
    let text = html(Excerpt(Page(.bees))).drop { $0 != "<body>" }
    #expect(
      text.joined(separator: "\n") == """
        <body>
        <h1>Should the hives move to the roof?</h1>
        <p class="by">by Inés · 20 May 2021</p>
        <section class="t">
        <p>The orchard has been sold. The hives have until the end of June, and nobody has a garden.</p>
        <p class="m">▒ 4 words hidden by the site</p>
        <p>The roof is flat, and 中 windy.</p>
        </section>
        <p class="w">6 comments (1 deleted, 3 missing) · who replies to whom is inferred</p>
        <section class="t">
        <h2>Notice</h2>
        <p>The vote is for members.</p>
        </section>
        <details class="t">
        <summary>Before, 2 links</summary>
        <ul>
        <li><a href="https://bees.example/3" rel="nofollow noopener noreferrer">A swarm at the school</a> <span class="d">1 Jun 2020</span><br>It sat on a bicycle.</li>
        <li>Honey, sold out</li>
        </ul>
        </details>
        <details open class="c" id="c1">
        <summary><bdi class="a">bo</bdi> <span class="d">20 May 2021, 10:00 UTC · 1 point</span> <span class="n"><a href="#c1">#1</a></span> <span class="r">3 replies</span> <bdi class="s">Wind is what kills them. Not height.</bdi></summary>
        <div class="t">
        <p>Wind is what kills them.<br>Not height.</p>
        </div>
        <details open class="c" id="c2">
        <summary><bdi class="a">Inés</bdi> <bdi class="g">OP</bdi> <bdi class="g">keeper</bdi> <span class="d">-3 points</span> <span class="n"><a href="#c2">#2</a></span> <span class="r">1 reply</span> <bdi class="s">A fence of reeds helps: it lets half through.</bdi></summary>
        <div class="t">
        <p>A fence of reeds helps:</p>
        <p>it lets half through.</p>
        </div>
        <p class="w">2 more replies not in this file</p>
        <details open class="c" id="c3">
        <summary><span class="a"><a href="#c3">#3</a></span> <bdi class="s">How high? Mine at 1 m was ▒▒▒ ▒▒▒▒, and ▒▒▒ at 2 m it held through the winter.</bdi></summary>
        <div class="t">
        <p>How high? Mine at 1 m was <span class="m">▒▒▒</span> <span class="m">▒▒▒▒,</span> and <span class="m">▒▒▒</span> at 2 m it held through the winter.</p>
        </div>
        </details></details>
        <details open class="c" id="c4">
        <summary><bdi class="a">lu</bdi> <span class="d">deleted</span> <span class="n"><a href="#c4">#4</a></span></summary>
        </details></details>
        <details open class="c" id="c9">
        <summary><bdi class="a">max</bdi> <span class="d">flagged · replies to post 17</span> <span class="n"><a href="#c9">#9</a></span> <span class="r">1 reply</span> <bdi class="s">▒ cruelty</bdi></summary>
        <div class="t">
        <details class="v"><summary>▒ warning: cruelty</summary>
        <p>Burn them <span class="m">▒▒▒▒</span> <span class="m">▒▒▒▒.</span></p>
        </details>
        </div>
        <p class="w">1 more reply not in this file</p>
        <details open class="c" id="c6">
        <summary><span class="a"><a href="#c6">#6</a></span></summary>
        <div class="t">
        <p class="w">no text</p>
        </div>
        </details></details>
        </body>
        </html>
        """)
  }

  @Test func itLoadsNothing() {
    let text = html(Excerpt(Page(.bees))).prefix { $0 != "<style>" }
    #expect(
      text.joined(separator: "\n") == """
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <meta name="generator" content="understory">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Should the hives move to the roof?</title>
        """)
    let style = HTMLStyle.lines(.plain, dark: .plain).joined()
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("<"))
  }

  @Test func aPartOfItTellsWhatItAnswers() {
    var selection = Selection()
    selection.comment = 2
    let lines = html(Excerpt(Page(.bees), selection))
    #expect(lines.contains("<p class=\"w\">1 of 6 comments</p>"))
    #expect(lines.contains { $0.contains("<span class=\"d\">level 3</span>") })
    #expect(
      lines.contains(
        "<p class=\"w\">replies to #2 (Inés): A fence of reeds helps: it lets half through.</p>"))
  }

  @Test func colorsAreThoseOfTheTheme() {
    let theme = Theme(
      name: "", isDark: true,
      styles: [
        .author: Style(foreground: .indexed(196), attributes: [.bold, .italic]),
        .badge: Style(attributes: .reverse), .code: Style(background: .indexed(21)),
        .guide1: Style(foreground: .rgb(red: 1, green: 2, blue: 3)),
        .link: Style(attributes: .underline), .detail: Style(attributes: .dim),
      ])
    let lines = HTMLStyle.lines(theme, dark: nil)
    #expect(lines.first == ":root { color-scheme: dark }")
    for line in [
      "html { background: #1e1e1e; color: #cccccc }",
      ".a { color: #ff0000; font-weight: 600; font-style: italic }",
      ".g { color: #1e1e1e; background: #cccccc }",
      "code, pre { color: #cccccc; background: #0000ff }", ".c { border-color: #010203 }",
      ".t a { color: #cccccc; text-decoration: underline }",
      ".d, .d a, .w { color: #929292 }",
    ] { #expect(lines.contains(line), "\(line)") }
    let both = HTMLStyle.lines(.plain, dark: theme)
    #expect(both.first == ":root { color-scheme: light dark }")
    #expect(both.contains("@media (prefers-color-scheme: dark) {") && both.last == "}")
  }

  @Test(arguments: Markup.allCases)
  func everythingHostileStaysInItsPlace(markup: Markup) {
    let comments = HostileCorpus.texts.enumerated().map { index, hostile in
      var comment = Comment(
        id: "\(index)", parent: index % 3 == 0 ? nil : "\(index - 1)", author: hostile.text,
        body: RawText(hostile.text))
      comment.published = RawText(hostile.text)
      var details = CommentDetails()
      details.badges = [hostile.text]
      details.url = "https:" + hostile.text
      details.edited = hostile.text
      details.parentLabel = hostile.text
      if index % 2 == 0 { details.warning = hostile.text }
      comment.details = details
      return comment
    }
    var discussion = Discussion.hostile
    discussion.title = "</title><script>x</script>\"'><b onclick=\"x\">"
    discussion.url = "https://x.example/\" onclick=\"x"
    discussion.comments = comments
    discussion.markup = markup
    var page = PageOfTags()
    for line in html(Excerpt(Page(discussion))) { page.read(line) }
    #expect(page.problems == [])
    #expect(page.open == [])
  }

  @Test func aDeepChainIsNotNestedDeeply() {
    let comments = (0..<20_000).map { Comment(id: "\($0)", parent: $0 == 0 ? nil : "\($0 - 1)") }
    var page = PageOfTags()
    var last: SafeText = ""
    HTMLExport.write(
      Excerpt(Page(Discussion(id: "", title: "", comments: comments))), theme: .plain
    ) { line in
      page.read(line.string)
      if line.string.hasPrefix("<summary>") { last = line }
    }
    #expect(page.problems == [] && page.open == [])
    #expect(page.deepest <= HTMLExport.deepest + 6)
    #expect(
      last == """
        <summary><span class="a"><a href="#c20000">#20000</a></span> <span class="d">level 20000 \
        · replies to <a href="#c19999">#19999</a></span></summary>
        """)
  }

  /// Each author has a colour, the same as on the screen; in the light and in the dark theme.
  @Test func authorsHaveColours() {
    func theme(_ colors: [UInt8], isDark: Bool) -> Theme {
      var styles: [Role: Style] = [.author: Style(foreground: .rgb(red: 1, green: 1, blue: 1))]
      for (role, color) in zip(Role.people, colors) {
        styles[role] = Style(foreground: .rgb(red: color, green: color, blue: 0))
      }
      return Theme(name: "", isDark: isDark, styles: styles)
    }
    let (light, dark) = (theme([10, 20, 30], isDark: false), theme([200, 210], isDark: true))
    let comments = ["ann", "bob", "ann", nil].enumerated().map { index, author in
      Comment(id: "\(index)", author: author, body: "x")
    }
    let excerpt = Excerpt(Page(Discussion(id: "", title: "", comments: comments)))
    var lines: [String] = []
    HTMLExport.write(excerpt, theme: light, dark: dark) { lines.append($0.string) }
    let names = lines.filter { $0.hasPrefix("<summary>") }.map { line in
      String(line.split(separator: "\"")[1])
    }
    let (one, other) = (light.person(called: "ann") ?? -1, dark.person(called: "ann") ?? -1)
    #expect(names[0] == "a p\(one) q\(other)")
    #expect(names[1] != "a" && names[2] == names[0] && names[3] == "a")
    let rules = lines.filter { $0.hasPrefix(".p") || $0.hasPrefix(".q") }
    #expect(
      rules.filter { !$0.hasPrefix(".p.") && $0.count < 30 }.map { String($0.prefix(3)) }
        == [".p0", ".p1", ".p2", ".q0", ".q1"])
    lines = []
    HTMLExport.write(excerpt, theme: light.withoutPeople) { lines.append($0.string) }
    #expect(lines.filter { $0.hasPrefix("<summary>") }.allSatisfy { $0.contains("\"a\"") })
  }

  private func html(_ excerpt: Excerpt) -> [String] {
    var lines: [String] = []
    HTMLExport.write(excerpt, theme: .plain) { lines.append($0.string) }
    return lines
  }
}
