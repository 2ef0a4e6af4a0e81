import CNcurses

/// Signals as something to wait for, next to keys: no handler ever runs.
public struct Signals: ~Copyable {
  /// Readable when a signal has arrived; -1 when the system gives none.
  public let file: Int32
  private var before = sigset_t()

  /// What ends the program.
  public static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// - Parameter numbers: the signals that are heard until this is gone; the others act as before.
  public init(_ numbers: [Int32]) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    sigprocmask(SIG_BLOCK, &signals, &before)
    file = understory_signal_file(&signals)
  }

  deinit {
    if file >= 0 { close(file) }
    var mask = before
    sigprocmask(SIG_SETMASK, &mask, nil)
  }

  /// The number of the next signal that has arrived; nil when none has.
  public func next() -> Int32? {
    let number = file < 0 ? 0 : understory_next_signal(file)
    return number == 0 ? nil : number
  }

  /// Stops the process as its terminal asked, and returns when it is continued.
  func stop() {
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    understory_default_action(SIGTSTP)
    raise(SIGTSTP)
    sigprocmask(SIG_UNBLOCK, &stop, nil)
    sigprocmask(SIG_BLOCK, &stop, nil)
  }
}
