import DiscussionModel
import HTMLTree
import Testing

@testable import Sites

/// The rules by which comments are found in a page, each alone.
@Suite struct CommentRuleTests {
  /// A comment in a line: `ID AUTHOR TIME (SCORE) ^PARENT STATE: BODY`.
  private func lines(_ html: String) -> [String]? {
    unknownPage("<html><body>\(html)</body></html>")?.comments.map { comment in
      var words = [comment.id ?? "-", comment.author ?? "-", comment.time?.text.text ?? "-"]
      if let score = comment.score { words.append("(\(score))") }
      if let parent = comment.parent { words.append("^\(parent + 1)") }
      if comment.state != .visible { words.append(comment.state.rawValue) }
      return words.joined(separator: " ") + (comment.body.map { ": \($0)" } ?? "")
    }
  }

  @Test func buttonsAndSignaturesAreNotTheText() {
    let comment = { (id: Int, name: String, text: String) in
      """
      <div class="comment" id="comment-\(id)"><img class="avatar" src="a.png"><span class="author">\(name)</span>
      <a href="#comment-\(id)"><time datetime="2020-01-0\(id)T10:00:00Z">then</time></a> <span class="score">\(id) points</span>
      <div class="comment-text"><p>\(text)</p></div><div class="signature">Sent by pigeon</div>
      <ul class="actions"><li><a href="#">Reply</a></li><li><button>Report</button></li></ul></div>
      """
    }
    #expect(
      lines(
        comment(1, "Ann", "It rains, and <a href=\"/x\">more</a> is to come.")
          + comment(2, "bob", "Not here, I hope."))
        == [
          "comment-1 Ann 2020-01-01T10:00:00Z (1): It rains, and <a>more</a> is to come.",
          "comment-2 bob 2020-01-02T10:00:00Z (2): Not here, I hope.",
        ])
  }

  @Test func anAmbiguousDayIsNotATime() {
    let comment = { (day: String, text: String) in
      "<div class=comment><b class=author>Ann</b> <i class=date>\(day)</i><p>\(text)</p></div>"
    }
    #expect(
      lines(
        comment("03/04/2020", "It rains here, as always.") + comment("3.4.2020", "And snows there.")
          + comment("2017年1月27日", "And hails everywhere.") + comment("3 hours ago", "No more."))
        == [
          "- Ann -: It rains here, as always.", "- Ann 2020-04-03: And snows there.",
          "- Ann 2017-01-27: And hails everywhere.", "- Ann -: No more.",
        ])
  }

  @Test func theLinkToTheParentIsNotTheText() {
    let comment = { (id: Int, name: String, head: String, text: String) in
      "<div class=c id=c\(id)><span class=author>\(name)</span> 1\(id).03.2020 \(head)<p>\(text)</p><a href=#c\(id)>¶</a></div>"
    }
    #expect(
      lines(
        comment(1, "Ann", "", "It rains here, as always.")
          + comment(2, "bob", "<a href=#c1>Antwort auf Ann</a>", "And snows there.")
          + comment(3, "cem", "<a href=#c2>Antwort auf bob</a>", "And hails everywhere."))
        == [
          "c1 Ann 2020-03-11: It rains here, as always.", "c2 bob 2020-03-12 ^1: And snows there.",
          "c3 cem 2020-03-13 ^2: And hails everywhere.",
        ])
  }

  /// A deleted comment keeps its place; an advertisement among comments has none.
  @Test func whatStandsAmongComments() {
    let comment = { (id: Int, name: String) in
      "<li class=comment id=c\(id)><b class=author>\(name)</b> <time datetime=2020-01-0\(id)>x</time><p>It rains since day \(id).</p></li>"
    }
    let found = lines(
      "<ul>" + [1, 2, 3, 4].map { comment($0, "Ann") }.joined()
        + "<li class=ad><a href=/buy>Umbrellas, the best ones</a></li>"
        + "<li class=\"comment deleted\" id=c5><p>This comment was removed.</p></li>"
        + [6, 7, 8].map { comment($0, "bob") }.joined() + "</ul>")
    #expect(found?.count == 8)
    #expect(found?[4] == "c5 - - deleted: This comment was removed.")
  }

  @Test func repliesMayBeCalledOtherwise() {
    let reply = { (name: String, text: String) in
      "<p class=nm>\(name)</p><time datetime=2021-05-01>x</time><div>\(text)</div>"
    }
    let found = lines(
      "<ul>"
        + (1...3).map { place in
          "<li class=comment-item>\(reply("Ann", "Question \(place) about the roof."))"
            + "<ul class=replies><li class=answer-item>\(reply("bob", "Answer \(place) about it."))</li></ul></li>"
        }.joined() + "</ul>")
    #expect(
      found?.prefix(2) == [
        "- Ann 2021-05-01: Question 1 about the roof.", "- bob 2021-05-01 ^1: Answer 1 about it.",
      ])
    #expect(found?.count == 6)
  }

  /// What the page says is compared with what is there.
  @Test(arguments: [
    ("Comments (7)", 7), ("7 Kommentare", 7), ("コメント 7件", 7), ("Комментарии: 7", 7),
    ("Comments", nil), ("Roofs of 2020", nil),
  ]) func aHeadingCounts(heading: String, count: Int?) {
    let comment = "<div class=comment><b class=author>Ann</b><p>It rains here, as always.</p></div>"
    let found = unknownPage("<html><body><h3>\(heading)</h3>\(comment)\(comment)</body></html>")
    #expect(found?.comments.count == 2)
    #expect(found?.count == count)
  }

  @Test(arguments: [
    ([0, 1, 2, 1, 0], true), ([1, 2, 3, 3, 2], true), ([0, 20, 40, 20], true), ([0, 0, 0], false),
    ([2, 1, 0], false), ([0, 2, 0, 2, 1, 2, 0, 2], false),
  ]) func numbersAreDepths(numbers: [Int], areDepths: Bool) {
    #expect(NestingMarks.isNesting(numbers) == areDepths)
  }

  @Test(arguments: [
    ("3 hours ago", true), ("vor 2 Tagen", true), ("il y a 5 minutes", true), ("3h", true),
    ("5 дней назад", true), ("hace 3 días", true), ("3時間前", true), ("2 minuti fa", true),
    ("12 points", false), ("3 replies", false), ("Route 66", false), ("4 me", false),
  ]) func ages(text: String, isAge: Bool) { #expect(Age.isOne(text) == isAge) }

  @Test(arguments: [
    (["Posted by Ann Lee:", "Posted by bob:", "Posted by Cem Öz:"], ["Ann Lee", "bob", "Cem Öz"]),
    (["Ann sagt:", "Hans-Peter sagt:", "bob sagt:"], ["Ann", "Hans-Peter", "bob"]),
    (["Guest Ann", "Guest Bob", "Guest Cem"], ["Guest Ann", "Guest Bob", "Guest Cem"]),
    (["By Ann", "von Öl", "中文 写道：", "— é (mod)", ":"], ["Ann", "Öl", "中文 写道", "é (mod)", ""]),
  ]) func namesInLines(texts: [String], names: [String]) {
    let tree = HTMLTree(
      texts.map { "<p>\(HTMLText.escaped($0))</p>" }.joined(), in: .element(.body))
    var lines = CommentLines(CommentSurvey(tree))
    let list = tree.nodes.indices.filter { tree.nodes[$0].name == .p }.compactMap {
      lines.line(of: $0)
    }
    #expect(CommentNames.names(in: list, &lines).map { lines.string($0) } == names)
  }

  @Test func namesBesideTimes() {
    #expect(
      CommentNames.namesBesideTimes(in: [
        "Ann Lee wrote on January 2, 2017 at 10:00 am:", "Von Hans-Peter am 3. Mai 2017, 12:00 Uhr",
        "Publié par gül_7 le mardi 4 avril 2017 à 9h00", "2017-05-01 J. Doe",
      ]) == ["Ann Lee", "Hans-Peter", "gül_7", "J. Doe"])
  }

  /// Ids lead to comments by their names, and by the numbers at their ends.
  @Test func parentsByNumber() {
    let comment = { (id: Int, parent: Int) in
      "<div class=comment id=comment-\(id) data-parent=\(parent)><b class=author>Ann\(id)</b><p>It rains since day \(id).</p></div>"
    }
    #expect(
      lines(comment(11, 0) + comment(12, 11) + comment(13, 0) + comment(14, 12))?.map {
        $0.contains("^") ? Int($0.split(separator: "^")[1].prefix { $0.isNumber }) : nil
      } == [nil, 1, nil, 2])
  }

  /// Parents that go round in a circle are none.
  @Test func noCircles() throws {
    let comment = { (id: Int, parent: Int) in
      "<div class=comment data-id=\(id) data-parent-id=\(parent)><b class=author>Ann\(id)</b><p>It rains since day \(id).</p></div>"
    }
    let found = try #require(unknownPage("<body>" + comment(1, 2) + comment(2, 3) + comment(3, 1)))
    for start in found.comments.indices {
      var at: Int? = start
      for _ in 0..<4 { at = at.flatMap { found.comments[$0].parent } }
      #expect(at == nil)
    }
  }

  /// However a page is cut, it is read or refused.
  @Test func anyPartOfAPage() {
    let page =
      CommentMarkup.quotes.page(WrittenComment.some(6, seed: 7))
      + CommentMarkup.plainLists.page(WrittenComment.some(6, seed: 8))
    let bytes = Array(page.utf8)
    for cut in stride(from: 0, to: bytes.count, by: 61) {
      _ = unknownPage(String(decoding: bytes[..<cut], as: UTF8.self))
      _ = unknownPage(String(decoding: bytes[cut...], as: UTF8.self))
    }
  }
}
