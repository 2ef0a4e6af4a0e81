import Glibc
import Processes
import Testing

/// Programs that are started: what they are given, and what they are not.
@Suite struct SpawnTests {
  /// What a program writes to its standard output, and how it ends.
  private func run(
    _ words: String..., input: Int32? = nil, distance: Spawn.Distance = .session
  ) throws -> (output: String, status: Int32?) {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let process = try Spawn.start(words, input: input, output: ends[1], distance: distance)
    close(ends[1])
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return (String(decoding: bytes, as: UTF8.self), Spawn.wait(for: process))
  }

  /// Nothing reads a word as anything but a word.
  @Test(arguments: ["a b", "$HOME", "`id`", "; exit 3", "'\"", "\u{1B}[31m中 é 👩‍💻", "", "\n", "*"])
  func wordsStayAsTheyAre(word: String) throws {
    let (output, status) = try run("printf", "<%s>", word)
    #expect(output == "<\(word)>")
    #expect(status == 0)
  }

  @Test(arguments: [("true", 0), ("false", 1)])
  func itsEndIsReported(name: String, status: Int32) throws {
    #expect(try run(name).status == status << 8)
  }

  @Test func aProgramThatIsNotThereIsNotStarted() {
    #expect(throws: Spawn.Problem(number: ENOENT)) {
      try Spawn.start(["understory-no-such-program"], input: nil, distance: .session)
    }
    #expect(throws: Spawn.Problem(number: EINVAL)) {
      try Spawn.start([], input: nil, distance: .session)
    }
    #expect(Spawn.Problem(number: ENOENT).text == "No such file or directory")
  }

  @Test func itHasNoFilesButItsOwn() throws {
    let open = Glibc.open("/dev/null", O_RDONLY)
    defer { close(open) }
    let output = try run("ls", "-l", "/proc/self/fd").output
    // Its own folder is open while it lists that.
    let files = output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").dropLast(2).last.flatMap { Int($0) }
    }
    #expect(files.filter { $0 > 3 } == [])
    #expect(output.contains("0 -> /dev/null"))
    #expect(output.contains("2 -> /dev/null"))
  }

  @Test func inASessionItHasNoTerminal() throws {
    let process = try Spawn.start(["sleep", "60"], input: nil, distance: .session)
    #expect(getsid(process) == process)
    #expect(Spawn.endStatus(of: process) == nil)
    #expect(!Spawn.hasEnded(process))
    kill(process, SIGTERM)
    #expect(Spawn.wait(for: process) == SIGTERM)
    // Nobody waits for it twice.
    #expect(Spawn.wait(for: process) == nil)
    #expect(Spawn.endStatus(of: process) == 0)
    let other = try Spawn.start(["sleep", "60"], input: nil, distance: .beside)
    #expect(getsid(other) == getsid(0))
    kill(other, SIGKILL)
    #expect(Spawn.wait(for: other) == SIGKILL)
  }
}
