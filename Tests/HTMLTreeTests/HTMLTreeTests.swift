import HTMLTree
import Testing

/// Trees of whole documents and of parts.
@Suite struct HTMLTreeTests {
  static let parts: [(html: String, printed: String)] = [
    ("", ""),
    ("one <b>two</b>", "'one ' b['two']"),
    ("中 é <i>e\u{301} 👩\u{200D}💻</i>", "'中 é ' i['e\u{301} 👩\u{200D}💻']"),
    ("<p>a<p>b<div>c</div>", "p['a'] p['b'] div['c']"),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul[li['a'] li['b' ul[li['c']]] li['d']]"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "dl[dt['a'] dd['b'] dt['c']]"),
    ("<p>a<details><summary>b</summary><p>c</details>d", "p['a'] details[summary['b'] p['c']] 'd'"),
    ("<select><option>a<option>b</select>", "select[option['a'] option['b']]"),
    ("<b>a<i>b</b>c</i>d", "b['a' i['b']] i['c'] 'd'"),
    ("<b><p>a</b>b</p>c", "b p[b['a'] 'b'] 'c'"),
    ("<b>a<p>b", "b['a' p['b']]"),
    ("<a href=x>a<a href=y>b", "a(href=x)['a'] a(href=y)['b']"),
    ("a</p>b</br>c</nope>d", "'a' p 'b' br 'cd'"),
    (
      "<table>a<tr><td>b<th>c<tr>d<td>e</table>f",
      "'ad' table[tbody[tr[td['b'] th['c']] tr[td['e']]]] 'f'"
    ),
    ("<table><caption>a<td>b", "table[caption['a'] tbody[tr[td['b']]]]"),
    ("a<br>b<img src=c alt>d<wbr>", "'a' br 'b' img(src=c alt=) 'd' wbr"),
    ("<svg><title>a<b>b</b></title><g/>c</svg>d", "svg:svg[svg:title['a' b['b']] svg:g 'c'] 'd'"),
    ("<math><mi>a<b>b</b></mi></math>", "mathML:math[mathML:mi['a' b['b']]]"),
    ("<template><tr><td>a</template>b", "template[tr[td['a']]] 'b'"),
    ("<pre>\n\na\r\nb</pre>", "pre['\na\nb']"),
    (
      "a<!-- b -->c<!-->d<!--->e<?f?><![CDATA[g]]>",
      "'a' <!-- b --> 'c' <!----> 'd' <!----> 'e' <!--?f?--> <!--[CDATA[g]]-->"
    ),
    ("<x-y Data-A='1' data-a=2 B>a</X-Y>", "x-y(data-a=1 b=)['a']"),
    ("1 < 2 <3 a<", "'1 < 2 <3 a<'"),
    ("a\0b", "'ab'"),
    ("a<b", "'a'"),
  ]

  @Test(arguments: parts) func aPart(html: String, printed: String) {
    #expect(HTMLTree(html, in: .element(.body)).outline == printed)
  }

  static let unmarked: [(html: String, printed: String)] = [
    ("<title>a<b>&amp;</title>b", "title['a<b>&'] 'b'"),
    ("<textarea>\n<p>&lt;</textarea>b", "textarea['<p><'] 'b'"),
    ("<script>a<b>&amp;</script>b", "script['a<b>&amp;'] 'b'"),
    ("<script><!-- <script> </script> --></script>b", "script['<!-- <script> </script> -->'] 'b'"),
    ("<script><!-- a </script>b", "script['<!-- a '] 'b'"),
    ("<style>a</styles></STYLE >b", "style['a</styles>'] 'b'"),
    ("<xmp><b>a\0</xmp>b", "xmp['<b>a\u{FFFD}'] 'b'"),
    ("<plaintext>a</plaintext>", "plaintext['a</plaintext>']"),
  ]

  @Test(arguments: unmarked) func textWithoutTags(html: String, printed: String) {
    #expect(HTMLTree(html, in: .element(.body)).outline == printed)
  }

  static let documents: [(html: String, printed: String)] = [
    ("", "html[head body]"),
    (
      "<!DOCTYPE html><title>a</title><p>b", "<!html> html[head[title['a']] body[p['b']]]"
    ),
    ("<!-- a --> b</body> <!-- d -->", "<!-- a --> html[head body['b '] <!-- d -->]"),
    (
      "<html lang=en><meta charset=utf-8><body class=a><body class=b id=c>",
      "html(lang=en)[head[meta(charset=utf-8)] body(class=a id=c)]"
    ),
    ("<frameset><frame></frameset>", "html[head frameset[frame]]"),
    ("<noscript><p>a", "html[head[noscript] body[p['a']]]"),
  ]

  @Test(arguments: documents) func aDocument(html: String, printed: String) {
    #expect(HTMLTree(html).outline == printed)
  }

  @Test func inATemplateRowsAreRows() {
    let tree = HTMLTree("<tr><td>a<td>b", in: .element(.template))
    #expect(tree.outline == "tr[td['a'] td['b']]")
  }

  @Test func attributesAreFound() {
    let tree = HTMLTree("<a HREF='x&amp;y&copy=1&copy;' data-Z=1 title>b</a>", in: .element(.body))
    #expect(tree.nodes[0].name == .a)
    #expect(tree.attribute(.href, of: 0) == "x&y&copy=1©")
    #expect(tree.attribute(.title, of: 0) == "")
    #expect(tree.attribute(.alt, of: 0) == nil)
    #expect(tree.attribute(named: "data-z", of: 0) == "1")
    #expect(tree.attribute(named: "data-y", of: 0) == nil)
    #expect(tree.attribute(.href, of: 1) == nil)
    #expect(tree.text(of: 1) == "b")
    #expect(tree.text(of: 0) == "")
  }

  @Test func nodesKnowWhereTheyAre() {
    let tree = HTMLTree("<p>a<b>b</b></p>c", in: .element(.body))
    #expect(tree.nodes.map(\.parent) == [nil, 0, 0, 2, nil])
    #expect(tree.nodes.map(\.end) == [4, 2, 4, 4, 5])
  }

  @Test func bytesThatAreNotUTF8AreReplaced() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x0D, 0x62]
    let tree = bytes.withUnsafeBufferPointer { HTMLTree(utf8: $0, in: .element(.body)) }
    #expect(tree.text(of: 0) == "a\u{FFFD}\nb")
  }

  @Test func namesAreWrittenAsTheirCases() {
    for name in HTMLName.allCases where name != .other {
      let tree = HTMLTree("<svg><g \(spelling(of: name))>", in: .element(.body))
      #expect(tree.attribute(name, of: 1) == "")
    }
  }

  private func spelling(of name: HTMLName) -> String {
    switch name {
    case .annotationXML: "annotation-xml"
    default: "\(name)".map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }
  }
}

extension HTMLTree {
  /// The tree in one line: texts in quotation marks, what is in an element in brackets.
  var outline: String {
    var result = ""
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let end = ends.last, end <= index {
        ends.removeLast()
        result += "]"
      }
      if index > 0, nodes[index - 1].end == index || node.parent != index - 1 { result += " " }
      switch node.kind {
      case .text: result += "'" + text(of: index) + "'"
      case .comment: result += "<!--" + text(of: index) + "-->"
      case .doctype: result += "<!" + text(of: index) + ">"
      case .element: result += spelling(of: index)
      case .foreign(let kind): result += "\(kind):" + spelling(of: index)
      }
      let attributes = attributes(of: index).map { $0.name + "=" + $0.value }
      if !attributes.isEmpty { result += "(" + attributes.joined(separator: " ") + ")" }
      if node.end > index + 1 {
        result += "["
        ends.append(node.end)
      }
    }
    return result + String(repeating: "]", count: ends.count)
  }
}
