import DiscussionModel
import Reader
import TextGrid

/// Measures for how long a key may have to wait for work that was put off: the longest of the pieces in which it is
/// done.
enum Slices {
  /// As much as is done before input is looked for again, at least.
  private static let units = 16

  /// What was put off.
  private enum Work: String, CaseIterable {
    case quotes = "find quotations"
    case words = "filter by words"
    case expression = "filter by an expression"
    case search = "search"

    /// Has it put off.
    func begin(_ perform: (Action) -> Void) {
      switch self {
      case .quotes: break
      case .words: perform(.filter("words comment"))
      case .expression: perform(.filter("/w.rds .*x/"))
      case .search:
        perform(.startSearch)
        for letter in "words" { perform(.type(letter)) }
        perform(.accept)
      }
    }
  }

  /// Prints the longest piece of each kind of work, in milliseconds of CPU time.
  static func printLongest(_ shapes: [(name: String, discussion: Discussion)]) {
    let size = GridSize(columns: 80, rows: 24)
    for work in Work.allCases {
      var line = "longest piece: \(work.rawValue)".padded(to: 40)
      for (name, discussion) in shapes {
        var layout = Layout(size: size)
        var state = ReadingState(Page(discussion), shell: Shell(size: size, now: 0))
        // What is done where the file is read.
        _ = state.update(.work(units: 1), layout: &layout)
        if work != .quotes {
          while state.hasPendingWork { _ = state.update(.work(units: .max), layout: &layout) }
        }
        work.begin { _ = state.update($0, layout: &layout) }
        var longest = 0.0
        while state.hasPendingWork {
          let start = CPUTime.now
          _ = state.update(.work(units: units), layout: &layout)
          longest = max(longest, CPUTime.now - start)
        }
        line += "\(name) \((longest * 10000).rounded() / 10) ms".padded(to: 24)
      }
      print(line)
    }
  }
}
