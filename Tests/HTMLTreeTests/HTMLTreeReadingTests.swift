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
}
