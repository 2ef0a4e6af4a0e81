import Foundation

/// A web server on this machine: it answers what a test says, and remembers what it was asked.
///
/// Every connection has a thread and is closed after one answer.
package final class TestServer: Sendable {
  package struct Request: Equatable, Sendable {
    package var method: String
    /// Path and query.
    package var target: String
    /// Values by names in lower case.
    package var headers: [String: String]
    /// When it came, in seconds of a clock that only goes forward.
    package var time: Double
  }

  package struct Answer: Sendable {
    package var status = 200
    package var headers = ["Content-Type": "application/json"]
    package var body: [UInt8] = []
    /// So many bytes of the body are sent, whatever its length is said to be.
    package var cut: Int?
    /// Whether the length is not said.
    package var isChunked = false
    /// Whether nothing is sent for as long as somebody waits, or until the server is told to.
    package var isHeld = false
    /// Whether the connection is closed without a word.
    package var isNothing = false

    /// A body as it is to be sent.
    package init(_ body: String = "{}", status: Int = 200, headers: [String: String] = [:]) {
      self.body = Array(body.utf8)
      self.status = status
      self.headers.merge(headers) { $1 }
    }

    package static func redirect(to address: String, status: Int = 302) -> Answer {
      Answer("moved", status: status, headers: ["Location": address])
    }

    package static var held: Answer {
      var answer = Answer()
      answer.isHeld = true
      return answer
    }

    package static var nothing: Answer {
      var answer = Answer()
      answer.isNothing = true
      return answer
    }
  }

  package let port: Int
  private let desk: ServerDesk
  private let socket: Int32

  /// Begins to answer.
  ///
  /// - Parameter answers: what is answered to each path with its query, one after the other, the last
  ///   of them again and again; anything else is 404.
  /// - Throws: where the system gives no port.
  package init(_ answers: [String: [Answer]]) throws {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let isBound = withUnsafeMutablePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(socket, place, size) == 0 && listen(socket, 64) == 0
          && getsockname(socket, place, &size) == 0
      }
    }
    guard isBound else { throw Program.SpawnError(number: errno) }
    port = Int(UInt16(bigEndian: place.sin_port))
    let desk = ServerDesk(answers)
    self.desk = desk
    Thread.detachNewThread {
      while true {
        let connection = accept(socket, nil, nil)
        if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard connection >= 0 else { break }
        Thread.detachNewThread { desk.serve(connection) }
      }
      close(socket)
    }
  }

  package convenience init(_ answers: [String: Answer]) throws {
    try self.init(answers.mapValues { [$0] })
  }

  deinit {
    desk.end()
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// `127.0.0.1` and the port.
  package var place: String { "127.0.0.1:\(port)" }

  /// What it was asked, in order.
  package var requests: [Request] { desk.requests }

  /// Waits until it was asked so often.
  ///
  /// - Throws: if that has not come after 20 seconds.
  package func waitForRequests(_ count: Int = 1) throws {
    let end = Date(timeIntervalSinceNow: 20)
    while requests.count < count {
      guard Date() < end else {
        throw Program.Timeout(description: "waited in vain for \(count) requests")
      }
      usleep(2000)
    }
  }

  /// Sends what is held back.
  package func release() { desk.release() }

  /// Answers something else from now on.
  package func answer(_ answers: [String: [Answer]]) { desk.answer(answers) }

  package func url(_ target: String) -> String { "http://\(place)\(target)" }

  /// A port of this machine at which nobody listens.
  package static func closedPort() throws -> Int { try TestServer([String: Answer]()).port }
}

/// What a server's threads share.
private final class ServerDesk: @unchecked Sendable {
  private let lock = NSLock()
  private var answers: [String: [TestServer.Answer]]
  private var asked: [TestServer.Request] = []
  private var isOver = false
  private var isReleased = false

  init(_ answers: [String: [TestServer.Answer]]) { self.answers = answers }

  var requests: [TestServer.Request] { lock.withLock { asked } }

  func answer(_ answers: [String: [TestServer.Answer]]) { lock.withLock { self.answers = answers } }

  func release() { lock.withLock { isReleased = true } }

  func end() { lock.withLock { isOver = true } }

  /// Reads one request, answers it, and closes the connection.
  func serve(_ connection: Int32) {
    // Not only closed: another process may have been given a copy of it.
    defer {
      shutdown(connection, Int32(SHUT_RDWR))
      close(connection)
    }
    var bytes: [UInt8] = []
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      var byte: UInt8 = 0
      // What begins a TLS connection is no HTTP, and waits for an answer.
      guard recv(connection, &byte, 1, 0) == 1, byte != 0x16 else { return }
      bytes.append(byte)
    }
    guard let request = Self.request(String(decoding: bytes, as: UTF8.self)) else { return }
    let answer = answer(to: request)
    if answer.isHeld, !hold(connection) { return }
    if answer.isNothing { return }
    send(answer, to: request, connection)
  }

  private static func request(_ text: String) -> TestServer.Request? {
    var lines = text.components(separatedBy: "\r\n")
    let words = lines.removeFirst().split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return TestServer.Request(
      method: words[0], target: words[1], headers: headers,
      time: ProcessInfo.processInfo.systemUptime)
  }

  private func answer(to request: TestServer.Request) -> TestServer.Answer {
    lock.withLock {
      asked.append(request)
      guard var list = answers[request.target], let answer = list.first else {
        return TestServer.Answer("not here", status: 404)
      }
      if list.count > 1 {
        list.removeFirst()
        answers[request.target] = list
      }
      return answer
    }
  }

  /// Waits until what is held back may be sent, the other end gives up, or the server ends.
  ///
  /// - Returns: whether it may be sent.
  private func hold(_ connection: Int32) -> Bool {
    while !lock.withLock({ isOver }) {
      if lock.withLock({ isReleased }) { return true }
      var file = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      if poll(&file, 1, 50) > 0 { return false }
    }
    return false
  }

  private func send(
    _ answer: TestServer.Answer, to request: TestServer.Request, _ connection: Int32
  ) {
    var (status, body) = (answer.status, answer.body)
    if status == 200, let tag = answer.headers["ETag"], request.headers["if-none-match"] == tag {
      (status, body) = (304, [])
    }
    var head = "HTTP/1.1 \(status) Said\r\nConnection: close\r\n"
    for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
    head += answer.isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(body.count)"
    var bytes = Array((head + "\r\n\r\n").utf8)
    if let cut = answer.cut { body = Array(body.prefix(cut)) }
    if answer.isChunked {
      bytes += Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n".utf8)
      if answer.cut == nil { bytes += Array("0\r\n\r\n".utf8) }
    } else {
      bytes += body
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
