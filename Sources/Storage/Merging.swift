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
  /// Whether the place and the folds are those that were taken in.
  public var movesPlace = false
}

extension SavedReading {
  /// The same with times that others may state.
  var withStatedTimes: SavedReading {
    let bounds = NumberBounds.decision
    var result = self
    result.firstVisit = firstVisit.clamped(to: NumberBounds.time)
    result.lastVisit = lastVisit.clamped(to: NumberBounds.time)
    for index in marks.indices { result.marks[index].time = marks[index].time.clamped(to: bounds) }
    for index in stars.indices { result.stars[index].time = stars[index].time.clamped(to: bounds) }
    for index in mutes.indices { result.mutes[index].time = mutes[index].time.clamped(to: bounds) }
    return result
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
