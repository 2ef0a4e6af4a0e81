import TextGrid

/// What was done in the library and can be taken back.
enum LibraryStep: Equatable, Sendable {
  /// All comments of a discussion were marked read, of which so many were unread and new.
  case caughtUp(id: String, unread: Int, new: Int)
  /// A discussion was muted, or no longer is.
  case muted(id: String, Bool)
  /// A discussion is no longer listed.
  case removed(id: String)

  /// The discussion's id.
  var id: String {
    switch self {
    case .caughtUp(let id, _, _), .muted(let id, _), .removed(let id): id
    }
  }
}
