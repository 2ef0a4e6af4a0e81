import Fetching
import Reader
import TextGrid

/// What is fetched beside the reading, one thing after the other, and for whom.
///
/// First comes what somebody asked for, and then what waits, see ``FetchOrder``.
///
/// Times are milliseconds of a clock that only goes forward.
struct FetchQueue: ~Copyable {
  private var fetcher: Fetcher
  /// The screen on which the fetch was asked for that goes on; nil if none was.
  private weak var asking: (any Screen)?
  /// What is fetched once the first frame is there, and whether it is shown as soon as it comes; nil for nothing.
  private var first: (wish: BackgroundFetch.Wish, isWanted: Bool)?
  /// What waits until nothing is fetched.
  private var order = FetchOrder()
  /// When the last fetch that somebody saw ended.
  private var end = 0

  init(_ fetcher: consuming Fetcher) { self.fetcher = fetcher }

  /// The addresses of the front pages that are sources.
  var fronts: [String] {
    get { fetcher.fronts }
    set { fetcher.fronts = newValue }
  }

  // MARK: What goes on

  /// Whether something is fetched.
  var isBusy: Bool { fetcher.isBusy }
  /// Whether something is fetched, or will be, that is read as one with others.
  var isJoining: Bool { order.isJoining }
  /// Whether what is fetched is wanted at once, or only offered.
  var isWanted: Bool { fetcher.isWanted }
  /// What is fetched; nil if nothing is.
  var wish: BackgroundFetch.Wish? { fetcher.wish }
  /// What to wait for until it is readable.
  var files: [Int32] { fetcher.files }

  /// How long to wait at most, in milliseconds; nil for as long as it takes.
  func delay(at now: Int) -> Int? {
    !fetcher.isBusy && !order.isEmpty ? 0 : fetcher.delay(at: now)
  }

  /// Whether the last fetch has only just ended: who wanted to cancel it does not want to leave.
  func hasJustEnded(at now: Int) -> Bool { now - end < 1000 }

  /// Whether what is fetched was asked for on a screen.
  func isAsked(by screen: any Screen) -> Bool { asking === screen }

  // MARK: Asking

  /// Begins to fetch something.
  ///
  /// - Parameters:
  ///   - wish: what.
  ///   - screen: the screen on which it is wanted at once; nil if it is only offered.
  /// - Throws: ``Failure`` if something else is fetched, or it cannot be.
  mutating func begin(_ wish: BackgroundFetch.Wish, on screen: (any Screen)?) throws {
    let before = fetcher.wish
    try fetcher.begin(wish, isWanted: screen != nil)
    if let screen {
      asking = screen
      order.stopJoining()
    }
    // Its list is still wanted, once there is time for it.
    if let before, case .front = before, before != wish { order.postpone(before) }
  }

  /// Has something fetched once the first frame is there.
  ///
  /// - Parameters:
  ///   - wish: what.
  ///   - isWanted: whether somebody asked for it, and is told about it.
  mutating func putOff(_ wish: BackgroundFetch.Wish, isWanted: Bool) { first = (wish, isWanted) }

  /// What was put off until then; nil for nothing.
  mutating func takeFirst() -> (wish: BackgroundFetch.Wish, isWanted: Bool)? {
    defer { first = nil }
    return first
  }

  /// Has discussions fetched, one after the other, that are read as one.
  mutating func join(_ wanted: Joining, on screen: (any Screen)?) {
    order.join(wanted)
    asking = screen
  }

  /// Has discussions fetched that nobody has opened yet, once there is time for it.
  mutating func prefetch(_ links: [String]) { order.prefetch(links) }

  // MARK: Going on

  /// Goes on with what is fetched, as far as it goes without waiting; nil if nothing is.
  mutating func advance(at now: Int) -> Fetcher.Progress? {
    let progress = fetcher.advance(at: now)
    if case .ended(_, let wish) = progress, !wish.isPrefetched { end = now }
    return progress
  }

  /// Begins what is next while nothing is fetched.
  ///
  /// - Parameter isWaiting: whether somebody still waits for a list that gave way.
  /// - Returns: what can be read as one now; nil as long as there is nothing to be read so.
  mutating func goOn(_ isWaiting: (BackgroundFetch.Wish) -> Bool) -> Joining? {
    while !fetcher.isBusy, let step = order.next(isWaiting) {
      switch step {
      case .read(let joining): return joining
      case .fetch(let wish, let isWanted):
        do {
          try fetcher.begin(wish, isWanted: isWanted)
        } catch {
          // What nobody waits for yet says so once it is opened.
          guard isWanted else { continue }
          noteNotJoined(because: (error as? any LineError)?.line ?? SafeText("\(error)"))
        }
      }
    }
    return nil
  }

  /// Notes under which id the library has a discussion that is read as one with others.
  mutating func noteJoined(_ id: String, of link: String) { order.noteJoined(id, of: link) }

  /// Notes why one of them could not be fetched.
  mutating func noteNotJoined(because problem: SafeText) { order.noteNotJoined(because: problem) }

  // MARK: Giving up

  /// Gives up what is fetched; the rest is fetched after it.
  mutating func cancel() { fetcher.cancel() }

  /// Gives up all of it.
  mutating func cancelAll() {
    fetcher.cancel()
    order = FetchOrder()
  }
}
