/// A stretch of reading: opening a discussion again soon after the last activity continues it.
public struct Visit: Equatable, Sendable {
  /// In seconds since 1970; no two visits of a discussion have the same.
  public var start: Int64
  /// When something was last done in it, in seconds since 1970.
  public var lastActivity: Int64
  /// Hashes of the ids of the comments that were first there in it, see `Page.idHash(at:)`, without
  /// those that were there when the discussion was opened for the first time.
  public var arrivals: [UInt64]

  public init(start: Int64, lastActivity: Int64, arrivals: [UInt64] = []) {
    self.start = start
    self.lastActivity = lastActivity
    self.arrivals = arrivals
  }

  /// How long after its last activity a visit can be continued, in seconds.
  public static let pause: Int64 = 30 * 60
}

/// The time from which comments that are not read count as new.
public enum Since: Equatable, Sendable {
  /// What was not there before the visit that began then, in seconds since 1970.
  case visit(Int64)
  /// What was published then or later, in seconds since 1970; or what arrived then, if that is not
  /// known.
  case moment(Int64)
}

extension [Visit] {
  /// The visit in which something was done last.
  public var latest: Visit? { self.max { $0.lastActivity < $1.lastActivity } }

  /// When the visit began that opening a discussion continues, or when the one begins that it begins.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: what no visit has that it does not continue, even if a clock was ahead.
  public func start(at now: Int64) -> Int64 {
    if let latest, abs(now - latest.lastActivity) < Visit.pause { return latest.start }
    return self.map(\.start).max().map { Swift.max(now, $0 + 1) } ?? now
  }
}
