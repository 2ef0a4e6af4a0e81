import Sites
import Glibc
import TextGrid
import WebAddresses

/// The fetching of one discussion: an exchange with a site, carried by curl, one request at a time.
///
/// Nothing here waits. Whoever drives it waits until one of ``files`` is readable or ``delay(at:)`` is
/// over, and calls ``advance(at:)``. Times are milliseconds of a clock that only goes forward.
struct Fetching: ~Copyable {
  /// How sites are asked.
  struct Manner: Sendable {
    /// What interfaces of sites are sent that a token opens further, by the environment variables that hold the tokens.
    var tokens = SiteService.all.reduce(into: [String: String]()) { tokens, service in
      tokens[service.tokenVariable] = StateDirectory.variable(service.tokenVariable)
    }
    var limits = Curl.Limits()
    var hosts = HostMap.current
    /// For how many seconds a site that asks for it is left alone before it is asked again.
    var patience = 0
    /// Whether messages name the whole address at which a site refuses, and not only its host.
    var namesAddresses = true
    /// What is remembered beyond this run of sites that want to be left alone; nil for nothing.
    var waits: RememberedWaits?
  }

  /// What came of it.
  enum Outcome: Equatable, Sendable {
    case fetched(Fetched)
    /// Nothing has changed since the visit whose validators were given; with those for the next one.
    case unchanged([String: SiteValidators])
    case failed(SafeText)
  }

  /// What came of it; nil while it goes on.
  private(set) var outcome: Outcome?
  /// When hosts may be asked, for whatever is fetched next.
  private(set) var polite: HostThrottle

  private var exchange: any SiteExchange
  private let manner: Manner
  /// What messages call the site.
  private let name: SafeText
  /// What is asked now, or as soon as its host may be asked.
  private var question: Question?
  private var curl: Curl?
  /// Whether it is known which sites wanted to be left alone in earlier runs.
  private var hasRecalled = false

  /// One thing that the exchange requests, on its way.
  private struct Question {
    var request: SiteRequest
    /// How often it was sent on to another address.
    var redirects = 0
    /// How often the site wanted to be asked again later.
    var refusals = 0

    /// The host that is asked; the whole address where it has none.
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
  init(
    _ exchange: any SiteExchange, name: SafeText, polite: HostThrottle = .usual,
    manner: Manner = Manner()
  ) {
    self.exchange = exchange
    self.name = name
    self.polite = polite
    self.manner = manner
  }

  /// What to wait for until it is readable.
  var files: [Int32] {
    switch curl {
    case .some(let curl): curl.files
    case .none: []
    }
  }

  /// How long to wait at most, in milliseconds; nil for as long as it takes.
  func delay(at now: Int) -> Int? {
    guard outcome == nil, files.isEmpty else { return nil }
    return question.map { $0.time(polite, now: now) - now } ?? 0
  }

  /// How far it is, in words.
  func status(at now: Int) -> SafeText {
    let seconds = ((delay(at: now) ?? 0) + 999) / 1000
    let rest = seconds > 1 ? "asked to wait \(seconds) s" : exchange.progress.what
    return name + SafeText(": \(rest)…")
  }

  /// Goes on as far as it goes without waiting.
  mutating func advance(at now: Int) {
    recall(at: now)
    while outcome == nil {
      if curl != nil {
        curl?.advance()
        guard let result = takeAnswer() else { return }
        hear(result, at: now)
      } else if let question {
        let wait = question.time(polite, now: now) - now
        if wait == 0 {
          polite.ask(question.host, now: now)
          ask(question.request)
        } else if isTooLong(wait) {
          giveUp(.askedToWait(host: question.host, seconds: (wait + 999) / 1000))
        } else {
          return
        }
      } else {
        goOn()
      }
    }
  }

  /// Gives it up: no process is left.
  mutating func cancel() {
    curl?.cancel()
    curl = nil
    if outcome == nil { outcome = .failed(name + ": cancelled") }
  }

  /// What came of the open request, which is then over; nil while it goes on.
  private mutating func takeAnswer() -> Result<Curl.Answer, FetchError>? {
    let result: Result<Curl.Answer, FetchError>?
    switch curl {
    case .some(let curl): result = curl.outcome
    case .none: result = nil
    }
    if result != nil { curl = nil }
    return result
  }

  private mutating func goOn() {
    do throws(SiteError) {
      switch try exchange.next() {
      case .ask(let request): question = Question(request: request)
      case .done(let fetched): outcome = .fetched(fetched)
      case .unchanged(let validators): outcome = .unchanged(validators)
      }
    } catch {
      fail(error)
    }
  }

  private mutating func ask(_ request: SiteRequest) {
    do throws(FetchError) {
      let token = request.service.flatMap { manner.tokens[$0.tokenVariable] }
      curl = try Curl(request, token: token, limits: manner.limits, hosts: manner.hosts)
    } catch {
      giveUp(error)
    }
  }

  /// Whether a host wants to be left alone for more milliseconds than we wait.
  private func isTooLong(_ wait: Int) -> Bool {
    wait > max(manner.patience * 1000, polite.interval)
  }

  private mutating func hear(_ result: Result<Curl.Answer, FetchError>, at now: Int) {
    do throws(FetchError) {
      switch try result.get() {
      case .response(let response): hear(response, at: now)
      case .redirect(let target): try follow(target)
      }
    } catch {
      giveUp(error)
    }
  }

  private mutating func hear(_ response: SiteResponse, at now: Int) {
    if isAskedAgain(after: response, at: now) { return }
    var response = response
    do {
      try response.unpack()
    } catch {
      return giveUp((error as? Failure)?.line ?? SafeText("\(error)"))
    }
    question = nil
    do throws(SiteError) {
      try exchange.take(response)
    } catch {
      fail(error)
    }
  }

  /// Whether a site wants to be asked again later, as it may be (RFC 9110 section 15.6.4, RFC 6585
  /// section 4; some say so with 403).
  private mutating func isAskedAgain(after response: SiteResponse, at now: Int) -> Bool {
    guard let question, [403, 429, 503].contains(response.status),
      let wait = response.retryAfter.flatMap({ RetryAfter($0, now: response.received) })
    else { return false }
    let seconds = min(wait.seconds(from: response.received), RememberedWaits.longest)
    polite.leave(question.site, until: now + seconds * 1000)
    manner.waits?.save(question.site, seconds: seconds, from: response.received)
    guard seconds <= manner.patience, question.refusals < 3 else { return false }
    self.question?.refusals += 1
    return true
  }

  private mutating func follow(_ target: String) throws(FetchError) {
    guard var next = question else { return }
    guard next.redirects < Redirect.limit else { throw .tooManyRedirects(host: next.host) }
    next.request = try Redirect.request(after: next.request, to: target)
    next.redirects += 1
    question = next
  }

  /// Takes over which sites wanted to be left alone in earlier runs, once.
  private mutating func recall(at now: Int) {
    guard !hasRecalled, let waits = manner.waits else { return }
    hasRecalled = true
    for (site, seconds) in waits.seconds(from: Int64(time(nil))) {
      polite.leave(site, until: now + seconds * 1000)
    }
  }

  private mutating func giveUp(_ error: FetchError) { giveUp(error.line) }

  /// Makes do with what has come, if that is anything.
  private mutating func giveUp(_ line: SafeText) {
    question = nil
    if !exchange.stop(because: line.string) { outcome = .failed(line) }
  }

  private mutating func fail(_ error: SiteError) {
    let place = manner.namesAddresses ? error.url : Link.name(of: error.url)
    outcome = .failed(SafeText("\(place): \(error.message)"))
  }
}

extension SiteResponse {
  /// Unpacks a file that gzip has packed, as one on disk is.
  ///
  /// - Throws: ``Failure`` if it is damaged.
  fileprivate mutating func unpack() throws {
    guard 200..<300 ~= status else { return }
    body = try InputFile.unpacked(body, of: url)
  }
}

extension RetryAfter {
  /// For how many seconds a site wants to be left alone.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: 0 where that is over.
  func seconds(from now: Int64) -> Int {
    switch self {
    case .seconds(let seconds): seconds
    case .date(let date): Int(max(0, date - now))
    }
  }
}
