import DiscussionModel
import HTMLTree
import Testing
import WebAddresses

@testable import Sites

/// What of a page is its text, rule by rule.
@Suite struct ArticleTextTests {
  /// Paragraphs of a text about a ferry; each is long enough to be one beyond doubt.
  static let first =
    "<p>The ferry has crossed the sound four times a day for ninety years, and in ninety years nobody has "
    + "asked what it costs. Now the county has asked, and the answer, which came in a folder of two hundred "
    + "pages, has been read aloud in both harbours.</p>"
  static let second =
    "<p>It costs eleven crowns a passenger, half of them paid by people who have never set foot on it. "
    + "The captain, who has steered it since he was nineteen, says that he would like to meet them, and "
    + "that he would make them coffee.</p>"
  static let third =
    "<p>A bridge would cost more, a tunnel more than that. What would cost least, the folder says on its "
    + "last page, is to leave things as they are, paint the hull, and not ask again before the next "
    + "ninety years are over.</p>"
  static let text = first + second + third
  static let menu =
    "<ul><li><a href=/a>Home</a><li><a href=/b>News</a><li><a href=/c>Sport</a></ul>"

  /// A page, what must be in its text, and what must not.
  struct Case: CustomTestStringConvertible, Sendable {
    var rule: String
    var page: String
    var has: [String] = ["nobody has asked", "make them coffee", "paint the hull"]
    var hasNot: [String] = []

    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    Case(rule: "a plain page", page: "<body>\(text)"),
    Case(
      rule: "menus by name", page: "<nav>\(menu)</nav><main>\(text)</main><footer>Imprint</footer>",
      hasNot: ["Home", "Imprint"]),
    Case(
      rule: "menus by class",
      page: "<div class=top-menu>\(menu)</div><div>\(text)</div><div id=footer>Imprint</div>",
      hasNot: ["Home", "Imprint"]),
    Case(
      rule: "menus by nothing but their links",
      page: "<div>\(menu)</div><div><div>\(menu)</div>\(text)</div>",
      hasNot: ["Home"]),
    Case(
      rule: "a menu by its role", page: "<div role=navigation>Start here</div><div>\(text)</div>",
      hasNot: ["Start here"]),
    Case(
      rule: "what is not shown",
      page:
        "<div>\(text)<p hidden>One</p><p style='Display: None'>Two</p><p aria-hidden=true>Three</p></div>",
      hasNot: ["One", "Two", "Three"]),
    Case(
      rule: "a page that a script shows", page: "<body style='visibility:hidden'><div>\(text)</div>"
    ),
    Case(
      rule: "share buttons in three languages",
      page: """
        <article>\(text)<div class=share-buttons>Share this</div><div class=artikelTeilen><p>Teilen</div>\
        <div class="post-compartir">Compartir</div></article>
        """, hasNot: ["Share", "Teilen", "Compartir"]),
    Case(
      rule: "a cookie notice and a newsletter",
      page: """
        <div id=cookie-banner><p>We value your privacy, and so do our partners, all nine hundred of them, \
        who would like to know you better.</p></div><article>\(text)<div class=newsletter-signup><p>Get our \
        letter, every Friday, with all that has happened on the water during the week.</p></div></article>
        """, hasNot: ["privacy", "Friday"]),
    Case(
      rule: "comments below",
      page: """
        <article>\(text)</article><section id=comments><p>I have crossed it twice, and both times the coffee, \
        if that is the word, was cold, and the captain was asleep at the wheel.</p></section>
        """, hasNot: ["asleep"]),
    Case(
      rule: "comments in the article",
      page: """
        <article>\(text)<ol class=commentlist><li><p>I have crossed it twice, and both times the coffee, \
        if that is the word, was cold, and the captain was asleep at the wheel.</p></ol></article>
        """, hasNot: ["asleep"]),
    Case(
      rule: "a commentary is a text", page: "<div class='post category-commentary'>\(text)</div>"),
    Case(
      rule: "teasers of other articles",
      page: """
        <div><div class=story>\(text)</div><div class=more><div><h3><a href=/1>The lighthouse goes dark at the \
        end of the year</a></h3><p>After a hundred years.</p></div><div><h3><a href=/2>Why herring \
        is dearer than salmon in all ports</a></h3><p>The price of fish.</p></div></div></div>
        """, hasNot: ["lighthouse", "herring"]),
    Case(
      rule: "a text in several parts",
      page: """
        <div id=page><div><div class=part>\(first)</div></div><div><div class=ad>Buy boats</div></div>\
        <div><div class=part>\(second)</div></div><div><div class=part>\(third)</div></div></div>
        """, hasNot: ["Buy boats"]),
    Case(
      rule: "a lede above the text",
      page: """
        <meta name=description content="What the ferry costs, and who pays for it: a folder has the answer.">\
        <div><header><h1>Ninety years</h1><div class=x>What the ferry costs, and who pays for it: a folder \
        has the answer.</div><div>12 May 2020, 10:30, updated 13 May 2020, 11:45, 14:20 and 15:10 local time\
        </div></header><div class=y>\(text)</div></div>
        """,
      has: ["What the ferry costs", "nobody has asked"], hasNot: ["updated"]),
    Case(
      rule: "the title is not repeated",
      page:
        "<title>Ninety years of ferry - The Sound</title><article><h1>Ninety years of ferry</h1>\(text)</article>",
      hasNot: ["Ninety years of ferry"]),
    Case(
      rule: "a list of links in the text is text",
      page:
        "<article>\(first)<ul><li><a href=/x>The folder</a><li><a href=/y>The map</a></ul>\(second)\(third)</article>",
      has: ["The folder", "The map", "nobody has asked"]),
    Case(
      rule: "the sign at a heading that leads to itself",
      page:
        "<article>\(first)<h2 id=x>The bridge <a href='#x'>#</a></h2>\(second)\(third)</article>",
      has: ["The bridge"], hasNot: ["#"]),
    Case(
      rule: "code and its classes",
      page: """
        <article>\(text)<pre><code><span class="token comment">// fare.c</span>
        int fare = 11;</code></pre></article>
        """, has: ["// fare.c", "int fare = 11;"]),
    Case(
      rule: "a table of data",
      page:
        "<article>\(text)<table><tr><th>Year<th>Fare<tr><td>1930<td>1<tr><td>2020<td>11</table></article>",
      has: ["Fare", "1930"]),
    Case(
      rule: "a page laid out by tables",
      page: """
        <table><tr><td><a href=/a>Home</a><br><a href=/b>News</a><br><a href=/c>Sport and the weather</a>\
        <td>\(text)</table>
        """, hasNot: ["Sport"]),
    Case(
      rule: "captions and quotes",
      page: """
        <article><figure><img src=f.jpg alt="The ferry at dusk"><figcaption>At dusk</figcaption></figure>\
        \(text)<blockquote><p>Coffee is free.</p><footer>The captain</footer></blockquote></article>
        """, has: ["At dusk", "Coffee is free.", "The captain"]),
    Case(
      rule: "a form around the whole page",
      page: "<form action=/p><div>\(text)</div><input name=q></form>"),
    Case(
      rule: "a class that sounds like an advertisement around the text",
      page: "<article><div class=infinite-scroll-box>\(text)</div></article>"),
    Case(
      rule: "a wall is not the text",
      page:
        "<article>\(text)</article><div class=paywall><h2>Subscribe to read on</h2><form>x</form></div>",
      hasNot: ["Subscribe"]),
    Case(
      rule: "text behind a wall's class",
      page: "<article><div class=paywall>\(text)\(text)\(text)</div></article>"),
    Case(
      rule: "elements that are not known", page: "<x-page><x-story>\(text)</x-story></x-page>"),
    Case(
      rule: "a short page", page: "<div><p>Closed today.</p><p>Open tomorrow.</p></div>",
      has: ["Closed today.", "Open tomorrow."]),
    Case(
      rule: "Japanese, without spaces",
      page: """
        <div class=side><a href=/a>トップ</a><a href=/b>ニュース</a></div><div><p>島へ渡る船は九十年のあいだ、\
        一日に四回、休まずに走ってきました。いくらかかるのかと聞いた人は、だれもいませんでした。</p><p>県が初めて計算\
        してみると、一人あたり十一クローネで、その半分は船に乗ったことのない人が払っていました。</p><p>橋はもっと高く、\
        トンネルはさらに高いので、船の色を塗りなおして、このまま走らせることになりました。</p></div>
        """, has: ["九十年", "十一クローネ", "塗りなおして"], hasNot: ["トップ"]),
    Case(
      rule: "readings of characters are left out",
      page: "<div>\(text)<p><ruby>船<rp>(</rp><rt>ふね</rt><rp>)</rp></ruby>が出る。</p></div>",
      has: ["船が出る。"],
      hasNot: ["ふね"]),
    Case(
      rule: "a text that only machines get",
      page: """
        <script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(plain(text))"}</script>\
        <div id=app>Loading</div>
        """),
  ]

  static func plain(_ html: String) -> String {
    HTMLTree(html, in: .element(.body)).lines
  }

  @Test(arguments: cases) func textIsFound(_ found: Case) {
    let article = ArticleText(HTMLTree(found.page))
    let lines = Self.plain(article.body)
    for words in found.has { #expect(lines.contains(words), "\(words) is missing in: \(lines)") }
    for words in found.hasNot { #expect(!lines.contains(words), "\(words) is in: \(lines)") }
  }

  @Test func bodyIsASmallSubsetOfHTML() {
    let page = """
      <article><div class=a><div><p onclick=x style=y>One <b>bold</b> <font>word</font>, and <a href="../b?c#d" \
      onclick=x>a link</a> <a href="javascript:x">no link</a> &lt;b&gt;</p></div></div><script>x</script>
      <div>Loose  text<p></p></div><ol start=3><li>three</ol><pre>a
        b</pre><img src=p.png alt="A &quot;pier&quot;"><table><tr><th></th><th>Fare</th></tr><tr>\
      <td colspan=2>free</td></tr></table></article>
      """
    let address = WebURL(reference: "https://example.org/x/y/z")
    #expect(
      ArticleText(HTMLTree(page), address: address).body == """
        <p>One <b>bold</b> word, and <a href="https://example.org/x/b?c#d">a link</a> no link &lt;b&gt;</p>\
        <div>Loose text</div><ol start="3"><li>three</li></ol><pre>a
          b</pre><img alt="A &quot;pier&quot;" src="https://example.org/x/y/p.png"><table><tbody><tr><th></th>\
        <th>Fare</th></tr><tr><td colspan="2">free</td></tr></tbody></table>
        """)
  }

  @Test func emptyPagesHaveNoText() {
    for page in [
      "", "<html>", "<body><script>x</script>", "<nav>Home</nav>", "\u{FEFF}", "<!--x-->",
    ] {
      #expect(ArticleText(HTMLTree(page)).body.isEmpty)
    }
  }

  @Test func relatedListsBecomeLinks() {
    let page = """
      <article>\(Self.text)<h3>Lesen Sie auch</h3><ul><li><a href=/1>Die Fähre im Winter</a><li><a href=/2>Der \
      Hafen von oben</a></ul></article><div class=related-posts><h2>More of this</h2><a href=/3><img></a>\
      <a href=/3>The lighthouse</a> <a href=/4>The herring and its price</a></div>
      """
    let article = ArticleText(
      HTMLTree(page), address: WebURL(reference: "https://example.org/story"))
    #expect(
      article.links == [
        LinkList(
          heading: "Lesen Sie auch",
          items: [
            LinkItem(title: "Die Fähre im Winter", url: "https://example.org/1"),
            LinkItem(title: "Der Hafen von oben", url: "https://example.org/2"),
          ]),
        LinkList(
          heading: "More of this",
          items: [
            LinkItem(title: "The lighthouse", url: "https://example.org/3"),
            LinkItem(title: "The herring and its price", url: "https://example.org/4"),
          ]),
      ])
    #expect(!article.body.contains("Fähre"))
  }

  @Test func wallsAreANotice() {
    func notice(_ page: String) -> String? { ArticleText(HTMLTree(page)).notice }
    let wall = "<div id=paywall><p>Read on with a subscription.</p><button>Yes</button></div>"
    #expect(notice("<article>\(Self.text)</article>\(wall)") == "Read on with a subscription.")
    #expect(notice("<article>\(Self.text)</article><div hidden>\(wall)</div>") == nil)
    #expect(notice("<article>\(Self.text)</article>") == nil)
    let paid =
      #"<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":"False"}</script>"#
    #expect(
      notice("\(paid)<article>\(Self.text)</article>")
        == "The site says the full article is for subscribers.")
  }

  @Test func hiddenWordsAreMasked() {
    let hidden = ArticleText(HTMLTree("<div>\(Self.text)<p>***** *** ****</p></div>"))
    #expect(hidden.maskCharacter == "*")
    #expect(hidden.body.contains("<p>***** *** ****</p>"))
    #expect(ArticleText(HTMLTree("<div>\(Self.text)<p>* * *</p></div>")).maskCharacter == nil)
    #expect(ArticleText(HTMLTree("<div>\(Self.text)</div>")).maskCharacter == nil)
  }
}

extension HTMLTree {
  /// Its text, line by line.
  var lines: String { children(of: nil).map { text(below: $0) }.joined(separator: "\n") }
}
