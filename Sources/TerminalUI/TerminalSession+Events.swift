import CNcurses
import TextGrid

extension TerminalSession {
  /// Waits until the terminal has something to tell.
  ///
  /// - Parameters:
  ///   - milliseconds: how long at most; nil for as long as it takes, 0 for not at all.
  ///   - others: other files to wait for; negative ones are none.
  /// - Returns: what happened, in order; nothing when the time is over.
  public mutating func events(
    within milliseconds: Int?, orReadable others: [Int32] = []
  ) -> [TerminalEvent] {
    if !waitingEvents.isEmpty {
      defer { waitingEvents = [] }
      return waitingEvents
    }
    var files = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.file, events: Int16(POLLIN), revents: 0),
    ]
    files += others.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&files, nfds_t(files.count), milliseconds.map { Int32(clamping: $0) } ?? -1)
    var events: [TerminalEvent] = []
    while let number = signals.next() {
      events += self.events(ofSignal: number)
    }
    if Int32(files[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0 {
      events.append(.ended(signal: SIGHUP))
    } else if files[0].revents != 0 {
      readKeys(into: &events)
    }
    if files.dropFirst(2).contains(where: { $0.revents != 0 }) { events.append(.readable) }
    return events
  }

  /// Gives back what another screen is to be told, such as the keys that were typed ahead for it.
  ///
  /// - Parameter events: the last ones of those that were told, in order.
  public mutating func putBack(_ events: some Sequence<TerminalEvent>) {
    waitingEvents += events.filter { $0 != .readable }
  }

  private mutating func events(ofSignal number: Int32) -> [TerminalEvent] {
    switch number {
    case SIGWINCH:
      return [resized()]
    case SIGTSTP:
      endwin()
      signals.stop()
      return [resized(), .continued]
    case SIGCONT:
      // After a stop that nobody announced the shell has had the terminal.
      reset_prog_mode()
      return [resized(), .continued]
    default:
      return [.ended(signal: number)]
    }
  }

  /// Takes up the terminal's size, which may be another, and draws everything anew.
  private mutating func resized() -> TerminalEvent {
    let size = size
    resizeterm(Int32(size.rows), Int32(size.columns))
    forgetScreen()
    return .resized(size)
  }

  private mutating func readKeys(into events: inout [TerminalEvent]) {
    while true {
      var code: wint_t = 0
      let kind = get_wch(&code)
      if kind == ERR { return }
      if kind == KEY_CODE_YES, code == UInt32(KEY_MOUSE) {
        events += mouseEvents()
        continue
      }
      let key = decoder.key(code: code, isFunction: kind == KEY_CODE_YES, at: Self.milliseconds())
      if let key { events.append(.key(key)) }
    }
  }

  /// A clock that only goes forward, in milliseconds.
  public static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
