import TextGrid

/// What waits to be fetched while nothing else is, and what of it comes next.
///
/// First come discussions that are read as one; then a list that gave way to something else; and last what is fetched
/// before anybody opens it.
struct FetchOrder {
  /// The discussions that are fetched to be read as one; nil if none are.
  private var joining: Joining?
  /// The list that gave way to something else; nil if none did.
  private var postponed: BackgroundFetch.Wish?
  /// The links of discussions to fetch before anybody opens them, the next one first.
  private var prefetching: [String] = []

  /// What comes next.
  enum Step {
    case fetch(BackgroundFetch.Wish, isWanted: Bool)
    /// All of these were fetched, and can be read as one.
    case read(Joining)
  }

  /// Whether nothing waits.
  var isEmpty: Bool { joining == nil && postponed == nil && prefetching.isEmpty }
  /// Whether discussions are fetched to be read as one.
  var isJoining: Bool { joining != nil }

  mutating func join(_ wanted: Joining) { joining = wanted }
  mutating func stopJoining() { joining = nil }
  mutating func postpone(_ list: BackgroundFetch.Wish) { postponed = list }
  mutating func prefetch(_ links: [String]) { prefetching = links }

  /// Notes under which id the library has a discussion that is read as one with others.
  mutating func noteJoined(_ id: String, of link: String) { joining?.note(id, of: link) }
  /// Notes why one of them could not be fetched.
  mutating func noteNotJoined(because problem: SafeText) { joining?.note(problem) }

  /// Takes what comes next.
  ///
  /// - Parameter isWaiting: whether somebody still waits for a list that gave way.
  /// - Returns: nil for nothing.
  mutating func next(_ isWaiting: (BackgroundFetch.Wish) -> Bool) -> Step? {
    if var wanted = joining {
      let wish = wanted.next()
      joining = wish == nil ? nil : wanted
      return wish.map { .fetch($0, isWanted: true) } ?? .read(wanted)
    }
    if let list = postponed {
      postponed = nil
      if isWaiting(list) { return .fetch(list, isWanted: false) }
    }
    if prefetching.isEmpty { return nil }
    return .fetch(.link(prefetching.removeFirst(), for: .prefetching), isWanted: false)
  }
}
