import DiscussionModel
import ReadMarks
import TextGrid

@testable import Reader

/// A reader in a test: keys in, screens out.
struct Reading {
  var state: ReadingState
  var layout: Layout
  var effects: [Effect] = []

  init(
    _ discussion: Discussion, columns: Int = 40, rows: Int = 10, now: Int64 = 0,
    themes: [String] = [], theme: String = "", areCommandsTyped: Bool = false
  ) {
    self.init(
      columns: columns, rows: rows, now: now, themes: themes, theme: theme,
      areCommandsTyped: areCommandsTyped
    ) { shell in
      ReadingState(Page(discussion), shell: shell)
    }
    // Not the first visit, on which the unread are not told from each other.
    let known = (0..<state.page.thread.count).map { state.page.idHash(at: $0) }
    _ = state.restore(EarlierReading(knownComments: Set(known)), layout: &layout)
  }

  /// The same with a state that is begun in another way.
  init(
    columns: Int = 40, rows: Int = 10, now: Int64 = 0, themes: [String] = [], theme: String = "",
    areCommandsTyped: Bool = false, _ begin: (Shell) -> ReadingState
  ) {
    let size = GridSize(columns: columns, rows: rows)
    layout = Layout(size: size)
    state = begin(
      Shell(
        size: size, now: now, themes: themes, theme: theme, areCommandsTyped: areCommandsTyped))
  }

  /// Presses keys, written as help writes them and separated by spaces: `j Space Shift-Tab zM`.
  ///
  /// `stood` lets the frame stand until its text counts as shown; `work` finishes what was put off.
  mutating func press(_ keys: String) {
    for word in keys.split(separator: " ") {
      if word == "stood" {
        _ = state.update(.stood, layout: &layout)
      } else if word == "work" {
        work()
      } else if word.count > 1, let key = Key(named: String(word)) {
        effects += state.press(key, layout: &layout)
      } else {
        for character in word { effects += state.press(.character(character), layout: &layout) }
      }
    }
  }

  /// Finishes what was put off, one comment at a time.
  mutating func work() {
    pause()
    while state.hasPendingWork { effects += state.update(.work(units: 1), layout: &layout) }
  }

  /// Lets so much time pass that what is typed is looked for.
  mutating func pause() {
    effects += state.update(.tick(state.shell.nextTick ?? 0), layout: &layout)
  }

  mutating func resize(columns: Int, rows: Int) {
    effects += state.update(
      .resize(GridSize(columns: columns, rows: rows)), layout: &layout)
  }

  /// What the screen shows.
  mutating func screen() -> String {
    ScreenView.frame(state, layout: &layout, theme: .plain).description
  }

  /// The last row of the screen, without the blank at its start.
  mutating func status() -> String {
    String(
      screen().split(separator: "\n", omittingEmptySubsequences: false).last?.dropFirst() ?? "")
  }

  /// What the last key had to say.
  var notice: String? { state.shell.notice?.string }

  /// The focused entry: `article`, `notice`, `links/0`, or a comment's id.
  var focus: String {
    let name = state.page.name(of: state.focus)
    return name.hasPrefix("comment/") ? String(name.dropFirst(8)) : name
  }

  /// The ids of the comments that are unread, in reading order.
  var unread: [String] {
    (0..<state.page.thread.count).filter { state.marks.isUnread($0) }
      .map { state.page.comment(at: $0).id }
  }

  /// What was saved, as `+ID` for read and `-ID` for unread, `*` and `/` for a star given and taken,
  /// `x` and `y` for a mute begun and ended.
  var saved: [String] {
    effects.flatMap { effect in
      guard case .save(let changes) = effect else { return [String]() }
      return changes.compactMap { change in
        switch change.kind {
        case .arrived: nil
        case .read: "+" + change.comment
        case .unread: "-" + change.comment
        case .starred(let isSet): (isSet ? "*" : "/") + change.comment
        case .muted(let isSet): (isSet ? "x" : "y") + change.comment
        }
      }
    }
  }
}

extension Discussion {
  /// A discussion told by an outline: a comment a line, two spaces for each level.
  ///
  /// A line is `ID` or `ID AUTHOR`, then `: BODY` if it has one; `|` in a body begins a paragraph.
  static func outline(_ text: String, body: String? = nil) -> Discussion {
    var result = Discussion(id: "test", title: "A title")
    result.body = body.map { RawText($0) }
    var chain: [String] = []
    for line in text.split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count / 2
      let parts = line.drop { $0 == " " }.split(separator: ":", maxSplits: 1)
      let names = (parts.first ?? "").split(separator: " ").map(String.init)
      let id = names.first ?? ""
      chain = chain.prefix(depth) + [id]
      let words = parts.count > 1 ? parts[1].drop { $0 == " " } : "words of \(id)"
      var comment = Comment(
        id: id, parent: depth > 0 ? chain[depth - 1] : nil,
        author: names.count > 1 ? names[1] : nil,
        body: RawText(words.split(separator: "|").joined(separator: "\n\n")))
      if words == "deleted" {
        comment.state = .deleted
        comment.body = nil
      }
      result.comments.append(comment)
    }
    return result
  }
}
