import TextGrid

/// The outline, the width of the text, the mouse.
extension ReadingState {
  /// From this width on the outline stands beside the text.
  static let columnsForOutline = 120
  /// The fewest cells of the outline beside the text, and the most that it has any use for.
  private static let (narrowestOutline, widestOutline) = (40, 80)

  /// Cells of the outline beside the text, without the line between them: what the text leaves, up
  /// to two fifths of the screen.
  var outlineColumns: Int {
    let left = shell.size.columns - 1 - Geometry(shell.size, measure: measure).pageColumns
    let most = min(shell.size.columns * 2 / 5, Self.widestOutline)
    return max(Self.narrowestOutline, min(left, most))
  }

  /// Whether the outline stands beside the text.
  var hasOutlineBeside: Bool {
    hasOutline && !isLinear && shell.size.columns >= Self.columnsForOutline
  }

  /// The part of the screen for the text.
  var pane: GridSize {
    let outline = hasOutlineBeside ? outlineColumns + 1 : 0
    return GridSize(columns: shell.size.columns - outline, rows: shell.size.rows)
  }

  /// Shows the outline or no longer: beside the text where there is room, else over it.
  mutating func toggleOutline(_ layout: inout Layout) -> [Effect] {
    if isLinear || shell.size.columns < Self.columnsForOutline {
      mode = .outline(selected: focus)
      hasOutline = true
    } else {
      hasOutline.toggle()
      relayout(&layout)
    }
    return [.remember(.outline(hasOutline))]
  }

  /// The entry so many lines further in the outline, which shows all that is not left out.
  func outlineEntry(_ lines: Int, from entry: Int) -> Int {
    var at = entry
    for _ in 0..<abs(lines) {
      let next = lines > 0 ? folds.first(from: at + 1, in: page) : lastInScope(before: at)
      guard let next else { break }
      at = next
    }
    return at
  }

  /// The entry before another that is not left out, folded or not; nil before the first.
  func lastInScope(before entry: Int) -> Int? {
    folds.scope.map { $0.last(before: entry) } ?? (entry > 0 ? entry - 1 : nil)
  }

  /// The widths that a text can have, in cells; nil for the whole screen.
  static let measures: [Int?] = [60, 72, 80, 100, nil]

  /// Sets the text in the next width.
  mutating func changeMeasure(_ layout: inout Layout) -> [Effect] {
    let wider = Self.measures.firstIndex { ($0 ?? .max) > measure ?? .max }
    measure = Self.measures[wider ?? 0]
    relayout(&layout)
    shell.say(
      measure.map { SafeText("text at most \($0) cells wide") } ?? "text as wide as the screen")
    return [.remember(.measure(measure))]
  }

  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    shell.say(usesMouse ? "mouse on (Shift selects text)" : "mouse off")
    return [.useMouse(usesMouse)]
  }

  /// Takes up what the reader chose in an earlier visit, or in the configuration.
  public mutating func prefer(_ preference: Preference, layout: inout Layout) {
    switch preference {
    case .outline(let isShown): hasOutline = isShown
    case .measure(let cells): measure = cells
    case .linear(let isWanted): isLinear = isWanted
    case .mouse(let isWanted): usesMouse = isWanted
    case .libraryOrder: break
    }
    relayout(&layout)
  }
}
