import WebAddresses

extension Site {
  /// Mastodon, and servers that have its interface.
  static let mastodon = Site(
    about: SiteAbout(
      title: "Mastodon",
      opens: "posts on any server that does not run Misskey",
      lacks: "usually 60 replies; nothing from GoToSocial, which asks for a sign-in",
      links: """
        `/@NAME/ID`, `/@NAME/statuses/ID`, `/@NAME/posts/ID`, `/users/NAME/statuses/ID`, \
        `/ap/users/ID/statuses/ID`, `/web/statuses/ID`, `/notice/ID` on any host
        """,
      requests: """
        `/api/v1/statuses/ID` and its `context`; a reply is followed up to the post that \
        begins the thread
        """,
      limits: """
        usually 60 replies and 20 levels at once; GoToSocial shows nothing without signing \
        in; Misskey is not supported
        """),
    formats: [.mastodon],
    members: """
      account acct ancestors author_name card content created_at descendants description
      display_name edited_at expired favourites_count id image_description in_reply_to_id
      media_attachments options poll preview_url provider_name quote quoted_status reblog
      remote_url replies_count spoiler_text state title type uri url username voters_count
      votes_count
      """, unreadTexts: "emoji_reactions",
    pages: { [.mastodon] },
    ids: [SiteIDForm(prefix: "mastodon", hasHost: true)],
    anywhere: SiteAnywhere(
      words: "a Mastodon status (/@NAME/ID)", hostNames: ["mastodon"],
      isUnmistakable: { address in
        // Its ids have the time in them, and since 2017 at least 17 digits.
        let path = address.path.drop { ["web", "deck", "ap"].contains($0) }
        return path.first.map { $0.hasPrefix("@") && path.count == 2 || $0 == "users" } == true
          && path.last.map { SiteID.isNumber($0) && $0.utf8.count > 14 } == true
      }, plan: { MastodonPlan($0) }),
    fronts: .mastodon,
    missingReplies: { [MastodonReplies($0, $1)].compactMap { $0 } })
}

extension DiscussionFormat {
  public static let mastodon = DiscussionFormat(
    "mastodon", title: "a Mastodon status and its context",
    commands: [
      "curl https://HOST/api/v1/statuses/ID", "curl https://HOST/api/v1/statuses/ID/context",
    ],
    signs: FormatSigns(
      alternatives: [
        [["ancestors"], ["descendants"]], [["account", "acct"], ["content"], ["created_at"]],
      ]),
    holdsOne: true, reader: .objects(MastodonImport.draft))
}
