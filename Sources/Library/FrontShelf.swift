public import Sites
import Storage

/// What the library keeps of front pages: each as it was fetched last, for reading without a network, and
/// what the user has seen or hidden of it.
///
/// A page is known by its address, as ``FrontName`` gives it; a discussion on it by its link, so that it is
/// the same on every page that lists it. Nothing here asks a site.
///
/// Titles seen in an earlier visit of a page are quieter than those that came since. A visit goes on until
/// nothing was done in it for 30 minutes. A screen asks for ``seen(_:on:at:)`` whenever it lists
/// a page, and calls ``noteSeen(_:on:at:)`` with the links of the rows that it has shown, or with none to say
/// that the user is still there.
///
/// A page is kept with 2,000 rows at most. What was neither fetched nor shown for 90 days is forgotten;
/// what was hidden never is.
public struct FrontShelf {
  private let marks: MarksAccess

  /// - Parameter marks: the file in which it is kept.
  public init(_ marks: MarksAccess) { self.marks = marks }

  /// This many rows of a page are kept.
  static let mostRows = 2000

  /// A page as it is kept.
  public struct KeptFront: Equatable, Sendable {
    public var page: FrontPage
    /// When its first rows were fetched, in seconds since 1970.
    public var fetched: Int64

    public init(page: FrontPage, fetched: Int64) {
      self.page = page
      self.fetched = fetched
    }
  }

  // MARK: Pages

  /// The page that was fetched last from an address; nil if none is kept.
  ///
  /// - Throws: why it cannot be read.
  public func kept(_ address: String) throws(LibraryError) -> KeptFront? {
    let found = try marks.use { (library) throws(StorageError) in
      try library.fronts.page(at: address)
    }
    // One that cannot be read is fetched again.
    guard let found, let page = try? FrontPage(json: Array(found.text.utf8)) else { return nil }
    return KeptFront(page: page, fetched: found.fetched)
  }

  /// Keeps a page in place of the one before.
  ///
  /// - Parameters:
  ///   - page: its first rows, as they were fetched.
  ///   - address: where it was fetched.
  ///   - now: seconds since 1970.
  /// - Throws: why it cannot be saved.
  public func keep(_ page: FrontPage, at address: String, now: Int64) throws(LibraryError) {
    try keep(KeptFront(page: page, fetched: now), at: address, now: now)
  }

  /// Adds further rows to a page that is kept.
  ///
  /// - Parameters:
  ///   - more: what was fetched from ``FrontPage/next``.
  ///   - address: the address of the first page.
  ///   - now: seconds since 1970.
  /// - Returns: all of it: a discussion that came up again stays where it was.
  /// - Throws: why it cannot be read or saved.
  @discardableResult
  public func append(
    _ more: FrontPage, to address: String, now: Int64
  ) throws(LibraryError) -> FrontPage {
    var kept =
      try kept(address) ?? KeptFront(page: FrontPage(title: more.title), fetched: now)
    kept.page.append(more)
    try keep(kept, at: address, now: now)
    return kept.page
  }

  private func keep(_ front: KeptFront, at address: String, now: Int64) throws(LibraryError) {
    var page = front.page
    page.rows = Array(page.rows.prefix(Self.mostRows))
    let text = String(decoding: page.json, as: UTF8.self)
    try marks.use { (library) throws(StorageError) in
      try library.fronts.keep(
        FrontRecords.Page(text: text, fetched: front.fetched), at: address, now: now)
    }
  }

  // MARK: Titles

  /// Those of some discussions whose titles the user saw before the visit of a page that goes on or begins now.
  ///
  /// - Parameters:
  ///   - links: the discussions'.
  ///   - address: the page's.
  ///   - now: seconds since 1970.
  /// - Returns: the links of those.
  /// - Throws: why it cannot be read.
  public func seen(
    _ links: [String], on address: String, at now: Int64
  ) throws(LibraryError) -> Set<String> {
    try marks.use { (library) throws(StorageError) in
      try library.fronts.seen(links, at: address, now: now)
    }
  }

  /// Notes that the titles of discussions are shown, in the visit of a page that goes on or begins now.
  ///
  /// - Parameters:
  ///   - links: the discussions'; empty to note that the user still does something on the page.
  ///   - address: the page's.
  ///   - now: seconds since 1970.
  /// - Throws: why it cannot be saved.
  public func noteSeen(
    _ links: [String], on address: String, at now: Int64
  ) throws(LibraryError) {
    try marks.use { (library) throws(StorageError) in
      try library.fronts.noteSeen(links, at: address, now: now)
    }
  }

  /// Whether the user was on a page before the visit that would begin now.
  ///
  /// - Parameters:
  ///   - address: the page's.
  ///   - now: seconds since 1970.
  /// - Returns: false also while the last visit goes on, whatever was before it.
  /// - Throws: why it cannot be read.
  public func wasVisited(_ address: String, before now: Int64) throws(LibraryError) -> Bool {
    try marks.use { (library) throws(StorageError) in
      try library.fronts.wasVisited(address, before: now)
    }
  }

  /// Notes how many comments the site states of a discussion that was fetched just now: it may count some that nobody can
  /// read.
  ///
  /// - Parameters:
  ///   - comments: how many.
  ///   - link: the discussion's.
  ///   - now: seconds since 1970.
  /// - Throws: why it cannot be saved.
  public func noteStated(
    _ comments: Int, of link: String, at now: Int64
  ) throws(LibraryError) {
    try marks.use { (library) throws(StorageError) in
      try library.fronts.noteStated(comments, of: link, now: now)
    }
  }

  /// How many comments the sites stated of those of some discussions that were fetched, when they were, by their links.
  ///
  /// - Throws: why it cannot be read.
  public func stated(among links: [String]) throws(LibraryError) -> [String: Int] {
    try marks.use { (library) throws(StorageError) in try library.fronts.stated(among: links) }
  }

  // MARK: Hiding

  /// Never shows a discussion on a front page again, or does again.
  ///
  /// - Parameters:
  ///   - link: the discussion's.
  ///   - isHidden: whether it is hidden from now on.
  ///   - now: seconds since 1970.
  /// - Throws: why it cannot be saved.
  public func hide(_ link: String, _ isHidden: Bool = true, at now: Int64) throws(LibraryError) {
    try marks.use { (library) throws(StorageError) in
      try library.fronts.hide(link, isHidden, now: now)
    }
  }

  /// Those of some discussions that are hidden.
  ///
  /// - Throws: why it cannot be read.
  public func hidden(among links: [String]) throws(LibraryError) -> Set<String> {
    try marks.use { (library) throws(StorageError) in
      try library.fronts.hidden(among: links)
    }
  }

  // MARK: News

  /// What the library's screen says of a source.
  public struct Summary: Equatable, Sendable {
    /// When it was fetched, in seconds since 1970.
    public var fetched: Int64
    /// How many discussions it lists, without those that are hidden.
    public var discussions: Int
    /// How many of them are kept and have new comments, as of that time.
    public var withNews: Int
  }

  /// How it stands with front pages, by their addresses; those that are not kept are left out.
  ///
  /// - Parameters:
  ///   - addresses: the pages'.
  ///   - known: what the library has.
  ///   - now: seconds since 1970.
  /// - Returns: a summary of each.
  /// - Complexity: O(*n*) in the rows of all pages.
  /// - Throws: why it cannot be read.
  public func summaries(
    of addresses: [String], _ known: KnownDiscussions, at now: Int64
  ) throws(LibraryError) -> [String: Summary] {
    var summaries: [String: Summary] = [:]
    for address in addresses {
      guard let front = try kept(address) else { continue }
      let hidden = try hidden(among: front.page.rows.map(\.link))
      let rows = front.page.rows.filter { !hidden.contains($0.link) }
      summaries[address] = Summary(
        fetched: front.fetched, discussions: rows.count,
        withNews: try withNews(rows, known, now))
    }
    return summaries
  }
}

extension FrontShelf {
  /// How many of some discussions have comments that came since their reader was there.
  private func withNews(
    _ rows: [FrontRow], _ known: KnownDiscussions, _ now: Int64
  ) throws(LibraryError) -> Int {
    let stated = try stated(among: rows.map(\.link))
    return rows.count { row in
      guard known[row.link]?.visited != nil else { return false }
      var row = row
      if let before = stated[row.link], row.comments ?? 0 <= before { row.comments = nil }
      return known.new(in: row, at: now) ?? 0 > 0
    }
  }
}

extension FrontPage {
  /// Adds the rows of a page after this one; a discussion that came up again stays where it was.
  ///
  /// - Complexity: O(*n*) in the rows.
  public mutating func append(_ more: FrontPage) {
    var links = Set(rows.map(\.link))
    rows += more.rows.filter { links.insert($0.link).inserted }
    next = more.next
  }
}
