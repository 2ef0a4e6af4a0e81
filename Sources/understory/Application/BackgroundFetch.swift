import DiscussionModel
import Fetching
import Library
import Sites
import TextGrid

/// What is fetched while somebody reads: one thing, beside the event loop.
///
/// Nothing here waits. Whoever drives it waits until one of ``files`` is readable or ``delay(at:)`` is
/// over, and calls ``advance(at:)``. Discussions that come are kept in the library. Times are milliseconds of a
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
    /// The discussion to which a link leads, whether the library has it or not.
    case link(String, for: Purpose)
    /// A front page, or what a site's own search finds, at its address.
    case front(String)
    /// Who else discusses the article at an address, besides the discussion with an id.
    case elsewhere(String, discussion: String?)

    /// The link of a discussion only helps to find what is fetched.
    static func == (one: Wish, other: Wish) -> Bool {
      switch (one, other) {
      case (.discussion(let one, _), .discussion(let other, _)): one == other
      case (.replies(let one, let id), .replies(let other, let otherID)):
        one == other && id == otherID
      case (.article(let one, let id), .article(let other, let otherID)):
        one == other && id == otherID
      case (.link(let one, let purpose), .link(let other, let otherPurpose)):
        one == other && purpose == otherPurpose
      case (.front(let one), .front(let other)): one == other
      case (.elsewhere(let one, _), .elsewhere(let other, _)): one == other
      case (.discussion, _), (.replies, _), (.article, _), (.link, _), (.front, _), (.elsewhere, _):
        false
      }
    }

    /// Whether nobody has asked for it by a key.
    var isPrefetched: Bool { if case .link(_, for: .prefetching) = self { true } else { false } }

    /// Whether it is abandoned for something else that somebody asks for later.
    ///
    /// What nobody has asked for by itself always is: what is fetched beforehand, the list of a page that is opened, and
    /// what came since to a discussion that is opened; and so are a look at how a discussion begins, and a discussion that
    /// is not open yet.
    func givesWay(to other: Wish) -> Bool {
      switch self {
      case .link(_, for: .prefetching), .link(_, for: .peeking), .front,
        .discussion(_, link: .some):
        true
      case .link(_, for: .opening), .link(_, for: .joining):
        switch other {
        case .link(_, for: .opening), .front, .elsewhere: true
        case .link, .discussion, .replies, .article: false
        }
      case .discussion, .replies, .article, .link, .elsewhere: false
      }
    }
  }

  /// What a discussion is fetched for.
  enum Purpose: Equatable {
    case opening, peeking
    /// To have it once somebody opens it.
    case prefetching
    /// To keep it until it is removed by hand.
    case keeping
    /// To read it together with others.
    case joining
  }

  /// What came of it.
  enum Outcome {
    case kept(DiscussionLibrary.FetchReport)
    case listed(FrontPage)
    case found(Elsewhere)
    /// Why it failed.
    case failed(SafeText)
  }

  /// What for it is fetched may change.
  private(set) var wish: Wish
  private var fetch: Fetch<Arrival>
  private let keep: (Arrival) throws -> Outcome

  /// Begins to fetch.
  ///
  /// - Parameters:
  ///   - wish: what.
  ///   - fronts: the addresses of the front pages that are sources.
  ///   - polite: when hosts may be asked.
  /// - Throws: ``Failure`` if that discussion is not in the library, or it is not known from where it came; or what is
  ///   wrong with an address.
  init(_ wish: Wish, fronts: [String], polite: HostThrottle) throws {
    let errand = try Errand(wish, fronts: fronts)
    self.wish = wish
    keep = errand.keep
    fetch = Fetch(
      errand.exchange, name: FetchError.host(of: errand.address), polite: polite, manner: .usual())
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
      return .failed(SafeText(error.briefMessage))
    case .success(let arrival):
      do {
        return try keep(arrival)
      } catch {
        return .failed((error as? any LineError)?.line ?? SafeText("\(error)"))
      }
    }
  }

  /// Takes over that a discussion that is fetched beforehand is wanted by now.
  ///
  /// - Returns: whether that is what is fetched.
  mutating func take(_ other: Wish) -> Bool {
    guard case .link(let link, for: .prefetching) = wish, case .link(link, _) = other else {
      return false
    }
    wish = other
    return true
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
