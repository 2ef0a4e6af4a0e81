import HTMLTree
import HostileCorpus
import Testing

/// Nothing that a stranger writes stops the reader of HTML, or takes it long.
@Suite struct HostileTreeTests {
  @Test(arguments: HostileCorpus.texts + HostileCorpus.large)
  func isATree(text: HostileText) {
    for context in [HTMLTree.Context.document, .element(.body), .element(.template)] {
      check(HTMLTree(text.text, in: context))
    }
  }

  static let growing: [String] = [
    "<div>", "</div>", "<b>", "x<b></p>", "<b x=@>", "x<b x=@></p>", "<a href=@>", "<p>", "<table>",
    "<table><tr><td>", "<table>x", "<svg>", "<svg><foreignObject>", "<math><mi>", "<template>",
    "<ul><li>", "<dl><dd>", "<select><option>", "<ruby><rt>", "<button>", "<object>", "<nobr>",
    "<h1>", "<form>", "<html x@=y>", "<body x@=y>", "<i></b><b></i>", "<b><div></b>",
    "<a><div></a></div>", "<a><table><tr><td></a>", "<font><p></font>", "<!-", "<!--", "<![CDATA[",
    "</", "<", "&", "&amp", "&#1", "&x", "<!doctype ", "<script><!--<script>", "<title>", "<td>",
    "<caption>", "<tr>x", "<x-@>", "<x @=y>", "<frameset>", "\0", "<pre>\n", "</br>", "</p>",
    "<em><p>x</em>", "<table><b><tr>", "<details><summary>", "<blockquote>",
  ]

  @Test(arguments: growing) func growsWithItsLength(piece: String) {
    var text = ""
    for number in 0..<5000 { text += piece.replacing("@", with: "\(number)") }
    let tree = HTMLTree(text + "END", in: .element(.body))
    check(tree)
    #expect(tree.nodes.count <= 5000 * 40)
  }

  @Test func aTagWithManyAttributes() {
    let text = (0..<20_000).map { "a\($0 % 10_000)='\($0)' " }.joined()
    let tree = HTMLTree("<p " + text + ">x", in: .element(.body))
    #expect(tree.attributes(of: 0).count == 10_000)
    #expect(tree.attribute(named: "a1", of: 0) == "1")
  }

  @Test func whatIsNestedTooDeepIsThere() {
    let text = String(repeating: "<div>", count: 100_000) + "<p>a<p>b"
    let tree = HTMLTree(
      text + String(repeating: "</div>", count: 100_000) + "c", in: .element(.body))
    let texts = tree.nodes.indices.filter { tree.nodes[$0].kind.isText }.map { tree.text(of: $0) }
    #expect(texts == ["a", "b", "c"])
    #expect(tree.nodes.last?.parent == nil)
  }

  /// A second `<body>` adds attributes to the first, up to 64 in all.
  @Test func attributesThatAreAddedLaterAreCounted() {
    let first = (0..<63).map { " a\($0)" }.joined()
    let tree = HTMLTree("<body\(first)>x<body b><body c>y")
    let body = tree.nodes.firstIndex { $0.name == .body } ?? 0
    #expect(tree.attributes(of: body).count == 64)
    #expect(tree.attribute(named: "b", of: body) == "")
    #expect(tree.attribute(named: "c", of: body) == nil)
  }

  /// At the deepest level that there is, what is open counts, and what is in a `<style>` is text.
  @Test(arguments: [509, 510, 511, 512, 513])
  func theDeepestLevelIsLikeAnyOther(depth: Int) {
    let start = "<p><b></p>" + String(repeating: "<div>", count: depth)
    let bold = HTMLTree(start + "x", in: .element(.body))
    let text = bold.nodes.indices.last { bold.text(of: $0) == "x" } ?? 0
    let parent = bold.nodes[text].parent ?? 0
    #expect(bold.nodes[parent].name == .b)
    let styled = HTMLTree(start + "<style><p>a</style>", in: .element(.body))
    let rule = styled.nodes.indices.last { styled.text(of: $0) == "<p>a" }
    #expect(rule.map { styled.nodes[styled.nodes[$0].parent ?? 0].name } == .style)
  }

  /// That children lie within their parents, and parents before their children.
  private func check(_ tree: HTMLTree) {
    var problems = 0
    for (index, node) in tree.nodes.enumerated() {
      if node.end <= index || node.end > tree.nodes.count { problems += 1 }
      guard let parent = node.parent else { continue }
      if parent >= index || tree.nodes[parent].end < node.end { problems += 1 }
    }
    #expect(problems == 0)
  }
}

extension HTMLTree.Kind {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
