import CPlatform
import Platform
import Paths

/// Starting other programs: with arguments, never through a shell.
public enum Spawn {
  /// How far a program stands from this one.
  public enum Distance {
    /// It gets the signals of the terminal's keys too.
    case beside
    /// In a session of its own, so that it has no terminal at all.
    case session
  }

  /// Why a program was not started.
  public struct Problem: Error, Equatable {
    /// The error number, never 0.
    public var number: Int32

    public init(number: Int32) { self.number = number }

    public var text: String { String(cString: strerror(number)) }
  }

  /// Starts a program, to which signals are as if nobody had blocked or ignored them, and which has
  /// no files but those that it is given.
  ///
  /// - Parameters:
  ///   - words: its name, found by PATH, and its arguments.
  ///   - input: its standard input; nil for none.
  ///   - output: its standard output; nil for none.
  ///   - errors: its standard error; nil for none. A file that is 0, 1 or 2 stays that number.
  ///   - distance: how far it stands from this program.
  /// - Returns: its process, which is to be waited for some time.
  /// - Throws: why it was not started; ENOENT if there is no such program.
  public static func start(
    _ words: [String], input: Int32?, output: Int32? = nil, errors: Int32? = nil,
    distance: Distance
  ) throws(Problem) -> Int32 {
    var settings = understory_spawn_settings()
    posix_spawn_file_actions_init(&settings.actions)
    defer { posix_spawn_file_actions_destroy(&settings.actions) }
    for (number, file) in [input, output, errors].enumerated() {
      if let file {
        understory_give_file(&settings.actions, file, Int32(number))
      } else {
        let mode = number == 0 ? O_RDONLY : O_WRONLY
        posix_spawn_file_actions_addopen(&settings.actions, Int32(number), "/dev/null", mode, 0)
      }
    }
    understory_close_from(&settings.actions, 3)
    posix_spawnattr_init(&settings.attributes)
    defer { posix_spawnattr_destroy(&settings.attributes) }
    withUnsafeTemporaryAllocation(of: sigset_t.self, capacity: 2) { sets in
      for index in sets.indices { sigemptyset(&sets[index]) }
      posix_spawnattr_setsigmask(&settings.attributes, &sets[0])
      for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXFSZ, SIGTSTP, SIGTTOU, SIGTTIN]
      {
        sigaddset(&sets[1], signal)
      }
      posix_spawnattr_setsigdefault(&settings.attributes, &sets[1])
    }
    posix_spawnattr_setflags(
      &settings.attributes, understory_spawn_flags(distance == .session ? 1 : 0))
    var arguments = words.map { $0.withPath { strdup($0) } } + [nil]
    defer { for argument in arguments { free(argument) } }
    guard let name = arguments[0] else { throw Problem(number: EINVAL) }
    var process: pid_t = 0
    let number = posix_spawnp(
      &process, name, &settings.actions, &settings.attributes, &arguments, understory_environment())
    guard number == 0 else { throw Problem(number: number) }
    return process
  }

  /// Waits until a process ends.
  ///
  /// - Returns: what waitpid(2) says of its end; nil if somebody else has waited for it.
  @discardableResult
  public static func wait(for process: Int32) -> Int32? {
    var status: Int32 = 0
    var result: pid_t
    repeat { result = waitpid(process, &status, 0) } while result < 0 && errno == EINTR
    return result == process ? status : nil
  }

  /// Whether a process has ended; it is then waited for.
  public static func hasEnded(_ process: Int32) -> Bool { endStatus(of: process) != nil }

  /// What waitpid(2) says of the end of a process, which is then waited for; nil while it runs, 0
  /// where somebody else has waited for it.
  public static func endStatus(of process: Int32) -> Int32? {
    var status: Int32 = 0
    switch waitpid(process, &status, WNOHANG) {
    case 0: return nil
    case process: return status
    default: return 0
    }
  }
}
