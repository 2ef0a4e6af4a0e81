import Sites
import Glibc
import WebAddresses

/// One HTTP GET, asked by a process of its own: the program curl.
///
/// It asks one address once: it follows nothing by itself, reads no configuration and keeps no cookies.
/// It has no terminal. Nothing here waits: what to wait for are its ``files``, and ``advance()`` takes
/// what has come. The process ends with this value at the latest.
struct Curl: ~Copyable {
  /// For how long, and for how much, anybody waits.
  struct Limits: Equatable, Sendable {
    /// Seconds until there is a connection.
    var connecting = 10
    /// Seconds in which nothing at all comes.
    var standing = 30
    /// Seconds until all is there.
    var whole = 120
    /// Bytes of the answer, unpacked.
    var bytes = 64 << 20
  }

  /// What a site has answered.
  enum Answer: Equatable, Sendable {
    case response(SiteResponse)
    /// It is to be asked at another address, which is a whole one.
    case redirect(to: String)
  }

  /// What came of it; nil while it goes on.
  private(set) var outcome: Result<Answer, FetchError>?
  /// The process; nil once it is over.
  private(set) var process: pid_t?

  private let address: WebURL
  private let hosts: HostMap
  private var body: PipeReader
  private var report: PipeReader

  /// Starts to ask.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - token: what the interface of the request is sent; nil for nothing.
  ///   - limits: for how long, and for how much, anybody waits.
  ///   - hosts: what stands in for other hosts.
  /// - Throws: where the address must not be asked, or curl does not start.
  init(
    _ request: SiteRequest, token: String? = nil, limits: Limits = Limits(),
    hosts: HostMap = .current
  ) throws(FetchError) {
    guard let address = WebURL(asked: request.url) else { throw .badAddress(request.url) }
    guard address.mayBeAsked else { throw .insecure(host: address.host) }
    let secret = try CurlArguments.configuration(of: request, to: address, token: token)
    let words = CurlArguments.words(
      for: request, at: hosts.place(of: address), limits: limits, readsMore: secret != nil)
    var body = try Self.tellingWhy { () throws(Spawn.Problem) in try PipeReader(limit: limits.bytes)
    }
    var report = try Self.tellingWhy { () throws(Spawn.Problem) in try PipeReader(limit: 1 << 20) }
    let (output, errors) = (body.otherEnd, report.otherEnd)
    let process = try Self.tellingWhy { () throws(Spawn.Problem) in
      let input = try secret.map { secret throws(Spawn.Problem) in try PipeReader.holding(secret) }
      defer { if let input { close(input) } }
      return try Spawn.start(
        words, input: input, output: output, errors: errors, distance: .session)
    }
    body.closeOtherEnd()
    report.closeOtherEnd()
    self.body = body
    self.report = report
    self.process = process
    self.address = address
    self.hosts = hosts
  }

  private static func tellingWhy<Result: ~Copyable>(
    _ work: () throws(Spawn.Problem) -> Result
  ) throws(FetchError) -> Result {
    do throws(Spawn.Problem) {
      return try work()
    } catch {
      throw error.number == ENOENT ? .curlMissing : .curlFailed(error.number)
    }
  }

  deinit { Self.end(process) }

  /// What to wait for until it is readable; none once it is over.
  var files: [Int32] { outcome == nil ? [body.file, report.file].filter { $0 >= 0 } : [] }

  /// Takes what has come.
  mutating func advance() {
    guard outcome == nil else { return }
    body.advance()
    report.advance()
    if body.isOverLimit || report.isOverLimit {
      stop(.failure(.tooLarge(host: address.host, limit: body.limit)))
    } else if body.file < 0, report.file < 0, let process {
      // Both are closed when it ends, so this wait is over at once.
      let status = Spawn.wait(for: process) ?? 0
      self.process = nil
      outcome = answer(status)
    }
  }

  /// Gives it up: no process is left.
  mutating func cancel() {
    guard outcome == nil else { return }
    stop(.failure(.killed(host: address.host)))
  }

  private mutating func stop(_ outcome: Result<Answer, FetchError>) {
    self.outcome = outcome
    Self.end(process)
    process = nil
  }

  /// Ends a process: it is asked to go, and made to go where it does not.
  private static func end(_ process: pid_t?) {
    guard let process else { return }
    kill(process, SIGTERM)
    for _ in 0..<50 {
      if Spawn.hasEnded(process) { return }
      usleep(2000)
    }
    kill(process, SIGKILL)
    Spawn.wait(for: process)
  }

  /// Makes of what came what came of it, once curl has ended as waitpid(2) says.
  private mutating func answer(_ status: Int32) -> Result<Answer, FetchError> {
    guard status & 0x7F == 0 else { return .failure(.killed(host: address.host)) }
    let code = status >> 8 & 0xFF
    if code == 63 { return .failure(.tooLarge(host: address.host, limit: body.limit)) }
    guard code == 0 else { return .failure(.curl(code: code, host: address.host)) }
    guard let report = CurlReport(report.bytes) else { return .failure(.curlTooOld) }
    if Redirect.isOne(status: report.status), let target = report.target {
      return .success(.redirect(to: hosts.target(target, from: address)))
    }
    return .success(
      .response(
        SiteResponse(
          status: report.status, url: address.asked, contentType: report["content-type"] ?? "",
          link: report["link"], retryAfter: report.retryAfter(now: Int64(time(nil))),
          validators: SiteValidators(
            etag: report["etag"], lastModified: report["last-modified"]),
          received: Int64(time(nil)),
          body: body.takeBytes())))
  }
}
