import DiscussionModel
import HTMLTree
import Sites

/// What holds for every page in HTML; what follows the first NUL is a selector, and what somebody says of the page.
enum PageCheck {
  @Sendable static func run(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: 0)
    let page = Array(bytes[..<(end ?? bytes.count)])
    let words = end.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
    var options = ImportOptions(format: .html)
    if let words {
      select(words, in: page)
      do throws(PageSelection.Fault) {
        options.selections = try PageSelection.list(words)
      } catch {
        hold(!error.message.isEmpty, "a fault without words")
      }
    }
    do throws(ImportError) {
      let imported = try AnyImport.discussion(of: [ImportFile(name: "a", bytes: page)], options)
      hold(imported.isPage, "a page that is none")
      hold(imported.discussion.comments.count <= page.count, "more comments than bytes")
      DiscussionCheck.run(DiscussionFile.encode(imported.discussion))
    } catch {
      hold(!error.message.isEmpty, "an error without words")
    }
  }

  /// What a selector matches, however it is looked for; and what is written of a page.
  private static func select(_ words: String, in page: [UInt8]) {
    let tree = page.withUnsafeBufferPointer { HTMLTree(utf8: $0, in: .element(.body)) }
    do throws(SelectorError) {
      let selector = try Selector(words)
      let found = tree.indices(matching: selector)
      hold(TreeSearch(tree).indices(matching: selector) == found, "another search finds others")
      for index in found.prefix(8) {
        hold(tree.matches(selector, index), "one that does not match")
      }
    } catch {
      hold(error.column > 0 && !error.message.isEmpty, "an error without a place")
    }
    var writer = HTMLWriter(tree)
    let written = tree.children(of: nil).map { writer.html(of: $0) }.joined()
    hold(written.utf8.count <= 65_536 + page.count * 100, "too much is written")
    _ = HTMLTree(written, in: .element(.body))
  }

  static let seeds = Seeds.bytes(of: [
    """
    <table id=hnmain><tr><td><table class=fatitem><tr class=athing id=1><td><span class=titleline><a href=a>b</a></span>\
    <tr><td><span class=subline><a href=item?id=1>9 comments</a></span></table><tr class="athing comtr" id=2><td class=ind indent=1>\
    <span class=comhead><a class=hnuser>c</a><span class=age title=2020-01-01T10:00:00></span></span><div class=comment><span class=commtext>d</span></div>
    """,
    """
    <div id=siteTable><div class="thing link" data-fullname=t3_a data-comments-count=9><a class=title>b</a></div></div><div class=commentarea>\
    <div class="thing comment" data-fullname=t1_c data-author=d><p class=tagline><time datetime=2020-01-01></time><span class="score unvoted" title=4></span></p>\
    <div class=usertext-body><div class=md><p>e</div></div><div class=child><div class="thing morechildren"><span class=morecomments><b class=gray>(7)</b>
    """,
    """
    <shreddit-post id=t3_a post-title=b comment-count=3></shreddit-post><shreddit-comment thingid=t1_c author=d score=2 created=2020-01-01T10:00:00Z>\
    <div slot=comment><p>e</div><shreddit-comment thingid=t1_f parentid=t1_c is-comment-deleted></shreddit-comment></shreddit-comment>
    """,
    "<ol><li class='comment depth-1' id=comment-1><b class=fn>a</b><time datetime=2020-01-01></time><div class=comment-content>b</div><ul class=children><li class='comment depth-2' id=comment-2>c",
    "<li class=postcontainer id=post_1><b class=username>a</b><b class=postcounter>#1</b><div id=post_message_1>b</div></li>\0comment=.postcontainer,author=b,time=@id|post_",
    "<div itemscope itemtype=https://schema.org/Comment id=a><b itemprop=author>c</b><p itemprop=text>d</p></div>\0div > [itemprop]:not(b, .x):nth-child(2n+1)",
    "<script type=application/ld+json>{\"@type\":\"Question\",\"comment\":[{\"text\":\"a\",\"author\":{\"name\":\"b\"},\"comment\":{\"text\":\"c\"}}]}</script>",
    "<div class=detailed-status></div><div class='status status--in-thread' data-id=2><b class=display-name__account>@a@b</b><div class=status__content__text>c</div>",
    """
    <div class=Post id=t3_a></div><div id=t1_b style=padding-left:16px></div><script>window.___r = {"comments":{"models":{"t1_b":{"id":"t1_b","author":"c",\
    "media":{"richtextContent":{"document":[{"e":"par","c":[{"e":"text","t":"d é","f":[[1,0,1]]}]}]}}}}}};</script>
    """,
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p itemtype=3D/Comment itemscope>=C1=\r\n</p>\r\n--x--",
    "<meta charset=shift_jis><!-- saved from url=(0010)https://a.b/c --><base href=../d><iframe srcdoc='<div data-testid=comment-component>'></iframe>",
  ])
}
