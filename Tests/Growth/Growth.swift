import DiscussionExport
import DiscussionModel
import Glibc
import ReadMarks
import Reader
import TextGrid
import TreeShapes

/// Measures how the cost of what is done with a whole discussion grows with it: 1 is in step with the
/// number of comments, 2 with its square.
///
/// `Growth [COMMENTS]`: the smaller of the two sizes that are compared, 20,000 unless it says so. Its
/// exit status is 1 if a cost grows faster than it may.
@main enum Growth {
  /// The larger size, in times of the smaller.
  private static let factor = 4
  /// What noise may add to 1.
  private static let most = 1.3
  /// Times below this are not compared, in seconds.
  private static let least = 0.002

  static func main() {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20_000
    var failed = false
    for operation in Operation.allCases {
      var line = operation.rawValue.padded(to: 22)
      for shape in TreeShape.allCases {
        let small = operation.seconds(shape, count)
        let large = operation.seconds(shape, count * factor)
        let exponent = log(large / small) / log(Double(factor))
        let isTooFast = large < least
        failed = failed || !isTooFast && exponent > most
        let milliseconds = Int((large * 1000).rounded())
        let shown = isTooFast ? "-" : String((exponent * 100).rounded() / 100)
        line += "\(shape.rawValue) \(shown) (\(milliseconds) ms)".padded(to: 24)
      }
      print(line)
    }
    if failed { exit(1) }
  }
}

/// What is done with a whole discussion.
private enum Operation: String, CaseIterable {
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
  case export = "write as Markdown"

  /// The least CPU time of three runs, in seconds.
  func seconds(_ shape: TreeShape, _ count: Int) -> Double {
    let discussion = shape.discussion(of: count)
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
      if self == .takeIn {
        _ = state.restore(EarlierReading(mutes: ["0"]), layout: &layout)
        perform(.offer(page))
      }
      let start = Self.time
      switch self {
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
      case .export: MarkdownExport.write(Excerpt(page)) { _ in }
      }
      return Self.time - start
    }.min() ?? 0
  }

  /// The process's CPU time, in seconds.
  private static var time: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension String {
  /// With spaces to so many characters.
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(1, count - self.count))
  }
}
