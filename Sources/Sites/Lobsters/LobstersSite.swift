extension Site {
  /// Lobsters, and other sites that run its software.
  static let lobsters = Site(
    about: SiteAbout(
      title: "Lobsters",
      opens: "stories and comments of `lobste.rs`, and of other sites that run its software",
      lacks: "none",
      links: """
        `lobste.rs/s/ID`, `…#c_ID`, `…/comments/ID`, `lobste.rs/c/ID`; `/s/ID` on any host \
        that runs its software
        """,
      requests: "`/s/ID.json`; for `/c/ID` first its redirect",
      limits: "none: one response has all comments"),
    formats: [.lobsters],
    members: """
      comment comment_count comment_plain commenting_user comments comments_url created_at
      depth description description_plain indent_level is_deleted is_moderated
      last_edited_at name nodes parent_comment score short_id short_id_url submitter_user
      tags title updated_at url username
      """,
    pages: { [.lobsters] },
    ids: [
      SiteIDForm(
        prefix: "lobsters", title: "Lobsters", hasHost: true,
        link: { $0.contains("/") ? nil : "https://lobste.rs/s/\($0)" },
        older: ("lobsters", { $0.count == 2 ? String($0[1]) : nil }))
    ],
    hosts: SiteHosts(
      names: ["lobste.rs"], example: "https://lobste.rs/s/ID", plan: { LobstersPlan($0) }),
    anywhere: SiteAnywhere(words: "a Lobsters story (/s/ID)", hostNames: ["lobsters"]) {
      address in
      LobstersPlan(address).flatMap { $0.isStory ? $0 : nil }
    },
    fronts: .lobsters,
    elsewhere: SiteElsewhere { (article, _) in [LobstersFront.plan(for: article)] })
}

extension DiscussionFormat {
  public static let lobsters = DiscussionFormat(
    "lobsters", title: "a Lobsters story", commands: ["curl https://lobste.rs/s/ID.json"],
    signs: FormatSigns(alternatives: [[["short_id"], ["comments"]]]),
    reader: .objects(LobstersImport.draft))
}
