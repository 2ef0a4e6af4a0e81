import DiscussionModel
import ReadMarks
import TextGrid

/// Where the reader is and what is left, in words.
enum StatusWords {
  /// `thread 12 of 98 · 35 % · 41 unread, 3 new`, or for what is not a comment its name and the counts;
  /// then what is looked for, and what is left out.
  static func place(_ state: ReadingState) -> SafeText {
    let page = state.page
    // Counts would be those of the beginning.
    if page.isBeginning { return "reading the rest of the file…" }
    let name: String =
      switch page.kind(of: state.focus) {
      case .article: "Article"
      case .notice: "Notice"
      case .links(let index): page.discussion.links[index].heading
      case .comment(let position): place(at: position, state)
      }
    var words = SafeText("\(name) · \(left(state))")
    if let search = state.finding.search {
      words += " · /" + SafeText(search.pattern.source) + " " + search.words
    }
    if let narrowing = state.outline.narrowing { words += " · " + narrowing.words }
    if state.finding.isFiltering { words += " · filtering…" }
    return words
  }

  /// The thread and how much of the discussion is above and in this comment; in a narrow row without
  /// the word for it.
  private static func place(at position: Int, _ state: ReadingState) -> String {
    let thread = state.page.thread
    let word = state.pane.columns < 60 ? "" : "thread "
    let number = thread.rootIndex(of: position) + 1
    return "\(word)\(number) of \(thread.roots.count) · \((position + 1) * 100 / thread.count) %"
  }

  private static func left(_ state: ReadingState) -> String {
    if state.page.thread.count == 0 { return "no comments" }
    let unread = state.marks.unreadCount
    let new = state.marks.newCount
    let since = state.sinceWords.map { " since \($0.string)" }
    let news = new > 0 || since != nil ? ", \(new) new" + (since ?? "") : ""
    return (unread == 0 ? "all read" : "\(unread) unread") + news
  }
}
