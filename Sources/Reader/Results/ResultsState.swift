import DiscussionModel
public import TextGrid

/// The screen that lists what a search of the library found, or all stars; one result is selected.
///
/// It changes by actions, in ``update(_:)``; ``press(_:)`` makes actions of keys. A view draws it, and
/// the caller performs the effects.
public struct ResultsState: Equatable, Sendable {
  /// What it shares with the other screens.
  public private(set) var shell: Shell
  /// The words that are looked for; nil if all stars are listed.
  public let query: String?
  private(set) var results: [SearchResult] = []
  /// Whether nothing more will come.
  public private(set) var isAll = false
  /// 0-based; 0 while nothing is found.
  private(set) var selected = 0
  /// What is looked for in the list.
  private(set) var search = ListSearch()

  /// A search that has not found anything yet.
  ///
  /// - Parameters:
  ///   - query: the words; nil for all stars.
  ///   - shell: what it shares with the other screens.
  public init(query: String?, shell: Shell) {
    self.query = query
    self.shell = shell
  }

  /// Takes over what it shares with the screen that was on top.
  public mutating func take(_ shell: Shell) { self.shell = shell }

  /// Whose keys are in force.
  var context: Command.Context { shell.context(over: .results) }

  /// Where everything stands on the screen.
  var geometry: Geometry { Geometry(list: shell.size, measure: Geometry.listMeasure) }

  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameter key: what was pressed.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key) -> [Effect] {
    shell.press(key, in: context, takesCount: shell.isBare).map { update($0) } ?? []
  }

  /// Applies an action: the one place in which anything changes.
  ///
  /// - Parameter action: what happened.
  /// - Returns: what the caller must do outside, in order, before it shows the next frame.
  public mutating func update(_ action: Action) -> [Effect] {
    if action.isCommand { shell.clearNotice() }
    switch shell.update(action, in: .results) {
    case .passed: break
    case .done(let effects): return effects
    case .edited(let prompt): return prompt.kind == .search ? find(.edited) : []
    case .paused(let prompt): return find(.paused(prompt.text))
    case .accepted(let prompt) where prompt.kind == .search: return find(.accepted(prompt.text))
    case .accepted(let prompt):
      shell.closePrompt()
      return Self.search(prompt.text)
    case .closed(let prompt): return prompt.kind == .search ? find(.closed) : []
    case .chosen(let action): return update(action)
    }
    switch action {
    case .moveInList(let lines): select(selected + lines)
    case .line(let number): select(number - 1)
    case .choose: return choose()
    case .scrollText(let rows): scrollText(by: rows)
    case .pageText(let screens): scrollText(by: screens * max(1, shell.size.rows - 3))
    case .startSearch: return find(.begin)
    case .nextMatch: return find(.goOn(forward: true))
    case .previousMatch: return find(.goOn(forward: false))
    case .startSearchOfEverything: shell.open(.everything)
    case .close where search.search != nil: search.end()
    case .close, .quit: return [.leave]
    case .exit: return [.exit]
    case .click(let row, _): return click(row: row)
    case .found(let results, let isAll): take(results, isAll)
    // All others are about other screens.
    default: break
    }
    return []
  }

  /// What is listed: of each where it is, and the words around it.
  var lines: ListLines {
    ListLines(
      context: .results, count: results.count, place: ListPlace(line: selected)
    ) { [results] in
      let result = results[$0]
      let name = result.number.map { SafeText("#\($0) ") } ?? "Article "
      return name + (result.author.map { $0 + " " } ?? "") + result.title + " " + result.snippet
    }
  }

  /// Takes a step of a search: of the text in place of the list, or else of the list.
  private mutating func find(_ step: ListSearch.Step) -> [Effect] {
    if shell.searchText(step, over: .results, columns: shell.size.columns) { return [] }
    if let place = search.take(step, in: lines, &shell) { select(place.line) }
    return []
  }

  /// To look for the words of a line in everything; nothing for a line without any.
  static func search(_ line: String) -> [Effect] {
    let query = line.trimmed
    return query.isEmpty ? [] : [.search(query)]
  }

  private mutating func scrollText(by rows: Int) {
    shell.scrollText(by: rows, over: .results, columns: shell.size.columns)
  }

  private mutating func select(_ index: Int) {
    selected = max(0, min(index, results.count - 1))
  }

  /// Takes over what was found so far.
  private mutating func take(_ found: [SearchResult], _ isAll: Bool) {
    results = found
    self.isAll = isAll
    select(selected)
    search.restart(in: lines)
  }

  /// Reads the discussion at the selected result.
  private mutating func choose() -> [Effect] {
    guard results.indices.contains(selected) else {
      shell.say("nothing to open")
      return []
    }
    return [.open(results[selected].discussion, comment: results[selected].comment)]
  }

  /// Selects the result that was clicked on; opens what is selected already.
  private mutating func click(row: Int) -> [Effect] {
    shell.forgetKeys()
    guard shell.isBare, let index = index(atRow: row) else { return [] }
    if index == selected { return choose() }
    selected = index
    return []
  }

  // MARK: On the screen

  /// Rows of one of them: where it is, and the words around it.
  private static let rowsOfEach = 2

  /// Those on the screen: the selected one is in the middle, as far as the ends allow.
  var indicesOnScreen: Range<Int> {
    let room = max(1, geometry.body.count / Self.rowsOfEach)
    let first = max(0, min(selected - room / 2, results.count - room))
    return first..<min(results.count, first + room)
  }

  /// The first row of one; nil if it is not on the screen.
  func row(of index: Int) -> Int? {
    let shown = indicesOnScreen
    guard shown.contains(index) else { return nil }
    return geometry.body.lowerBound + (index - shown.lowerBound) * Self.rowsOfEach
  }

  /// The result that a row belongs to; nil if there is none.
  private func index(atRow row: Int) -> Int? {
    let (body, shown) = (geometry.body, indicesOnScreen)
    guard body.contains(row) else { return nil }
    let index = shown.lowerBound + (row - body.lowerBound) / Self.rowsOfEach
    return shown.contains(index) ? index : nil
  }

  /// Where the reader is in it, in words.
  var words: SafeText {
    let nothing: SafeText =
      query == nil
      ? "no stars yet (" + shell.calls["toggle-star"] + " stars a comment)" : "nothing found"
    if results.isEmpty { return isAll ? nothing : "searching…" }
    let kind = query == nil ? "star" : "hit"
    let hits = isAll ? counted(results.count, kind) : "\(results.count)+ \(kind)s"
    return SafeText("\(selected + 1) of \(hits)") + search.note(at: selected)
  }
}
