import DiscussionModel
import ReadMarks

/// All that is kept of one discussion, to be carried elsewhere.
public struct ExportedReading: Equatable, Sendable {
  /// The discussion's id.
  public var id: String
  public var title: String
  public var reading: SavedReading

  public init(id: String, title: String, reading: SavedReading) {
    self.id = id
    self.title = title
    self.reading = reading
  }
}

/// What taking in the reading of one discussion has changed.
public struct MergeOutcome: Equatable, Sendable {
  /// The discussion's id.
  public var id: String
  public var title: String
  /// Whether nothing was known of the discussion before.
  public var isNew = false
  /// How many marks, stars and mutes are others than before.
  public var marks = 0
  public var stars = 0
  public var mutes = 0
  /// Whether the place and the folds are those that were merged.
  public var movesPlace = false
}

extension SavedReading {
  /// The same with times that others may state.
  var withStatedTimes: SavedReading {
    let bounds = NumberBounds.decision
    var result = self
    result.firstVisit = firstVisit.clamped(to: NumberBounds.time)
    result.lastVisit = lastVisit.clamped(to: NumberBounds.time)
    for index in visits.indices {
      result.visits[index].start = visits[index].start.clamped(to: NumberBounds.time)
      result.visits[index].lastActivity = visits[index].lastActivity.clamped(to: NumberBounds.time)
    }
    for index in marks.indices { result.marks[index].time = marks[index].time.clamped(to: bounds) }
    for index in stars.indices { result.stars[index].time = stars[index].time.clamped(to: bounds) }
    for index in mutes.indices { result.mutes[index].time = mutes[index].time.clamped(to: bounds) }
    return result
  }
}

extension SavedReading {
  /// Merges the visits of another library: each comment stays in the first visit that lists it, and
  /// what was there when a later library first opened the discussion arrived in its first visit.
  mutating func takeVisits(of other: SavedReading) {
    var all = visits + other.visits
    if let theirs = other.knownComments, let own = knownComments {
      let (first, later) = other.firstVisit < firstVisit ? (theirs, own) : (own, theirs)
      let start = max(firstVisit, other.firstVisit)
      knownComments = first
      all.append(Visit(start: start, lastActivity: start, arrivals: later))
    } else {
      knownComments = knownComments ?? other.knownComments
    }
    firstVisit = min(firstVisit, other.firstVisit)
    lastVisit = max(lastVisit, other.lastVisit)
    visits = all.joined(without: knownComments ?? [])
  }
}

extension [Visit] {
  /// How many visits of a discussion are distinguished.
  static let most = 20

  /// Joins what belongs together, and the oldest if there are more than ``most``.
  ///
  /// - Parameter known: the comments that were there before all of them.
  /// - Returns: the same, ascending, each start and each comment once.
  /// - Complexity: O(*n*) in the comments.
  func joined(without known: [UInt64]) -> [Visit] {
    var listed = Set(known)
    var result: [Visit] = []
    for var visit in sorted(by: { $0.start < $1.start }) {
      visit.arrivals = visit.arrivals.filter { listed.insert($0).inserted }
      if let last = result.last, last.start == visit.start {
        result[result.count - 1].join(visit)
      } else {
        result.append(visit)
      }
    }
    let surplus = Swift.max(0, result.count - Self.most)
    for visit in result.prefix(surplus + 1).dropFirst() { result[0].join(visit) }
    return Array(result.prefix(1) + result.dropFirst(surplus + 1))
  }
}

extension Visit {
  fileprivate mutating func join(_ other: Visit) {
    lastActivity = max(lastActivity, other.lastActivity)
    arrivals += other.arrivals
  }
}

/// Something that was decided about a comment at some time.
protocol Decision: Equatable {
  var comment: String { get }
  var time: Int64 { get set }

  /// Whether another decision of the same second about the same comment is the one to stay.
  func yields(to other: Self) -> Bool
}

extension SavedMark: Decision {
  func yields(to other: SavedMark) -> Bool {
    if isRead != other.isRead { return isRead }
    let (own, theirs) = (text?.length ?? -1, other.text?.length ?? -1)
    return own == theirs ? text?.hash ?? 0 < other.text?.hash ?? 0 : own < theirs
  }
}

extension SavedFlag: Decision {
  func yields(to other: SavedFlag) -> Bool { !isSet && other.isSet }
}

/// The decisions of `theirs` that stay, one for each comment: the latest of those about it, here and
/// there.
func later<D: Decision>(_ theirs: [D], than own: [D]) -> [D] {
  var latest = Dictionary(own.map { ($0.comment, $0) }) { $1 }
  var comments: [String] = []
  var changed: Set<String> = []
  for decision in theirs {
    if let known = latest[decision.comment] {
      let isLater =
        decision.time == known.time ? known.yields(to: decision) : decision.time > known.time
      guard isLater else { continue }
    }
    latest[decision.comment] = decision
    if changed.insert(decision.comment).inserted { comments.append(decision.comment) }
  }
  return comments.compactMap { latest[$0] }
}
