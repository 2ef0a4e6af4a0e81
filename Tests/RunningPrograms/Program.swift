package import Foundation

/// The built program, which stands beside the test binary.
package enum Program {
  package static let path: String = {
    let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: test).deletingLastPathComponent().path + "/understory"
  }()

  /// A program that goes wrong once it has the terminal.
  package static let faulty = path.replacing(/understory$/, with: "Faulty")

  /// The package's root, and beside it the inputs that some tests read.
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  package static let shared = root.deletingLastPathComponent().path + "/shared"
  package static let hasShared = FileManager.default.fileExists(atPath: shared + "/seed/page.txt")

  package struct Outcome {
    package var status: Int32
    package var outputBytes: [UInt8]
    package var errorBytes: [UInt8]

    /// The bytes as text, with U+FFFD for what is not UTF-8.
    package var output: String { String(decoding: outputBytes, as: UTF8.self) }
    package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  }

  /// Runs it without a terminal until it ends.
  package static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  )
    throws -> Outcome
  {
    try run(path, arguments, input: input, environment: environment)
  }

  /// That something did not come.
  package struct Timeout: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  package struct SpawnError: Error {
    package var number: Int32

    package init(number: Int32) { self.number = number }
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: its path first.
  ///   - environment: `NAME=value`.
  ///   - files: what is opened as standard input and, where there are more, output and error; one is
  ///     a terminal for all three.
  ///   - inSession: whether it leads a session of its own, whose terminal is the first that it opens.
  /// - Returns: the process.
  /// - Throws: where it cannot be started.
  package static func start(
    _ arguments: [String], environment: [String], files: [String], inSession: Bool = false
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, path) in files.enumerated() {
      let mode = files.count == 1 ? O_RDWR : number == 0 ? O_RDONLY : O_WRONLY
      posix_spawn_file_actions_addopen(&actions, Int32(number), path, mode, 0)
    }
    for number in files.count..<3 {
      posix_spawn_file_actions_adddup2(&actions, 0, Int32(number))
    }
    // Test threads block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let flags = POSIX_SPAWN_SETSIGMASK | (inSession ? spawnInSession : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, arguments[0], &actions, &attributes, &argv, &envp)
    guard problem == 0 else { throw SpawnError(number: problem) }
    return process
  }

  /// POSIX_SPAWN_SETSID, which Swift's Glibc leaves out.
  private static let spawnInSession: Int32 = 0x80

  /// Waits for a process: for its exit status, or 128 and the signal that ended it.
  package static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  package static func run(
    _ program: String, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = try Folder()
    // Files, not pipes: nothing can wait for a reader. And not Foundation's Process, which waits for
    // every process that a child leaves behind, as tmux leaves its server.
    for name in ["in", "out", "err"] { try folder.write(name == "in" ? input : "", to: name) }
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let process = try start(
      [program] + arguments, environment: variables.map { "\($0)=\($1)" },
      files: ["in", "out", "err"].map { folder.path + "/" + $0 })
    return Outcome(
      status: status(of: process), outputBytes: try folder.bytes("out"),
      errorBytes: try folder.bytes("err"))
  }
}

/// A folder for one test, removed with it.
package final class Folder {
  package let path: String

  package init() throws {
    path = NSTemporaryDirectory() + "understory-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

  package func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  package func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url(name))
  }

  package func read(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The names of what is in a folder of it.
  package func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
  }

  package func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }
}
