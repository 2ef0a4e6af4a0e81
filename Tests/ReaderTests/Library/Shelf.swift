import DiscussionModel
import TextGrid

@testable import Reader

/// The library's screen in a test: keys in, screens out.
struct Shelf {
  var state: LibraryState
  var effects: [Effect] = []

  /// The hour at which all tests look at the library, in seconds since 1970.
  static let now: Int64 = 1_714_600_000

  init(_ entries: [LibraryEntry] = Shelf.entries, columns: Int = 80, rows: Int = 24) {
    let size = GridSize(columns: columns, rows: rows)
    state = LibraryState(entries, shell: Shell(size: size, now: Self.now))
  }

  /// Presses keys, written as help writes them and separated by spaces: `j Space Shift-Tab ff`.
  mutating func press(_ keys: String) {
    for word in keys.split(separator: " ") {
      if word.count > 1, let key = Key(named: String(word)) {
        effects += state.press(key)
      } else {
        type(String(word))
      }
    }
  }

  /// Presses keys, types a line, pauses, presses keys again, and pauses.
  mutating func press(_ keys: String, typing line: String, then rest: String = "") {
    press(keys)
    type(line)
    pause()
    press(rest)
    pause()
  }

  /// Lets so much time pass that what is typed is looked for.
  mutating func pause() { update(.tick(state.shell.nextTick ?? 0)) }

  /// Types a text, a character at a time.
  mutating func type(_ text: String) {
    for character in text { effects += state.press(.character(character)) }
  }

  mutating func update(_ action: Action) { effects += state.update(action) }

  mutating func resize(columns: Int, rows: Int) {
    update(.resize(GridSize(columns: columns, rows: rows)))
  }

  var screen: String { LibraryView.frame(state, theme: .plain).description }

  /// The last row of the screen, without the blank at its start.
  var status: String {
    String(screen.split(separator: "\n", omittingEmptySubsequences: false).last?.dropFirst() ?? "")
  }

  var notice: String? { state.shell.notice?.string }

  /// The focused discussion's id.
  var focus: String? { state.focused?.id }

  /// The ids that are listed, top to bottom.
  var listed: [String] { state.list.listing.lines.map { state.list.entries[$0].id } }
}

extension Shelf {
  /// Five discussions of every kind, in no order.
  static let entries: [LibraryEntry] = [
    LibraryEntry(
      id: "folding", title: "Twelve ways to fold a thread", source: "Lobsters", comments: 88,
      unread: 0, arrived: now - 40 * 86_400, visited: now - 9_000,
      address: "https://lobste.example/s/fold"),
    LibraryEntry(
      id: "bytecode", title: "Why does my database use bytecode?", source: "HN", comments: 612,
      unread: 300, new: 140, arrived: now - 7_300, visited: now - 90_000,
      address: "https://news.example/item?id=1"),
    LibraryEntry(
      id: "tea", title: "中国茶 and the café next door 👩‍💻", source: "", comments: 7, unread: 7,
      arrived: now - 86_400, address: "https://www.tea.example/t/7"),
    LibraryEntry(
      id: "roof", title: "The roof, again", source: "village", comments: 40, unread: 9,
      arrived: now - 3 * 86_400, visited: now - 86_400, address: nil),
    LibraryEntry(
      id: "noise", title: "Noise\u{1B}[2J\u{202E} complaints", source: "village", comments: 1_999,
      unread: 500, new: 500, arrived: now - 60, visited: now - 9_000, isMuted: true,
      address: "javascript:alert(1)"),
  ]

  /// So many discussions, of which every seventh has news.
  static func many(_ count: Int) -> [LibraryEntry] {
    (0..<count).map { index in
      LibraryEntry(
        id: "d\(index)", title: SafeText("Discussion \(index)"), source: "list",
        comments: index % 100, unread: index % 7 == 0 ? 3 : 0, new: index % 7 == 0 ? 1 : 0,
        arrived: now - Int64(index) * 60, visited: now - 10)
    }
  }

  /// A discussion to peek at.
  static let page = Page(
    .outline(
      """
      a ann: Fold from the outside.
        b: Or from the inside, é.
      c 中村: 十年前 there was paper 👩‍💻.
      """, body: "A sheet has two sides."))
}
