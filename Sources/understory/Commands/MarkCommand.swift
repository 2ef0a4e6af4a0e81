import ArgumentParser
import DiscussionModel
import Glibc
import Reader
import ReadingLibrary
import TextGrid

/// `understory mark`: marks comments from a script.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark comments read or unread, by their numbers.",
    subcommands: [Read.self, Unread.self])

  struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Mark comments read.")
    @OptionGroup var which: Selection

    func run() throws { try reportingFailure { try which.mark(isRead: true) } }
  }

  struct Unread: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Mark comments unread.")
    @OptionGroup var which: Selection

    func run() throws { try reportingFailure { try which.mark(isRead: false) } }
  }

  /// Some comments of a discussion.
  struct Selection: ParsableArguments {
    @Argument(help: "A discussion in any format that is known.")
    var file: String

    @Argument(help: "Numbers of comments, as 3 or 7-12.")
    var numbers: [String] = []

    @Flag(help: "All comments.")
    var all = false

    func validate() throws {
      if numbers.isEmpty != all {
        throw ValidationError("expected either numbers of comments or --all")
      }
    }

    func mark(isRead: Bool) throws {
      let (page, _) = try InputFile.page(file)
      let positions = try all ? Array(0..<page.thread.count) : chosen(in: page)
      let time = Int64(Glibc.time(nil))
      var changes = SavedChanges()
      changes.append(
        positions.filter { page.comment(at: $0).state != .deleted }.map { position in
          SavedChange(
            comment: page.comment(at: position).id,
            kind: isRead ? .read(page.bodyVersion(at: position)) : .unread, time: time)
        })
      try StateLibrary.use { (library) throws(LibraryError) in
        if try library.reading(of: page.discussion.id) == nil {
          try library.beginVisit(
            of: page.discussion.id, title: page.discussion.title,
            comments: (0..<page.thread.count).map { page.idHash(at: $0) }, at: time)
        }
        try library.save(changes, of: page.discussion.id)
      }
      let count = counted(changes.marks.count, "comment")
      Output.standard.writeLine(SafeText("\(count) marked \(isRead ? "read" : "unread")"))
    }

    /// The positions of the comments with the numbers.
    private func chosen(in page: Page) throws -> [Int] {
      var positions: [Int: Int] = [:]
      for position in 0..<page.thread.count { positions[page.number(at: position)] = position }
      return try numbers.flatMap { text in
        let bounds = text.split(separator: "-", omittingEmptySubsequences: false)
        let values = bounds.compactMap { Int($0) }
        guard values.count == bounds.count, 1...2 ~= values.count, let first = values.first,
          let last = values.last, first <= last
        else { throw Failure(SafeText("\(text): expected a number of a comment, as 3 or 7-12")) }
        guard last - first <= page.thread.count else {
          throw missing(positions[first] == nil ? first : last, in: positions)
        }
        return try (first...last).map { number in
          guard let position = positions[number] else { throw missing(number, in: positions) }
          return position
        }
      }
    }

    private func missing(_ number: Int, in positions: [Int: Int]) -> Failure {
      guard let low = positions.keys.min(), let high = positions.keys.max() else {
        return Failure(path: file, "no comment #\(number): there are no comments")
      }
      return Failure(path: file, "no comment #\(number): expected \(low) to \(high)")
    }
  }
}
