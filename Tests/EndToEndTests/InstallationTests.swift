import RunningPrograms
import Testing

/// The scripts that install, as far as they come before a build.
@Suite struct InstallationTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func run(_ name: String, prefix: String) throws -> Program.Outcome {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try Program.run(
      "/bin/sh", [root + "/Sources/Installation/" + name],
      environment: ["PREFIX": prefix, "BUILD": folder.path + "/build"])
  }

  /// Nobody can make a file in /proc, root neither.
  @Test func aFolderThatIsThereAndCannotBeWrittenIsTold() throws {
    let prefix = folder.path + "/中 é"
    let linking = try Program.run(
      "/bin/sh", ["-e", "-c", "mkdir '\(prefix)'; ln -s /proc '\(prefix)/bin'"])
    try #require(linking.status == 0)
    let outcome = try run("install", prefix: prefix)
    #expect(
      outcome.errors
        == "install: \(prefix)/bin cannot be written; choose another PREFIX, or become root\n")
    #expect(outcome.status == 1)
  }

  @Test(arguments: [
    ("install", "PREFIX: expected a path that begins with /, found a folder"),
    ("uninstall", "there is no a folder/bin/understory"),
  ])
  func aPrefixThatIsNoneIsTold(script: String, line: String) throws {
    let outcome = try run(script, prefix: "a folder")
    #expect(outcome.errors == "\(script): \(line)\n")
    #expect(outcome.status == 1)
  }
}
