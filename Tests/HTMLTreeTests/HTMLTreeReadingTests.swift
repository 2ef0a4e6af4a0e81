import HTMLTree
import Testing

/// Walking a tree, and its text.
@Suite struct HTMLTreeReadingTests {
  @Test func aNodeHasChildrenAndAncestors() {
    let tree = HTMLTree("<p>a<b>b<i>c</i></b></p>d", in: .element(.body))
    #expect(Array(tree.children(of: nil)) == [0, 6])
    #expect(Array(tree.children(of: 0)) == [1, 2])
    #expect(Array(tree.children(of: 1)) == [])
    #expect(Array(tree.ancestors(of: 5)) == [4, 2, 0])
    #expect(Array(tree.ancestors(of: 6)) == [])
  }

  @Test func classesAreWords() {
    let tree = HTMLTree("<p class=' a\n\tb a-b '><p><p class>", in: .element(.body))
    #expect(tree.classes(of: 0) == ["a", "b", "a-b"])
    #expect(tree.classes(of: 1) == [])
    #expect(tree.classes(of: 2) == [])
    #expect(tree.hasClass("b", of: 0))
    #expect(!tree.hasClass("B", of: 0))
    #expect(!tree.hasClass("", of: 0))
  }

  static let texts: [(html: String, text: String)] = [
    ("", ""),
    (" a\n b ", "a b"),
    ("a<b>b</b> c", "ab c"),
    ("a<br>b<br><br>c", "a\nb\nc"),
    ("<p>a</p> <p>b", "a\nb"),
    ("a<div>b</div>c", "a\nb\nc"),
    ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "a\nb\nc\nd"),
    ("<table><tr><td>a<td>b</table>", "a\nb"),
    ("a<script>b</script><style>c</style><template>d</template><!-- e -->f", "af"),
    ("中 é\u{A0}👩\u{200D}💻", "中 é\u{A0}👩\u{200D}💻"),
    ("<i class=x>a</i>b<div class=x>c</div>d", "bd"),
    ("&lt;b&gt;", "<b>"),
  ]

  @Test(arguments: texts) func aTextHasLines(html: String, text: String) {
    let tree = HTMLTree("<div>" + html + "</div>", in: .element(.body))
    #expect(tree.text(below: 0) { tree.hasClass("x", of: $0) } == text)
  }

  /// A line is the text with spaces in place of its line ends.
  @Test(arguments: texts) func aLine(html: String, text: String) {
    let tree = HTMLTree("<div>" + html + "</div>", in: .element(.body))
    for index in tree.nodes.indices where tree.nodes[index].isElement {
      var line: [UInt8] = []
      tree.appendLine(of: index, to: &line)
      let spaced = tree.text(below: index).replacing("\n", with: " ")
      #expect(String(decoding: line, as: UTF8.self) == spaced)
    }
  }

  @Test func aDeepTreeHasText() {
    let tree = HTMLTree(String(repeating: "<div>a", count: 100_000), in: .element(.body))
    #expect(tree.text(below: 0).utf8.count == 511 * 2 + 99_488 * 2 + 1)
    #expect(tree.nodes.indices.contains { Array(tree.ancestors(of: $0)).count == 511 })
  }
}

/// Attributes without a copy of their values.
@Suite struct ShortAttributeTests {
  @Test func valuesOfKnownNamesAreShown() {
    let tree = HTMLTree(
      "<p class=a x=y role='tab list' ARIA-HIDDEN=true>", in: .element(.body))
    var shown: [String] = []
    tree.forEachAttribute(of: 0) { name, value in
      shown.append("\(name)=\(String(decoding: value, as: UTF8.self))")
    }
    #expect(shown == ["class=a", "role=tab list", "ariaHidden=true"])
    tree.forEachAttribute(of: 0, limit: 2) { name, _ in #expect(name == .class) }
  }

  @Test func longValuesAreNotCopied() {
    let tree = HTMLTree("<a href=abcdef rel=x>t", in: .element(.body))
    #expect(tree.shortAttribute(.href, of: 0, longest: 6) == "abcdef")
    #expect(tree.shortAttribute(.href, of: 0, longest: 5) == nil)
    #expect(tree.shortAttribute(.id, of: 0) == nil)
    #expect(tree.shortAttribute(.href, of: 1) == nil)
  }

  @Test func someNamesAreLookedUpOnce() {
    let tree = HTMLTree(
      "<p data-b=1 title=2 id=3 data-a=4><p data-a=5>t<p>", in: .element(.body))
    let keys = tree.attributeKeys(["data-a", "title", "data-c"])
    #expect(keys.isAny && keys.has(0) && !keys.has(2))
    var shown: [String] = []
    for index in tree.nodes.indices {
      tree.forEachAttribute(of: index, among: keys) { place, value in
        shown.append("\(keys.names[place])=\(String(decoding: value, as: UTF8.self))")
        return value.first != UInt8(ascii: "2") || index > 0
      }
    }
    #expect(shown == ["title=2", "data-a=5"])
    let data = tree.attributeKeys(where: { $0.hasPrefix("data-") }, and: ["role"])
    #expect(data.names == ["data-b", "data-a", "role"])
    #expect(!tree.attributeKeys(["data-c"]).isAny)
  }
}

/// A tree without some of its nodes.
@Suite struct TreeWithoutTests {
  @Test(arguments: [
    "<p>a<i class=x>b</i>c<p class=x>d<p>e", "a<b class=x>b</b>c<b class=x>d</b>e<i>f</i>",
    "<ul><li class=x>a<li>b<ul class=x><li>c</ul>d</ul>", "<div class=x><div>a</div></div>",
    "<div><div class=x>a</div></div><!-- b -->c", "<table><tr class=x><td>a<tr><td>b</table>", "",
    "<p class=x>", "<script class=x>a</script>中<script>b</script>", "a\r\nb<i class=x></i>\r\nc",
  ]) func readsAsIfTheyWereNotThere(html: String) {
    let tree = HTMLTree(html)
    let rest = tree.without { tree.hasClass("x", of: $0) }
    var writer = HTMLWriter(tree)
    let written = tree.children(of: nil).map { top in
      writer.html(of: top) { tree.hasClass("x", of: $0) }
    }.joined()
    let read = HTMLTree(written)
    #expect(Self.outline(rest) == Self.outline(read))
    #expect(Self.outline(tree.without { _ in false }) == Self.outline(tree))
    #expect(tree.without { _ in true }.nodes.isEmpty)
  }

  private static func outline(_ tree: HTMLTree) -> [String] {
    tree.nodes.indices.map { index in
      let node = tree.nodes[index]
      let said = node.isElement ? "<\(tree.spelling(of: index))>" : tree.text(of: index)
      return "\(node.parent ?? -1) \(said) \(node.end)"
    }
  }
}
