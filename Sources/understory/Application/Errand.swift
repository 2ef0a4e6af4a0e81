import DiscussionModel
import Fetching
import Platform
import Library
import Reader
import Sites
import TextGrid

/// What a ``BackgroundFetch`` asks for, and what is done with what comes.
struct Errand {
  let exchange: any SiteExchange<Arrival>
  /// Where it begins.
  let address: String
  /// Keeps what has come, if it is to be kept.
  let keep: (Arrival) throws -> BackgroundFetch.Outcome

  /// - Parameters:
  ///   - wish: what is fetched.
  ///   - fronts: the addresses of the front pages that are sources, whose hosts are asked who discusses an article.
  /// - Throws: ``Failure`` if a discussion is not in the library, or it is not known from where it came; or what is
  ///   wrong with an address.
  init(_ wish: BackgroundFetch.Wish, fronts: [String]) throws {
    switch wish {
    case .discussion(let id, let other):
      let (library, kept) = try Self.kept(id)
      guard let link = kept.origin?.link ?? other else {
        throw Self.fromFile(kept)
      }
      self.init(try DiscussionLibrary.visit(link, kept: kept), at: link, kept) {
        try library.keep($0, from: link, as: kept.id, now: WallClock.now)
      }
    case .replies(let comment, let id):
      let (library, kept) = try Self.kept(id)
      guard let link = kept.origin?.link else {
        throw Self.fromFile(kept)
      }
      guard let missing = MissingReplies(of: comment, in: kept, openedAs: link) else {
        throw Failure("these replies cannot be fetched from the site")
      }
      self.init(missing, at: link, kept) {
        try library.keep(replies: $0, to: comment, of: id, now: WallClock.now)
      }
    case .article(let address, let id):
      let (library, kept) = try Self.kept(id)
      let visit = try Self.naming(address) { () throws(SiteError) in
        try ArticleVisit(url: address, from: kept.origin?.link)
      }
      self.init(visit, at: address, kept) {
        guard let article = $0.discussion.linked else { throw Failure("no article was received") }
        return try library.keep(article, of: id, now: WallClock.now)
      }
    case .link(let link, _):
      let library = try DiscussionLibrary.usual(.ofScreens)
      let kept = try library.name(ofLink: link).map { try library.folder.discussion(in: $0) }
      self.init(try DiscussionLibrary.visit(link, kept: kept), at: link, kept) {
        try library.keep($0, from: link, as: kept?.id, isVisit: true, now: WallClock.now)
      }
    case .front(let address):
      let visit = try Self.naming(address) { () throws(SiteError) in try FrontVisit(url: address) }
      self.init(listing: visit.mapped { .front($0) }, address)
    case .elsewhere(let address, let id):
      let visit = try Self.naming(address) { () throws(SiteError) in
        try ElsewhereVisit(
          article: address, discussion: id, fronts: fronts,
          tokens: Set(FetchManner.usual().tokens.keys))
      }
      self.init(listing: visit.mapped { .elsewhere($0) }, address)
    }
  }

  /// One of a list, which is whoever's that asked for it.
  private init(listing exchange: any SiteExchange<Arrival>, _ address: String) {
    self.exchange = exchange
    self.address = address
    keep = { arrival in
      switch arrival {
      case .front(let page): .listed(page)
      case .elsewhere(let found): .found(found)
      case .visit: throw Failure("no list was received")
      }
    }
  }

  /// One of a discussion, or of a part of it.
  private init(
    _ exchange: any SiteExchange<SiteVisit.Outcome>, at address: String, _ kept: Discussion?,
    _ keep: @escaping (Fetched) throws -> DiscussionLibrary.FetchReport
  ) {
    self.exchange = exchange.mapped { .visit($0) }
    self.address = address
    self.keep = { arrival in
      switch arrival {
      case .visit(.fetched(let fetched)): return .kept(try keep(fetched))
      case .visit(.unchanged(let validators)):
        guard let kept else { throw DiscussionLibrary.removed(address) }
        let library = try DiscussionLibrary.usual(.ofScreens)
        return .kept(try library.keep(validators, of: kept, now: WallClock.now))
      case .front, .elsewhere: throw Failure("no discussion was received")
      }
    }
  }

  private static func kept(
    _ id: String
  ) throws -> (library: DiscussionLibrary, discussion: Discussion) {
    let library = try DiscussionLibrary.usual(.ofScreens)
    guard let name = try? library.name(of: id) else {
      throw Failure(
        id == Sample.id
          ? SafeText(Sample.nothingToFetch)
          : "not in the library: \"understory add\" it first")
    }
    return (library, try library.folder.discussion(in: name))
  }

  /// Why a discussion cannot be fetched that came as a file: in a line with little room, most of it for the link.
  private static func fromFile(_ kept: Discussion) -> Failure {
    guard let link = kept.knownLink else {
      return Failure("added from a file; open its link instead")
    }
    return Failure(SafeText("open \(link) · added from a file"))
  }

  /// Does something that an address may not be fit for; an error then names the host.
  private static func naming<Result>(
    _ address: String, _ work: () throws(SiteError) -> Result
  ) throws -> Result {
    do throws(SiteError) {
      return try work()
    } catch {
      throw Failure(SafeText("\(FetchError.host(of: address)): \(error.message)"))
    }
  }
}
