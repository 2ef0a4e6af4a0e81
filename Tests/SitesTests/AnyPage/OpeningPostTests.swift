import DiscussionModel
import HTMLTree
import Testing

@testable import Sites

/// A post on its own page, with replies that look like it.
@Suite struct OpeningPostTests {
  /// A page of posts, each with a link to its own page.
  private static func page(
    _ paths: [String], at home: String = "https://a.test/@ann/1001", name: String = "canonical"
  ) -> String {
    let posts = paths.enumerated().map { place, path in
      """
      <div class=comment><a class=author href="/@n\(place)">name \(place)</a><a href="\(path)"><time \
      datetime="2026-04-20T12:0\(place):00Z">x</time></a><p>This is what was said at place \(place), and why.</p></div>
      """
    }
    return
      "<html><head><link rel=\(name) href='\(home)'></head><body>\(posts.joined())</body></html>"
  }

  @Test(arguments: [
    (["/@ann/1001", "/@bob/1002", "/@cem/1003"], true),
    (["https://a.test/@ann/1001", "/@bob@b.test/1002", "/@cem/1003"], true),
    // All replies lead to the page.
    (["/@ann/1001", "/@ann/1001", "/@ann/1001"], false),
    // They lead to places in it.
    (["/@ann/1001#c1", "/@ann/1001#c2", "/@ann/1001#c3"], false),
    // The page is of another post.
    (["/@bob/1002", "/@ann/1001", "/@cem/1003"], false),
    // Replies have addresses of another form.
    (["/@ann/1001", "/@ann/1001/1002", "/@ann/1001/1003"], false),
    (["/@ann/1001", "/bob", "/cem"], false),
  ]) func theFirstIsTheArticle(paths: [String], isArticle: Bool) throws {
    let html = Self.page(paths)
    let found = try #require(unknownPage(html))
    #expect(found.comments.count == 3)
    #expect(found.firstIsArticle == isArticle)
    let discussion = try read(html).discussion
    #expect(discussion.comments.count == (isArticle ? 2 : 3))
    #expect(discussion.body?.text.contains("at place 0") == (isArticle ? true : nil))
  }

  /// A page whose address has no id, or that says none.
  @Test(arguments: [("https://a.test/blog/about-lamps", "canonical"), ("/@ann/1001", "icon")])
  func anotherPageIsNotAPost(home: String, name: String) throws {
    let paths = ["/blog/about-lamps", "/blog/about-more", "/blog/about-all"]
    let found = try #require(unknownPage(Self.page(paths, at: home, name: name)))
    #expect(!found.firstIsArticle)
  }

  /// A few words are a comment only under a heading, with people named.
  @Test(arguments: [
    ("<h3>4 comments</h3>", " data-author=", 4), ("<h3>4 comments</h3>", " data-x=", nil),
    ("<h3>4 lamps</h3>", " data-author=", nil),
  ]) func shortComments(heading: String, attribute: String, count: Int?) {
    let comments = ["ann", "bob", "cem", "ann"].enumerated().map { place, name in
      "<div class=kq id=k\(place)\(attribute)\(name)><p class=kt><i>7 points</i></p><p>So it is\(place).</p></div>"
    }
    #expect(
      unknownPage("<html><body>\(heading)\(comments.joined())</body></html>")?.comments.count
        == count)
  }
}
