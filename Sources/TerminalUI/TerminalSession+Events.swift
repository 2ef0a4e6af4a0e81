import CNcurses
import Platform
import TextGrid

extension TerminalSession {
  /// Waits until the terminal has something to report.
  ///
  /// - Parameters:
  ///   - milliseconds: how long at most; nil for as long as it takes, 0 for not at all.
  ///   - others: other files to wait for; negative ones are none.
  /// - Returns: what happened, in order; nothing when the time is over.
  public mutating func events(
    within milliseconds: Int?, orReadable others: [Int32] = []
  ) -> [TerminalEvent] {
    flush()
    if !waitingEvents.isEmpty {
      defer { waitingEvents = [] }
      return waitingEvents
    }
    if !heard.isEmpty { return hearSignals() }
    return wait(milliseconds, others)
  }

  private mutating func wait(_ milliseconds: Int?, _ others: [Int32]) -> [TerminalEvent] {
    let start = Self.milliseconds()
    let untilSettled = decoder.deadline.map { max(0, $0 - start) }
    let time = [milliseconds, untilSettled].compactMap { $0 }.min()
    var files = ([input, signals.file, errors.file] + others).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    waitForFiles(&files, milliseconds: time.map { Int32(clamping: $0) } ?? -1)
    let now = Self.milliseconds()
    var events = hearSignals()
    if Int32(files[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0 {
      events.append(.ended(signal: SIGHUP))
    } else if files[0].revents != 0 {
      // What was there already may have come at any time since nothing was.
      readInput(at: now > start ? now : emptySince, into: &events)
    } else {
      emptySince = now
      events += decoder.settle(at: now).compactMap(Self.event)
    }
    if files[2].revents != 0 { events += errors.takeLines().map { .message($0) } }
    if files.dropFirst(3).contains(where: { $0.revents != 0 }) { events.append(.readable) }
    return events
  }

  /// The most that is read at once, in bytes: signals are to be heard in between.
  private static let mostBytes = 1 << 16

  private mutating func readInput(at arrival: Int, into events: inout [TerminalEvent]) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var time = arrival
    var total = 0
    while total < Self.mostBytes {
      let count = read(input, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { break }
      if count <= 0 {
        events += isForeground ? [.ended(signal: SIGHUP)] : stop(by: SIGTTOU)
        return
      }
      total += count
      for byte in buffer[..<count] {
        events += decoder.take(byte, at: time).compactMap(Self.event)
      }
      // The rest of a key is on its way, or there is none.
      let now = Self.milliseconds()
      let patience = decoder.awaitsKey ? max(0, (decoder.deadline ?? now) - now) : 0
      guard decoder.awaitsKey || count == buffer.count, isReadable(within: patience) else { break }
      time = Self.milliseconds()
    }
    emptySince = Self.milliseconds()
    events += decoder.settle(at: emptySince).compactMap(Self.event)
  }

  /// What a key and the like tells; nil for Ctrl-Z, by which the whole job stops.
  private static func event(_ input: InputDecoder.Input) -> TerminalEvent? {
    switch input {
    case .key(.control("c")): return .interrupted
    case .key(.control("\\")): return .ended(signal: SIGQUIT)
    case .key(.control("z")):
      // It arrives as a signal sent by anybody else would.
      kill(0, SIGTSTP)
      return nil
    case .key(let key): return .key(key)
    case .click(let row, let column): return .click(row: row, column: column)
    case .wheel(let key, let row, let column): return .wheel(key, row: row, column: column)
    case .paste(let text): return .paste(text)
    }
  }

  /// Waits for more bytes, unless a signal comes.
  private func isReadable(within milliseconds: Int) -> Bool {
    var files = [input, signals.file].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    waitForFiles(&files, milliseconds: Int32(clamping: milliseconds))
    return files[0].revents != 0 && files[1].revents == 0
  }

  // MARK: Signals

  /// Takes the signals that have arrived.
  ///
  /// Where one asks the program to end, those that stop and continue it wait: it must not be stopped
  /// before it has heard that.
  private mutating func hearSignals() -> [TerminalEvent] {
    while let signal = signals.hear() { heard.append(signal) }
    let isEnding = heard.contains { Signals.endings.contains($0.number) }
    let waiting = isEnding ? heard.filter { [SIGTSTP, SIGCONT].contains($0.number) } : []
    let numbers = heard.map(\.number).filter { number in
      !waiting.contains { $0.number == number }
    }
    heard = waiting
    var events: [TerminalEvent] = []
    for number in numbers { events += self.events(ofSignal: number) }
    return events
  }

  private mutating func events(ofSignal number: Int32) -> [TerminalEvent] {
    switch number {
    case SIGWINCH: return [.resized(fitSize())]
    case SIGTSTP:
      let lines = leave()
      return lines.map { .message($0) } + stop(by: SIGTSTP)
    case SIGCONT:
      // After a stop that nobody announced another program may have had the terminal.
      guard isForeground else { return stop(by: SIGTTOU) }
      enter()
      return [.resized(fitSize()), .continued]
    case SIGCHLD: return [.childEnded]
    default: return [.ended(signal: number)]
    }
  }

  /// Stops the process until it is continued with a terminal of its own, or ends.
  private mutating func stop(by first: Int32) -> [TerminalEvent] {
    var number = first
    while true {
      signals.stop(by: number)
      var wasContinued = false
      while let signal = signals.hear() {
        if Signals.endings.contains(signal.number) {
          // Where that does not end the program, it goes on with this.
          heard.append(Signals.Heard(number: SIGCONT, isSent: true))
          return [.ended(signal: signal.number)]
        }
        if signal.number == SIGCONT { wasContinued = true }
      }
      if isForeground {
        enter()
        return [.resized(fitSize()), .continued, .childEnded]
      }
      // Nobody could continue it.
      if !wasContinued { return [.ended(signal: SIGHUP)] }
      number = SIGTTOU
    }
  }

  /// Sends what was drawn; a signal that ends or stops the program is heard meanwhile.
  mutating func flush() {
    guard isEntered else { return forgetDrawing() }
    while true {
      switch output.send(unlessReadable: signals.file) {
      case .sent: return
      case .closed:
        heard.append(Signals.Heard(number: SIGHUP, isSent: false))
        return
      case .interrupted:
        while let signal = signals.hear() { heard.append(signal) }
        let stops = Signals.endings + [SIGTSTP]
        guard heard.contains(where: { stops.contains($0.number) }) else { continue }
        return forgetDrawing()
      }
    }
  }

  private mutating func forgetDrawing() {
    output.dropAll()
    forgetScreen()
  }

  // MARK: Lending

  /// Gives the terminal to another program until that ends.
  ///
  /// - Parameter start: starts it, in this process's group and with the terminal, of which it is given a
  ///   file that can be read.
  /// - Returns: what waitpid(2) says of its end; nil if this program is to end, and has ended it.
  /// - Throws: what `start` throws; the terminal is this program's again.
  public mutating func lend<Problem: Error>(
    to start: (_ terminal: Int32) throws(Problem) -> Int32
  ) throws(Problem) -> Int32? {
    waitingEvents += leave().map { .message($0) }
    defer {
      takeBackForeground()
      enter()
      waitingEvents += [.resized(fitSize()), .continued]
    }
    let process = try start(input)
    var status: Int32 = 0
    while true {
      let result = waitpid(process, &status, WNOHANG | WUNTRACED)
      if result == process, status & 0xFF == 0x7F {
        // It was stopped, and so is the whole job.
        signals.stop(by: SIGTSTP)
        kill(process, SIGCONT)
      } else if result == process {
        return status
      } else if result < 0, errno != EINTR {
        return 0
      }
      if let ending = waitForEnding() {
        heard.append(ending)
        end(process)
        return nil
      }
    }
  }

  /// Waits for a signal, and gives one that asks this program to end: a key of the terminal asks only
  /// the other one.
  private func waitForEnding() -> Signals.Heard? {
    var files = [pollfd(fd: signals.file, events: Int16(POLLIN), revents: 0)]
    waitForFiles(&files, milliseconds: 1000)
    while let signal = signals.hear() {
      let isKey = !signal.isSent && (signal.number == SIGINT || signal.number == SIGQUIT)
      if Signals.endings.contains(signal.number), !isKey { return signal }
    }
    return nil
  }

  private func end(_ process: pid_t) {
    kill(process, SIGTERM)
    kill(process, SIGCONT)
    for _ in 0..<25 {
      if waitpid(process, nil, WNOHANG) != 0 { return }
      usleep(2000)
    }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Brings this process's group to the foreground if the group there has no processes left.
  private func takeBackForeground() {
    let group = tcgetpgrp(input)
    if group > 0, group != getpgrp(), kill(-group, 0) != 0 { tcsetpgrp(input, getpgrp()) }
  }

  /// A clock that only goes forward, in milliseconds.
  public static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
