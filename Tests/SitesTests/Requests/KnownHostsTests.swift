import Sites
import Testing

/// Which links surely lead to discussions, without a request.
@Suite struct KnownHostsTests {
  @Test(arguments: [
    // Known sites.
    ("https://news.ycombinator.com/item?id=7#9", true),
    ("http://news.ycombinator.com/item?id=7", true),
    (" https://NEWS.ycombinator.com/item?id=7\n", true),
    ("https://news.ycombinator.com/newest", false),
    ("https://news.ycombinator.com/item?id=7x", false),
    ("https://news.ycombinator.com/user?id=ann", false),
    ("https://old.reddit.com/r/clay/comments/abc/_/d1", true), ("https://redd.it/abc", true),
    ("https://www.reddit.com/r/clay/s/AbC1", true), ("https://www.reddit.com/r/clay", false),
    ("https://i.redd.it/abc.jpg", false), ("https://lobste.rs/s/abc123/a_kiln", true),
    ("https://lobste.rs/c/abc123", true), ("https://lobste.rs/t/clay", false),
    ("https://github.com/ann/kiln/issues/5#issuecomment-6", true),
    ("https://github.com/ann/kiln/pull/5", true), ("https://github.com/ann/kiln", false),
    ("https://github.com/ann/kiln/issues", false),
    ("https://github.com/ann/kiln/blob/main/issues/5.md", false),
    ("https://bsky.app/profile/ann.example/post/3k", true),
    ("https://bsky.app/profile/ann.example", false),
    ("https://stackoverflow.com/questions/5/how-hot", true),
    ("https://pots.stackexchange.com/a/6", true),
    ("https://stackoverflow.com/questions/tagged/clay", false),
    // Forms that only one software has.
    ("https://pots.example/t/slow-firing/31", true), ("https://pots.example/t/-/31/4?u=ann", true),
    ("https://pots.example/t/%E9%99%B6/31", true), ("https://pots.example/t/31", false),
    ("https://pots.example/t/31/4", false), ("https://pots.example/t/clay/page/2", false),
    ("https://pots.example/shop/t/mugs/31", false), ("https://pots.example/n/slow/31", false),
    ("https://code.example/a/b/c/-/issues/5#note_9", true),
    ("https://code.example/a/b/-/merge_requests/5", true),
    ("https://code.example/a/b/-/blob/main/README.md", false),
    ("https://code.example/ann/kiln/pulls/5", true),
    ("https://code.example/ann/kiln/issues/5", false),
    ("https://code.example/ann/kiln/pull/5", false),
    ("https://social.example/@ann/112358132134558914", true),
    ("https://social.example/@ann@far.example/112358132134558914", true),
    ("https://social.example/users/ann/statuses/112358132134558914", true),
    ("https://social.example/ap/users/7/statuses/112358132134558914", true),
    ("https://social.example/web/@ann/112358132134558914", true),
    ("https://social.example/@ann/on-clay-112358132134558914", false),
    ("https://social.example/@ann/31", false), ("https://social.example/@ann", false),
    ("https://social.example/notes/112358132134558914", false),
    ("https://films.example/@ann/video/7112358132134558914", false),
    // Hosts that are called as the software is.
    ("https://lemmy.example/post/5", true), ("https://piefed.example/comment/5", true),
    ("https://codeberg.org/ann/kiln/issues/5", true),
    ("https://gitea.pots.example/ann/kiln/issues/5", true),
    ("https://mastodon.example/@ann/31", true), ("https://mastodon.example/notes/31", false),
    ("https://meta.discourse.example/t/31", true), ("https://lemmy/post/5", false),
    ("https://notlemmy.example/post/5", false), ("https://pots.lemmy/post/5", false),
    // Everybody else has these.
    ("https://blog.example/post/5", false), ("https://blog.example/comment/5", false),
    ("https://blog.example/s/abc123", false), ("https://blog.example/a/b/issues/5", false),
    ("https://blog.example/", false), ("https://blog.example/thread.json", false),
    // Nearer than the internet.
    ("http://localhost/t/slow-firing/31", false), ("http://192.168.1.1/a/b/-/issues/5", false),
    ("https://router.local/t/slow-firing/31", false),
    // Not links.
    ("", false), ("post/5", false), ("/t/slow-firing/31", false),
    ("mailto:ann@pots.example", false),
    ("https://ann:x@pots.example/t/slow-firing/31", false),
    ("javascript:https://news.ycombinator.com/item?id=7", false),
  ])
  func links(link: String, opens: Bool) {
    #expect(SiteVisit.opens(link) == opens)
  }

  @Test(arguments: [
    ("lemmy:blog.example/9", "https://blog.example/post/5", true),
    ("lemmy:blog.example/9", "https://blog.example/comment/5", true),
    ("lemmy:blog.example/9", "http://blog.example/post/5/6", true),
    ("lemmy:blog.example/9", "https://blog.example/about", false),
    ("lemmy:blog.example/9", "https://www.blog.example/post/5", false),
    ("lemmy:blog.example/9", "https://blog.example:8443/post/5", false),
    ("lemmy:blog.example:8443/9", "https://blog.example:8443/post/5", true),
    ("lemmy:localhost:8080/9", "http://localhost:8080/post/5", true),
    ("lemmy:blog.example/9", "https://blog.example/s/abc", false),
    ("lobsters:blog.example/xyz", "https://blog.example/s/abc", true),
    ("discourse:blog.example/talk/9", "https://blog.example/talk/t/31", true),
    ("forge:blog.example/ann/kiln/9", "https://blog.example/ann/pots/issues/5", true),
    ("mastodon:blog.example/9", "https://blog.example/@ann/31", true),
    ("mastodon:blog.example/9", "https://blog.example/notes/31", false),
    ("page:blog.example/post/9", "https://blog.example/post/5", false),
    ("hn:9", "https://9/post/5", false), ("nothing", "https://blog.example/post/5", false),
  ])
  func hostsOfDiscussions(id: String, link: String, opens: Bool) {
    var hosts = KnownHosts()
    hosts.insert(discussion: id)
    #expect(SiteVisit.opens(link, knowing: hosts) == opens)
  }

  @Test(arguments: [
    ("https://blog.example/c/clay", "https://blog.example/post/5", true),
    ("https://blog.example/c/clay", "https://blog.example/@ann/31", false),
    ("https://blog.example/c/clay/4", "https://blog.example/t/31", true),
    ("https://blog.example/", "https://blog.example/post/5", true),
    ("https://blog.example/tags/clay", "https://blog.example/@ann/31", true),
    ("https://blog.example/ann/kiln/issues", "https://blog.example/ann/pots/issues/5", true),
    ("https://blog.example/feed", "https://blog.example/post/5", false),
    ("hn/new", "https://blog.example/post/5", false),
  ])
  func hostsOfSources(front: String, link: String, opens: Bool) {
    var hosts = KnownHosts()
    hosts.insert(front: front)
    #expect(SiteVisit.opens(link, knowing: hosts) == opens)
  }
}
