import Foundation
import RunningPrograms
import Testing

/// A terminal, all that the program keeps, and a server that it asks instead of some sites.
final class WebDesk {
  let folder: Folder
  let server: TestServer
  let terminal: Terminal
  let environment: [String: String]

  /// - Parameters:
  ///   - answers: what is answered to each path with its query, one after the other.
  ///   - hosts: for what the server stands in.
  ///   - columns: the terminal's width in cells.
  ///   - more: what else is in the program's environment.
  /// - Throws: where there is no terminal, or no port.
  init(
    _ answers: [String: [TestServer.Answer]], standingInFor hosts: [String], columns: Int = 80,
    with more: [String: String] = [:]
  ) throws {
    folder = try Folder()
    server = try TestServer(answers)
    let place = server.place
    environment = [
      "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data", "XDG_STATE_HOME": folder.path,
      "XDG_CONFIG_HOME": folder.path + "/config", "TZ": "UTC", "UNDERSTORY_TEST_INTERVAL": "0",
      "UNDERSTORY_TEST_HOSTS": hosts.map { "\($0)=\(place)" }.joined(separator: ","),
      "GITHUB_TOKEN": "", "REDDIT_TOKEN": "t",
    ].merging(more) { $1 }
    terminal = try Terminal(columns: columns, rows: 24, state: folder, environment: environment)
  }

  convenience init(_ venue: Venue, _ talks: Talk...) throws {
    var series: [String: [TestServer.Answer]] = [:]
    for talk in talks { series.merge(venue.answers(talk).mapValues { [$0] }) { $0 + $1 } }
    try self.init(series, standingInFor: venue.hosts)
  }

  /// Runs the program without a terminal until it ends.
  func run(_ arguments: String..., with more: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(arguments, environment: environment.merging(more) { $1 })
  }

  /// What was asked, from a number of questions on, in the order of the alphabet.
  func asked(after count: Int = 0) -> [String] {
    server.requests.dropFirst(count).map(\.target).sorted()
  }

  /// What is in the only file of the library.
  func kept() throws -> [UInt8] {
    try #require(library.count == 1)
    return try folder.bytes("data/understory/\(library[0])")
  }

  /// The files in the library.
  var library: [String] { (try? folder.names(in: "data/understory")) ?? [] }

  /// Waits until the server has been asked so often.
  func waitUntilAsked(_ count: Int) throws { try server.waitForRequests(count) }

  /// Forgets which sites want to be left alone.
  func forgetWaits() { unlink(folder.path + "/understory/waits.json") }

  /// Opens something, waits for a text, and gives the screen.
  @discardableResult
  func open(_ argument: String, until text: String) throws -> String {
    try terminal.start(argument)
    return try terminal.wait(for: text)
  }

  /// Leaves the reader.
  func leave() throws {
    try terminal.send("q")
    try terminal.wait(for: "status 0")
  }
}

extension String {
  /// The first line that begins with the bar of the focus.
  var focusedLine: String {
    split(separator: "\n").first { $0.hasPrefix("▌") }.map(String.init) ?? ""
  }
}
