import DiscussionModel
import HTMLTree
import Sites
import WebAddresses

/// What holds for the article of every page: its text is HTML of the small kept subset, and its links are whole addresses.
enum ArticleCheck {
  private static let attributes: Set<String> = [
    "href", "src", "alt", "colspan", "rowspan", "start", "class",
  ]

  private static let elements: Set<String> = [
    "a", "b", "blockquote", "br", "caption", "code", "colgroup", "dd", "del", "div", "dl", "dt",
    "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "ol", "p", "pre", "q", "s", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
  ]

  @Sendable static func run(_ bytes: [UInt8]) {
    let page = bytes.withUnsafeBufferPointer { HTMLTree(utf8: $0) }
    let article = ArticleText(page, address: WebURL(reference: "https://example.org/a/b"))
    hold(article.body.utf8.count <= 1000 + bytes.count * 40, "more than there was")
    let tree = HTMLTree(article.body, in: .element(.body))
    for (index, node) in tree.nodes.enumerated() where node.isElement {
      hold(elements.contains(tree.spelling(of: index)), "an element that is not kept")
      for (name, value) in tree.attributes(of: index) {
        hold(attributes.contains(name), "an attribute that is not kept")
        if name == "href" || name == "src" {
          hold(WebURL(reference: value) != nil, "not an address")
        }
      }
    }
    for item in article.links.flatMap(\.items) { hold(!item.title.isEmpty, "a link without words") }
  }

  static let seeds: [[UInt8]] = [
    """
    <title>A - B</title><meta name=description content="x"><nav><a href=/a>b</a></nav><article><h1>A</h1>
    <p class=byline>By Ann</p><p>Text, and more text, and more of it than that, so that it is long.</p>
    <ul><li><a href=x>y</a></ul><table><tr><th>a<td>1</table><pre>a
     b</pre><figure><img alt=a src=b><figcaption>c</figcaption></figure></article>
    """,
    """
    <div class=related><h3>Read more</h3><a href=1>one thing or other</a><a href=2>another thing, too</a></div>
    <div id=paywall><p>Read on with a subscription</p><form></form></div><table><tr><td>a<td>b</table>
    <script type="application/ld+json">{"@graph":[{"@type":"Article","author":[{"name":"a"}],
    "articleBody":"x","isAccessibleForFree":"False"}]}</script>
    """,
  ].map { Array($0.utf8) }
}
