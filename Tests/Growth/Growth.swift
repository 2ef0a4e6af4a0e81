import DiscussionExport
import DiscussionModel
import Glibc
import ReadMarks
import Reader
import TextGrid
import TreeShapes

/// Measures how the cost of what is done with a whole discussion grows with it.
///
/// An exponent of 1 is in step with the number of comments, 2 with its square; 0 is the same for all.
/// Then it measures the longest piece of what is done while keys are waited for.
///
/// `Growth [COMMENTS [NAME]]`: the smaller of the two sizes that are compared, 20,000 unless it says so, and a
/// part of the names of what is measured, all unless it says so. Its exit status is 1 if a cost grows faster than it
/// may.
@main enum Growth {
  /// The larger size, in times of the smaller.
  private static let factor = 4
  /// What noise may add to 1.
  private static let most = 1.3
  /// Times below this are not compared, in seconds.
  private static let least = 0.002

  static func main() {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20_000
    let name = CommandLine.arguments.dropFirst(2).first ?? ""
    var failed = false
    for operation in Operation.allCases where name.isEmpty || operation.rawValue.contains(name) {
      var line = operation.rawValue.padded(to: 32)
      for shape in Shape.all {
        let small = operation.seconds(shape, count)
        let large = operation.seconds(shape, count * factor)
        let exponent = log(large / small) / log(Double(factor))
        let isTooFast = large < least
        failed = failed || !isTooFast && exponent > most
        let milliseconds = Int((large * 1000).rounded())
        let shown = isTooFast ? "-" : String((exponent * 100).rounded() / 100)
        line += "\(shape.name) \(shown) (\(milliseconds) ms)".padded(to: 24)
      }
      print(line)
    }
    if name.isEmpty {
      Slices.printLongest(
        Shape.all.map { ($0.name, $0.discussion(of: count * factor)) } + [
          ("40 KB each", Shape.comments(ofBytes: 40_000)),
          ("400 KB each", Shape.comments(ofBytes: 400_000)),
        ])
    }
    if failed { exit(1) }
  }
}

/// A discussion at which something may cost more than it should: by its tree, its authors, or its texts.
private struct Shape {
  var name: String
  var tree: TreeShape
  var hasOneAuthor = false
  /// Whether each comment quotes the one before.
  var quotes = false

  static let all =
    TreeShape.allCases.map { Shape(name: $0.rawValue, tree: $0) } + [
      Shape(name: "one author", tree: .random, hasOneAuthor: true),
      Shape(name: "all quotes", tree: .chain, quotes: true),
    ]

  /// Long comments of one line and of many; in every second one the same words are repeated.
  static func comments(ofBytes bytes: Int) -> Discussion {
    TreeShape.random.discussion(of: 20_000_000 / bytes) { number in
      let lineEnd = number % 4 < 2 ? "" : "\n\n"
      let lines = (0..<bytes / 50).map { line in
        let words = number % 2 == 0 ? 0 : number * bytes + line
        return "these are the words \(words) of a comment that goes on, " + lineEnd
      }
      return lines.joined()
    }
  }

  func discussion(of count: Int) -> Discussion {
    func words(_ index: Int) -> String { "the words of comment \(index) are these, and no others" }
    var result = tree.discussion(of: count) { index in
      quotes && index > 0 ? "> \(words(index - 1))\n\n\(words(index))" : "text \(index)"
    }
    if hasOneAuthor {
      for index in result.comments.indices { result.comments[index].author = "ann" }
    }
    return result
  }
}

/// What is done with a whole discussion.
private enum Operation: String, CaseIterable {
  case open = "read the file"
  case tree = "make the tree"
  case status = "status, all new"
  case mutes = "open, all muted"
  case takeIn = "take in a half"
  case merge = "merge"
  case list = "count for the list"
  case filter = "filter by unread"
  case words = "filter by words"
  case search = "search"
  case folds = "fold and open all"
  case levels = "fold level by level"
  case news = "list, count and fold to the new"
  case quotes = "find quotations"
  case markdown = "write as Markdown"
  case plain = "write as plain text"
  case html = "write as HTML"
  case json = "write as JSON"
  case numbers = "count who wrote how much"
  case steps = "200 steps and their frames"

  /// The least CPU time of three runs, in seconds.
  func seconds(_ shape: Shape, _ count: Int) -> Double {
    let discussion = shape.discussion(of: count)
    let file = self == .open ? DiscussionFile.encode(discussion) : []
    let page = Page(discussion)
    var half = discussion
    half.comments.removeLast(count / 2)
    let ids = discussion.comments.map(\.id)
    return (0..<3).map { _ in
      let size = GridSize(columns: 80, rows: 24)
      var layout = Layout(size: size)
      let shell = Shell(size: size, now: 0)
      var state = ReadingState(self == .takeIn ? Page(half) : page, shell: shell)
      func perform(_ actions: Action...) {
        for action in actions { _ = state.update(action, layout: &layout) }
      }
      if self == .news {
        _ = state.restore(EarlierReading(knownComments: []), layout: &layout)
      }
      if self == .steps { perform(.last) }
      if self == .takeIn {
        _ = state.restore(EarlierReading(mutes: ["0"]), layout: &layout)
        perform(.offer(page))
      }
      let start = CPUTime.now
      switch self {
      case .open: _ = try? Page(DiscussionFile.decode(file).discussion)
      case .tree: _ = Page(discussion)
      case .status, .list:
        _ = state.restore(EarlierReading(knownComments: []), layout: &layout)
      case .mutes: _ = state.restore(EarlierReading(mutes: Set(ids)), layout: &layout)
      case .takeIn: perform(.takeIn)
      case .merge:
        var old = half
        old.take(discussion)
      case .filter: perform(.filter("unread"), .filter(""))
      case .words: perform(.filter("/t.xt 1/"), .work(units: .max))
      case .search:
        perform(.startSearch)
        for letter in "text 1" { perform(.type(letter)) }
        perform(.accept, .work(units: .max))
      case .folds: perform(.foldAll, .openAll, .foldRead)
      case .news: perform(.listNew, .listSince, .close, .nextNewThread, .foldToNew)
      case .levels: perform(.foldLevel, .foldLevel, .openLevel)
      case .quotes: perform(.work(units: .max))
      case .markdown: MarkdownExport.write(Excerpt(page)) { _ in }
      case .plain: PlainExport.write(Excerpt(page), columns: 80) { _ in }
      case .html: HTMLExport.write(Excerpt(page), theme: .plain, dark: nil) { _ in }
      case .json: _ = DiscussionFile.encode(Excerpt(page).discussion)
      case .numbers: _ = Statistics(page)
      case .steps:
        for _ in 0..<200 {
          perform(.previous)
          _ = ScreenView.frame(state, layout: &layout, theme: .plain)
        }
      }
      return CPUTime.now - start
    }.min() ?? 0
  }
}

/// The process's CPU time.
enum CPUTime {
  /// In seconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension String {
  /// With spaces to so many characters.
  func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(1, count - self.count))
  }
}
