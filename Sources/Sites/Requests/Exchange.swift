import DiscussionModel

/// A ``FetchPlan`` while it is carried out: what is requested, what has come, and what it makes.
///
/// It first goes through the responses that an earlier visit remembers. Nothing has changed only if none of them has.
/// A page that does not come ends the exchange, and what has come is the discussion.
struct Exchange: Sendable {
  /// What may be at the other end; the first is being tried.
  var candidates: [any FetchPlan]
  /// Whether the first is known to be there, so that errors are about the discussion and not about the site.
  var isCertain: Bool
  /// The link, for errors.
  let url: String
  /// So many responses are taken at most.
  let limit: Int
  /// Nothing is requested once they have so many bytes.
  let size: Int

  var waiting: [PageRequest]
  /// What was requested and has not come yet.
  var asked: PageRequest?
  /// How many responses have come.
  var count = 0
  /// How many bytes they have.
  var bytes = 0
  /// The parts of the discussion.
  var parts: [ImportFile]
  /// Whether a response has come of which a discussion can be made.
  var hasBegun = false
  /// Why pages are missing; nil where none is.
  var incomplete: String?
  /// What has been said of each part, by which an unchanged one can be told; nil where it was not said of all.
  var validators: [String: SiteValidators]? = [:]
  /// Why candidates were given up.
  var failures: [SiteError] = []
  var result: Result?
  var hasLooked = false
  /// The addresses that were said to be next pages.
  var linked: Set<String> = []

  /// What an earlier visit remembers.
  var memory: SiteMemory

  enum Result: Equatable, Sendable {
    case fetched(Fetched)
    /// With what has been said of each part at last.
    case unchanged([String: SiteValidators])
  }

  init(
    _ candidates: [any FetchPlan], isCertain: Bool = true, url: String,
    validators: [String: SiteValidators] = [:], parts: [ImportFile] = [], limit: Int = 500,
    size: Int = 256 << 20
  ) {
    self.candidates = candidates
    self.isCertain = isCertain
    self.url = url
    self.limit = limit
    self.size = size
    self.parts = parts
    waiting = candidates.first?.firstRequests ?? []
    memory = SiteMemory(validators)
  }

  /// What to do next: the request that is open, the next one, or the end.
  mutating func next() throws(SiteError) -> SiteVisit.Step {
    while true {
      switch result {
      case .fetched(let fetched): return .done(fetched)
      case .unchanged(let validators): return .unchanged(validators)
      case nil: break
      }
      if let open = memory.checking ?? asked { return .ask(self.request(open)) }
      guard let request = waiting.first else {
        try conclude()
        continue
      }
      if !hasBegun, memory.begin(at: request) { continue }
      guard count < limit else {
        stop("no more than \(counted(limit, "answer")) of a site are read")
        continue
      }
      guard bytes < size else {
        stop("no more than \(size >> 20) MiB of a site are read")
        continue
      }
      waiting.removeFirst()
      asked = request
      if let known = memory.responses.removeValue(forKey: request.url) { try take(known) }
    }
  }

  /// Takes the response to what ``next()`` requested.
  mutating func take(_ response: SiteResponse) throws(SiteError) {
    var response = response
    if response.status != 304 {
      response.body = Charset.utf8(response.body, contentType: response.contentType)
    }
    bytes += response.body.count
    if let request = memory.checking {
      count += 1
      if memory.take(response, to: request) { result = .unchanged(memory.validators) }
      return
    }
    guard let request = asked else { throw SiteError(.outOfTurn, url: response.url) }
    asked = nil
    count += 1
    do throws(SiteError) {
      try accept(response, to: request)
    } catch {
      try refuse(error)
    }
  }

  /// Asks for nothing more: what has come is all.
  mutating func stop(_ why: String) {
    incomplete = incomplete ?? why
    memory = SiteMemory([:])
    asked = nil
    waiting = []
  }

  private func request(_ page: PageRequest) -> SiteRequest {
    SiteRequest(
      url: page.url,
      accept: page.isRedirect ? "text/html, application/json" : "application/json",
      service: SiteTable.standard.service(of: page.url),
      validators: memory.checking == nil ? nil : memory.validators[page.url])
  }
}
