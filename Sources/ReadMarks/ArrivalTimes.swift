public import DiscussionModel

/// When each comment of a page came, so that what is new since another time is counted in one pass over
/// flat arrays.
///
/// Dates are texts and ids are hashed, so it is made a few comments at a time.
public struct ArrivalTimes: Sendable {
  /// For each comment when it was published or, if that is not known, when it arrived, in seconds since
  /// 1970.
  private var dated: [Int64] = []
  /// For each comment ``EarlierReading/arrival(of:in:)``.
  private var arrived: [Int64] = []
  /// When the first visit began, in seconds since 1970; `Int64.max` if there was none.
  private let firstVisit: Int64
  private let count: Int

  /// - Parameters:
  ///   - earlier: what is known of earlier visits.
  ///   - page: what has the comments.
  public init(after earlier: EarlierReading, in page: Page) {
    firstVisit = earlier.visits.first?.start ?? .max
    count = page.thread.count
  }

  /// Whether all comments were looked at.
  public var isDone: Bool { arrived.count == count }

  /// Looks at some more comments.
  ///
  /// - Parameters:
  ///   - comments: how many at most.
  ///   - earlier: always the same.
  ///   - page: always the same.
  public mutating func add(_ comments: Int, after earlier: EarlierReading, in page: Page) {
    for position in arrived.count..<min(arrived.count + comments, count) {
      let arrival = earlier.arrival(of: position, in: page)
      arrived.append(arrival)
      dated.append(page.published(at: position) ?? (arrival > .min ? arrival : firstVisit))
    }
  }

  /// Which comments came at a time or later: the same as ``EarlierReading/isNew(_:in:published:)`` for
  /// each that was looked at.
  ///
  /// - Complexity: O(*n*).
  public func areNew(since: Since) -> [Bool] {
    switch since {
    case .visit(let start): arrived.map { $0 >= start }
    case .moment(let time): dated.map { $0 >= time }
    }
  }
}
