import DiscussionModel
import Glibc
import Reader
import TextGrid

/// Prints how much processor time one comment takes: until its first screen, and for each key.
///
/// `TextSpeed [KILOBYTES...]`: the texts are 64 KB, 1 MB and 20 MB long if nothing is said.
@main enum TextSpeed {
  private static let size = GridSize(columns: 100, rows: 40)
  /// What is pressed after the first screen, each with the frame that follows.
  private static let actions: [Action] = [
    .scroll(1), .page(1), .page(1), .last, .page(-1), .first, .next, .previous,
  ]

  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let sizes = arguments.isEmpty ? [64, 1_000, 20_000] : arguments
    print("milliseconds of processor time: first frame, slowest key\n")
    print("| text | " + sizes.map { "\($0) KB" }.joined(separator: " | ") + " |")
    print("| --- |" + String(repeating: " --- |", count: sizes.count))
    for costly in CostlyText.all {
      let columns = sizes.map { size in
        let (first, key) = measure(costly, bytes: size * 1_000)
        return "\(first), \(key)"
      }
      print("| \(costly.markup): \(costly.name) | " + columns.joined(separator: " | ") + " |")
      fflush(nil)
    }
  }

  private static func measure(_ costly: CostlyText, bytes: Int) -> (first: Int, key: Int) {
    var discussion = Discussion(id: "speed", title: "A long comment")
    discussion.markup = costly.markup
    discussion.comments = [
      Comment(id: "1", parent: nil, author: "ann", body: RawText(costly.text(bytes))),
      Comment(id: "2", parent: "1", author: "bob", body: "short"),
    ]
    let page = Page(discussion)
    var layout = Layout(size: size)
    var state = ReadingState(page, shell: Shell(size: size, now: 0))
    let first = milliseconds {
      _ = state.update(.next, layout: &layout)
      _ = ScreenView.frame(state, layout: &layout, theme: .plain)
    }
    var slowest = 0
    for action in actions {
      slowest = max(
        slowest,
        milliseconds {
          _ = state.update(action, layout: &layout)
          _ = ScreenView.frame(state, layout: &layout, theme: .plain)
        })
    }
    return (first, slowest)
  }

  private static func milliseconds(_ work: () -> Void) -> Int {
    let start = now
    work()
    return now - start
  }

  /// The processor time of this program, in milliseconds: what others do meanwhile does not count.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
