public import DiscussionModel

/// The conversation with a site about the replies that a comment is said to have and that are not there.
///
/// What comes is a discussion to be merged into the one that lacks them. It is called as that one is, and holds the
/// comment itself first, as it is now, less what has come, and then what answers it, at any depth. The numbers of the
/// others only tell their order. For replies to the article it holds only those, and its notice says how many are missing still.
///
/// Reddit, Lemmy and Mastodon say of comments how many replies are missing, and can be asked for them. Of the others a
/// link opened anew brings all that there is.
public struct MissingReplies: SiteDialogue {
  private var inquiry: Inquiry

  /// Begins to ask for replies; nil where the site has no way to ask, where nothing is missing, or where the discussion
  /// is not from the site of the link.
  ///
  /// - Parameters:
  ///   - comment: the id of the comment whose replies are missing; nil for those that answer the article.
  ///   - discussion: where they are missing.
  ///   - url: the link by which it was opened; nothing but its site is asked.
  public init?(of comment: String?, in discussion: Discussion, openedAs url: String) {
    guard let place = MissingPlace(comment, discussion) else { return nil }
    let address: SiteAddress
    do throws(SiteError) { address = try SiteAddress(url) } catch { return nil }
    let found: (any MissingConversation)? =
      RedditReplies(place, address) ?? LemmyReplies(place, address)
      ?? MastodonReplies(place, address)
    guard let found else { return nil }
    inquiry = Inquiry([found], url: url, parts: [found.stub])
  }

  public mutating func next() throws(SiteError) -> SiteVisit.Step { try inquiry.next() }
  public mutating func take(_ response: SiteResponse) throws(SiteError) {
    try inquiry.take(response)
  }

  public mutating func stop(because why: String) -> Bool {
    inquiry.stop(why)
    return inquiry.hasBegun
  }

  public var progress: (done: Int, total: Int?, what: String) { inquiry.progress }
}

/// A conversation about replies, which are read as answers to a stub that stands for the comment.
protocol MissingConversation: Conversation {
  var place: MissingPlace { get }
  /// The comment as importers read it, with nothing but what its replies need.
  var stub: ImportFile { get }
}

extension MissingConversation {
  var comment: String? { place.comment?.id }

  /// A stub of JSON.
  static func stub(_ text: String) -> ImportFile {
    ImportFile(name: "the comment", bytes: Array(text.utf8))
  }
}
