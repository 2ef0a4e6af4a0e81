import Foundation
import RunningPrograms
import Testing

/// What has the name of one of the program's files and is something else: it is named, and never waited for.
@Suite struct OddFilesTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    for name in ["data", "state", "cache"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(name)/understory", withIntermediateDirectories: true)
    }
    try folder.write(Self.story("one"), to: "a.json")
  }

  private static func story(_ id: String) -> String {
    #"{"understory": 1, "id": "\#(id)", "title": "T", "comments": [{"id": "1", "body": "bread"}]}"#
  }

  private func run(_ arguments: String..., wrapper: [String] = [], program: String = Program.path)
    throws -> Program.Outcome
  {
    // Whatever waits for a pipe is ended.
    try Program.run(
      "/usr/bin/env", ["timeout", "60"] + wrapper + [program] + arguments,
      environment: [
        "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data",
        "XDG_CACHE_HOME": folder.path + "/cache", "TZ": "UTC",
      ])
  }

  enum Oddity: CaseIterable {
    case pipe, folder, socket, device, loop

    var words: String { self == .loop ? "Too many levels of symbolic links" : "not a regular file" }

    func make(at path: String) throws {
      switch self {
      case .pipe: try #require(mkfifo(path, 0o600) == 0)
      case .folder: try #require(mkdir(path, 0o700) == 0)
      case .socket: try #require(mknod(path, S_IFSOCK | 0o600, 0) == 0)
      case .device: try #require(symlink("/dev/null", path) == 0)
      case .loop: try #require(symlink(path, path) == 0)
      }
    }
  }

  /// A theme or a configuration in a pipe that nobody writes to is an empty one.
  @Test func aPipeWithoutAWriterIsEmpty() throws {
    try Oddity.pipe.make(at: folder.path + "/pipe.toml")
    let path = folder.path + "/pipe.toml"
    #expect(try run("config", "--check", path).output == "\(path): no problems\n")
    let theme = try run("themes", "--check", path)
    #expect(theme.status == 1 && theme.output.contains("background: expected"))
  }

  // MARK: The library

  @Test func eachIsNamedAndTheRestIsListed() throws {
    _ = try run("add", folder.path + "/a.json")
    let kept = folder.path + "/data/understory"
    for oddity in Oddity.allCases { try oddity.make(at: "\(kept)/\(oddity).json") }
    try #require(symlink("nowhere", kept + "/nowhere.json") == 0)
    try #require(symlink("one.json", kept + "/other name.txt") == 0)
    let expected = [
      "understory: \(kept)/device.json: not a regular file",
      "understory: \(kept)/folder.json: not a regular file",
      "understory: \(kept)/loop.json: cannot be read: Too many levels of symbolic links",
      "understory: \(kept)/nowhere.json: a dangling link",
      "understory: \(kept)/pipe.json: not a regular file",
      "understory: \(kept)/socket.json: not a regular file",
    ]
    let list = try run("list")
    #expect(list.output == "1\t1\tone\tT\n")
    #expect(list.errors.split(separator: "\n").map(String.init) == expected)
    #expect(list.status == 1)
    let search = try run("search", "bread")
    #expect(search.output.contains("one"))
    for line in expected { #expect(search.errors.contains(line)) }
  }

  /// On the screen without the folder, which would push what is wrong off the last row.
  @Test func theScreenNamesItByItsName() throws {
    _ = try run("add", folder.path + "/a.json")
    try Oddity.folder.make(at: folder.path + "/data/understory/odd.json")
    let terminal = try PseudoTerminal(
      [], columns: 40, rows: 10,
      environment: [
        "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data",
        "XDG_CACHE_HOME": folder.path + "/cache",
      ])
    try terminal.take(until: "odd.json: not a regular file")
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  @Test(arguments: Oddity.allCases)
  func nothingIsKeptInItsPlace(oddity: Oddity) throws {
    let path = folder.path + "/data/understory/one.json"
    try oddity.make(at: path)
    let add = try run("add", folder.path + "/a.json")
    #expect(add.status == 1 && add.errors.hasPrefix("understory: \(path): "))
    #expect(add.errors.hasSuffix(oddity.words + "\n"))
    #expect(add.errors.split(separator: "\n").count == 1)
  }

  @Test(.needsAnotherUser) func oneThatMayNotBeReadIsNamed() throws {
    let program = try OtherUser.program()
    defer { withExtendedLifetime(program.folder) {} }
    for id in ["one", "two"] {
      try folder.write(Self.story(id), to: "a.json")
      _ = try run("add", folder.path + "/a.json")
    }
    _ = try run("list")
    // One is known to the catalogue, the other is not.
    for name in ["new", "one"] {
      let path = "data/understory/\(name).json"
      try folder.write(try folder.read("data/understory/one.json"), to: path)
    }
    let kept = folder.path + "/data/understory"
    _ = try Program.run("/bin/chmod", ["-R", "a+rwX", folder.path])
    for name in ["new", "two"] { chmod("\(kept)/\(name).json", 0) }
    let list = try run("list", wrapper: OtherUser.wrapper, program: program.path)
    let problem = "cannot be read: Permission denied"
    #expect(
      list.errors
        == "understory: \(kept)/new.json: \(problem)\nunderstory: \(kept)/two.json: \(problem)\n")
    // Which of the two came first depends on the second.
    let lines = list.output.split(separator: "\n").sorted()
    #expect(lines == ["1\t1\tone\tT", "1\t1\ttwo\tT"])
  }

  // MARK: Databases

  @Test(arguments: Oddity.allCases)
  func oneInPlaceOfTheMarksIsNamed(oddity: Oddity) throws {
    let path = folder.path + "/state/understory/marks.sqlite"
    try oddity.make(at: path)
    let status = try run("status", folder.path + "/a.json")
    #expect(status.errors == "understory: \(path): \(oddity.words)\n")
    #expect(status.status == 1)
    let doctor = try run("doctor")
    #expect(doctor.output.contains("problem  marks: \(path): \(oddity.words)\n"))
  }

  @Test(arguments: Oddity.allCases)
  func oneInPlaceOfTheIndexIsNamed(oddity: Oddity) throws {
    _ = try run("add", folder.path + "/a.json")
    let path = folder.path + "/cache/understory/search.sqlite"
    try oddity.make(at: path)
    let search = try run("search", "bread")
    #expect(search.errors == "understory: \(path): \(oddity.words)\n")
    #expect(search.status == 1)
  }
}
