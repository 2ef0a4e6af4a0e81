import RichText
import Testing
import TextGrid

/// HTML in the forms in which sites send it.
@Suite struct SiteHTMLTests {
  @Test func hackerNews() {
    let html = """
      &gt; Nobody reads the <i>manual</i>.<p>I do. See &quot;notes&quot;: <a \
      href="https:&#x2F;&#x2F;a.org&#x2F;b" rel="nofollow">https:&#x2F;&#x2F;a.org&#x2F;b</a><p><pre><code>  if x {
          y()
        }
      </code></pre>
      That&#x27;s it.
      """
    #expect(
      Body(html: html).printed == """
        » Nobody reads the {emphasis manual}.

        I do. See "notes": {link 1 https://a.org/b} [1]

        |   if x {
        |     y()
        |   }

        That's it.

        [1] https://a.org/b
        """)
  }

  @Test func discourseQuotes() {
    let html = """
      <aside class="quote no-group" data-username="ann" data-post="3" data-topic="11">
      <div class="title">
      <div class="quote-controls"></div>
      <img alt="" width="20" height="20" src="https://a.org/ann.png" class="avatar"> ann:</div>
      <blockquote>
      <p>Is it blue?</p>
      </blockquote>
      </aside>
      <aside class="quote" data-username="bob"><blockquote>It is.</blockquote></aside>
      <p>No. <a class="mention" href="/u/bob">@bob</a>, look \
      <img src="https://a.org/smile.png" title=":smile:" class="emoji" alt=":smile:"></p>
      """
    #expect(
      Body(html: html).printed == """
        » {strong ann:}
        » Is it blue?

        » {strong bob:}
        » It is.

        No. {mention @bob}, look :smile:
        """)
  }

  @Test func discoursePreviews() {
    let html = """
      <p>See</p>
      <aside class="onebox allowlistedgeneric" data-onebox-src="https://a.org/x">
        <header class="source"><img src="https://a.org/i.png" class="site-icon">
          <a href="https://a.org/x" target="_blank">a.org</a></header>
        <article class="onebox-body"><img src="https://a.org/t.png" class="thumbnail">
      <h3><a href="https://a.org/x">The   title</a></h3><p>What it says.</p></article>
      </aside>
      <aside class="onebox"><header class="source"><a href="https://b.org">b.org</a></header></aside>
      <p>there.</p>
      """
    #expect(
      Body(html: html).printed == """
        See

        {link 1 The title} [1]

        {link 2 b.org} [2]

        there.

        [1] https://a.org/x
        [2] https://b.org
        """)
  }

  @Test func discoursePicturesAndPolls() {
    let html = """
      <p><div class="lightbox-wrapper"><a class="lightbox" href="//a.org/full.png" title="shed.png">\
      <img src="//a.org/small.png" alt="A shed" width="690" height="452"><div class="meta">
      <span class="filename">shed.png</span><span class="informations">1119x733 100 KB</span>
      </div></a></div></p>
      <p><a class="attachment" href="https://a.org/f.pdf">f.pdf</a> (1.2 MB)</p>
      <div class="poll" data-poll-name="poll"><div><div class="poll-container"><ul>
      <li data-poll-option-id="1">Red</li><li data-poll-option-id="2">青</li></ul></div></div></div>
      <p><span class="chcklst-box checked fa fa-square-check-o"></span> done<br>
      <span class="chcklst-box fa fa-square-o"></span> to do</p>
      <p><span class="spoiled">He did it.</span></p>
      """
    #expect(
      Body(html: html).printed == """
        {link 1 [image: A shed]} [1]

        {link 2 f.pdf} [2] (1.2 MB)

        • Red
        • 青

        [x] done
        [ ] to do

        {spoiler He did it.}

        [1] https://a.org/full.png
        [2] https://a.org/f.pdf
        """)
  }

  @Test func mastodon() {
    let html = """
      <p><span class="h-card" translate="no"><a href="https://a.org/@ann" class="u-url mention">\
      @<span>ann</span></a></span> it is at <a href="https://b.org/long/path" rel="nofollow">\
      <span class="invisible">https://</span><span class="ellipsis">b.org/lon</span>\
      <span class="invisible">g/path</span></a><br />Nice <a href="https://a.org/tags/X" \
      class="mention hashtag" rel="tag">#<span>X</span></a></p>
      """
    #expect(
      Body(html: html).printed == """
        {mention @ann} it is at {link 1 https://b.org/long/path} [1]
        Nice {mention #X}

        [1] https://b.org/long/path
        """)
  }

  @Test func lobsters() {
    let html = """
      <blockquote>
      <p>to avoid that</p>
      </blockquote>
      <p>Take the <em>max</em>.</p>
      <pre><code>#!/bin/sh
      exec it -g 'off'
      </code></pre>
      """
    #expect(
      Body(html: html).printed == """
        » to avoid that

        Take the {emphasis max}.

        | #!/bin/sh
        | exec it -g 'off'
        """)
  }
}
