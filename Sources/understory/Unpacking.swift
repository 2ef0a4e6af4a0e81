import Glibc
import TextGrid

/// Files that gzip has packed, unpacked by the program `gzip`.
enum Unpacking {
  /// Whether bytes begin as RFC 1952 section 2.3.1 says.
  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What is packed in some bytes.
  ///
  /// - Parameters:
  ///   - bytes: the packed file.
  ///   - path: what messages call it.
  /// - Returns: the unpacked bytes.
  /// - Throws: ``Failure`` where there is no `gzip`, or where the file is damaged.
  static func bytes(of bytes: [UInt8], path: String) throws -> [UInt8] {
    let input = try temporaryFile(path)
    defer { close(input) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path, errno) }
      rest = rest.dropFirst(count)
    }
    lseek(input, 0, SEEK_SET)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failure(path, errno) }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    let (process, problem) = start(input: input, output: writing)
    close(writing)
    if problem == ENOENT {
      throw Failure(path: path, "is packed by gzip, and there is no gzip to unpack it")
    }
    guard problem == 0 else { throw failure(path, problem) }
    let unpacked = Result { try InputFile.bytes(of: reading, expecting: 0, path: path) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw Failure(path: path, "is packed by gzip and damaged") }
    return try unpacked.get()
  }

  /// Opens a file that has no name any more, so that the program reads it at its own pace.
  private static func temporaryFile(_ path: String) throws -> Int32 {
    let folder = StateDirectory.variable("TMPDIR") ?? "/tmp"
    var name = Array("\(folder)/understory-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw failure(path, errno) }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  /// Starts `gzip -dc` and gives its process, or the number of the error.
  private static func start(input: Int32, output: Int32) -> (process: pid_t, problem: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = ["gzip", "-dc"].map { (word: String) in strdup(word) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let problem = posix_spawnp(&process, "gzip", &actions, nil, &arguments, environ)
    return (process, problem)
  }

  private static func failure(_ path: String, _ problem: Int32) -> Failure {
    Failure(path: path, "cannot be unpacked: \(String(cString: strerror(problem)))")
  }
}
