import Foundation
import RunningPrograms

/// A discussion of short comments, to be written to a file.
struct Story {
  struct Line {
    var id: String
    var parent: String?
    var body: String
    var isDeleted = false
  }

  var lines: [Line]

  init(_ lines: [Line]) { self.lines = lines }

  /// So many comments at the top level, `1`, `2` and so on.
  init(count: Int) {
    lines = (1...count).map { Line(id: "\($0)", body: "words of \($0), é and more") }
  }

  var json: String {
    let comments = lines.map { line in
      let parent = line.parent.map { ", \"parent\": \"\($0)\"" } ?? ""
      let rest = line.isDeleted ? ", \"state\": \"deleted\"" : ", \"body\": \"\(line.body)\""
      return "{\"id\": \"\(line.id)\"\(parent)\(rest)}"
    }
    return """
      {"understory": 1, "id": "story:1", "title": "A story", "body": "It begins.",
       "comments": [
      \(comments.joined(separator: ",\n"))
      ]}
      """
  }
}

/// A folder with a story in `story.json` and what the program remembers.
struct Desk {
  let folder: Folder
  var path: String { folder.path + "/story.json" }
  /// Where marks are kept.
  var library: String { folder.path + "/understory" }
  var database: String { library + "/marks.sqlite" }

  init(_ story: Story) throws {
    folder = try Folder()
    try write(story)
  }

  func write(_ story: Story) throws { try folder.write(story.json, to: "story.json") }

  /// Puts another file in the story's place, as editors do.
  func replace(_ story: Story) throws {
    try folder.write(story.json, to: "story.json.new")
    rename(path + ".new", path)
  }

  /// Runs the program without a terminal.
  func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, environment: ["XDG_STATE_HOME": folder.path, "TZ": "UTC"])
  }

  /// What `status` says of the story, without the time of the last visit.
  func status() throws -> String {
    try run("status", path).output.split(separator: ";").first.map(String.init) ?? ""
  }

  func reader(_ arguments: String..., wrapper: [String] = []) throws -> LoneReader {
    try LoneReader(arguments + [path], state: folder, wrapper: wrapper)
  }

  /// What stands in the library's folder.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: library)) ?? []).sorted()
  }
}
