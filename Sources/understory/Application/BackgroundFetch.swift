import DiscussionModel
import Fetching
import Glibc
import Library
import Reader
import Sites
import TextGrid

/// What is fetched while somebody reads: one thing, beside the event loop.
///
/// Nothing here waits. Whoever drives it waits until one of ``files`` is readable or ``delay(at:)`` is
/// over, and calls ``advance(at:)``. What comes is kept in the library. Times are milliseconds of a
/// clock that only goes forward.
struct BackgroundFetch: ~Copyable {
  /// What is fetched.
  enum Wish: Equatable {
    /// A discussion of the library, by its id, again; from a link if it is not known where it came from.
    case discussion(String, link: String?)
    /// The replies that are missing to a comment, or the article, of a discussion of the library.
    case replies(to: String?, of: String)
    /// The article at an address to which a discussion of the library links.
    case article(String, of: String)

    /// The link only helps to find what is fetched.
    static func == (one: Wish, other: Wish) -> Bool {
      switch (one, other) {
      case (.discussion(let one, _), .discussion(let other, _)): one == other
      case (.replies(let one, let id), .replies(let other, let otherID)):
        one == other && id == otherID
      case (.article(let one, let id), .article(let other, let otherID)):
        one == other && id == otherID
      case (.discussion, _), (.replies, _), (.article, _): false
      }
    }
  }

  /// What came of it.
  enum Outcome {
    case kept(DiscussionLibrary.FetchReport)
    case failed(SafeText)
  }

  let wish: Wish
  private let library: DiscussionLibrary
  private let link: String
  private let kept: Discussion
  private var fetch: Fetch<SiteVisit.Outcome>

  /// Begins to fetch.
  ///
  /// - Parameters:
  ///   - wish: what.
  ///   - polite: when hosts may be asked.
  /// - Throws: ``Failure`` where that discussion is not in the library, or it is not known from where
  ///   it came.
  init(_ wish: Wish, polite: HostThrottle) throws {
    let (library, kept, link) = try Self.place(of: wish)
    let exchange = try Self.exchange(wish, kept, link)
    self.init(
      wish: wish, library: library, link: link, kept: kept,
      fetch: Fetch(exchange, name: FetchError.host(of: link), polite: polite, manner: .usual()))
  }

  private init(
    wish: Wish, library: DiscussionLibrary, link: String, kept: Discussion,
    fetch: consuming Fetch<SiteVisit.Outcome>
  ) {
    self.wish = wish
    self.library = library
    self.link = link
    self.kept = kept
    self.fetch = fetch
  }

  private static func place(
    of wish: Wish
  ) throws -> (library: DiscussionLibrary, kept: Discussion, link: String) {
    let library = try DiscussionLibrary.usual(.ofScreens)
    let id =
      switch wish {
      case .discussion(let id, _), .replies(_, let id), .article(_, let id): id
      }
    guard let name = try? library.name(of: id) else {
      throw Failure("not in the library: \"understory add\" it first")
    }
    let kept = try library.folder.discussion(in: name)
    var other: String?
    switch wish {
    case .discussion(_, let link): other = link
    case .article(let address, _): return (library, kept, address)
    case .replies: break
    }
    guard let link = kept.origin?.link ?? other else {
      // It has to find room in the last row of the screen.
      throw Failure("added from a file; open its link instead")
    }
    return (library, kept, link)
  }

  private static func exchange(
    _ wish: Wish, _ kept: Discussion, _ link: String
  ) throws -> any SiteExchange<SiteVisit.Outcome> {
    switch wish {
    case .discussion: return try DiscussionLibrary.visit(link, kept: kept)
    case .replies(let comment, _):
      guard let missing = MissingReplies(of: comment, in: kept, openedAs: link) else {
        throw Failure("these replies cannot be fetched from the site")
      }
      return missing
    case .article(let address, _):
      do throws(SiteError) {
        return try ArticleVisit(url: address, from: kept.origin?.link)
      } catch {
        throw Failure(SafeText("\(FetchError.host(of: address)): \(error.message)"))
      }
    }
  }

  /// When hosts may be asked, for whatever is fetched next.
  var polite: HostThrottle { fetch.polite }

  /// What to wait for until it is readable.
  var files: [Int32] { fetch.files }

  /// How long to wait at most, in milliseconds; nil for as long as it takes.
  func delay(at now: Int) -> Int? { fetch.delay(at: now).map { min($0, 1000) } }

  /// How far it is, in words.
  func status(at now: Int) -> SafeText {
    SafeText(fetch.status(at: now)) + " · Ctrl-C cancels"
  }

  /// Goes on as far as it goes without waiting, and keeps what has come once all has.
  ///
  /// - Returns: what came of it; nil while it goes on.
  mutating func advance(at now: Int) -> Outcome? {
    fetch.advance(at: now)
    switch fetch.outcome {
    case nil: return nil
    // The reason has to find room in the last row of the screen.
    case .failure(let error):
      var words = SafeText(error.briefMessage)
      if case .article = wish { words = words + " · O opens it in a browser" }
      return .failed(words)
    case .success(.unchanged(let validators)):
      return outcome { try library.keep(validators, of: kept, now: Int64(time(nil))) }
    case .success(.fetched(let fetched)):
      return outcome { try keep(fetched) }
    }
  }

  private func outcome(_ keeping: () throws -> DiscussionLibrary.FetchReport) -> Outcome {
    do {
      return .kept(try keeping())
    } catch {
      return .failed((error as? any LineError)?.line ?? SafeText("\(error)"))
    }
  }

  private func keep(_ fetched: Fetched) throws -> DiscussionLibrary.FetchReport {
    switch wish {
    case .discussion:
      return try library.keep(fetched, from: link, as: kept.id, now: Int64(time(nil)))
    case .replies(let comment, let id):
      return try library.keep(replies: fetched, to: comment, of: id, now: Int64(time(nil)))
    case .article(_, let id):
      guard let article = fetched.discussion.linked else { throw Failure("no article came") }
      return try library.keep(article, of: id, now: Int64(time(nil)))
    }
  }

  /// Gives it up: no process is left, and nothing is kept of it.
  mutating func cancel() { fetch.cancel() }
}

extension Page {
  /// The page of a discussion, with what can be asked of its site.
  ///
  /// - Complexity: O(*n*).
  init(asking discussion: Discussion) {
    self.init(discussion)
    guard let link = discussion.origin?.link else { return }
    canFetchComments = MissingReplies(of: nil, in: discussion, openedAs: link) != nil
    if let lacking = discussion.comments.first(where: { $0.details?.missingReplies ?? 0 > 0 }) {
      canFetchReplies = MissingReplies(of: lacking.id, in: discussion, openedAs: link) != nil
    }
  }

  /// The page, of which nothing is asked unless it is one of the library.
  func asking(only isKept: Bool) -> Page {
    var page = self
    page.canFetchReplies = canFetchReplies && isKept
    page.canFetchComments = canFetchComments && isKept
    return page
  }
}

/// The one fetch that goes on beside the reading, on whatever screen it was begun.
///
/// Times are milliseconds of a clock that only goes forward.
struct Fetcher: ~Copyable {
  private var fetch: BackgroundFetch?
  /// When hosts may be asked, for whatever is fetched next.
  private var throttle: HostThrottle
  /// Whether what is fetched is wanted at once, or only offered.
  private(set) var isWanted = true

  init(_ throttle: HostThrottle) { self.throttle = throttle }

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

  /// Begins to fetch something; the same again is only wanted more.
  ///
  /// - Throws: ``Failure`` if something else is fetched, or it cannot be.
  mutating func begin(_ wish: BackgroundFetch.Wish, isWanted: Bool) throws {
    if fetch?.wish == wish {
      self.isWanted = self.isWanted || isWanted
      return
    }
    if isBusy { throw Failure("already fetching; Ctrl-C cancels") }
    fetch = try BackgroundFetch(wish, polite: throttle)
    self.isWanted = isWanted
  }

  /// What has become of it.
  enum Progress {
    case goesOn(SafeText)
    case ended(BackgroundFetch.Outcome)
  }

  /// Goes on as far as it goes without waiting; nil if nothing is fetched.
  mutating func advance(at now: Int) -> Progress? {
    if let outcome = fetch?.advance(at: now) {
      end()
      return .ended(outcome)
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
