extension Site {
  static let lemmy = Site(
    formats: [.lemmy],
    members: """
      alt_text ap_id body child_count comment comment_view comments content counts creator
      creator_id creator_is_admin cross_posts deleted display_name distinguished
      embed_description embed_title embed_video_url id local name nodes path post post_id
      post_view published published_at removed score tags thumbnail_url updated updated_at
      url
      """,
    ids: [SiteIDForm(prefix: "lemmy", hasHost: true)],
    anywhere: SiteAnywhere(words: "a post of Lemmy (/post/ID)") { LemmyPlan($0) },
    missingReplies: { LemmyReplies($0, $1) })
}

extension DiscussionFormat {
  public static let lemmy = DiscussionFormat(
    "lemmy", title: "Lemmy comments, with or without their post",
    commands: [
      "curl 'https://HOST/api/v3/post?id=ID'",
      "curl 'https://HOST/api/v3/comment/list?post_id=ID&limit=50&max_depth=8&type_=All'",
    ],
    signs: FormatSigns(
      alternatives: [
        [["comments", "comment", "path"]], [["post_view", "post", "name"]], [["comment", "path"]],
        [["comment_view", "comment", "path"]],
      ],
      alsoTakes: { _ in true }),
    reader: .objects(LemmyImport.draft))
}
