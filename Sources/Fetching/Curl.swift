import CPlatform
import Platform
import Processes
import Sites
import WebAddresses

/// One HTTP GET, asked by a process of its own: the program curl.
///
/// It asks one address once: it follows nothing by itself, reads no configuration and keeps no cookies. It has no
/// terminal. Nothing here waits: what to wait for are its ``files``, and ``advance()`` takes what has come. The process
/// ends with this value at the latest.
struct Curl: ~Copyable {
  /// For how long, and for how much, anybody waits.
  struct Limits: Equatable, Sendable {
    /// Seconds until there is a connection.
    var connecting = 10
    /// Seconds in which nothing at all comes.
    var standing = 30
    /// Seconds until all is there.
    var whole = 120
    /// Bytes of the response, unpacked.
    var bytes = 64 << 20
  }

  /// What a site has answered.
  enum Answer: Equatable, Sendable {
    case response(SiteResponse)
    /// It is to be asked at another address, which is a whole one.
    case redirect(to: String)
  }

  /// All that came of a request, whatever was made of it.
  struct Received {
    /// The address that was requested.
    var url: String
    /// The HTTP status; nil if nothing has come.
    var status: Int?
    /// Values by names in lower case.
    var headers: [String: [String]] = [:]
    /// As it came, unpacked.
    var body: [UInt8] = []
    /// Why that is not all, in words; nil if it is.
    var failure: String?
  }

  /// What came of it; nil while it goes on.
  private(set) var outcome: Result<Answer, FetchError>?
  /// What came; nil before the end, and for what must not be used.
  private(set) var received: Received?
  /// The process; nil once it is over.
  private(set) var process: pid_t?

  private let address: WebURL
  private let hosts: HostMap
  /// What is nearer must not have answered; nil if only a proxy knows what has.
  private let reach: WebHost.Reach?
  private var body: PipeReader
  private var report: PipeReader

  /// Starts to ask.
  ///
  /// - Throws: if the address must not be asked, or curl does not start.
  init(_ request: SiteRequest, _ manner: FetchManner) throws(FetchError) {
    guard let address = WebURL(asked: request.url) else { throw .badAddress(request.url) }
    guard address.mayBeAsked else { throw .insecure(host: address.host) }
    let secret = try CurlArguments.configuration(of: request, to: address, manner)
    let words = CurlArguments.words(
      for: request, at: manner.hosts.place(of: address), manner, readsMore: secret != nil)
    var body = try Self.sayingWhy { () throws(Spawn.Problem) in
      try PipeReader(limit: manner.limits.bytes)
    }
    var report = try Self.sayingWhy { () throws(Spawn.Problem) in try PipeReader(limit: 1 << 20) }
    let (output, errors) = (body.otherEnd, report.otherEnd)
    let process = try Self.sayingWhy { () throws(Spawn.Problem) in
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
    hosts = manner.hosts
    let isProxied = manner.isProxied && !hosts.place(of: address).isThisMachine
    reach = isProxied ? nil : hosts.reach(of: address)
  }

  private static func sayingWhy<Result: ~Copyable>(
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

  /// Ends a process: it is asked to go, and made to go if it does not.
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
    let known = CurlReport(report.bytes)
    guard code == 0 else {
      let error = FetchError.curl(code: code, host: address.host)
      if known.map({ isFarEnough($0) }) ?? true { note(known, error.message) }
      return .failure(error)
    }
    guard let report = known else { return .failure(.curlTooOld) }
    guard isFarEnough(report) else {
      return .failure(
        .nearAddress(host: address.host, address: report.remote.text, report.remote.reach))
    }
    note(report)
    if Redirect.isOne(status: report.status), let target = report.target {
      return .success(.redirect(to: hosts.target(target, from: address)))
    }
    let now = Int64(time(nil))
    return .success(
      .response(
        SiteResponse(
          status: report.status, url: address.asked, contentType: report["content-type"] ?? "",
          link: report["link"], retryAfter: report.retryAfter(now: now),
          validators: SiteValidators(etag: report["etag"], lastModified: report["last-modified"]),
          isChallenge: report["cf-mitigated"] == "challenge", received: now, body: body.takeBytes())
      ))
  }

  /// Whether what responded is not nearer than it may be.
  private func isFarEnough(_ report: CurlReport) -> Bool {
    reach.map { report.remote.reach >= $0 } ?? true
  }

  /// Notes what came.
  private mutating func note(_ report: CurlReport?, _ failure: String? = nil) {
    received = Received(
      url: address.asked, status: report?.status, headers: report?.headers ?? [:],
      body: body.bytes, failure: failure)
  }
}

/// One end of a pair of sockets: what another program writes into the other end.
///
/// Sockets, since such a pair is from its start closed to all programs but the one to which an end is given. Reading
/// never waits.
struct PipeReader: ~Copyable {
  /// Readable when there is something to take; -1 when there will not be any more.
  private(set) var file: Int32
  private(set) var bytes: [UInt8] = []
  /// How many bytes are taken at most.
  let limit: Int
  private(set) var isOverLimit = false

  /// The end to be given to another program; -1 once ``closeOtherEnd()`` was called.
  private(set) var otherEnd: Int32

  /// - Parameter limit: how many bytes are taken at most.
  /// - Throws: where the system gives no sockets.
  init(limit: Int) throws(Spawn.Problem) {
    (file, otherEnd) = try Self.ends()
    self.limit = limit
    _ = fcntl(file, F_SETFL, O_NONBLOCK)
  }

  deinit { for end in [file, otherEnd] where end >= 0 { close(end) } }

  /// Leaves the other end to the program that has been given it.
  mutating func closeOtherEnd() {
    if otherEnd >= 0 { close(otherEnd) }
    otherEnd = -1
  }

  /// Makes a pair of sockets whose descriptors are above those of standard input, output and error.
  private static func ends() throws(Spawn.Problem) -> (own: Int32, other: Int32) {
    var ends: [Int32] = [-1, -1]
    guard understory_socket_pair(&ends) == 0 else { throw Spawn.Problem(number: errno) }
    for index in ends.indices where ends[index] < 3 {
      let low = ends[index]
      ends[index] = fcntl(low, F_DUPFD_CLOEXEC, 3)
      close(low)
    }
    return (ends[0], ends[1])
  }

  /// Something for another program to read, and then no more.
  ///
  /// - Parameter bytes: so few that the system takes them at once.
  /// - Returns: the other program's end.
  /// - Throws: where the system does not take them.
  static func holding(_ bytes: [UInt8]) throws(Spawn.Problem) -> Int32 {
    let (own, other) = try ends()
    defer { close(own) }
    guard write(own, bytes, bytes.count) == bytes.count else {
      let number = errno
      close(other)
      throw Spawn.Problem(number: number)
    }
    return other
  }

  /// Takes what is there.
  mutating func advance() {
    while file >= 0, !isOverLimit {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        repeat {
          count = read(file, buffer.baseAddress, buffer.count)
        } while count < 0 && errno == EINTR
        filled = max(0, count)
      }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else { return end() }
      isOverLimit = bytes.count + count > limit
      if !isOverLimit { bytes.append(contentsOf: piece) }
    }
  }

  private mutating func end() {
    close(file)
    file = -1
  }

  /// Gives up what was taken.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
