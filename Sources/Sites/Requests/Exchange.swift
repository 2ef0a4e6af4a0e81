import DiscussionModel
import WebAddresses

/// A ``FetchPlan`` while it is carried out: what is requested, what has come, and what it makes.
///
/// It first goes through the responses that an earlier visit remembers. Nothing has changed only if none of them has.
/// A page that does not come ends the exchange, and what has come is the discussion.
struct Exchange: Sendable {
  /// What may be at the other end; the first is being tried.
  private var candidates: [any FetchPlan]
  /// Whether the first is known to be there, so that errors are about the discussion and not about the site.
  private var isCertain: Bool
  /// The link, for errors.
  private let url: String
  /// At most this many responses are taken.
  private let limit: Int
  /// Nothing is requested once they have this many bytes.
  private let size: Int

  private var waiting: [PageRequest]
  /// What was requested and has not come yet.
  private var asked: PageRequest?
  /// How many responses have come.
  private var count = 0
  /// How many bytes they have.
  private var bytes = 0
  /// The parts of the discussion.
  private var parts: [ImportPart]
  /// Whether a response has arrived that a discussion can be made from.
  private(set) var hasBegun = false
  /// Why pages are missing; nil if none is.
  private var incomplete: String?
  /// What has been said of each part, by which an unchanged one can be told; nil if it was not said of all.
  private var validators: [String: SiteValidators]? = [:]
  /// What the link may be of that nobody can request; nil as a rule.
  private let unsupported: String?
  /// Why candidates were skipped.
  private var failures: [SiteError] = []
  /// Why the first of the responses did not come without which the exchange went on.
  private var firstMissed: SiteError?
  private var result: SiteVisit.Outcome?
  private var hasLooked = false
  /// The addresses that were said to be next pages.
  private var linked: Set<String> = []

  /// What an earlier visit remembers.
  private var memory: SiteMemory

  init(
    _ candidates: [any FetchPlan], isCertain: Bool = true, url: String,
    validators: [String: SiteValidators] = [:], parts: [ImportFile] = [], limit: Int = 500,
    size: Int = 256 << 20
  ) {
    self.candidates = candidates
    unsupported = candidates.lazy.compactMap(\.unsupported).first
    self.isCertain = isCertain
    self.url = url
    self.limit = limit
    self.size = size
    self.parts = parts.map { ImportPart($0) }
    waiting = candidates.first?.firstRequests ?? []
    let isConditional = candidates.first?.isConditional ?? true
    memory = SiteMemory(isConditional ? validators : [:])
    if !isConditional { self.validators = nil }
  }

  /// The plan that is being tried.
  var plan: (any FetchPlan)? { candidates.first }

  /// What to do next: the request that is open, the next one, or the end.
  mutating func next() throws(SiteError) -> ExchangeStep<SiteVisit.Outcome> {
    while true {
      if let result { return .done(result) }
      if let open = memory.checking ?? asked { return .ask(self.request(open)) }
      guard let request = waiting.first else {
        try conclude()
        continue
      }
      if !hasBegun, memory.begin(at: request) { continue }
      guard count < limit else {
        stop("stopped after \(counted(limit, "response"))")
        continue
      }
      guard bytes < size else {
        stop("stopped after \(size >> 20) MiB")
        continue
      }
      waiting.removeFirst()
      asked = request
      if let known = memory.takeResponse(to: request) { try take(known) }
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
      if goesOn(without: request, isAbsent: error.fault == .notFound) {
        firstMissed = firstMissed ?? error
      } else {
        try refuse(error)
      }
    }
  }

  /// Goes on without a response to what was requested, if the plan can do without it.
  mutating func miss() -> Bool {
    guard let request = asked, goesOn(without: request, isAbsent: false) else { return false }
    asked = nil
    return true
  }

  private mutating func goesOn(without request: PageRequest, isAbsent: Bool) -> Bool {
    guard var plan = candidates.first, let next = plan.missed(request, isAbsent: isAbsent) else {
      return false
    }
    candidates[0] = plan
    waiting = next + waiting
    // Nobody knows whether it will have changed the next time.
    validators = nil
    return true
  }

  /// Asks for nothing more: what has come is all.
  mutating func stop(_ why: String) {
    incomplete = incomplete ?? why
    memory = SiteMemory([:])
    asked = nil
    waiting = []
  }

  /// How far it is; see ``SiteExchange/progress``.
  var progress: (done: Int, total: Int?, what: String) {
    let total = candidates.first?.total.map { max($0, count) }
    let page = result == nil ? count + 1 : count
    guard let total, total > 1 else { return (count, total, "page \(page)") }
    return (count, total, "page \(min(page, total)) of \(total)")
  }

  private func request(_ page: PageRequest) -> SiteRequest {
    SiteRequest(
      url: page.url,
      accept: page.isRedirect ? "text/html, application/json" : "application/json",
      service: SiteTable.standard.service(of: page.url), withoutToken: page.withoutToken,
      validators: memory.checking == nil ? nil : memory.validators[page.url])
  }

  // MARK: Responses

  /// Takes a response, or says what is wrong with it.
  private mutating func accept(_ response: SiteResponse, to request: PageRequest) throws(SiteError)
  {
    guard var plan = candidates.first else { return }
    if request.isRedirect {
      let page = PageResponse(request: request, address: response.address, next: nil, items: [])
      let next = try plan.take(page).next
      candidates[0] = plan
      if next.isEmpty {
        try response.check(request.url)
        throw SiteError(.leadsNowhere, url: request.url)
      }
      waiting = next + waiting
      return
    }
    let isAnonymous = request.withoutToken == response.url
    try response.check(isAnonymous ? response.url : request.url)
    let (part, items) = try read(response, to: request)
    let (next, isElsewhere) =
      plan.hasLinks ? try Self.next(after: response, to: request) : (nil, false)
    let page = PageResponse(
      request: request, address: response.address, next: next, items: items)
    isCertain = true
    let reaction = try plan.take(page)
    candidates[0] = plan
    if reaction.isPart {
      parts.append(part)
      hasBegun = true
      if response.validators == SiteValidators() { validators = nil }
      validators?[request.url] = response.validators
    } else {
      memory.keep(response, to: request)
    }
    waiting = reaction.next + waiting
    if isElsewhere { stop(SiteError(.elsewhere, url: request.url).message) }
    if let next, !linked.insert(next).inserted {
      stop(SiteError(.goesInCircles, url: request.url).message)
    }
  }

  /// Goes on without a response: with what else may be at the other end, or with what has come; throws if there is
  /// neither.
  private mutating func refuse(_ error: SiteError) throws(SiteError) {
    if hasBegun { return stop(error.message) }
    guard !isCertain, error.fault.leavesOthers else { throw firstMissed ?? error }
    failures.append(error)
    guard candidates.count > 1 else { throw verdict }
    candidates.removeFirst()
    waiting = candidates[0].firstRequests
  }

  /// Makes the discussion, and asks for what it shows to be missing.
  private mutating func conclude() throws(SiteError) {
    guard let plan = candidates.first, hasBegun else {
      throw SiteError(.nothingCame, url: url)
    }
    var imported: ImportedDiscussion
    do throws(ImportError) {
      imported = try AnyImport.discussion(of: parts, plan.options)
    } catch {
      throw SiteError(.unreadable(error), url: url)
    }
    if !hasLooked, incomplete == nil {
      hasLooked = true
      var plan = plan
      waiting = plan.requests(seeing: imported.discussion)
      candidates[0] = plan
      if !waiting.isEmpty { return }
    }
    plan.finish(&imported)
    result = .fetched(
      Fetched(
        discussion: imported.discussion, comment: plan.comment,
        namesItself: plan.namesItself,
        warnings: imported.warnings,
        validators: incomplete == nil ? validators ?? [:] : [:],
        incomplete: incomplete, shortfall: imported.account?.unplacedLine))
  }

  /// Reads a response, once; it has to be in the expected format if it is the first.
  ///
  /// - Returns: it as a part of the discussion, and its objects.
  private func read(
    _ response: SiteResponse, to request: PageRequest
  ) throws(SiteError) -> (part: ImportPart, items: [JSONValue]) {
    guard response.looksLikeJSON else {
      if response.isNull { throw SiteError(.notFound, url: request.url) }
      if candidates.first?.feed?.isFile(response.body) == true {
        return (ImportPart(ImportFile(name: request.url, bytes: response.body)), [])
      }
      throw SiteError(.unexpectedType(response.mediaType), url: request.url)
    }
    let (part, files): (ImportPart, ImportFiles)
    let found: DiscussionFormat?
    do throws(ImportError) {
      guard response.body.count < UInt32.max else { throw ImportError(.tooLong, in: .input(0)) }
      part = try ImportPart(reading: ImportFile(name: request.url, bytes: response.body))
      files = try ImportFiles([part])
      found = parts.isEmpty ? try SiteTable.standard.format(of: files.items.prefix(64)) : nil
    } catch {
      if case .unknownFormat = error.fault, let format = candidates.first?.format {
        throw SiteError(.notUnderstood(expected: [format.title]), url: request.url)
      }
      throw SiteError(.unreadable(error), url: request.url)
    }
    if let format = candidates.first?.format, let found, found != format {
      throw SiteError(.notUnderstood(expected: [format.title]), url: request.url)
    }
    return (part, files.items)
  }

  /// The address of the next page, if it is at the same site; and whether there is one elsewhere.
  private static func next(
    after response: SiteResponse, to request: PageRequest
  ) throws(SiteError) -> (url: String?, isElsewhere: Bool) {
    guard let next = response.link.flatMap({ LinkHeader.next(in: $0) }) else { return (nil, false) }
    let site = try WebURL(link: request.url)
    return site.isSite(of: next) ? (try WebURL(link: next).page, false) : (nil, true)
  }

  /// The error for a link that may lead to anything.
  private var verdict: SiteError {
    if let unsupported { return SiteError(.unsupported(unsupported), url: url) }
    if failures.allSatisfy({ $0.fault == .notFound }) { return SiteError(.notFound, url: url) }
    for failure in failures {
      guard case .unreadable(let error) = failure.fault else { continue }
      if case .unexpected = error.fault { return failure }
      if case .endsEarly = error.fault { return failure }
    }
    return SiteError(.notUnderstood(expected: SiteTable.standard.expectations), url: url)
  }
}
