import DiscussionModel
public import TextGrid

/// One discussion of a front page, as its screen lists it.
public struct FrontEntry: Equatable, Sendable {
  /// The address of the discussion, by which it is opened.
  public var link: String
  /// Where it is on the site's page, 1-based.
  public var rank: Int
  public var title: SafeText
  /// From where it comes, in a word: the host of the page that it links to, or the site on which it is.
  public var source: SafeText
  /// The address that it is about; nil if it is about its own text.
  public var target: SafeText?
  public var author: SafeText?
  /// When it was posted, or else last commented on, in seconds since 1970; nil if that is not known.
  public var posted: Int64?
  public var score: Int?
  public var comments: Int?
  /// How many it had when it was fetched last, as its site said then, which may count what nobody can read; nil if that is
  /// not known.
  public var commentsWhenFetched: Int?
  /// What the site says about its state: `pinned`, `closed`.
  public var labels: [SafeText]
  /// Whether its title was shown in an earlier visit.
  public var isSeen: Bool
  /// Whether its title has come since the last visit; false on the first one.
  public var isNew: Bool
  /// What the library has of it; nil if that is nothing.
  public var kept: LibraryEntry?

  public init(
    link: String, rank: Int, title: SafeText, source: SafeText = "", target: SafeText? = nil,
    author: SafeText? = nil, posted: Int64? = nil, score: Int? = nil, comments: Int? = nil,
    labels: [SafeText] = [], isSeen: Bool = false, isNew: Bool = false, kept: LibraryEntry? = nil
  ) {
    self.link = link
    self.rank = rank
    self.title = title
    self.source = source
    self.target = target
    self.author = author
    self.posted = posted
    self.score = score
    self.comments = comments
    self.labels = labels
    self.isSeen = isSeen
    self.isNew = isNew
    self.kept = kept
  }
}

extension FrontEntry {
  /// How many comments came since the reader was there: those that are kept, and those that only the site has yet;
  /// 0 if the reader never was.
  public var newComments: Int {
    guard let kept, kept.visited != nil, !kept.isMuted else { return 0 }
    let fetched = max(kept.comments + kept.unreadable.missing, commentsWhenFetched ?? 0)
    return kept.new + max(0, (comments ?? 0) - fetched)
  }

  /// Whether it has something that its reader does not know of.
  var hasNews: Bool { newComments > 0 || (isNew && kept?.visited == nil && kept?.isMuted != true) }

  /// Whether something of it is to be read.
  var isUnread: Bool {
    guard let kept else { return true }
    return !kept.isMuted && (kept.visited == nil || kept.unread > 0 || newComments > 0)
  }

  /// Whether it stands back behind what its reader has not seen yet.
  var isQuiet: Bool {
    guard let kept, kept.visited != nil || kept.isMuted else { return isSeen }
    return newComments == 0
  }

  /// Its title, or what stands for one that is empty.
  var shownTitle: SafeText { title.isEmpty ? "without a title" : title }

  /// How its reader stands with it, in a word: `+12`, `new`, `muted`; empty if there is nothing to say.
  public var standingLabel: SafeText {
    guard let kept else { return isNew ? "new" : "" }
    if kept.isMuted { return "muted" }
    if newComments > 0 { return SafeText("+\(newComments)") }
    if kept.visited == nil { return isNew ? "new" : "here" }
    return kept.unread > 0 ? SafeText(String(kept.unread)) : "done"
  }
}

/// What a front page lists, as far as it was fetched.
public struct FrontListing: Equatable, Sendable {
  /// What the page is called.
  public var title: SafeText
  /// In the site's order.
  public var entries: [FrontEntry]
  /// When it was fetched, in seconds since 1970; nil if it was not yet.
  public var fetched: Int64?
  /// Whether the site has more.
  public var hasMore: Bool

  public init(
    title: SafeText, entries: [FrontEntry] = [], fetched: Int64? = nil, hasMore: Bool = false
  ) {
    self.title = title
    self.entries = entries
    self.fetched = fetched
    self.hasMore = hasMore
  }
}
