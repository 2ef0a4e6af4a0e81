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

  /// When the last change was made; nil when there is none.
  var lastTime: Int64? {
    [marks.last?.time, stars.last?.time, mutes.last?.time].compactMap { $0 }.max()
  }
}
