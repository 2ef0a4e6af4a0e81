public import DiscussionModel
public import ReadMarks
public import Storage

/// Where the marks of a page are kept: of a discussion under its id, and of several that are read as one under the id of
/// each, so that they are shared with it.
///
/// The place, the folds and the marks of its top-level comments are the whole's own.
public struct MarkRecord: Sendable {
  private let page: Page
  private var joint: JointDiscussion?
  /// When the visit of each part began that goes on, by the part's id.
  private var starts: [String: Int64] = [:]

  /// - Parameters:
  ///   - page: what is read.
  ///   - joint: the discussions that it consists of; nil if it is one.
  public init(_ page: Page, joint: JointDiscussion? = nil) {
    self.page = page
    self.joint = joint
  }

  /// Takes over which comments the parts have by now.
  public mutating func take(_ newer: JointDiscussion) { joint = newer }

  /// The id of the discussion, or of the whole.
  public var id: String { page.discussion.id }

  /// What is kept; nil if no visit was recorded, of a whole if none of any part was.
  ///
  /// - Complexity: O(*n*) in what is kept.
  public func reading(
    in marks: borrowing MarksDatabase
  ) throws(StorageError) -> SavedReading? {
    guard let joint else { return try marks.reading(of: id) }
    var parts: [(index: Int, reading: SavedReading)] = []
    for (index, part) in joint.parts.enumerated() {
      if let reading = try marks.reading(of: part.id) { parts.append((index, reading)) }
    }
    return parts.isEmpty ? nil : Self.joined(parts, joint)
  }

  /// Records that a visit begins, see ``MarksDatabase/beginVisit(of:title:comments:arrivals:at:)``.
  ///
  /// - Parameters:
  ///   - marks: where it is recorded.
  ///   - known: what is kept; nil on a first visit.
  ///   - arrivals: the hashes of the comments that were there in no earlier visit, as the page has them.
  ///   - time: when, in seconds since 1970.
  /// - Returns: the start of the visit, which may be one that is continued.
  /// - Throws: what keeps it from being saved.
  public mutating func beginVisit(
    in marks: borrowing MarksDatabase, known: SavedReading?, arrivals: [UInt64], at time: Int64
  ) throws(StorageError) -> Int64 {
    guard let joint else {
      return try marks.beginVisit(
        of: id, title: page.discussion.title,
        comments: known?.knownComments != nil
          ? [] : (0..<page.thread.count).map { page.idHash(at: $0) }, arrivals: arrivals, at: time)
    }
    let arrived = Set(arrivals)
    for part in joint.parts {
      let hashes = part.comments.map { FNV1a.hash64($0.utf8) }
      let new = zip(part.comments, hashes).filter {
        arrived.contains(Self.hash(of: $0.0, in: part, joint))
      }
      let isKnown = try marks.reading(of: part.id)?.knownComments != nil
      starts[part.id] = try marks.beginVisit(
        of: part.id, title: part.title, comments: isKnown ? [] : hashes,
        arrivals: isKnown ? new.map(\.1) : [], at: time)
      // Its new comments are counted again.
      try marks.save([], of: part.id)
    }
    // What came in a visit of a part that goes on is new, even if that of another has begun only now.
    return starts.values.min() ?? time
  }

  /// Commits changes, see ``MarksDatabase/save(_:of:during:)``; those of each part in one transaction.
  public func save(
    _ changes: [SavedChange], in marks: borrowing MarksDatabase, during activity: Activity
  ) throws(StorageError) {
    guard let joint else { return try marks.save(changes, of: id, during: activity) }
    var byPart: [Int: [SavedChange]] = [:]
    for change in changes {
      guard let place = joint.place(of: change.comment) else { continue }
      var moved = change
      moved.comment = place.comment
      byPart[place.part, default: []].append(moved)
    }
    for (index, changes) in byPart.sorted(by: { $0.key < $1.key }) {
      let part = joint.parts[index].id
      try marks.save(
        changes, of: part,
        during: Activity(visit: starts[part] ?? activity.visit, time: activity.time))
    }
  }

  /// Commits the reader's place, and what is folded, instead of those before.
  public func save(
    _ place: Place, folds: [UInt64], in marks: borrowing MarksDatabase, during activity: Activity
  ) throws(StorageError) {
    var activity = activity
    if joint != nil { activity.visit = starts[id] ?? activity.visit }
    try marks.save(place, folds: folds, of: id, during: activity)
  }

  /// What is known about the page, in the form in which it is saved, for a new file of marks.
  public func exported(_ reading: SavedReading) -> [ExportedReading] {
    guard let joint else {
      return [ExportedReading(id: id, title: page.discussion.title, reading: reading)]
    }
    return joint.parts.indices.map { index in
      let part = joint.parts[index]
      return ExportedReading(
        id: part.id, title: part.title, reading: Self.share(of: index, reading, joint))
    }
  }

  // MARK: Ids of parts and of the whole

  private static func id(
    of comment: String, in part: JointDiscussion.Part, _ joint: JointDiscussion
  )
    -> String
  {
    part.id == joint.discussion.id ? comment : JointDiscussion.id(of: comment, in: part.id)
  }

  private static func hash(
    of comment: String, in part: JointDiscussion.Part, _ joint: JointDiscussion
  ) -> UInt64 {
    FNV1a.hash64(id(of: comment, in: part, joint).utf8)
  }

  /// What is kept of the parts, as of one discussion.
  private static func joined(
    _ readings: [(index: Int, reading: SavedReading)], _ joint: JointDiscussion
  ) -> SavedReading {
    var whole = SavedReading(
      firstVisit: readings.map(\.reading.firstVisit).min() ?? 0,
      lastVisit: readings.map(\.reading.lastVisit).max() ?? 0)
    whole.visits = []
    var known: [UInt64] = []
    var visited: Set<Int> = []
    for (index, reading) in readings {
      let part = joint.parts[index]
      if reading.knownComments != nil { visited.insert(index) }
      func moved(_ comment: String) -> String { id(of: comment, in: part, joint) }
      whole.marks += reading.marks.map {
        SavedMark(comment: moved($0.comment), isRead: $0.isRead, time: $0.time, text: $0.text)
      }
      func flags(_ flags: [SavedFlag]) -> [SavedFlag] {
        flags.map { SavedFlag(comment: moved($0.comment), isSet: $0.isSet, time: $0.time) }
      }
      whole.stars += flags(reading.stars)
      whole.mutes += flags(reading.mutes)
      let hashes = hashes(of: part, joint)
      known += (reading.knownComments ?? []).compactMap { hashes[$0] }
      whole.visits += reading.visits.map {
        Visit(
          start: $0.start, lastActivity: $0.lastActivity,
          arrivals: $0.arrivals.compactMap { hashes[$0] })
      }
      if part.id == joint.discussion.id {
        (whole.place, whole.folds) = (reading.place, reading.folds)
      }
    }
    // What was never opened is unread, and not new: as on a first visit.
    for (index, part) in joint.parts.enumerated() where !visited.contains(index) {
      known += part.comments.map { hash(of: $0, in: part, joint) }
    }
    whole.knownComments = known
    whole.marks.sort { $0.comment.utf8.lexicographicallyPrecedes($1.comment.utf8) }
    whole.stars.sort { $0.comment.utf8.lexicographicallyPrecedes($1.comment.utf8) }
    whole.mutes.sort { $0.comment.utf8.lexicographicallyPrecedes($1.comment.utf8) }
    whole.visits = whole.visits.sorted { $0.start < $1.start }
    return whole
  }

  /// The hashes in the whole of a part's comments, by those that the part has.
  private static func hashes(
    of part: JointDiscussion.Part, _ joint: JointDiscussion
  ) -> [UInt64: UInt64] {
    Dictionary(
      part.comments.map { (FNV1a.hash64($0.utf8), hash(of: $0, in: part, joint)) }
    ) { first, _ in first }
  }

  /// What of a whole's reading is a part's.
  private static func share(
    of index: Int, _ whole: SavedReading, _ joint: JointDiscussion
  ) -> SavedReading {
    let part = joint.parts[index]
    var share = SavedReading(firstVisit: whole.firstVisit, lastVisit: whole.lastVisit)
    func own(_ comment: String) -> String? {
      joint.place(of: comment).flatMap { $0.part == index ? $0.comment : nil }
    }
    share.marks = whole.marks.compactMap { mark in
      own(mark.comment).map {
        SavedMark(comment: $0, isRead: mark.isRead, time: mark.time, text: mark.text)
      }
    }
    func flags(_ flags: [SavedFlag]) -> [SavedFlag] {
      flags.compactMap { flag in
        own(flag.comment).map { SavedFlag(comment: $0, isSet: flag.isSet, time: flag.time) }
      }
    }
    share.stars = flags(whole.stars)
    share.mutes = flags(whole.mutes)
    let hashes = Dictionary(hashes(of: part, joint).map { ($1, $0) }) { first, _ in first }
    share.knownComments = whole.knownComments.map { $0.compactMap { hashes[$0] } }
    share.visits = whole.visits.map {
      Visit(
        start: $0.start, lastActivity: $0.lastActivity,
        arrivals: $0.arrivals.compactMap { hashes[$0] })
    }
    if part.id == joint.discussion.id { (share.place, share.folds) = (whole.place, whole.folds) }
    return share
  }
}
