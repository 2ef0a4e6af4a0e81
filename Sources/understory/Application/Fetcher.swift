import Fetching
import TextGrid

/// The one fetch that goes on beside the reading, on whatever screen it was begun.
///
/// Times are milliseconds of a clock that only goes forward.
struct Fetcher: ~Copyable {
  private var fetch: BackgroundFetch?
  /// The addresses of the front pages that are sources.
  var fronts: [String]
  /// When hosts may be asked, for whatever is fetched next.
  private var throttle: HostThrottle
  /// Whether what is fetched is wanted at once, or only offered.
  private(set) var isWanted = true

  /// - Parameters:
  ///   - fronts: the addresses of the front pages that are sources.
  ///   - throttle: when hosts may be asked.
  init(fronts: [String], _ throttle: HostThrottle) {
    self.fronts = fronts
    self.throttle = throttle
  }

  /// Whether something is fetched.
  var isBusy: Bool {
    switch fetch {
    case .some: true
    case .none: false
    }
  }

  /// What to wait for until it is readable.
  var files: [Int32] {
    switch fetch {
    case .some(let fetch): fetch.files
    case .none: []
    }
  }

  /// How long to wait at most, in milliseconds; nil for as long as it takes.
  func delay(at now: Int) -> Int? {
    switch fetch {
    case .some(let fetch): fetch.delay(at: now)
    case .none: nil
    }
  }

  /// What is fetched; nil if nothing is.
  var wish: BackgroundFetch.Wish? {
    switch fetch {
    case .some(let fetch): fetch.wish
    case .none: nil
    }
  }

  /// Begins to fetch something; the same again is only wanted more, and what gives way does.
  ///
  /// - Throws: ``Failure`` if something else is fetched, or it cannot be.
  mutating func begin(_ wish: BackgroundFetch.Wish, isWanted: Bool) throws {
    if self.wish == wish {
      self.isWanted = self.isWanted || isWanted
      return
    }
    if fetch?.take(wish) == true {
      self.isWanted = isWanted
      return
    }
    if isWanted, self.wish?.givesWay(to: wish) == true { cancel() }
    if isBusy { throw Failure("already fetching; Ctrl-C cancels") }
    fetch = try BackgroundFetch(wish, fronts: fronts, polite: throttle)
    self.isWanted = isWanted
  }

  /// What has become of it.
  enum Progress {
    case goesOn(SafeText)
    case ended(BackgroundFetch.Outcome, of: BackgroundFetch.Wish)
  }

  /// Goes on as far as it goes without waiting; nil if nothing is fetched.
  mutating func advance(at now: Int) -> Progress? {
    let wish = wish
    if let outcome = fetch?.advance(at: now), let wish {
      end()
      return .ended(outcome, of: wish)
    }
    return (fetch?.status(at: now)).map { .goesOn($0) }
  }

  /// Gives it up.
  mutating func cancel() {
    fetch?.cancel()
    end()
  }

  /// The hosts that were asked are left alone all the same.
  private mutating func end() {
    if let polite = fetch?.polite { throttle = polite }
    fetch = nil
  }
}
