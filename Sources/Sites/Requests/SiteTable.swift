/// Which plan fetches a link: by its host, or else by the shape of its path.
enum SiteTable {
  /// What may be at the other end of a link, in the order in which it is tried.
  ///
  /// - Returns: also whether the first is known to be there.
  /// - Throws: for a page of a known site on which no discussion is.
  static func candidates(
    for address: SiteAddress
  ) throws(SiteError) -> (list: [any FetchPlan], isCertain: Bool) {
    for site in known where site.isHost(address.host) {
      guard let plan = site.plan(address) else {
        throw SiteError(.noDiscussion(expected: site.example), url: address.page)
      }
      return ([plan], true)
    }
    return (shapes.compactMap { $0(address) } + [FilePlan(address)], false)
  }

  /// What can be at an address whose host is not known, in words.
  static let expectations = [
    "a topic of Discourse (/t/…/ID)", "a post of Lemmy (/post/ID)",
    "a status on Mastodon (/@NAME/ID)", "a story of Lobsters (/s/ID)",
    "a discussion in JSON, in any format that can be imported",
  ]

  /// A site with a name of its own.
  private struct Known: Sendable {
    let isHost: @Sendable (String) -> Bool
    let plan: @Sendable (SiteAddress) -> (any FetchPlan)?
    /// A link to a discussion.
    let example: String
  }

  private static let known = [
    Known(
      isHost: { $0 == "news.ycombinator.com" || $0 == "hn.algolia.com" },
      plan: { HackerNewsPlan($0) },
      example: "https://news.ycombinator.com/item?id=1"),
    Known(
      isHost: { RedditPlan.isHost($0) }, plan: { RedditPlan($0) },
      example: "https://www.reddit.com/comments/ID"),
    Known(
      isHost: { $0 == "lobste.rs" }, plan: { LobstersPlan($0) },
      example: "https://lobste.rs/s/ID"),
    Known(
      isHost: { ["github.com", "www.github.com", "api.github.com"].contains($0) },
      plan: { GitHubPlan($0) }, example: "https://github.com/OWNER/REPO/issues/1"),
  ]

  /// What runs on hosts of any name.
  private static let shapes: [@Sendable (SiteAddress) -> (any FetchPlan)?] = [
    { DiscoursePlan($0) }, { LemmyPlan($0) }, { MastodonPlan($0) },
    { address in LobstersPlan(address).flatMap { $0.isStory ? $0 : nil } },
  ]
}
