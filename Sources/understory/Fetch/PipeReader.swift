import Glibc

/// One end of a pair of sockets: what another program writes into the other end.
///
/// Sockets, since such a pair is from its start closed to all programs but the one to which an end is
/// given. Reading never waits.
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

  /// A pair of sockets, neither of which is standard input, output or error.
  private static func ends() throws(Spawn.Problem) -> (own: Int32, other: Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Spawn.Problem(number: errno) }
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
