import DiscussionModel
import TextGrid

@testable import Reader

/// A front page's screen in a test: keys in, screens out.
struct Stand {
  var state: FrontState
  var effects: [Effect] = []

  init(
    _ entries: [FrontEntry] = Stand.entries, origin: FrontState.Origin = .front,
    hasMore: Bool = true, columns: Int = 80, rows: Int = 12
  ) {
    let size = GridSize(columns: columns, rows: rows)
    state = FrontState(
      FrontListing(
        title: "Harbour News", entries: entries, fetched: Shelf.now - 60, hasMore: hasMore),
      origin: origin, shell: Shell(size: size, now: Shelf.now))
  }

  /// A page that was not fetched yet.
  init(nothing title: SafeText) {
    self.init([])
    state = FrontState(FrontListing(title: title), shell: state.shell)
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

  /// Types a text, a character at a time.
  mutating func type(_ text: String) {
    for character in text { effects += state.press(.character(character)) }
  }

  mutating func update(_ action: Action) { effects += state.update(action) }

  var screen: String { FrontView.frame(state, theme: .plain).description }

  /// The last row of the screen, without the blank at its start.
  var status: String {
    String(screen.split(separator: "\n", omittingEmptySubsequences: false).last?.dropFirst() ?? "")
  }

  var notice: String? { state.shell.notice?.string }

  /// The links that are listed, top to bottom, without what they have in common.
  var listed: [String] {
    state.list.lines.map { String(state.list.entries[$0].link.dropFirst(Self.start.count)) }
  }

  var focus: String? { state.focused.map { String($0.link.dropFirst(Self.start.count)) } }

  static let start = "https://news.example/"
}

extension Stand {
  static func entry(
    _ name: String, _ rank: Int, _ title: SafeText, source: SafeText = "", hours: Int64 = 1,
    score: Int? = nil, comments: Int? = nil, isSeen: Bool = false, isNew: Bool = false,
    kept: LibraryEntry? = nil
  ) -> FrontEntry {
    FrontEntry(
      link: start + name, rank: rank, title: title, source: source,
      target: source.isEmpty ? nil : "https://" + source + "/page",
      posted: Shelf.now - hours * 3600, score: score, comments: comments, isSeen: isSeen,
      isNew: isNew, kept: kept)
  }

  /// What the library has of a discussion.
  static func kept(
    comments: Int, unread: Int, new: Int = 0, isVisited: Bool = true, isMuted: Bool = false
  ) -> LibraryEntry {
    LibraryEntry(
      id: "kept", title: "", source: "", comments: comments, unread: unread, new: new,
      visited: isVisited ? Shelf.now - 9_000 : nil, isMuted: isMuted)
  }

  /// One in each standing.
  static let entries: [FrontEntry] = [
    entry(
      "ferry", 1, "The ferry is late again", source: "ferry.example", score: 312, comments: 254,
      kept: kept(comments: 242, unread: 5)),
    entry(
      "lamp", 2, "A lamp that reads the tide", source: "lamps.example", hours: 3, score: 90,
      comments: 14, isNew: true),
    entry("ask", 3, "Ask: who repairs nets?", hours: 30, score: 12, comments: 40, isSeen: true),
    entry(
      "rope", 4, "Knots, ranked", source: "rope.example", hours: 5, score: 41, comments: 7,
      isSeen: true, kept: kept(comments: 7, unread: 0)),
    entry(
      "fog", 5, "中国茶 in the fog", source: "fog.example", hours: 2, comments: 3,
      isSeen: true, kept: kept(comments: 3, unread: 3, isVisited: false)),
    entry(
      "noise", 6, "Noise at the quay", hours: 9, score: 5, comments: 90,
      isSeen: true, kept: kept(comments: 9, unread: 9, isMuted: true)),
  ]
}
