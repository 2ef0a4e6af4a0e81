import HTMLTree
import Testing

@testable import Sites

/// Title, byline and day, wherever a page states them.
@Suite struct PageFactsTests {
  static let titles: [(page: String, title: String?)] = [
    ("<title>The ferry - The Sound</title>", "The ferry"),
    ("<title>The Sound | The ferry that nobody pays for</title>", "The ferry that nobody pays for"),
    ("<title>渡し船のゆくえ_島の新聞</title>", "渡し船のゆくえ"),
    (
      "<title>Ferries: a short history of the long way round</title>",
      "Ferries: a short history of the long way round"
    ),
    ("<title>Sea - South</title><meta property=og:site_name content=Sea>", "South"),
    ("<title>A</title><meta property=og:title content='The long ferry - Sound'>", "The long ferry"),
    (
      "<title>The ferry — and who pays — The Sound</title><h1>The ferry — and who pays</h1>",
      "The ferry — and who pays"
    ),
    (
      "<title>Sound</title><h1>The ferry that nobody pays for</h1>",
      "The ferry that nobody pays for"
    ),
    ("<svg><title>logo</title></svg><title>The ferry</title>", "The ferry"),
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fares &amp; prices"}</script>"#,
      "Fares & prices"
    ),
    ("<p>x", nil),
  ]

  @Test(arguments: titles) func titleIsWithoutTheSite(_ page: String, _ title: String?) {
    #expect(ArticleText(HTMLTree(page)).title == title)
  }

  static let bylines: [(page: String, byline: String?)] = [
    ("<meta name=author content='By Ann Lee'>", "Ann Lee"),
    (
      "<div class=byline>Von <a href=/a>Ann Lee</a>, <a href=/b>Bo</a> 12.5.2020</div>",
      "Ann Lee, Bo"
    ),
    ("<p class=dateline>Sunday, Feb 1</p><span rel=author>Ann Lee</span>", "Ann Lee"),
    ("<span itemprop='author'><span itemprop=name>Ann Lee</span></span>", "Ann Lee"),
    ("<p class=author>12 May 2020</p>", nil),
    ("<meta name=author content='https://example.org/ann'><p class=author>Ann Lee", "Ann Lee"),
    (
      #"<script type="application/ld+json">{"@graph":[{"@type":"Person","name":"x"},{"@type":"BlogPosting","author":[{"@type":"Person","name":"Ann"},{"name":"Bo"}]}]}</script>"#,
      "Ann, Bo"
    ),
    (#"<script type="application/ld+json">{"@type":["Article"],"author":"Ann"}</script>"#, "Ann"),
  ]

  @Test(arguments: bylines) func bylineIsANameAlone(_ page: String, _ byline: String?) {
    #expect(ArticleText(HTMLTree(page)).byline == byline)
  }

  static let days: [(page: String, published: String?)] = [
    ("<meta property=article:published_time content=2020-05-12T10:00:00Z>", "2020-05-12T10:00:00Z"),
    ("<meta name=date content='2020-05-12 10:00:00'>", "2020-05-12 10:00:00"),
    ("<meta name=date content='2020-05-12 at ten'>", "2020-05-12"),
    ("<meta name=date content='12 May 2020'>", nil),
    (
      "<time datetime=2021-01-01>today</time><article><time datetime=2020-05-12>x</time></article>",
      "2020-05-12"
    ),
    ("<time datetime=2021-01-01>today</time>", nil),
    ("<meta itemprop=datePublished content=2020-05-12>", "2020-05-12"),
    ("<b itemprop=datePublished content=2020-05-12>x</b>", "2020-05-12"),
    (
      // What a list of other articles says does not count.
      #"<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"item":{"@type":"Article","datePublished":"2001-01-01"}}]}</script><script type="application/ld+json">{"@type":"Article","datePublished":"2020-05-12"}</script>"#,
      "2020-05-12"
    ),
    (
      #"<script type="application/ld+json">{"@type":"Article", "datePublished":"2020-05-12", </script>"#,
      nil
    ),
    (
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"x\":\"a\nb\",\"datePublished\":\"2020-05-12\"}</script>",
      "2020-05-12"
    ),
  ]

  @Test(arguments: days) func dayIsThatOfTheText(_ page: String, _ published: String?) {
    #expect(ArticleText(HTMLTree(page)).published == published)
  }
}
