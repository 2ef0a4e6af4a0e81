/// Where the reader was before each jump, and where it went back from.
struct Jumps: Equatable, Sendable {
  /// How many are kept.
  static let capacity = 1000

  private(set) var back: [Spot] = []
  private(set) var forward: [Spot] = []

  /// A focused entry, and the screen around it.
  struct Spot: Equatable, Sendable {
    var entry: Int
    var top: ScrollPosition
    /// Whether a filter was set there, so that going back to it ends that.
    var setsFilter = false
  }

  /// Records a jump away from a spot.
  mutating func leave(_ spot: Spot) {
    forward = []
    if let last = back.last, last.entry == spot.entry, !last.setsFilter { back.removeLast() }
    if back.count == Self.capacity { back.removeFirst() }
    back.append(spot)
  }

  /// The spot before the last jump, leaving another for it; nil when there is none.
  mutating func goBack(from spot: Spot) -> Spot? {
    guard let last = back.popLast() else { return nil }
    forward.append(spot)
    return last
  }

  /// The spot at which the last filter was set, leaving another for it, and forgetting what was jumped
  /// from within the filter; nil when there is none.
  mutating func goBackFromFilter(from spot: Spot) -> Spot? {
    guard let index = back.lastIndex(where: \.setsFilter) else { return nil }
    let origin = back[index]
    back.removeSubrange(index...)
    forward = origin.entry == spot.entry ? [] : [spot]
    return origin
  }

  /// The spot from which the reader last went back, leaving another for it; nil when there is none.
  mutating func goForward(from spot: Spot) -> Spot? {
    guard let last = forward.popLast() else { return nil }
    back.append(spot)
    return last
  }

  /// The same spots in a page whose entries are others; those that are not there are forgotten.
  func moved(_ entry: (Int) -> Int?) -> Jumps {
    func moved(_ spots: [Spot]) -> [Spot] {
      spots.compactMap { spot in
        guard let new = entry(spot.entry) else { return nil }
        let top = entry(spot.top.entry).map { ScrollPosition(entry: $0, row: spot.top.row) }
        return Spot(
          entry: new, top: top ?? ScrollPosition(entry: new, row: 0), setsFilter: spot.setsFilter)
      }
    }
    var result = Jumps()
    result.back = moved(back)
    result.forward = moved(forward)
    return result
  }
}
