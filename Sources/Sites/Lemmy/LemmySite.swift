extension Site {
  /// Lemmy, and PieFed, which has its links and its ids.
  static let lemmy = Site(
    about: SiteAbout(
      title: "Lemmy, PieFed",
      opens: "posts and comments on any server",
      lacks: "at most about 25,000 comments",
      links: "`/post/ID`, `/post/ID/COMMENT`, `/comment/ID` on any host",
      requests: """
        `/api/v4/post`, then `/api/v4/comment/list` page by page, 50 at a time; for a \
        comment first `/api/v4/comment`; on servers without `v4` the same below `/api/v3`, \
        and on PieFed below `/api/alpha`
        """,
      limits: "about 25,000 comments (500 responses)"),
    formats: [.lemmy],
    members: """
      alt_text ap_id body child_count comment comment_view comments content counts creator
      creator_id creator_is_admin cross_posts deleted display_name distinguished
      embed_description embed_title embed_video_url id items local name next_page nodes path
      post post_id post_view published published_at removed score tags thumbnail_url title
      updated updated_at url user_id user_name
      """,
    pages: { [.lemmy] },
    ids: [SiteIDForm(prefix: "lemmy", hasHost: true)],
    anywhere: SiteAnywhere(
      words: "a Lemmy post (/post/ID)", hostNames: ["lemmy", "piefed"],
      plans: { address in LemmyInterface.allCases.compactMap { LemmyPlan(address, by: $0) } }),
    fronts: .lemmy,
    elsewhere: SiteElsewhere(
      hasHosts: true, plans: { LemmySearch.plans(for: $0, at: $1) }),
    missingReplies: { (place, address) in
      LemmyInterface.allCases.compactMap { LemmyReplies(place, address, by: $0) }
    })
}

extension DiscussionFormat {
  public static let lemmy = DiscussionFormat(
    "lemmy", title: "Lemmy comments, with or without their post",
    commands: [
      "curl 'https://HOST/api/v3/post?id=ID'",
      "curl 'https://HOST/api/v3/comment/list?post_id=ID&limit=50&sort=Old&type_=All&page=1'",
    ],
    signs: FormatSigns(
      alternatives: [
        [["comments", "comment", "path"]], [["items", "comment", "path"]],
        [["post_view", "post", "ap_id"]], [["post_view", "post", "name"]], [["comment", "path"]],
        [["comment_view", "comment", "path"]],
      ],
      alsoTakes: { _ in true }),
    reader: .objects(LemmyImport.draft))
}
