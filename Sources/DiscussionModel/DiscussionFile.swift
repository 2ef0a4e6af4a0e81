public import JSONText

/// Discussions as JSON files, version 1: an object with the members that ``Discussion`` names.
///
/// A member that may be absent may be null as well.
public enum DiscussionFile {
  /// The version that is written, and the newest that is read.
  public static let version = 1
}

/// Why bytes are not a discussion.
public enum DiscussionFileError: Error, Equatable, Sendable {
  /// Not JSON, or not an object.
  case json(JSONError)
  /// A value of another type than its member's, such as `comments[0].id`.
  case wrongType(JSONError, member: String)
  /// A member that must be there is not; the offset is that of its object.
  case missingMember(String, offset: Int)
  /// A version that this program does not know.
  case unknownVersion(Int, offset: Int)
  /// No byte but white space.
  case empty

  /// The byte at which reading stopped, 0-based.
  public var offset: Int {
    switch self {
    case .json(let error), .wrongType(let error, _): error.offset
    case .missingMember(_, let offset), .unknownVersion(_, let offset): offset
    case .empty: 0
    }
  }

  /// What was expected there, and what was found if that helps.
  public var message: String {
    switch self {
    case .json(let error): "expected \(error.expected)"
    case .wrongType(let error, let member): "\(member): expected \(error.expected)"
    case .missingMember(let name, _): "expected an object with the member \"\(name)\""
    case .unknownVersion(let version, _):
      "expected version \(DiscussionFile.version) of the format, found version \(version)"
    case .empty: "expected a discussion in JSON, found nothing"
    }
  }
}

/// What had to be repaired to show a discussion, counted.
public struct Repairs: Equatable, Sendable {
  /// Characters that were not UTF-8 or half a surrogate pair, now U+FFFD.
  public var characters = 0
  /// Comments that had the id of an earlier one.
  public var repeatedIDs = 0
  /// Comments without a body that are not deleted.
  public var missingBodies = 0
  /// Comments whose parent is not in the file; they are shown at the top level.
  public var unknownParents = 0
  /// Numbers beyond ``NumberBounds``; it is as if they were not there.
  public var numbers = 0
  /// Cycles of comments that reply to each other; one of each is shown at the top level.
  public var cycles = 0

  public init() {}

  /// One line that counts what was repaired; nil when nothing was.
  public var warning: String? {
    let parts = [
      (characters, "unreadable character", "unreadable characters"),
      (repeatedIDs, "repeated id", "repeated ids"),
      (missingBodies, "comment without text", "comments without text"),
      (unknownParents, "unknown parent", "unknown parents"),
      (cycles, "cycle of replies", "cycles of replies"),
      (numbers, "number out of range", "numbers out of range"),
    ].compactMap { number, one, many in number == 0 ? nil : counted(number, one, many) }
    return parts.isEmpty ? nil : "shown anyway: " + parts.joined(separator: ", ")
  }
}
