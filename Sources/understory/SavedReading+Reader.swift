import ReadMarks
import Reader
import ReadingLibrary

/// Between what the library keeps and what the reader knows.
extension EarlierReading {
  init(_ saved: SavedReading) {
    let decisions = saved.marks.map { mark in
      let body = mark.text.map { BodyVersion(length: $0.length, hash: $0.hash) }
      return (mark.comment, Decision(isRead: mark.isRead, time: mark.time, body: body))
    }
    self.init(
      decisions: Dictionary(decisions) { $1 }, stars: saved.stars.set,
      mutes: saved.mutes.set, folds: saved.folds.map { Set($0) },
      knownComments: saved.knownComments.map { Set($0) },
      place: saved.place.map { Place(entry: $0.entry, offset: $0.offset) })
  }
}

extension [SavedFlag] {
  /// The comments for which it is set.
  fileprivate var set: Set<String> { Set(lazy.filter(\.isSet).map(\.comment)) }
}

extension SavedChanges {
  /// Adds changes after those that are there.
  mutating func append(_ changes: [SavedChange]) {
    for change in changes {
      let (comment, time) = (change.comment, change.time)
      switch change.kind {
      case .read(let body):
        let text = TextVersion(length: body.length, hash: body.hash)
        marks.append(SavedMark(comment: comment, isRead: true, time: time, text: text))
      case .unread: marks.append(SavedMark(comment: comment, isRead: false, time: time))
      case .starred(let isSet):
        stars.append(SavedFlag(comment: comment, isSet: isSet, time: time))
      case .muted(let isSet):
        mutes.append(SavedFlag(comment: comment, isSet: isSet, time: time))
      }
    }
  }

  /// Adds changes that were made later.
  mutating func append(_ later: SavedChanges) {
    marks += later.marks
    stars += later.stars
    mutes += later.mutes
  }

  /// How many comments they are about.
  var commentCount: Int {
    Set(marks.map(\.comment) + stars.map(\.comment) + mutes.map(\.comment)).count
  }
}

extension SavedReading {
  /// Takes in changes that were made later.
  ///
  /// - Complexity: O(*n*) in what is kept.
  mutating func take(_ changes: SavedChanges) {
    take(changes.marks, into: \.marks, of: \.comment, at: \.time)
    take(changes.stars, into: \.stars, of: \.comment, at: \.time)
    take(changes.mutes, into: \.mutes, of: \.comment, at: \.time)
  }

  /// Each change is later than the one it replaces, as in the library.

  private mutating func take<Change>(
    _ changes: [Change], into kept: WritableKeyPath<SavedReading, [Change]>,
    of comment: KeyPath<Change, String>, at time: WritableKeyPath<Change, Int64>
  ) {
    var times = Dictionary(
      self[keyPath: kept].map { ($0[keyPath: comment], $0[keyPath: time]) }
    ) { $1 }
    var last: [String: Change] = [:]
    for var change in changes {
      let id = change[keyPath: comment]
      if let before = times[id], before >= change[keyPath: time], before < Int64.max {
        change[keyPath: time] = before + 1
      }
      times[id] = change[keyPath: time]
      last[id] = change
    }
    self[keyPath: kept].removeAll { last[$0[keyPath: comment]] != nil }
    self[keyPath: kept] += last.values
  }
}
