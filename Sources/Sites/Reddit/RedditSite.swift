extension Site {
  static let reddit = Site(
    about: SiteAbout(
      title: "Reddit",
      opens: "posts and comments, on the old site too; share links",
      lacks: """
        500 comments with your own token (`REDDIT_TOKEN`); without one, only some \
        comments, and not who replies to whom
        """,
      links: """
        posts and comments on `www.`, `old.` and `new.reddit.com`, `redd.it/ID`, share links \
        `/r/NAME/s/…`
        """,
      requests: """
        with `REDDIT_TOKEN` `oauth.reddit.com/comments/ID?raw_json=1&limit=500`, and a \
        comment that it lacks by itself; without a token the feed \
        `www.reddit.com/comments/ID/.rss`; for a share link first its redirect
        """,
      limits: """
        at most 500 comments each time; the feed has only some, does not say what they reply \
        to, and may be requested about once a minute
        """),
    formats: [.reddit, .redditFeed],
    members: """
      author author_flair_text author_name body body_html caption children count created_utc
      crosspost_parent_list data distinguished downs edited ext fallback_url gallery_data gif
      hlsUrl id is_submitter items json kind link_flair_text link_id media media_id
      media_metadata mp4 num_comments oembed options outbound_url over_18 parent_id permalink
      poll_data provider_name reddit_video replies s score score_hidden secure_media selftext
      selftext_html spoiler stickied subreddit text things title total_vote_count u ups url user
      vote_count
      """,
    maps: "media_metadata",
    unreadTexts: "mod_note mod_reason_title removal_reason collapsed_reason",
    pages: { [.shreddit, .oldReddit, .reddit2018] },
    ids: [
      SiteIDForm(
        prefix: "reddit", title: "Reddit",
        link: { $0.contains("/") ? nil : "https://www.reddit.com/comments/\($0)" })
    ],
    hosts: redditHosts, fronts: .reddit,
    elsewhere: SiteElsewhere(
      needsToken: true, plans: { (article, _) in [RedditFront.plan(for: article)] }),
    missingReplies: { [RedditReplies($0, $1)].compactMap { $0 } },
    service: .reddit)

  static let redditHosts = SiteHosts(
    names: ["reddit.com", ".reddit.com", "redd.it", "www.redd.it"],
    example: "https://www.reddit.com/comments/ID", interfaces: ["oauth.reddit.com"],
    signInHelp: """
      save the page in a signed-in browser and "understory add" it, or set REDDIT_TOKEN
      """,
    plan: { RedditPlan($0) })
}

extension DiscussionFormat {
  public static let reddit = DiscussionFormat(
    "reddit", title: "a Reddit post with its comments",
    commands: [
      "in a browser that is signed in, save https://www.reddit.com/comments/ID.json?limit=500"
    ],
    signs: FormatSigns(
      alternatives: [
        [["kind"], ["data", "children"]], [["json", "data", "things"]],
        [["data", "kind"], ["data", "data"]],
      ]),
    reader: .objects(RedditImport.draft))
}

extension SiteService {
  /// Reddit's interface for programs, which responds only to those who have a token (OAuth).
  static let reddit = SiteService(
    origin: RedditPlan.service, tokenVariable: "REDDIT_TOKEN", limitWords: "too many requests")
}
