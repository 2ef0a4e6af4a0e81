import Foundation
import RunningPrograms
import Testing

/// Numbers on the command line and in files that the commands read: status 0, or 1 or 64 with a line, never a signal.
@Suite struct ExtremeArgumentsTests {
  static let values = [
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "-1", "0", "1e308",
    "0.5", "nan", "999999999999x2", "1000000000000",
  ]

  static let discussion = """
    {"understory": 1, "id": "x:1", "title": "t", "comments": [
     {"id": "a", "number": 1, "score": 9223372036854775807, "missingReplies": 1000000000000, "body": "x",
      "published": "9999-12-31T23:59:59-23:59"},
     {"id": "b", "parent": "a", "number": 1000000000000, "missingReplies": 1000000000000, "body": "y",
      "published": "0001-01-01"}]}
    """

  @Test(arguments: [
    ["show", "x.json", "--comment", "a", "--subtree", "--depth", "§"],
    ["show", "x.json", "--comment", "b", "--subtree", "--depth", "§"],
    ["show", "x.json", "--depth", "§", "--format", "json"], ["show", "x.json", "--width", "§"],
    ["show", "x.json", "--comment", "§"], ["show", "x.json", "--format", "svg", "--size", "§x2"],
    ["show", "x.json", "--format", "svg", "--size", "2x§"], ["stats", "x.json", "--width", "§"],
    ["stats", "x.json", "--json"], ["search", "word", "--limit", "§"],
    ["mark", "read", "x.json", "§"], ["mark", "read", "x.json", "1-§"],
    ["mark", "unread", "x.json", "1-1000000000000"], ["status", "x.json"], ["add", "x.json"],
    ["import", "x.json", "--only", "§"], ["show", "x.json", "--limit", "§"],
    ["import", "x.json", "--limit", "§"], ["add", "x.json", "--limit", "§"],
    ["status", "x.json", "--limit", "§MiB"],
  ])
  func everyNumberIsTakenOrRefused(arguments: [String]) throws {
    let folder = try Folder()
    try folder.write(Self.discussion, to: "x.json")
    for value in arguments.contains(where: { $0.contains("§") }) ? Self.values : ["0"] {
      let given = arguments.map {
        $0 == "x.json" ? folder.path + "/x.json" : $0.replacingOccurrences(of: "§", with: value)
      }
      let outcome = try Program.run(given, environment: Self.environment(folder))
      #expect([0, 1, 64].contains(outcome.status), "\(given): \(outcome.status)")
      #expect(outcome.status == 0 || !outcome.errors.isEmpty)
    }
  }

  @Test(arguments: ["firstVisit", "lastVisit", "offset", "time", "length", "understoryState"])
  func everyNumberOfAStateFileIsTakenOrRefused(member: String) throws {
    let folder = try Folder()
    let state = """
      {"understoryState": 1, "discussions": [{"id": "x:1", "title": "t", "firstVisit": 5, "lastVisit": 6,
       "place": {"entry": "comment/a", "offset": 7}, "folds": ["7"], "known": ["7"],
       "marks": [{"comment": "a", "read": true, "time": 8, "length": 9, "hash": "7"}],
       "stars": [{"comment": "a", "set": true, "time": 8}], "mutes": []}]}
      """
    let digits = try #require(
      state.range(of: "(?<=\"\(member)\": )[0-9]", options: .regularExpression))
    for value in Self.values {
      try folder.write(state.replacingCharacters(in: digits, with: value), to: "state.json")
      let imported = try Program.run(
        ["state", "import", folder.path + "/state.json"], environment: Self.environment(folder))
      #expect([0, 1].contains(imported.status), "\(member) \(value): \(imported.status)")
      #expect(imported.status == 0 || imported.errors.split(separator: "\n").count == 1)
      let exported = try Program.run(["state", "export"], environment: Self.environment(folder))
      #expect(exported.status == 0)
    }
  }

  private static func environment(_ folder: Folder) -> [String: String] {
    [
      "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data",
      "XDG_CONFIG_HOME": folder.path + "/config", "XDG_CACHE_HOME": folder.path + "/cache",
    ]
  }
}
