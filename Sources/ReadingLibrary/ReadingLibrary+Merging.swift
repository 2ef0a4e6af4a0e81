import DiscussionModel

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

extension ReadingLibrary {
  /// Everything that is kept, by the discussions' ids.
  public func export() throws(LibraryError) -> [ExportedReading] {
    do {
      var names: [(id: String, title: String)] = []
      try statements.allDiscussions.forEachRow { row in names.append((row.text(0), row.text(1))) }
      var readings: [ExportedReading] = []
      for name in names {
        guard let reading = try found(name.id)?.reading else { continue }
        readings.append(
          ExportedReading(id: name.id, title: name.title, reading: reading.withStatedTimes))
      }
      return readings
    } catch {
      throw LibraryError(error, path: path, during: .reading)
    }
  }

  /// Takes in what another library exported, in one transaction: of all decisions about one comment,
  /// here and in what is taken in, the latest one stays.
  ///
  /// Of two of the same second, unread stays rather than read and set rather than not set; of two read
  /// marks the one of the longer text, then the one with the larger hash. So all libraries that
  /// exchange what they have end up with the same, in whatever order they do.
  ///
  /// The place and the folds are those of the later visit, the known comments those of the earlier
  /// first visit.
  ///
  /// - Returns: what changed, one for each reading, in their order.
  public func merge(_ readings: [ExportedReading]) throws(LibraryError) -> [MergeOutcome] {
    try write { () throws(SQLiteError) in
      var outcomes: [MergeOutcome] = []
      for reading in readings { outcomes.append(try merge(reading)) }
      return outcomes
    }
  }

  private func merge(_ other: ExportedReading) throws(SQLiteError) -> MergeOutcome {
    var outcome = MergeOutcome(id: other.id, title: other.title)
    let theirs = other.reading.withStatedTimes
    if try found(other.id) == nil {
      outcome.isNew = true
      try beginVisit(other.id, other.title, theirs.knownComments, theirs.firstVisit)
    }
    guard let (number, own) = try found(other.id) else { return outcome }
    let marks = later(theirs.marks, than: own.marks)
    for mark in marks { try save(mark, number, isDecidedNow: false) }
    outcome.marks = marks.count
    let stars = later(theirs.stars, than: own.stars)
    for star in stars { try save(star, .star, number, isDecidedNow: false) }
    outcome.stars = stars.count
    let mutes = later(theirs.mutes, than: own.mutes)
    for mute in mutes { try save(mute, .mute, number, isDecidedNow: false) }
    outcome.mutes = mutes.count
    if let place = theirs.place, outcome.isNew || theirs.lastVisit > own.lastVisit {
      outcome.movesPlace = place != own.place
      try save(place, theirs.folds, number)
    }
    let isEarlier = theirs.firstVisit < own.firstVisit
    let known = isEarlier ? theirs.knownComments ?? own.knownComments : own.knownComments
    try statements.saveVisits.bind(number, to: 1)
    try statements.saveVisits.bind(min(theirs.firstVisit, own.firstVisit), to: 2)
    try statements.saveVisits.bind(max(theirs.lastVisit, own.lastVisit), to: 3)
    try statements.saveVisits.bind(known ?? theirs.knownComments, to: 4)
    try statements.saveVisits.run()
    try forgetCounts(of: number)
    return outcome
  }
}

extension SavedReading {
  /// The same with times that others may state.
  fileprivate var withStatedTimes: SavedReading {
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
private protocol Decision: Equatable {
  var comment: String { get }
  var time: Int64 { get }

  /// Whether another decision of the same second about the same comment is the one to stay.
  func yields(to other: Self) -> Bool
}

extension SavedMark: Decision {
  fileprivate func yields(to other: SavedMark) -> Bool {
    if isRead != other.isRead { return isRead }
    let (own, theirs) = (text?.length ?? -1, other.text?.length ?? -1)
    return own == theirs ? text?.hash ?? 0 < other.text?.hash ?? 0 : own < theirs
  }
}

extension SavedFlag: Decision {
  fileprivate func yields(to other: SavedFlag) -> Bool { !isSet && other.isSet }
}

/// The decisions of `theirs` that stay, one for each comment: the latest of those about it, here and
/// there.
private func later<D: Decision>(_ theirs: [D], than own: [D]) -> [D] {
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
