public import DiscussionModel
public import ReadMarks

/// What is known about a discussion from earlier visits.
public struct SavedReading: Equatable, Sendable {
  /// At most one a comment, ascending by the bytes of the comments' ids.
  public var marks: [SavedMark] = []
  /// Comments that ever had a star, at most one each, in the same order.
  public var stars: [SavedFlag] = []
  /// Comments whose branch was ever muted, at most one each, in the same order.
  public var mutes: [SavedFlag] = []
  /// What was folded when the last visit ended: the caller's hashes, in its order; nil if none
  /// were saved.
  public var folds: [UInt64]?
  /// The comments that were there at the first opening: the caller's hashes, in its order; nil if
  /// none were saved.
  public var knownComments: [UInt64]?
  /// At least one, by their starts, ascending.
  public var visits: [Visit]
  /// The place saved last; nil when none was.
  public var place: Place?
  /// When the first visit began, in seconds since 1970.
  public var firstVisit: Int64
  /// When the latest visit that was recorded began, in seconds since 1970.
  public var lastVisit: Int64

  public init(firstVisit: Int64, lastVisit: Int64) {
    self.firstVisit = firstVisit
    self.lastVisit = lastVisit
    visits = [Visit(start: firstVisit, lastActivity: max(firstVisit, lastVisit))]
  }
}

/// What the reader decided about one comment.
public struct SavedMark: Equatable, Sendable {
  /// The comment's id in its discussion.
  public var comment: String
  /// False for a comment that was set unread by hand or by undo.
  public var isRead: Bool
  /// When it was decided, in seconds since 1970.
  public var time: Int64
  /// What the comment said then; nil if that is not known.
  public var text: BodyVersion?

  public init(comment: String, isRead: Bool, time: Int64, text: BodyVersion? = nil) {
    self.comment = comment
    self.isRead = isRead
    self.time = time
    self.text = text
  }
}

/// A star or a mute that was set, or taken away.
public struct SavedFlag: Equatable, Sendable {
  /// The comment's id in its discussion.
  public var comment: String
  public var isSet: Bool
  /// When that was decided, in seconds since 1970.
  public var time: Int64

  public init(comment: String, isSet: Bool, time: Int64) {
    self.comment = comment
    self.isSet = isSet
    self.time = time
  }
}

extension SavedReading {
  /// Merges changes that were made later.
  ///
  /// Each is later than the one it replaces, as in the database.
  ///
  /// - Complexity: O(*n*) in what is kept.
  public mutating func take(_ changes: [SavedChange]) {
    marks = marks.replacing(changes.compactMap { SavedMark($0) })
    stars = stars.replacing(changes.compactMap { SavedFlag(star: $0) })
    mutes = mutes.replacing(changes.compactMap { SavedFlag(mute: $0) })
  }
}

extension SavedMark {
  /// The mark that a change makes; nil for one that makes none.
  init?(_ change: SavedChange) {
    switch change.kind {
    case .read(let body):
      self.init(comment: change.comment, isRead: true, time: change.time, text: body)
    case .unread: self.init(comment: change.comment, isRead: false, time: change.time)
    case .starred, .muted, .arrived: return nil
    }
  }
}

extension SavedFlag {
  /// The star that a change gives or takes away; nil for one that does neither.
  init?(star change: SavedChange) {
    guard case .starred(let isSet) = change.kind else { return nil }
    self.init(comment: change.comment, isSet: isSet, time: change.time)
  }

  /// The same for a mute.
  init?(mute change: SavedChange) {
    guard case .muted(let isSet) = change.kind else { return nil }
    self.init(comment: change.comment, isSet: isSet, time: change.time)
  }
}

extension Array where Element: Decision {
  /// These with later ones in their place.
  fileprivate func replacing(_ later: [Element]) -> [Element] {
    if later.isEmpty { return self }
    var times = Dictionary(map { ($0.comment, $0.time) }) { $1 }
    var last: [String: Element] = [:]
    for var decision in later {
      if let before = times[decision.comment], before >= decision.time, before < Int64.max {
        decision.time = before + 1
      }
      times[decision.comment] = decision.time
      last[decision.comment] = decision
    }
    return filter { last[$0.comment] == nil } + last.values
  }
}

extension EarlierReading {
  /// What the rules of reading need of what is kept, for somebody who opens the discussion.
  ///
  /// - Parameters:
  ///   - saved: what is kept.
  ///   - now: seconds since 1970.
  public init(_ saved: SavedReading, at now: Int64) {
    let decisions = saved.marks.map { mark in
      (mark.comment, Decision(isRead: mark.isRead, time: mark.time, body: mark.text))
    }
    self.init(
      decisions: Dictionary(decisions) { $1 }, stars: saved.stars.set, mutes: saved.mutes.set,
      folds: saved.folds.map { Set($0) }, knownComments: saved.knownComments.map { Set($0) },
      visits: saved.visits, since: .visit(saved.visits.start(at: now)), place: saved.place)
  }
}

extension [SavedFlag] {
  /// The comments for which it is set.
  fileprivate var set: Set<String> { Set(lazy.filter(\.isSet).map(\.comment)) }
}
