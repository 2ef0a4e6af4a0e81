import DiscussionModel
import Testing

@testable import Sites

@Suite struct CookedTextTests {
  @Test(arguments: [
    ("<p>é &amp; 中</p>", "<p>é &amp; 中</p>"),
    (
      #"<aside class="quote no-group" data-username="bo" data-post="3" data-topic="57"><div class="title"><div class="quote-controls"></div><img class="avatar" src="/a.png"> bo:</div><blockquote><p>x</p></blockquote></aside><p>y</p>"#,
      #"<aside class="quote"><div class="title"><a href="https://e.org/t/57/3">bo</a>:</div><blockquote><p>x</p></blockquote></aside><p>y</p>"#
    ),
    (
      #"<aside class="quote" data-post="3" data-topic="57"><div class="title"><img class="avatar">bo:</div><blockquote>x</blockquote></aside>"#,
      #"<aside class="quote"><div class="title"><a href="https://e.org/t/57/3">bo</a>:</div><blockquote>x</blockquote></aside>"#
    ),
    (
      #"<aside class="quote" data-username="bo"><blockquote>x</blockquote></aside><blockquote>y</blockquote>"#,
      #"<aside class="quote"><div class="title">bo:</div><blockquote>x</blockquote></aside><blockquote>y</blockquote>"#
    ),
    (
      #"<aside class="onebox"><article>z</article></aside>"#,
      #"<aside class="onebox"><article>z</article></aside>"#
    ),
    (#"a<img src="/i.png" class="emoji" title=":bee:" alt=":bee:">"#, "a:bee:"),
    (#"<img alt="cat" src="//cdn/x.png">"#, #"<img alt="cat" src="https://cdn/x.png">"#),
    (
      #"<a class="mention" href="/u/bo">@bo</a>"#,
      #"<a class="mention" href="https://e.org/u/bo">@bo</a>"#
    ),
    (#"<a href="//x.org/">x</a>"#, #"<a href="https://x.org/">x</a>"#),
    (#"<a href="https://x.org/">x</a><img>"#, #"<a href="https://x.org/">x</a><img>"#),
    (
      #"<ul><li data-poll-option-id="k1">Yes</li><li data-poll-option-id="k2">No</li></ul>"#,
      #"<ul><li data-poll-option-id="k1">(2 votes) Yes</li><li data-poll-option-id="k2">No</li></ul>"#
    ),
    (
      #"<a href="/x" class="lightbox"><img alt="b"><div class="meta"><span>b.png</span> <div>1 KB</div></div></a>c"#,
      #"<a href="https://e.org/x" class="lightbox"><img alt="b"></a>c"#
    ),
    (#"<div class="meta">never closed"#, ""),
    ("<img <aside", "<img <aside"),
    ("</aside></aside><img>", "</aside></aside><img>"),
  ])
  func picturesAndBoxesBecomeWords(cooked: String, text: String) {
    #expect(
      CookedText.text(
        RawText(cooked), site: "https://e.org",
        polls: ["poll": DiscoursePoll(votes: ["k1": 2])]) == RawText(text))
  }

  @Test func withoutASiteLinksStay() {
    let cooked =
      #"<a href="/u/bo">@bo</a><aside class="quote" data-username="a" data-post="1" data-topic="2"><blockquote>x</blockquote></aside>"#
    #expect(
      CookedText.text(RawText(cooked), site: nil)
        == #"<a href="/u/bo">@bo</a><aside class="quote"><div class="title">a:</div><blockquote>x</blockquote></aside>"#
    )
  }

  @Test func nestedQuotesOfAnyDepthAreRead() {
    let count = 4_000
    let cooked =
      String(repeating: #"<aside class="quote" data-username="a"><blockquote>"#, count: count)
      + String(repeating: "</blockquote></aside>", count: count)
    let text = CookedText.text(RawText(cooked), site: nil).text
    #expect(
      text.hasPrefix("<aside class=\"quote\"><div class=\"title\">a:</div><blockquote><aside"))
  }
}
