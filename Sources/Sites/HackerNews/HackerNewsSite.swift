extension Site {
  /// Hacker News, whose discussions come from Algolia's search and as items of Firebase.
  static let hackerNews = Site(
    about: SiteAbout(
      title: "Hacker News",
      opens: "stories and comments of `news.ycombinator.com`",
      lacks: "the newest comments come 60 at a time",
      links: "`news.ycombinator.com/item?id=ID`, with or without `#ID`",
      requests: """
        `hn.algolia.com/api/v1/items/ID`; for a comment, the comment first, then its story. Then \
        `hacker-news.firebaseio.com/v0/item/ID.json`: the story; if the order differs, also up to 8 \
        comments with the most replies; and whatever Algolia lacks
        """,
      limits: """
        at most 60 comments from Firebase each time; the order of further replies is Algolia's
        """),
    formats: [.hackerNews, .firebase],
    members: """
      author by children created_at created_at_i dead deleted descendants id kids options
      parent parts points poll score story_id text time title type url
      """,
    pages: { [.hackerNews] },
    ids: [
      SiteIDForm(
        prefix: "hn", title: "HN",
        link: { rest in
          SiteID.isNumber(rest) ? "https://news.ycombinator.com/item?id=\(rest)" : nil
        })
    ],
    hosts: hackerNewsHosts, fronts: .hackerNews,
    elsewhere: SiteElsewhere { (article, _) in [HackerNewsSearch.plan(for: article)] },
    missingReplies: { [HackerNewsReplies($0, $1)].compactMap { $0 } })

  static let hackerNewsHosts = SiteHosts(
    names: ["news.ycombinator.com", "hn.algolia.com", HackerNewsItems.host],
    example: "https://news.ycombinator.com/item?id=1",
    interfaces: ["hn.algolia.com", HackerNewsItems.host], plan: { HackerNewsPlan($0) })
}

extension DiscussionFormat {
  public static let hackerNews = DiscussionFormat(
    "hackernews", title: "Hacker News, from Algolia's search",
    commands: ["curl https://hn.algolia.com/api/v1/items/ID"],
    signs: FormatSigns(
      alternatives: [[["children"], ["id"], ["created_at"]]], areCommon: true,
      alsoTakes: { AlgoliaImport.isOfFirebase($0) }),
    beginning: .comments(hasNumbers: false), reader: .objects(AlgoliaImport.draft))

  public static let firebase = DiscussionFormat(
    "hackernews-firebase", title: "Hacker News items, one a line or in an array",
    commands: ["curl https://hacker-news.firebaseio.com/v0/item/ID.json"],
    signs: FormatSigns(
      alternatives: [[["id"], ["type"], ["time"]]], areCommon: true, alsoTakes: { _ in true }),
    reader: .objects(FirebaseImport.draft))
}
