import CNcurses
import CPlatform
import Platform

/// Signals as something to wait for, next to keys: no handler ever runs.
///
/// What is done to a terminal in the background does not stop the process meanwhile.
public struct Signals: ~Copyable {
  /// Readable when a signal has arrived; -1 when the system gives none.
  public let file: Int32
  private var before = sigset_t()

  /// What ends the program: what a user or the system sends, and whatever else would end a process.
  ///
  /// Not SIGPIPE and SIGXFSZ, which writing reports, and no faults.
  public static let endings =
    [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGXCPU,
    ] + EndingSignals.all

  /// - Parameter numbers: the signals that are heard until this is gone; the others act as before.
  public init(_ numbers: [Int32]) {
    var signals = Self.set(numbers)
    file = understory_signal_file(&signals)
    for number in [SIGTTOU, SIGTTIN] { sigaddset(&signals, number) }
    sigprocmask(SIG_BLOCK, &signals, &before)
  }

  deinit {
    if file >= 0 { close(file) }
    var mask = before
    sigprocmask(SIG_SETMASK, &mask, nil)
  }

  /// A signal that has arrived.
  struct Heard {
    let number: Int32
    /// Whether a process sent it, and not a key of the terminal.
    let isSent: Bool
  }

  /// The number of the next signal that has arrived; nil when none has.
  public func next() -> Int32? { hear()?.number }

  /// The next signal that has arrived; nil when none has.
  func hear() -> Heard? {
    var isSent: Int32 = 0
    let number = file < 0 ? 0 : understory_next_signal(file, &isSent)
    return number == 0 ? nil : Heard(number: number, isSent: isSent != 0)
  }

  static func set(_ numbers: [Int32]) -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    return signals
  }

  /// Stops the process as a signal does by default, and returns when it is continued.
  ///
  /// - Parameter number: SIGTSTP, SIGTTIN or SIGTTOU. It does nothing where nobody could continue the process:
  ///   where its group has no parent in the session.
  public func stop(by number: Int32) {
    var stop = Self.set([number])
    understory_default_action(number)
    raise(number)
    sigprocmask(SIG_UNBLOCK, &stop, nil)
    sigprocmask(SIG_BLOCK, &stop, nil)
  }
}
