import HTMLTree
import HostileCorpus
import Testing

/// Trees that are written as HTML.
@Suite struct HTMLWriterTests {
  static let parts: [(html: String, written: String)] = [
    ("", ""),
    ("one <B>two</B>", "one <b>two</b>"),
    ("<p>a<p>b", "<p>a</p><p>b</p>"),
    ("<br/><img src=a alt>", "<br><img src=\"a\" alt=\"\">"),
    ("&lt;b&gt; &amp;amp; &quot;", "&lt;b&gt; &amp;amp; \""),
    ("<a href='x&amp;y\"<z>'>b", "<a href=\"x&amp;y&quot;<z>\">b</a>"),
    ("a&#13;b<i title='c&#13;'>", "a&#13;b<i title=\"c&#13;\"></i>"),
    ("<pre>\n\na</pre>", "<pre>\n\na</pre>"),
    ("<pre>a</pre>", "<pre>a</pre>"),
    ("<textarea>\n\n&lt;/textarea></textarea>", "<textarea>\n\n&lt;/textarea&gt;</textarea>"),
    ("<script>a<b>&amp;</script>", "<script>a<b>&amp;</script>"),
    ("<svg><style>&lt;/style><b/></svg>", "<svg><style>&lt;/style&gt;</style></svg><b></b>"),
    ("<svg><g/></svg>", "<svg><g></g></svg>"),
    ("<plaintext></plaintext><b>", "<pre>&lt;/plaintext&gt;&lt;b&gt;</pre>"),
    ("a<!--b-->", "a<!--b-->"),
    ("中 é 👩\u{200D}💻", "中 é 👩\u{200D}💻"),
  ]

  @Test(arguments: parts) func aPart(html: String, written: String) {
    let tree = HTMLTree("<div>" + html, in: .element(.body))
    var writer = HTMLWriter(tree)
    #expect(writer.inner(of: 0) == written)
    #expect(writer.html(of: 0) == "<div>" + written + "</div>")
  }

  @Test func aByteOrderMarkIsText() {
    let tree = HTMLTree("<div>&#xFEFF;a", in: .element(.body))
    var writer = HTMLWriter(tree)
    #expect(writer.inner(of: 0) == "&#65279;a")
    #expect(writer.html(of: 0) == "<div>\u{FEFF}a</div>")
  }

  @Test func nodesAreLeftOut() {
    let tree = HTMLTree(
      "<div><p class=x>a<b>b</b></p>c<p>d<i class=x></i></div>e", in: .element(.body))
    var writer = HTMLWriter(tree)
    #expect(writer.inner(of: 0) { tree.hasClass("x", of: $0) } == "c<p>d</p>")
  }

  @Test(arguments: HTMLTreeTests.parts.map(\.html) + HTMLTreeTests.unmarked.map(\.html))
  func whatIsWrittenIsReadAsTheSame(html: String) {
    // Nothing ends what is read as plain text.
    if html.contains("plaintext") { return }
    let tree = HTMLTree("<div>" + html, in: .element(.body))
    var writer = HTMLWriter(tree)
    let top = Array(tree.children(of: nil))
    let written = HTMLTree(top.map { writer.html(of: $0) }.joined(), in: .element(.body))
    #expect(written.outline == tree.outline)
  }

  /// Whatever a stranger writes: all text is there, and nothing is an element that was not.
  @Test(arguments: HostileCorpus.texts + HostileCorpus.large)
  func textStaysText(text: HostileText) {
    let tree = HTMLTree("<div>" + text.text, in: .element(.body))
    var writer = HTMLWriter(tree)
    let written = HTMLTree(writer.html(of: 0), in: .element(.body))
    #expect(written.text(below: 0) == tree.text(below: 0))
    func count(_ tree: HTMLTree) -> Int {
      tree.nodes[..<tree.nodes[0].end].filter { $0.isElement && $0.name != .p }.count
    }
    #expect(count(written) <= count(tree))
  }

  /// What one tag of formatting is copied into has its attributes only so often.
  @Test func attributesAreWrittenSoOften() {
    let value = String(repeating: "x", count: 100_000)
    let text = "<div><b title=\(value)>" + String(repeating: "<p>y</b></p><p><i>z</p>", count: 5000)
    let tree = HTMLTree(text, in: .element(.body))
    var writer = HTMLWriter(tree)
    let written = writer.html(of: 0)
    #expect(written.utf8.count < 1_000_000)
    #expect(written.contains("title=\"xx"))
  }
}
