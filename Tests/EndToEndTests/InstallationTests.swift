import Foundation
import RunningPrograms
import Testing

@testable import understory

/// The scripts that install, as far as they come before a build.
@Suite struct InstallationTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private static let scripts =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Sources/Installation/"

  private func run(
    _ name: String, _ arguments: [String] = [], prefix: String = "",
    environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    var variables = ["PREFIX": prefix, "BUILD": folder.path + "/build"]
    variables.merge(environment) { $1 }
    return try Program.run(
      "/bin/sh", [Self.scripts + name] + arguments, environment: variables)
  }

  @Test(arguments: ["deb", "documents", "files", "install", "tarball", "terminals", "uninstall"])
  func aScriptIsWellFormed(name: String) throws {
    let outcome = try Program.run("/bin/sh", ["-n", Self.scripts + name])
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  /// What README.md of a tarball links to is beside it, and nothing there is about the sources.
  @Test func whatTheReadmeOfATarballLinksToIsInIt() throws {
    let made = try Program.run(
      "/bin/sh", [Self.scripts + "documents", folder.path + "/doc", Program.path],
      environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path])
    #expect(made.errors == "" && made.status == 0)
    let readme = try String(contentsOfFile: folder.path + "/doc/README.md", encoding: .utf8)
    #expect(
      readme.contains("\n# Understory\n") && readme.contains("\n## Where everything else is\n"))
    #expect(!readme.contains("Sources/") && !readme.contains("swift"))
    let links = readme.matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
    #expect(links.contains("first.svg") && Set(links).count > HelpTopic.allCases.count)
    for link in links {
      let file = try String(contentsOfFile: "\(folder.path)/doc/\(link)", encoding: .utf8)
      #expect(file.utf8.count > 500, "\(link)")
    }
    let tarball = try String(contentsOfFile: Self.scripts + "tarball", encoding: .utf8)
    #expect(tarball.contains(#"/documents" "$documents" "$stage/$name/$bin""#))
  }

  @Test func theTarballIsExplained() throws {
    let outcome = try run("tarball", ["--help"])
    #expect(
      outcome.output.hasPrefix(
        "Packs one static executable, which runs on any Linux with this kind of processor,"))
    #expect(outcome.output.hasSuffix("the time of the commit by default\n"))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    (["--fast"], "unknown option --fast; tarball --help explains it"),
    (["a", "b"], "expected at most one folder"),
    (["/proc/tarballs"], "/proc/tarballs is not writable"),
  ])
  func aWrongTarballIsReportedBeforeTheBuild(arguments: [String], line: String) throws {
    let outcome = try run("tarball", arguments)
    #expect(outcome.errors == "tarball: \(line)\n")
    #expect(outcome.status == 1)
  }

  /// If the compiler does not find an archive, a static build stops before it begins.
  @Test func aMissingArchiveIsReportedBeforeTheBuild() throws {
    try folder.writeProgram(
      """
      #!/bin/sh
      case $1 in
        -print-file-name=libsqlite3.a) echo libsqlite3.a ;;
        -print*) echo "/lib/${1#*=}" ;;
      esac

      """, to: "clang")
    try folder.writeProgram(
      "#!/bin/sh\necho '\"runtimeResourcePath\": \"/nowhere\"'\n", to: "swift")
    let outcome = try run(
      "install", prefix: folder.path + "/prefix",
      environment: ["LINKING": "static", "PATH": folder.path + ":/usr/bin:/bin"])
    #expect(
      outcome.errors.hasPrefix("install: no static executable can be built: libsqlite3.a, "))
    #expect(outcome.errors.contains("swift_static not found; on Debian: apt-get install "))
    #expect(outcome.status == 1)
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
        == "install: \(prefix)/bin is not writable; choose another PREFIX, or become root\n")
    #expect(outcome.status == 1)
  }

  @Test(arguments: [
    ("install", "PREFIX: expected a path that begins with /, found a folder"),
    ("uninstall", "a folder/bin/understory not found"),
  ])
  func aPrefixThatIsNoneIsTold(script: String, line: String) throws {
    let outcome = try run(script, prefix: "a folder")
    #expect(outcome.errors == "\(script): \(line)\n")
    #expect(outcome.status == 1)
  }
}
