import Foundation

/// The built program, which stands beside the test binary.
enum Program {
  static let path: String = {
    let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: test).deletingLastPathComponent().path + "/understory"
  }()

  /// The package's root, and beside it the inputs that some tests read.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let shared = root.deletingLastPathComponent().path + "/shared"
  static let hasShared = FileManager.default.fileExists(atPath: shared + "/seed/page.txt")

  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs it without a terminal until it ends.
  static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:])
    throws -> Outcome
  {
    try run(path, arguments, input: input, environment: environment)
  }

  struct SpawnError: Error {
    var number: Int32
  }

  /// Starts a program and waits for it: for its exit status, or 128 and the signal that ended it.
  private static func spawn(
    _ arguments: [String], environment: [String], files: [String]
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, path) in files.enumerated() {
      posix_spawn_file_actions_addopen(
        &actions, Int32(number), path, number == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    // Test threads block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, arguments[0], &actions, &attributes, &argv, &envp)
    guard problem == 0 else { throw SpawnError(number: problem) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  static func run(
    _ program: String, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = try Folder()
    // Files, not pipes: nothing can wait for a reader. And not Foundation's Process, which waits for
    // every process that a child leaves behind, as tmux leaves its server.
    for name in ["in", "out", "err"] { try folder.write(name == "in" ? input : "", to: name) }
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let status = try spawn(
      [program] + arguments, environment: variables.map { "\($0)=\($1)" },
      files: ["in", "out", "err"].map { folder.path + "/" + $0 })
    return Outcome(
      status: status, output: try folder.read("out"),
      errors: try folder.read("err"))
  }
}

/// A folder for one test, removed with it.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "understory-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url(name)) }

  func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: url(name)) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }
}
