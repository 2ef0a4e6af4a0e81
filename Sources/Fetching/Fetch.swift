import Platform
public import Sites
import WebAddresses

/// One fetch: an exchange with a site, carried by curl, one request at a time.
///
/// Nothing here waits. Whoever drives it waits until one of ``files`` is readable or ``delay(at:)`` is over, and calls
/// ``advance(at:)``. Times are milliseconds of a clock that only goes forward.
public struct Fetch<Outcome: Equatable & Sendable>: ~Copyable {
  /// What came of it; nil while it goes on.
  public private(set) var outcome: Result<Outcome, FetchError>?
  /// When hosts may be asked, for whatever is fetched next.
  public private(set) var polite: HostThrottle

  /// Why a response was not written down; nil if all were.
  public private(set) var savingProblem: SavedResponses.Problem?

  private var exchange: any SiteExchange<Outcome>
  private let manner: FetchManner
  /// What messages call the site.
  private let name: String
  /// The first address that was asked: nothing that came from there leads nearer than it is.
  private var first: WebURL?
  /// What is asked now, or as soon as its host may be asked.
  private var asked: Asked?
  private var curl: Curl?
  /// Why the first of the requests failed without which the exchange went on.
  private var firstMissed: FetchError?
  /// Whether it is known which sites wanted to be left alone in earlier runs.
  private var hasRecalled = false

  /// One request of the exchange, on its way.
  private struct Asked {
    var request: SiteRequest
    /// How often it was sent on to another address.
    var redirects = 0
    /// How often the site wanted to be asked again later.
    var refusals = 0

    /// The host that is asked; the whole address if it has none.
    var host: String { WebURL(asked: request.url)?.host ?? request.url }
    /// The host with its port, which may want to be left alone.
    var site: String { WebURL(asked: request.url)?.authority ?? request.url }

    /// When it may be asked, in milliseconds of the clock.
    func time(_ polite: HostThrottle, now: Int) -> Int {
      max(polite.time(for: host, now: now), polite.time(for: site, now: now))
    }
  }

  /// - Parameters:
  ///   - exchange: what to request.
  ///   - name: what messages call the site.
  ///   - polite: when hosts may be asked.
  ///   - manner: how they are asked.
  public init(
    _ exchange: any SiteExchange<Outcome>, name: String, polite: HostThrottle = HostThrottle(),
    manner: FetchManner
  ) {
    self.exchange = exchange
    self.name = name
    self.polite = polite
    self.manner = manner
  }

  /// What to wait for until it is readable.
  public var files: [Int32] {
    switch curl {
    case .some(let curl): curl.files
    case .none: []
    }
  }

  /// How long to wait at most, in milliseconds; nil for as long as it takes.
  public func delay(at now: Int) -> Int? {
    guard outcome == nil, files.isEmpty else { return nil }
    return asked.map { $0.time(polite, now: now) - now } ?? 0
  }

  /// How far it is, in words.
  public func status(at now: Int) -> String {
    let seconds = ((delay(at: now) ?? 0) + 999) / 1000
    let rest = seconds > 1 ? "asked to wait \(seconds) s" : exchange.progress.what
    return "\(name): \(rest)…"
  }

  /// Goes on as far as it goes without waiting.
  public mutating func advance(at now: Int) {
    recall(at: now)
    while outcome == nil {
      if curl != nil {
        curl?.advance()
        guard let result = takeAnswer() else { return }
        hear(result, at: now)
      } else if let asked {
        let wait = asked.time(polite, now: now) - now
        if wait == 0 {
          polite.ask(asked.host, now: now)
          ask(asked.request)
        } else if wait > max(manner.patience * 1000, polite.interval) {
          giveUp(.askedToWait(host: asked.host, seconds: (wait + 999) / 1000))
        } else {
          return
        }
      } else {
        goOn()
      }
    }
  }

  /// Gives it up: no process is left.
  public mutating func cancel() {
    curl?.cancel()
    curl = nil
    if outcome == nil { outcome = .failure(.cancelled(name: name)) }
  }

  // MARK: The exchange

  private mutating func goOn() {
    do throws(SiteError) {
      switch try exchange.next() {
      case .ask(let request): take(request)
      case .done(let result): outcome = .success(result)
      }
    } catch {
      outcome = .failure(firstMissed ?? .site(error))
    }
  }

  /// Takes up what the exchange asks for.
  private mutating func take(_ request: SiteRequest) {
    let hasToken = request.service.map { manner.tokens[$0.tokenVariable] != nil } ?? false
    let request = hasToken ? request : request.anonymous
    let address = WebURL(asked: request.url)
    first = first ?? address
    if let first, let address, address.reach < first.reach {
      return giveUp(.leadsNearer(from: first.host, to: address.reach))
    }
    asked = Asked(request: request)
  }

  /// Goes on without the open request, or makes do with what has come, if that is anything.
  private mutating func giveUp(_ error: FetchError) {
    asked = nil
    if exchange.miss(because: error.noResponse) {
      firstMissed = firstMissed ?? error
    } else if !exchange.stop(because: error.noResponse) {
      outcome = .failure(firstMissed ?? error)
    }
  }

  // MARK: Requests and responses

  private mutating func ask(_ request: SiteRequest) {
    do throws(FetchError) {
      curl = try Curl(request, manner)
    } catch {
      giveUp(error)
    }
  }

  /// What came of the open request, which is then over; nil while it goes on.
  private mutating func takeAnswer() -> Result<Curl.Answer, FetchError>? {
    let result: Result<Curl.Answer, FetchError>?
    let received: Curl.Received?
    switch curl {
    case .some(let curl): (result, received) = (curl.outcome, curl.received)
    case .none: (result, received) = (nil, nil)
    }
    if let received { save(received) }
    if result != nil { curl = nil }
    return result
  }

  private mutating func save(_ received: Curl.Received) {
    guard let saved = manner.saved, savingProblem == nil else { return }
    do throws(SavedResponses.Problem) {
      try saved.save(received, without: Array(manner.tokens.values))
    } catch {
      savingProblem = error
    }
  }

  private mutating func hear(_ result: Result<Curl.Answer, FetchError>, at now: Int) {
    do throws(FetchError) {
      switch try result.get() {
      case .response(let response): try hear(response, at: now)
      case .redirect(let target): try follow(target)
      }
    } catch {
      giveUp(error)
    }
  }

  private mutating func hear(_ response: SiteResponse, at now: Int) throws(FetchError) {
    if isAskedAgain(after: response, at: now) { return }
    var response = response
    if 200..<300 ~= response.status {
      response.body = try manner.unpack(response.body, response.url)
    }
    asked = nil
    do throws(SiteError) {
      try exchange.take(response)
    } catch {
      outcome = .failure(firstMissed ?? .site(error))
    }
  }

  private mutating func follow(_ target: String) throws(FetchError) {
    guard var next = asked else { return }
    guard next.redirects < Redirect.limit else { throw .tooManyRedirects(host: next.host) }
    next.request = try Redirect.request(after: next.request, to: target)
    next.redirects += 1
    asked = next
  }

  // MARK: Sites that want to be left alone

  /// Whether a site wants to be asked again later, as it may be (RFC 9110 section 15.6.4, RFC 6585 section 4; some say
  /// so with 403).
  private mutating func isAskedAgain(after response: SiteResponse, at now: Int) -> Bool {
    guard let asked, [403, 429, 503].contains(response.status),
      let wait = response.retryAfter.flatMap({ RetryAfter($0, now: response.received) })
    else { return false }
    let seconds = min(wait.seconds(from: response.received), RememberedWaits.longest)
    polite.leave(asked.site, until: now + seconds * 1000)
    manner.waits?.save(asked.site, seconds: seconds, from: response.received)
    guard seconds <= manner.patience, asked.refusals < 3 else { return false }
    self.asked?.refusals += 1
    return true
  }

  /// Takes over which sites wanted to be left alone in earlier runs, once.
  private mutating func recall(at now: Int) {
    guard !hasRecalled, let waits = manner.waits else { return }
    hasRecalled = true
    for (site, seconds) in waits.seconds(from: Int64(time(nil))) {
      polite.leave(site, until: now + seconds * 1000)
    }
  }
}

extension RetryAfter {
  /// For how many seconds from `now`, in seconds since 1970, a site wants to be left alone; 0 if that is over.
  func seconds(from now: Int64) -> Int {
    switch self {
    case .seconds(let seconds): seconds
    case .date(let date): Int(max(0, date - now))
    }
  }
}

/// Where a site sends those who ask: followed by ourselves, each time as a request of its own.
///
/// So what holds for a request holds for each of them: https, the wait between two requests to one host, and the token,
/// which is sent to one host only. Nobody sends us to what is nearer than they are.
enum Redirect {
  /// How often one request may be sent on.
  static let limit = 5

  /// The statuses with which a GET is sent on (RFC 9110 section 15.4).
  static func isOne(status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// The request to the address to which another was sent on.
  ///
  /// - Parameters:
  ///   - request: what was asked.
  ///   - target: the whole address to which the response points.
  /// - Returns: the request to make now.
  /// - Throws: if that address must not be asked.
  static func request(
    after request: SiteRequest, to target: String
  ) throws(FetchError) -> SiteRequest {
    guard let from = WebURL(asked: request.url) else { throw .badAddress(request.url) }
    guard let address = WebURL(asked: target) else { throw .badRedirect(from: from.host) }
    guard address.reach >= from.reach else {
      throw .redirectNearer(from: from.host, to: address.reach)
    }
    guard address.mayBeAsked else {
      throw .insecureRedirect(from: from.host, to: address.host)
    }
    var next = request
    next.url = address.asked
    return next
  }
}
