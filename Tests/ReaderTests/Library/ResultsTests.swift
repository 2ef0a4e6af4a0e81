import SeededNumbers
import TextGrid
import Testing

@testable import Reader

/// The screen of what a search of everything found.
@Suite struct ResultsTests {
  private static let results = [
    SearchResult(
      title: "Twelve ways to fold a thread", number: 17, author: "ann",
      snippet: "Fold it, then fold it again", matches: [0..<4, 14..<18], discussion: "folding",
      comment: "c17"),
    SearchResult(
      title: "中国茶", snippet: "The fold in the 包装 keeps é", matches: [4..<8, 17..<18, 90..<99],
      discussion: "tea"),
  ]

  private static func state(columns: Int = 80, rows: Int = 24) -> ResultsState {
    let size = GridSize(columns: columns, rows: rows)
    return ResultsState(query: "fold", shell: Shell(size: size, now: Shelf.now))
  }

  @Test func saysHowFarItIs() {
    var state = Self.state()
    #expect(state.status.hasPrefix("searching…"))
    _ = state.update(.found([], isAll: true))
    #expect(state.status.hasPrefix("nothing found"))
    #expect(!state.status.contains("open"))
    #expect(state.press("Enter") == [])
    #expect(state.status.hasPrefix("nothing to open"))
    _ = state.update(.found(Self.results, isAll: false))
    _ = state.press("x Esc")
    #expect(state.status.hasPrefix("1 of 2+ hits"))
    _ = state.update(.found(Self.results, isAll: true))
    #expect(state.status.hasPrefix("1 of 2 hits"))
  }

  /// (keys, what they ask for).
  @Test(arguments: [
    ("Enter", [Effect.open("folding", comment: "c17")]), ("j l", [.open("tea", comment: nil)]),
    ("G Enter", [.open("tea", comment: nil)]), ("j gg Enter", [.open("folding", comment: "c17")]),
    ("2 G Enter", [.open("tea", comment: nil)]), ("1 G Enter", [.open("folding", comment: "c17")]),
    ("Esc", [.leave]), ("q", [.leave]), ("h", [.leave]), ("Left", [.leave]), ("Q", [.exit]),
    ("? Esc", []), ("? q j Enter", [.open("tea", comment: nil)]), ("g/ a Enter", [.search("a")]),
    ("g/ Space a Space Enter", [.search("a")]), ("g/ Enter", []), ("g/ a Esc", []),
    // In the list itself.
    ("/ 包 Enter Enter", [.open("tea", comment: nil)]),
    ("/ 包 Esc Enter", [.open("folding", comment: "c17")]),
    ("/ a n n Enter Enter", [.open("folding", comment: "c17")]), ("/ 包 Enter Esc", []),
    ("/ 包 Enter Esc Esc", [.leave]), ("/ f o l d Enter n Enter", [.open("tea", comment: nil)]),
  ])
  func keysLeadOn(keys: String, effects: [Effect]) {
    var state = Self.state()
    _ = state.update(.found(Self.results, isAll: true))
    #expect(state.press(keys) == effects)
  }

  @Test func helpNamesEveryCommand() {
    var state = Self.state(columns: 120, rows: 100)
    _ = state.press("?")
    for command in Command.all where command.context == .results {
      #expect(state.screen.contains(command.help.string))
    }
    // The list's signs are not on this screen.
    #expect(!state.screen.contains("Symbols"))
    _ = state.press("Esc")
    #expect(state.status.hasPrefix("searching…"))
  }

  @Test func aClickSelectsAndThenOpens() {
    var state = Self.state(rows: 12)
    _ = state.update(.found(Self.results, isAll: true))
    #expect(state.update(.click(row: 4, column: 9)) == [])
    #expect(state.status.hasPrefix("2 of 2"))
    #expect(state.update(.click(row: 8, column: 9)) == [])
    #expect(state.update(.click(row: 3, column: 9)) == [.open("tea", comment: nil)])
  }

  @Test func matchesAreBroughtToCharacters() {
    #expect(Self.results[1].matches == [4..<8])
    let result = SearchResult(
      title: "", snippet: "e\u{301}中x", matches: [-5..<2, 1..<4, 4..<7, 9..<12], discussion: "")
    #expect(result.matches.allSatisfy { 0...result.snippet.count ~= $0.upperBound })
    #expect(result.matches.map { result.snippet[$0].string } == ["e\u{301}", "中", "x"])
  }

  @Test func theScreenOfWhatIsFound() {
    var state = Self.state(rows: 12)
    _ = state.update(.found(Self.results, isAll: true))
    _ = state.press("j")
    #expect(
      state.screen == """
         Everywhere · fold
          #17  ann  Twelve ways to fold a thread
            Fold it, then fold it again
        ▌ Article  中国茶
        ▌   The fold in the 包装 keeps é






         2 of 2 hits                                       Enter open   q back   ? help
        """)
    #expect(ResultsView.frame(state, theme: .plain).cursor == (3, 0))
  }

  @Test func aFarMatchIsBroughtIntoSight() {
    let text = SafeText(String(repeating: "words ", count: 30) + "中 fold on")
    let start = text.count - "fold on".utf8.count
    let (shown, matches) = MatchedText.window(of: text, matches: [start..<start + 4], cells: 30)
    #expect(shown.string.hasPrefix("…") && shown.string.hasSuffix("中 fold on"))
    #expect(shown.width <= 30)
    #expect(matches.map { shown[$0] } == ["fold"])
  }

  @Test(arguments: ["", "j", "/ x", "g", "17", "?", "? G"])
  func isWholeAtEverySize(keys: String) {
    var state = Self.state()
    let hostile = SearchResult(
      title: "中国茶", number: 3, author: "é 中", snippet: "十年 evil \u{1B}[2J \u{202E}text",
      matches: [7..<11], discussion: "tea", comment: "3")
    let empty = SearchResult(title: "", snippet: "", discussion: "tea")
    _ = state.update(.found([hostile, empty], isAll: true))
    _ = state.press(keys)
    for size in GridSize.ofEveryKind {
      _ = state.update(.resize(size))
      let frame = ResultsView.frame(state, theme: .plain)
      #expect(frame.size == size)
      #expect(frame.isWhole, "\(keys) at \(size)")
      #expect(
        Set(frame.inASCII(keepsText: true).description.filter { !$0.isASCII }).isSubset(
          of: "中国茶é十年␛"))
    }
  }

  /// Random keys: what is selected is there and on the screen, and the screen is whole.
  @Test(arguments: 1...4)
  func invariantsHold(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let commands = Command.all.filter { [.results, .prompt, .text].contains($0.context) }
    var state = Self.state()
    for _ in 0..<300 {
      let wanted = commands.filter { $0.context == state.context }
      for key in wanted.randomElement(using: &generator)?.keys.first ?? ["x"] {
        _ = state.press(key)
      }
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: _ = state.update(.resize(.random(using: &generator)))
      case 1:
        let count = Int.random(in: 0...60, using: &generator)
        _ = state.update(.found((0..<count).map { Self.results[$0 % 2] }, isAll: Bool.random()))
      default: break
      }
      #expect(state.results.isEmpty ? state.selected == 0 : state.selected < state.results.count)
      #expect(state.results.isEmpty || state.indicesOnScreen.contains(state.selected))
      #expect(ResultsView.frame(state, theme: .plain).isWhole)
    }
  }
}

extension ResultsState {
  /// Presses keys, written as help writes them and separated by spaces.
  ///
  /// - Returns: what they ask for.
  fileprivate mutating func press(_ keys: String) -> [Effect] {
    keys.split(separator: " ").flatMap { word in
      if word.count > 1, let key = Key(named: String(word)) { return press(key) }
      return word.flatMap { press(.character($0)) }
    }
  }

  fileprivate var screen: String { ResultsView.frame(self, theme: .plain).description }

  /// The last row of the screen, without the blank at its start.
  fileprivate var status: String {
    String(screen.split(separator: "\n", omittingEmptySubsequences: false).last?.dropFirst() ?? "")
  }
}
