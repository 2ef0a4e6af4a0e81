import DiscussionModel
import HTMLTree
import Testing

@testable import Sites

/// Icons in the line that says who is quoted.
@Suite struct QuoteIconTests {
  @Test(arguments: [
    (
      "<blockquote><div><img src=q.png alt=Zitat> Zitat von <b>ann</b></div>So.</blockquote>",
      "<blockquote><div> Zitat von <b>ann</b></div>So.</blockquote>"
    ),
    ("<cite><img src=q.png alt='quote'>Quote: ann</cite>", "<cite>Quote: ann</cite>"),
    (
      "<div class='post_Quotes'><i><img src=q.png alt=Citation>\n Citation de ann</i></div>",
      "<div class=\"post_Quotes\"><i>\n Citation de ann</i></div>"
    ),
    // What is not an icon stays.
    ("<img src=q.png alt=Zitat> Zitat von ann", nil),
    ("<blockquote><img src=q.png alt='A lamp'> Zitat von ann</blockquote>", nil),
    ("<blockquote><img src=q.png alt=''> Zitat</blockquote>", nil),
    ("<blockquote><img src=q.png alt=Zitat><b>Zitat</b></blockquote>", nil),
  ]) func anIconIsNotInTheText(html: String, text: String?) throws {
    let page = WebPage(HTMLTree("<html><body><section>\(html)<p>z</p></section></body></html>"))
    var texts = PageTexts(page, leavingOut: [])
    let section = try #require(page.search.firstIndex(matching: "section"))
    let written = texts.html(in: section)
    let found = try #require(written)
    if let text { #expect(found == text + "<p>z</p>") } else { #expect(found.contains("<img")) }
  }

  /// Of each build of vBulletin.
  @Test(arguments: [
    "<div class=bbcode_quote><div class=bbcode_postedby><img src=/misc/quote_icon.png alt=Quote> Originally by ann</div>",
    "<div class=bbcode_quote>Posted by ann <a href='#post901'><img src=images/buttons/viewpost-right.png alt='View Post'></a>",
    "<table><tr><td>by ann <a href='#post901'><img class=inlineimg src=/images/buttons/viewpost.gif alt='x'></a></td></tr></table>",
  ]) func vBulletinHasIcons(quote: String) throws {
    let html = PageImportTests.page(1, posts: 1...3).replacing("Post 2.", with: quote)
    let body = try #require(try read(html).discussion.comments.first?.body?.text)
    #expect(body.contains("by ann"))
    #expect(!body.contains("<img"))
  }
}
