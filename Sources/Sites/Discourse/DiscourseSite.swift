import WebAddresses

extension Site {
  /// Forums that run Discourse.
  static let discourse = Site(
    about: SiteAbout(
      title: "Discourse",
      opens: "topics and posts on any forum that runs it",
      lacks: "at most about 10,000 posts",
      links: """
        `/t/NAME/ID`, `/t/ID`, `/n/NAME/ID`, each with or without the number of a post, on \
        any host and in any folder
        """,
      requests: "`/t/ID.json`, then all other posts, 20 at a time, by `/t/ID/posts.json`",
      limits: "about 10,000 posts (500 responses)"),
    formats: [.discourse],
    members: """
      accepted_answer accepted_answers action_code action_code_who actions_summary admin
      cooked count created_at created_by deleted_at details fancy_title hidden id internal
      link_counts links moderator name nodes notice options polls post_number post_stream
      post_type posts posts_count raw reply_to_post_number slug status stream tags title
      topic_id topic_slug updated_at url user_deleted user_title username version voters
      votes
      """,
    unreadTexts: "edit_reason user_signature",
    pages: { [.discourse] },
    ids: [
      SiteIDForm(
        prefix: "discourse", hasHost: true,
        older: ("discourse", { $0.count > 2 ? "\($0[0])/\($0[$0.count - 1])" : nil }))
    ],
    anywhere: SiteAnywhere(
      words: "a Discourse topic (/t/…/ID)", hostNames: ["discourse"],
      isUnmistakable: { address in
        let path = address.path
        return 3...4 ~= path.count && path[0] == "t" && !SiteID.isNumber(path[1])
          && path[2...].allSatisfy { SiteID.isNumber($0) }
      }, plan: { DiscoursePlan($0) }),
    fronts: .discourse)
}

extension DiscussionFormat {
  public static let discourse = DiscussionFormat(
    "discourse", title: "a Discourse topic", commands: ["curl 'https://HOST/t/ID.json?page=1'"],
    signs: FormatSigns(alternatives: [[["post_stream", "posts"]]]),
    reader: .objects(DiscourseImport.draft))
}
