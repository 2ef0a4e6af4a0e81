import DiscussionModel
public import TextGrid

/// What a command came to: what it has to say, and what the caller must do outside.
struct Answer: Equatable {
  /// nil for nothing: what was said before stays.
  var words: SafeText?
  var effects: [Effect]

  init(_ words: SafeText? = nil, effects: [Effect] = []) {
    self.words = words
    self.effects = effects
  }
}

/// A command that needs the whole discussion, and the keys that were pressed after it.
public struct DelayedCommand: Equatable, Sendable {
  public var action: Action
  public var keys: [Key] = []
}

/// What there may be outside that the page on the screen has not: the rest of a long file, a newer file, the site.
struct Renewal: Sendable {
  /// Whether there is a file that ``Effect/lookAtFile`` looks at.
  private let hasFile: Bool
  /// Whether it is known where to ask for a newer state.
  private var canFetch: Bool
  /// A newer state of the discussion that can be merged; nil when there is none.
  private(set) var offer: Offer?
  /// Why the file is no longer a discussion; nil while it is.
  private var problem: SafeText?
  /// The comments whose missing replies were requested, by their ids; nil for the article.
  private var askedReplies: Set<String?> = []
  /// What waits until the rest of a long file is read; nil if nothing does.
  private(set) var waiting: DelayedCommand?

  /// A newer state of the discussion, to be merged when the reader asks for it.
  struct Offer: Sendable {
    fileprivate var page: Page
    /// Comments that the page on the screen has not.
    fileprivate var new: Int

    /// What is offered, in words.
    func text(_ calls: CommandCalls) -> SafeText {
      let key = " · " + calls["take-in"]
      return new > 0
        ? "\(String(new)) new on disk" + key + " loads \(new == 1 ? "it" : "them")"
        : "changed on disk" + key + " reloads"
    }
  }

  init(hasFile: Bool = false, canFetch: Bool = false) {
    self.hasFile = hasFile
    self.canFetch = canFetch
  }

  // MARK: The rest of a long file

  /// Keeps a command until the rest is there.
  mutating func putOff(_ action: Action) { waiting = DelayedCommand(action: action) }

  /// Keeps a key that comes after such a command.
  ///
  /// - Returns: whether there is one.
  mutating func putOff(_ key: Key) -> Bool {
    if waiting?.keys.count ?? 0 < Self.mostKeys { waiting?.keys.append(key) }
    return waiting != nil
  }

  /// How many keys are kept: more than anybody types who waits, and fewer than a stuck key sends.
  private static let mostKeys = 256

  /// Takes up the whole discussion in place of its beginning.
  ///
  /// - Returns: what waited for it; nil if nothing did.
  /// - Complexity: O(*n*) if a newer state is offered.
  mutating func complete(_ whole: Page, canFetch: Bool) -> DelayedCommand? {
    self.canFetch = self.canFetch || canFetch
    if let newer = offer?.page { keep(newer, than: whole) }
    return takeWaiting()
  }

  /// Hands out what waits, once.
  mutating func takeWaiting() -> DelayedCommand? {
    defer { waiting = nil }
    return waiting
  }

  // MARK: Newer states

  /// Keeps a newer state of a page's discussion until it is asked for.
  ///
  /// One that differs only in members of the discussion that no reader shows is none.
  mutating func keep(_ newer: Page, than page: Page) {
    let known = Set(page.discussion.comments.map(\.id))
    let new = newer.discussion.comments.count { !known.contains($0.id) }
    var shown = newer.discussion
    shown.unknownMembers = page.discussion.unknownMembers
    shown.origin = page.discussion.origin
    shown.linked = page.discussion.linked
    let isSame = shown == page.discussion && !newer.wasChanged(since: page)
    offer = isSame ? nil : Offer(page: newer, new: new)
    problem = nil
  }

  /// Notes that there is nothing to take in any more, and why; nil once there may be.
  mutating func note(problem: SafeText?) {
    self.problem = problem
    if problem != nil { offer = nil }
  }

  /// Hands out the newer state of a page, once.
  mutating func take(than page: Page) -> Page? {
    guard let newer = offer?.page else { return nil }
    offer = nil
    forgetAsked(page, newer)
    return newer
  }

  /// Looks for a newer state, since none is offered.
  ///
  /// - Parameters:
  ///   - page: the page on the screen.
  ///   - hasLooked: whether the file was looked at just now, so that nothing else can be new.
  /// - Returns: where the caller is to look, or that there is none.
  func look(than page: Page, hasLooked: Bool) -> Answer {
    if hasFile, !hasLooked { return Answer(effects: [.lookAtFile]) }
    if let problem { return Answer(problem) }
    return canFetch ? Answer(effects: [.fetch(page.discussion.id)]) : Answer("nothing new on disk")
  }

  // MARK: Missing replies

  /// Whether the replies that are missing at an entry can be requested, and were not yet.
  func canAskForReplies(at entry: Int, of page: Page) -> Bool {
    page.gap(at: entry).map { $0.canFetch && !askedReplies.contains($0.comment) } ?? false
  }

  /// Asks for the replies that are missing at an entry.
  mutating func askForReplies(at entry: Int, of page: Page) -> Answer {
    guard let gap = page.gap(at: entry) else { return Answer("no replies are missing here") }
    guard gap.canFetch else {
      return Answer("cannot be fetched: the link of the discussion is not known")
    }
    askedReplies.insert(gap.comment)
    return Answer(effects: [.fetchReplies(to: gap.comment)])
  }

  /// Lets replies be requested again if the number that is missing has changed.
  ///
  /// - Complexity: O(*n*) where any were requested.
  private mutating func forgetAsked(_ old: Page, _ new: Page) {
    guard !askedReplies.isEmpty else { return }
    let asked = askedReplies
    func missing(_ page: Page) -> [String: Int] {
      let some = page.discussion.comments.filter { asked.contains($0.id) }
      return Dictionary(some.map { ($0.id, $0.details?.missingReplies ?? 0) }) { first, _ in first }
    }
    let (before, now) = (missing(old), missing(new))
    let isNoticeSame = old.discussion.notice == new.discussion.notice
    askedReplies = asked.filter { id in id.map { before[$0] == now[$0] } ?? isNoticeSame }
  }
}

extension Page {
  /// The replies that are missing at an entry: to a comment, by its id, or, if that is nil, to
  /// the article; nil if none are.
  fileprivate func gap(at entry: Int) -> (comment: String?, canFetch: Bool)? {
    switch kind(of: entry) {
    case .comment(let position):
      let comment = comment(at: position)
      guard comment.details?.missingReplies ?? 0 > 0 else { return nil }
      return (comment.id, canFetchReplies)
    case .article, .notice: return canFetchComments ? (nil, true) : nil
    case .links: return nil
    }
  }
}
