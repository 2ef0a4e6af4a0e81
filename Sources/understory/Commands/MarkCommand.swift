import ArgumentParser
import DiscussionModel
import Platform
import Library
import Paths
import Reader
import Storage
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
    @Argument(help: .discussionWithMarks, completion: .discussion)
    var file: String

    @OptionGroup var limit: LimitOption

    @Argument(
      help: ArgumentHelp(
        "The numbers of comments, such as 3, 7-12 or 3,7-12; expected unless --all is given.",
        valueName: "numbers"))
    var numbers: [String] = []

    @Flag(help: "All comments.")
    var all = false

    func validate() throws {
      if numbers.isEmpty != all {
        throw ValidationError("expected comment numbers or --all")
      }
    }

    func mark(isRead: Bool) throws {
      if Self.areNumbers(file), file.withPath({ access($0, F_OK) }) != 0,
        let other = numbers.first(where: { !Self.areNumbers($0) })
      {
        let call = "understory mark \(isRead ? "read" : "unread") \(other) \(file)"
        throw Failure(SafeText("\(file): expected the discussion first: \"\(call)\""))
      }
      let (page, _) = try InputFile.page(try LinkedFiles.kept(file))
      let positions = try all ? Array(0..<page.thread.count) : chosen(in: page)
      let marked = try MarksAccess.ofCommands.mark(
        positions, in: page, isRead: isRead, now: WallClock.now)
      let count = counted(marked, "comment")
      Output.standard.writeLine(SafeText("\(count) marked \(isRead ? "read" : "unread")"))
    }

    /// Whether an argument can only be the numbers of comments.
    private static func areNumbers(_ text: String) -> Bool {
      text.utf8.first.map { 0x30...0x39 ~= $0 } == true
        && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || "-,".utf8.contains($0) }
    }

    /// The positions of the comments with the numbers.
    private func chosen(in page: Page) throws -> [Int] {
      var positions: [Int: Int] = [:]
      for position in 0..<page.thread.count { positions[page.number(at: position)] = position }
      let parts = numbers.flatMap { text in
        let parts = text.split(separator: ",").map(String.init)
        return parts.isEmpty ? [text] : parts
      }
      return try parts.flatMap { text in
        let (first, last) = try bounds(text, in: positions)
        if first == last, let position = positions[first],
          page.comment(at: position).state == .deleted
        {
          throw Failure(path: file, "#\(first) is deleted; deleted comments are never unread")
        }
        // Before the range is gone through: it may be very long.
        for end in [first, last] where positions[end] == nil {
          throw missing(String(end), in: positions)
        }
        // Numbers may lie far apart: only those that there are can be gone through.
        let found = positions.filter { first...last ~= $0.key }.sorted { $0.key < $1.key }
        for (number, next) in zip(found, found.dropFirst()) where next.key - number.key > 1 {
          throw missing(String(number.key + 1), in: positions)
        }
        return found.map(\.value)
      }
    }

    /// The first and the last number of `3` or `7-12`.
    private func bounds(_ text: String, in positions: [Int: Int]) throws -> (Int, Int) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard 1...2 ~= parts.count, let first = parts.first, let last = parts.last,
        parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
      else {
        throw Failure(SafeText("\(text): expected a comment number such as 3 or 7-12, or --all"))
      }
      guard let low = Int(first) else { throw missing(String(first), in: positions) }
      guard let high = Int(last) else { throw missing(String(last), in: positions) }
      guard low <= high else {
        throw Failure(SafeText("\(text): the end of the range is before its start"))
      }
      return (low, high)
    }

    private func missing(_ number: String, in positions: [Int: Int]) -> Failure {
      guard let low = positions.keys.min(), let high = positions.keys.max() else {
        return Failure(path: file, "no comment #\(number): there are no comments")
      }
      // Numbers may have gaps.
      let isBetween = Int(number).map { low...high ~= $0 } ?? false
      let wanted = isBetween ? "" : ": expected \(low) to \(high)"
      return Failure(path: file, "no comment #\(number)\(wanted)")
    }
  }
}
