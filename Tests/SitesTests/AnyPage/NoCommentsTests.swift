import HTMLTree
import Testing

@testable import Sites

/// Pages that have lists, dates and names in them, but no comments.
@Suite struct NoCommentsTests {
  @Test(arguments: NoComments.all) func isNone(page: NoComments) {
    let found = unknownPage(page.html)
    #expect(found == nil, "\(found?.explanation ?? [])")
  }
}

struct NoComments: CustomTestStringConvertible, Sendable {
  var name: String
  var html: String
  var testDescription: String { name }

  private static let people = ["Ann Lee", "bob", "Cem Öz", "dora", "Эмма", "Frank", "gül", "Hans"]
  private static let lines = [
    "The roof should be mended before the winter comes",
    "The walls are worse on the north side of the house",
    "What the neighbours paid for theirs last summer", "Far too much, as they say themselves",
    "How to do it without help, and how not to", "The fence that fell over in March",
    "A rotten post, and what it teaches", "A ladder for everybody on Saturday",
  ]

  private init(_ name: String, _ html: String) {
    self.name = name
    self.html = "<html><head><title>\(name)</title></head><body>\(html)</body></html>"
  }

  /// Eight of something.
  private static func eight(_ item: (Int, String, String, String) -> String) -> String {
    (0..<8).map { item($0, people[$0], lines[$0], lines[7 - $0] + ".") }.joined()
  }

  private static let article =
    "<article><h1>Roofs</h1><p>By Ann Lee, 2 January 2020</p>"
    + eight { _, _, title, text in "<p>\(title). \(text)</p>" } + "</article>"

  static let all = [
    NoComments("an empty page", ""),
    NoComments("an article", article),
    NoComments(
      "an article with a form for comments",
      article
        + "<div id=comments><h3>Leave a comment</h3><form class=comment-form><p class=comment-form-author>Name, which is needed<input></p><p class=comment-form-email>Address, which will not be published<input></p></form></div>"
    ),
    NoComments(
      "related articles",
      article + "<h2>More about roofs (8)</h2>"
        + eight { place, person, title, text in
          "<div class=item><a href=/a/\(place)><h3>\(title)</h3></a><span class=author>\(person)</span> <time datetime=2020-01-0\(place + 1)>x</time><p>\(text)</p></div>"
        }),
    NoComments(
      "the latest comments of a site",
      article
        + "<div class=widget><h2>Recent Comments</h2><ul id=recentcomments>"
        + eight { place, person, title, _ in
          "<li class=recentcomments><span class=comment-author-link>\(person)</span> on <a href=/a/\(place)#comment-\(place)>\(title)</a></li>"
        } + "</ul></div>"),
    NoComments(
      "the latest comments of a site, each with its beginning",
      article + "<h2>Neueste Kommentare</h2><ul>"
        + eight { place, person, title, _ in
          "<li>\(person): <a href=/a/\(place)#comment-\(place)>\(title)</a></li>"
        } + "</ul>"),
    NoComments(
      "search results",
      "<h1>Results</h1>"
        + eight { place, _, title, text in
          "<div class=g><a href=https://\(place).example/><h3>\(title)</h3></a><cite>\(place).example</cite><div><span>Jan \(place + 1), 2020 — </span>\(text) \(title)</div></div>"
        }),
    NoComments(
      "goods",
      "<ul class=grid>"
        + eight { place, _, title, _ in
          "<li class=product><a href=/p/\(place)>Lamp \(place)</a><span class=price>\(place)9.90 €</span><p>\(title), 40 cm high, since 2020.</p><button>Buy</button></li>"
        } + "</ul>"),
    NoComments(
      "contents",
      "<ol>" + eight { place, _, title, _ in "<li><a href=#s\(place)>\(title)</a></li>" } + "</ol>"
        + eight { place, _, title, text in "<h2 id=s\(place)>\(title)</h2><p>\(text)</p>" }),
    NoComments(
      "a front page",
      eight { place, person, title, text in
        "<article class=post><h2><a href=/2020/\(place)>\(title)</a></h2><p class=byline>By <a href=/author/\(place)>\(person)</a>, <time datetime=2020-0\(place + 1)-01>x</time></p><div class=entry>\(text) \(title)</div><a href=/2020/\(place)#comments>\(place) comments</a></article>"
      }),
    NoComments(
      "a blog with short titles",
      eight { place, person, title, text in
        "<div class=post><h2><a href=/b/\(place)>Roofs \(place)</a></h2><div><span class=author>\(person)</span> <span class=date>January \(place + 1), 2020</span></div><p>\(text) \(title)</p></div>"
      }),
    NoComments(
      "the topics of a forum",
      "<ul class=topics>"
        + eight { place, person, title, _ in
          "<li class=row><a class=topictitle href=t\(place).html>\(title)</a><br>by <a href=member.php?u=\(place)>\(person)</a> » Jan \(place + 1), 2020 <b>\(place) replies</b></li>"
        } + "</ul>"),
    NoComments(
      "mails in a box",
      "<table>"
        + eight { place, person, title, _ in
          "<tr><td>\(person)<td><a href=/m/\(place)>\(title)</a><td>2020-01-0\(place + 1)"
        } + "</table>"),
    NoComments(
      "events",
      "<table>"
        + eight { place, _, title, _ in
          "<tr><td>\(place + 1) March 2020<td>Town hall<td>\(title)"
        } + "</table>"),
    NoComments(
      "years of a town",
      eight { place, _, title, _ in
        "<div class=ev><h3>Fire \(place)</h3><time datetime=18\(place)0-01-01>18\(place)0</time><p>\(title)</p></div>"
      }),
    NoComments(
      "the people of a firm",
      eight { _, person, title, _ in
        "<div class=member><h3>\(person)</h3><p class=role>Roofer</p><p>\(title)</p></div>"
      }),
    NoComments(
      "changes of a program",
      eight { place, _, title, text in
        "<section><h2>Version 1.\(place)</h2><p class=date>2020-0\(place + 1)-01</p><ul><li>\(title)</li><li>\(text)</li></ul></section>"
      }),
    NoComments(
      "questions that are often asked",
      "<dl>" + eight { _, _, title, text in "<dt>\(title)?</dt><dd>\(text) \(title).</dd>" }
        + "</dl>"),
    NoComments(
      "a table of numbers",
      "<table>"
        + eight { place, person, _, _ in
          "<tr><td>\(person)<td>\(place)<td>\(place * 7)<td>2020-01-0\(place + 1)"
        } + "</table>"),
  ]
}
