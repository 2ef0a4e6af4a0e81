import DiscussionModel
import Fetching
import Platform
import Library
import Reader
import Sites
import Storage
import TerminalUI
import TextGrid

/// The screen of a list of discussions to choose from: a front page, what a site's own search found, or who else
/// discusses an article.
final class FrontScreen: Screen {
  private var state: FrontState
  /// Where the list comes from.
  let source: Source
  /// The name or the address by which it was opened.
  let name: String
  /// All that was fetched of it.
  private var page: FrontPage
  /// When its first rows were fetched, in seconds since 1970; nil if they were not yet.
  private var fetched: Int64?
  /// The names of the sites on which discussions are, by their links; those of one site are not in it.
  private var sites: [String: String] = [:]
  /// The links that were shown, which are noted once the screen is left or covered.
  private var shown: Set<String> = []
  /// The links that were hidden here, and can be shown again.
  private var hiddenHere: Set<String> = []
  /// A newer list, and when it was fetched, while the reader is busy with this one; nil if none came.
  private var offered: (page: FrontPage, fetched: Int64)?
  /// Whether the user was here before the visit that goes on.
  private var hadEarlierVisit = false
  /// Whether something was asked for since it is shown.
  private var hasBegun = false
  /// Whether the reader asked for what is fetched, so that it is shown at once when it comes.
  private var isAsked = false

  /// Where a list comes from.
  enum Source: Equatable {
    /// A front page, at its address.
    case front(String)
    /// What a site's own search found, at its address, for words.
    case search(String, words: String)
    /// Who else discusses the article at an address, besides the discussion with an id.
    case elsewhere(String, discussion: String?)

    var address: String {
      switch self {
      case .front(let address), .search(let address, _), .elsewhere(let address, _): address
      }
    }
  }

  /// A list that was fetched within this time is not fetched again when it is opened, in seconds.
  private static let freshness: Int64 = 60

  /// - Parameters:
  ///   - source: where the list comes from.
  ///   - name: the name or the address by which it is opened.
  ///   - title: what it is called until it was fetched.
  ///   - shell: what it shares with the other screens.
  init(_ source: Source, called name: String, title: SafeText, shell: Shell) {
    self.source = source
    self.name = name
    var kept: FrontShelf.KeptFront?
    if case .front(let address) = source {
      kept = try? DiscussionLibrary.usual(.ofScreens).fronts.kept(address)
    }
    if case .front(let address) = source {
      let wasHere = try? DiscussionLibrary.usual(.ofScreens).fronts.wasVisited(
        address, before: WallClock.now)
      hadEarlierVisit = wasHere ?? false
    }
    page = kept?.page ?? FrontPage(title: title.string)
    fetched = kept?.fetched
    let origin: FrontState.Origin =
      switch source {
      case .front: .front
      case .search(_, let words): .search(words)
      case .elsewhere: .elsewhere
      }
    state = FrontState(FrontListing(title: title), origin: origin, shell: shell)
    trying { try addKept() }
    update(.front(listing()))
  }

  var shell: Shell { state.shell }
  var title: SafeText { SafeText(page.title) }

  /// What comes then is shown at once, unless the reader has done something meanwhile.
  func begin() -> [Effect] {
    let age = fetched.map { WallClock.now - $0 }
    if age.map({ 0..<Self.freshness ~= $0 }) == true {
      hasBegun = true
      return []
    }
    return [.fetchFront(more: false)]
  }

  /// The link of the focused discussion; nil if none is listed.
  var focus: String? { state.focused?.link }

  func press(_ key: Key) -> [Effect] { state.press(key) }
  @discardableResult func update(_ action: Action) -> [Effect] { state.update(action) }
  func frame(theme: Theme) -> Frame { FrontView.frame(state, theme: theme) }

  func hear(_ line: String) -> Heard { state.hear(line) }

  func helpLines(about name: String, topics: String) -> [SafeText]? {
    AppendHelp.lines(about: name, shell, on: .front, topics: topics)
  }

  func placeLines() -> [SafeText] { state.placeLines }

  func spoken() -> Spoken {
    fit(rows: Presentation.listRows)
    return state.spoken
  }

  var offer: SafeText? { state.offer }
  func notePrinted(_ announcement: Announcer.Announcement) {
    shown.formUnion(state.links(printed: announcement.rows))
  }

  func noteShown(_ frame: Frame, at now: Int) { shown.formUnion(state.linksOnScreen) }
  func cover() { noteSeen() }

  func comeBack(_ shell: Shell, from discussion: String?) {
    state.take(shell)
    refresh()
  }

  func finish() -> [SafeText] {
    noteSeen()
    return []
  }

  // MARK: What is listed

  /// Lists the same again, with what is known of it by now.
  func refresh() { update(.front(listing())) }

  /// What is fetched next.
  ///
  /// - Parameter more: whether that is the page after the last one.
  /// - Returns: it; nil if there is no more.
  func wish(more: Bool) -> BackgroundFetch.Wish? {
    // The first list that comes is not asked for by a key here.
    isAsked = hasBegun
    hasBegun = true
    if more { return page.next.map { .front($0) } }
    return switch source {
    case .front(let address), .search(let address, _): .front(address)
    case .elsewhere(let address, let id): .elsewhere(address, discussion: id)
    }
  }

  /// Whether nothing is listed.
  var isEmpty: Bool { page.rows.isEmpty }

  /// Whether it waits for what was fetched for a wish.
  func waits(for wish: BackgroundFetch.Wish) -> Bool {
    switch (wish, source) {
    case (.front(let address), .front(let own)), (.front(let address), .search(let own, _)):
      address == own || address == page.next
    case (.elsewhere(let address, _), .elsewhere(let own, _)): address == own
    default: false
    }
  }

  /// Takes a list that was fetched for a wish that it waits for.
  ///
  /// - Returns: the links of its discussions that are not in the library, or have more comments by now, in its order.
  func take(_ listed: FrontPage, of wish: BackgroundFetch.Wish) -> [String] {
    let now = WallClock.now
    let isMore = wish == page.next.map { .front($0) }
    var newer = isMore ? page : listed
    if isMore { newer.append(listed) }
    // It is read even if it cannot be kept.
    if case .front(let address) = source {
      trying {
        let shelf = try DiscussionLibrary.usual(.ofScreens).fronts
        if isMore {
          try shelf.append(listed, to: address, now: now)
        } else {
          try shelf.keep(listed, at: address, now: now)
        }
      }
    }
    let time = isMore ? fetched : now
    let listing = listing(of: newer, fetched: time)
    update(isAsked || isMore ? .front(listing) : .frontOffer(listing))
    if state.hasOffer {
      offered = (newer, now)
    } else {
      (page, fetched, offered) = (newer, time, nil)
    }
    return listing.entries.filter { $0.kept == nil || $0.newComments > 0 }.map(\.link)
  }

  /// Lists the newer list that was offered.
  func takeOffer() {
    guard let offered else { return }
    (page, fetched, self.offered) = (offered.page, offered.fetched, nil)
    refresh()
  }

  /// Notes that a discussion was fetched: the comments that the site states have been asked for.
  func noteFetched(_ report: DiscussionLibrary.FetchReport, from link: String) {
    let row = page.rows.first { $0.link == link }
    if let comments = row?.comments {
      trying {
        try DiscussionLibrary.usual(.ofScreens).fronts.noteStated(
          comments, of: link, at: WallClock.now)
      }
    }
    refresh()
  }

  /// Takes what was found of who else discusses an article.
  func take(_ found: Elsewhere) {
    fetched = WallClock.now
    sites = Dictionary(found.rows.map { ($0.row.link, $0.site) }) { first, _ in first }
    page.rows = found.rows.map(\.row)
    trying { try addKept() }
    update(.front(listing()))
    // A site that nobody gave a token for was not asked, and says nothing about the article.
    let failures = found.failures.filter { !$0.lacksToken }
    // Where a site did not respond, it is not known whether there is anybody.
    if page.rows.count < 2, failures.isEmpty { say("nobody else was found") }
    say(failures.map { SafeText("\($0.site): \($0.reason)") })
  }

  /// Adds what the library has about the article, and no site named.
  private func addKept() throws {
    guard case .elsewhere(let address, _) = source else { return }
    let discussions = try DiscussionLibrary.usual(.ofScreens).contents().discussions
    let known = KnownDiscussions(discussions)
    let listed = Set(page.rows.compactMap { known[$0.link]?.id })
    for kept in KnownArticles(discussions)[about: address] where !listed.contains(kept.id) {
      let own = kept.url.flatMap { SiteVisit.opens($0) ? $0 : nil }
      guard let link = kept.link ?? own else { continue }
      var row = FrontRow(link: link, title: kept.title)
      row.comments = kept.comments
      row.published = kept.published.map { Moment(seconds: $0, hasTime: true) }
      sites[link] = SiteName.title(of: kept.id)
      page.rows.append(row)
    }
  }

  /// What is listed by now.
  private func listing() -> FrontListing { listing(of: page, fetched: fetched) }

  /// What a page lists, with what is known of its discussions by now.
  private func listing(of page: FrontPage, fetched: Int64?) -> FrontListing {
    var listing = FrontListing(
      title: SafeText(page.title), fetched: fetched, hasMore: page.next != nil)
    trying {
      let library = try DiscussionLibrary.usual(.ofScreens)
      let now = WallClock.now
      let known = KnownDiscussions(try library.contents().discussions)
      let links = page.rows.map(\.link)
      // Without a file of marks, what was hidden or seen is not known, and reading goes on.
      let hidden = ((try? library.fronts.hidden(among: links)) ?? []).subtracting(hiddenHere)
      let stated = (try? library.fronts.stated(among: links)) ?? [:]
      var seen: Set<String> = []
      if case .front(let address) = source {
        seen = (try? library.fronts.seen(links, on: address, at: now)) ?? []
      }
      listing.entries = page.rows.enumerated().filter { !hidden.contains($1.link) }.map {
        index, row in
        var entry = FrontEntry(row, rank: index + 1, known[row.link], at: now)
        entry.isSeen = seen.contains(row.link)
        entry.isNew = (hadEarlierVisit || !seen.isEmpty) && !entry.isSeen
        entry.commentsWhenFetched = stated[row.link]
        if let site = sites[row.link] { entry.source = SafeText(site) }
        return entry
      }
    }
    return listing
  }

  /// Notes which titles were shown.
  private func noteSeen() {
    guard case .front(let address) = source, !shown.isEmpty else { return }
    trying {
      try DiscussionLibrary.usual(.ofScreens).fronts.noteSeen(
        Array(shown), on: address, at: WallClock.now)
    }
    shown = []
  }

  /// Never lists a discussion again, or does again.
  func hide(_ link: String, _ isHidden: Bool) {
    if isHidden { hiddenHere.insert(link) } else { hiddenHere.remove(link) }
    trying {
      try DiscussionLibrary.usual(.ofScreens).fronts.hide(link, isHidden, at: WallClock.now)
    }
  }
}

extension FrontEntry {
  /// - Parameters:
  ///   - row: the discussion, as the page lists it.
  ///   - rank: where it stands there, 1-based.
  ///   - kept: what the library has of it; nil for nothing.
  ///   - now: seconds since 1970.
  init(_ row: FrontRow, rank: Int, _ kept: KeptDiscussion?, at now: Int64) {
    let host = row.target.map { FetchError.host(of: $0) }
    self.init(
      link: row.link, rank: rank, title: SafeText(row.title),
      source: SafeText(host.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 } ?? ""),
      target: row.target.map { SafeText(address: $0) }, author: row.author.map { SafeText($0) },
      posted: (row.published ?? row.lastActivity)?.seconds, score: row.score,
      comments: row.comments, labels: row.labels.map { SafeText($0) },
      kept: kept.map { LibraryEntry($0, at: now) })
  }
}
