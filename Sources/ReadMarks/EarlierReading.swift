public import DiscussionModel

/// What is known of a discussion from earlier visits, or from another reader of it.
public struct EarlierReading: Equatable, Sendable {
  /// For a comment's id what was decided about it.
  public var decisions: [String: Decision]
  /// The ids of comments with a star, and of those whose branch is muted.
  public var stars: Set<String>
  public var mutes: Set<String>
  /// Hashes of the names of folded entries, see `Page.nameHash(of:)`; nil if none were kept.
  public var folds: Set<UInt64>?
  /// Hashes of the ids of the comments that were there when the discussion was opened for the first
  /// time; nil if that is not known, and none counts as new for having arrived.
  public var knownComments: Set<UInt64>?
  /// By their starts, ascending.
  public let visits: [Visit]
  /// The time from which comments count as new.
  public var since: Since
  /// By the hash of a comment's id the start of the first visit that lists it.
  private let arrivals: [UInt64: Int64]
  public var place: Place?

  /// What was decided about one comment.
  public struct Decision: Equatable, Sendable {
    public var isRead: Bool
    /// In seconds since 1970.
    public var time: Int64
    /// What the comment said then; nil if that is not known.
    public var body: BodyVersion?

    public init(isRead: Bool, time: Int64, body: BodyVersion? = nil) {
      self.isRead = isRead
      self.time = time
      self.body = body
    }
  }

  public init(
    decisions: [String: Decision] = [:], stars: Set<String> = [], mutes: Set<String> = [],
    folds: Set<UInt64>? = nil, knownComments: Set<UInt64>? = nil, visits: [Visit] = [],
    since: Since = .visit(.max), place: Place? = nil
  ) {
    self.decisions = decisions
    self.stars = stars
    self.mutes = mutes
    self.folds = folds
    self.knownComments = knownComments
    self.visits = visits.sorted { $0.start < $1.start }
    self.since = since
    self.place = place
    let arrived = self.visits.lazy.flatMap { visit in visit.arrivals.map { ($0, visit.start) } }
    arrivals = Dictionary(arrived) { first, _ in first }
  }

  /// Whether a comment, by its position, was in no visit.
  public func isUnseen(_ position: Int, in page: Page) -> Bool {
    guard let knownComments else { return false }
    let hash = page.idHash(at: position)
    return !knownComments.contains(hash) && arrivals[hash] == nil
  }

  /// The hashes of the ids of the comments that were in no visit.
  ///
  /// - Complexity: O(*n*).
  public func unseen(in page: Page) -> [UInt64] {
    (0..<page.thread.count).filter { isUnseen($0, in: page) }.map { page.idHash(at: $0) }
  }

  /// When a comment was first there: the start of that visit, in seconds since 1970.
  ///
  /// - Returns: `Int64.min` if it was there when the discussion was opened for the first time, or if that
  ///   is not known; `Int64.max` if it was in no visit.
  func arrival(of position: Int, in page: Page) -> Int64 {
    guard let knownComments else { return .min }
    let hash = page.idHash(at: position)
    return knownComments.contains(hash) ? .min : arrivals[hash] ?? .max
  }

  /// Whether a comment that is not read is new.
  ///
  /// - Parameters:
  ///   - position: the comment's.
  ///   - page: what it is in.
  ///   - published: when it was published, in seconds since 1970; nil if that is not known.
  /// - Returns: whether it came at ``since`` or later.
  public func isNew(
    _ position: Int, in page: Page, published: @autoclosure () -> Int64?
  ) -> Bool {
    switch since {
    case .visit(let start): return arrival(of: position, in: page) >= start
    case .moment(let time):
      if let published = published() { return published >= time }
      let arrival = arrival(of: position, in: page)
      return (arrival > .min ? arrival : visits.first?.start ?? .max) >= time
    }
  }
}

extension Page {
  /// When a comment was published, by its position, in seconds since 1970; nil if that is not known.
  public func published(at position: Int) -> Int64? {
    comment(at: position).published.flatMap { Moment($0.text) }?.seconds
  }
}

/// A place that outlives the program.
public struct Place: Equatable, Sendable {
  /// The entry's lasting name: see `Page.name(of:)`.
  public var entry: String
  /// The offset in its text at which the screen begins; 0 if its start is on the screen.
  public var offset: Int

  public init(entry: String, offset: Int) {
    self.entry = entry
    self.offset = offset
  }
}

/// What has changed about a comment.
public struct SavedChange: Equatable, Sendable {
  /// The comment's id.
  public var comment: String
  public var kind: Kind
  /// When, in seconds since 1970.
  public var time: Int64

  public enum Kind: Equatable, Sendable {
    /// It was marked read, saying this; nil if that is not known.
    case read(BodyVersion?)
    case unread
    case starred(Bool)
    case muted(Bool)
    /// It came while the discussion was read.
    case arrived
  }

  public init(comment: String, kind: Kind, time: Int64) {
    self.comment = comment
    self.kind = kind
    self.time = time
  }
}
