import RunningPrograms
import Testing

/// One site at which a talk takes place.
struct Venue: Sendable, CustomTestStringConvertible {
  var name: String
  /// The hosts that are asked, the first one first.
  var hosts: [String]
  var link: String
  /// The discussion's.
  var id: String
  /// How many remarks there have to be between Cy's and Dan's.
  var fillers = 0
  /// What is answered to each question of a visit, by path and query.
  var answers: @Sendable (Talk) -> [String: TestServer.Answer]
  /// A link to Cy's comment.
  var linkToCy = ""
  /// What is answered besides to the questions to which that link leads.
  var wayToCy: @Sendable (Talk) -> [String: TestServer.Answer] = { _ in [:] }

  var testDescription: String { name }
  var host: String { hosts[0] }
  var talk: Talk { Talk(fillers: fillers) }

  /// What is asked at one visit, in the order of the alphabet.
  func questions(_ talk: Talk) -> [String] { answers(talk).keys.sorted() }

  static let hackerNews = Venue(
    name: "Hacker News", hosts: hackerNewsHosts, link: "https://news.ycombinator.com/item?id=7",
    id: "hn:7", answers: \.hackerNews, linkToCy: "https://news.ycombinator.com/item?id=103",
    wayToCy: \.hackerNewsWayToCy)
  /// While Algolia does not know the story.
  static let firebase = Venue(
    name: "Hacker News, Firebase alone", hosts: hackerNewsHosts, link: hackerNews.link, id: "hn:7",
    answers: \.firebase, linkToCy: hackerNews.linkToCy)
  static let hackerNewsHosts = ["hn.algolia.com", "hacker-news.firebaseio.com"]
  static let reddit = Venue(
    name: "Reddit", hosts: ["oauth.reddit.com"], link: "https://www.reddit.com/r/x/comments/p7/q/",
    id: "reddit:p7", answers: \.reddit,
    linkToCy: "https://www.reddit.com/r/x/comments/p7/q/C3/?context=3")
  static let lobsters = Venue(
    name: "Lobsters", hosts: ["lobste.rs"], link: "https://lobste.rs/s/abc7/a_talk",
    id: "lobsters:abc7", answers: \.lobsters, linkToCy: "https://lobste.rs/s/abc7/a_talk#c_c3")
  /// Of two pages, at a host that is not known.
  static let discourse = Venue(
    name: "Discourse", hosts: ["forum.example"], link: "https://forum.example/t/a-talk/7",
    id: "discourse:forum.example/7", answers: \.discourse,
    linkToCy: "https://forum.example/t/a-talk/7/4")
  /// Of two pages, at a host that is not known.
  static let lemmy = Venue(
    name: "Lemmy", hosts: ["lemmy.example"], link: "https://lemmy.example/post/7",
    id: "lemmy:lemmy.example/7", fillers: 47, answers: \.lemmy,
    linkToCy: "https://lemmy.example/comment/103", wayToCy: { _ in Talk.lemmyWayToCy })
  /// At a host that is not known.
  static let mastodon = Venue(
    name: "Mastodon", hosts: ["social.example"], link: "https://social.example/@zoe/7",
    id: "mastodon:social.example/7", answers: \.mastodon,
    linkToCy: "https://social.example/@cy/103", wayToCy: \.mastodonWayToCy)
  static let issue = Venue(
    name: "GitHub issue", hosts: ["api.github.com"], link: "https://github.com/o/r/issues/7",
    id: "github:o/r/7", answers: \.gitHubIssue,
    linkToCy: "https://github.com/o/r/issues/7#issuecomment-103")
  static let pullRequest = Venue(
    name: "GitHub pull request", hosts: ["api.github.com"], link: "https://github.com/o/r/pull/7",
    id: "github:o/r/7", answers: \.gitHubPullRequest,
    linkToCy: "https://github.com/o/r/pull/7/files#r103")

  static let forgejo = Venue(
    name: "Forgejo", hosts: ["forge.example"], link: "https://forge.example/o/r/issues/7",
    id: "forge:forge.example/o/r/7", answers: \.forgejo,
    linkToCy: "https://forge.example/o/r/issues/7#issuecomment-103")
  static let gitLab = Venue(
    name: "GitLab", hosts: ["lab.example"], link: "https://lab.example/o/r/-/issues/7",
    id: "gitlab:lab.example/o/r/issues/7", answers: \.gitLab,
    linkToCy: "https://lab.example/o/r/-/issues/7#note_103")
  static let stackExchange = Venue(
    name: "Stack Exchange", hosts: ["api.stackexchange.com"],
    link: "https://diy.stackexchange.com/questions/7/a-talk",
    id: "stackexchange:diy.stackexchange.com/7", answers: \.stackExchange,
    linkToCy: "https://diy.stackexchange.com/questions/7/a-talk#comment103_101")
  static let bluesky = Venue(
    name: "Bluesky", hosts: ["public.api.bsky.app"],
    link: "https://bsky.app/profile/zoe.example/post/7",
    id: "bluesky:did:plc:zoe/7", answers: \.bluesky,
    linkToCy: "https://bsky.app/profile/cy.example/post/103", wayToCy: \.blueskyWayToCy)

  /// By the links of nested replies.
  static let nested = Venue(
    name: "Discourse with nested replies", hosts: discourse.hosts,
    link: "https://forum.example/n/a-talk/7", id: discourse.id, answers: \.discourse,
    linkToCy: "https://forum.example/n/a-talk/7/4")
  /// Of two pages, at a host that is not known.
  static let lemmyV4 = Venue(
    name: "Lemmy 1.0", hosts: lemmy.hosts, link: lemmy.link, id: lemmy.id, fillers: 47,
    answers: \.lemmyV4, linkToCy: lemmy.linkToCy, wayToCy: { _ in Talk.lemmyV4WayToCy })
  static let pieFed = Venue(
    name: "PieFed", hosts: lemmy.hosts, link: lemmy.link, id: lemmy.id, fillers: 47,
    answers: \.pieFed, linkToCy: lemmy.linkToCy, wayToCy: { _ in Talk.pieFedWayToCy })
  /// By GoToSocial's links.
  static let goToSocial = Venue(
    name: "GoToSocial", hosts: mastodon.hosts, link: "https://social.example/@zoe/statuses/7",
    id: mastodon.id, answers: \.mastodon, linkToCy: "https://social.example/@cy/statuses/103",
    wayToCy: \.mastodonWayToCy)
  static let discussion = Venue(
    name: "GitHub discussion of an organisation", hosts: issue.hosts,
    link: "https://github.com/orgs/o/discussions/7", id: "github:o/o/7",
    answers: \.gitHubDiscussion,
    linkToCy: "https://github.com/orgs/o/discussions/7#discussioncomment-103")
  static let forgejoPullRequest = Venue(
    name: "Forgejo pull request", hosts: forgejo.hosts, link: "https://forge.example/o/r/pulls/7",
    id: forgejo.id, answers: \.forgejoPullRequest,
    linkToCy: "https://forge.example/o/r/pulls/7/files#issuecomment-103")

  static let all = [
    hackerNews, firebase, reddit, lobsters, discourse, nested, lemmy, lemmyV4, pieFed, mastodon,
    goToSocial, issue, pullRequest, discussion, forgejo, forgejoPullRequest, gitLab, stackExchange,
    bluesky,
  ]
}
