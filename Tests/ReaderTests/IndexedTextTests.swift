import DiscussionModel
import Reader
import Testing

/// What of a discussion is found in a search over many.
@Suite struct IndexedTextTests {
  @Test(arguments: [
    (Markup.plain, "one\ntwo\n\nthree", "one\ntwo\nthree"),
    (.plain, "> quoted\nwhy *not*?", "quoted\nwhy *not*?"),
    (.markdown, "*red* [door](https://example.org) knob\n\n- a\n- b", "red door knob\na\nb"),
    (.html, "<p>caf&eacute; <b>中</b><p>👩‍💻<script>no</script>", "café 中\n👩💻"),
    (.html, "<span class='spoiler'>the end</span> so <details>more</details>", "▒ so\n▒"),
    (.plain, "a \u{1B}[31m\u{202E}b", "a ␛[31mb"),
    (.plain, "", ""),
  ])
  func isTheTextAsItIsShown(markup: Markup, body: String, text: String) {
    var discussion = Discussion(id: "x", title: "Title")
    discussion.markup = markup
    discussion.body = RawText(body)
    discussion.comments = [Comment(id: "1", body: RawText(body))]
    let page = Page(discussion)
    #expect(page.indexedText(of: 0) == text)
    #expect(page.indexedText(of: 1) == text)
  }

  @Test func whatIsGoneOrBehindAWarningIsLeftOut() {
    var discussion = Discussion(id: "x", title: "Title")
    discussion.notice = "for members"
    discussion.comments = [Comment(id: "1", body: "gone"), Comment(id: "2", body: "beware")]
    discussion.comments[0].state = .deleted
    var details = CommentDetails()
    details.warning = "a spider"
    discussion.comments[1].details = details
    let page = Page(discussion)
    #expect((0..<page.count).map { page.indexedText(of: $0) } == ["", "", "", ""])
  }
}
