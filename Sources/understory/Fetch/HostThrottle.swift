/// When each host may be asked again: at most one request in an interval, and none while the host
/// wants to be left alone.
struct HostThrottle: Equatable, Sendable {
  /// How long a host is left alone after a request, in milliseconds.
  let interval: Int
  /// For each host when it may be asked, in milliseconds of the clock.
  private var free: [String: Int] = [:]

  init(interval: Int = 1000) { self.interval = interval }

  /// With the interval that is always used, a second, save where a test makes it shorter.
  static var usual: HostThrottle {
    #if DEBUG
      HostThrottle(
        interval: StateDirectory.variable("UNDERSTORY_TEST_INTERVAL").flatMap { Int($0) } ?? 1000)
    #else
      HostThrottle()
    #endif
  }

  /// When a host may be asked, in milliseconds of the clock; `now` where it may be at once.
  func time(for host: String, now: Int) -> Int { max(now, free[host] ?? now) }

  /// Notes that a host is asked.
  mutating func ask(_ host: String, now: Int) { leave(host, until: now + interval) }

  /// Notes that a host wants to be left alone until a time, unless it has asked for more.
  mutating func leave(_ host: String, until time: Int) {
    free[host] = max(time, free[host] ?? time)
  }
}
