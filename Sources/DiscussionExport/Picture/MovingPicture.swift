public import Reader
public import TextGrid

/// Screens that follow each other, as one SVG: CSS shows each of them in its time, again and again.
///
/// There is no script in it, and it loads nothing, so that a page can show it as an image. What
/// several screens share is drawn once: each different row is a symbol, which is used at each of its
/// places in the times in which it is there. Without animation, and if the viewer does not want
/// motion, one screen stands.
public struct MovingPicture {
  private let screens: [ScriptedReading.Screen]
  private let themes: [Theme]
  private let still: Int
  private var classes: PictureClasses
  /// The drawn rows, each the elements of its symbol.
  private var symbols: [[SafeText]] = []
  private var symbolIndices: [String: Int] = [:]
  /// What is on the screens at some times: in the order in which it came first.
  private var groups: [(times: [Bool], elements: [SafeText])] = []

  /// Rows for captions below the screen.
  private static let captionRows = 2

  /// - Parameters:
  ///   - screens: what is shown, in order, in each of the themes; all of the same size, at least one.
  ///   - themes: the picture's theme, or the light one and the dark one.
  ///   - still: the screen for those who do not want motion: an index of the screens.
  public init(_ screens: [ScriptedReading.Screen], themes: [Theme], still: Int) {
    self.screens = screens
    self.themes = themes
    self.still = still
    classes = PictureClasses(themes)
    place()
  }

  private var size: GridSize { screens.first?.frames.first?.size ?? GridSize(columns: 0, rows: 0) }

  private var hasCaptions: Bool { screens.contains { !$0.caption.isEmpty || !$0.keys.isEmpty } }

  /// The lines of the picture, top to bottom, without their line ends.
  ///
  /// - Complexity: O(cells of all screens).
  public var lines: [SafeText] {
    let area = PictureArea(
      columns: size.columns, rows: size.rows + (hasCaptions ? Self.captionRows : 0))
    var lines = [area.start, "<style>"] + style.map { SafeText($0) } + ["</style>", "<defs>"]
    for (index, symbol) in symbols.enumerated() {
      lines += [SafeText("<g id=\"r\(index)\">")] + symbol + ["</g>"]
    }
    lines += ["</defs>", area.ground("rx=\"6\" class=\"ground\"")]
    // A page may be as light or dark as the picture.
    lines.append(area.ground("rx=\"6\" class=\"line\""))
    if hasCaptions { lines.append(area.rule(above: size.rows)) }
    for (index, group) in groups.enumerated() {
      let isAlways = group.times.allSatisfy { $0 }
      lines.append(isAlways ? "<g>" : SafeText("<g class=\"t t\(index)\">"))
      lines += group.elements + ["</g>"]
    }
    return lines + ["</svg>"]
  }

  // MARK: What is where, and when

  /// Finds what the screens share.
  private mutating func place() {
    var times: [Placed: [Bool]] = [:]
    var order: [Placed] = []
    for (index, screen) in screens.enumerated() {
      var placed = (0..<size.rows).map { Placed(symbol: symbol(row: $0, of: screen), row: $0) }
      placed.append(Placed(symbol: caption(of: screen), row: size.rows + 1))
      for piece in placed where !symbols[piece.symbol].isEmpty {
        if times[piece] == nil { order.append(piece) }
        times[piece, default: Array(repeating: false, count: screens.count)][index] = true
      }
    }
    var indices: [[Bool]: Int] = [:]
    for piece in order {
      guard let shown = times[piece] else { continue }
      let index = indices[shown, default: groups.count]
      if index == groups.count { groups.append((shown, [])) }
      indices[shown] = index
      groups[index].elements.append(PictureArea.use(piece.symbol, row: piece.row))
    }
  }

  /// A drawn row at its place.
  private struct Placed: Hashable {
    let symbol: Int
    let row: Int
  }

  /// The symbol of a row of a screen.
  private mutating func symbol(row: Int, of screen: ScriptedReading.Screen) -> Int {
    let rows = screen.frames.map { $0.row(row) }
    guard let first = rows.first else { return index(of: []) }
    let runs = PictureRun.runs(of: first) { column in
      classes.look(rows.map { $0[$0.startIndex + column].style })
    }
    return index(of: draw(runs))
  }

  /// The symbol of what is below a screen: the keys, and the caption.
  private mutating func caption(of screen: ScriptedReading.Screen) -> Int {
    var frame = Frame(size: GridSize(columns: size.columns, rows: 1))
    var runs: [PictureRun<[PictureStyle]>] = []
    var elements: [SafeText] = []
    var column = 1
    func look(_ role: Role) -> [PictureStyle] { classes.look(themes.map { $0[role] }) }
    if !screen.keys.isEmpty {
      let end = frame.write(screen.keys, row: 0, column: column)
      elements.append(PictureArea.keyCap(column, columns: end - column))
      runs += PictureRun.runs(of: frame.row(0)) { _ in look(.helpKey) }
      column = end + 2
    }
    var words = Frame(size: frame.size)
    words.write(screen.caption, row: 0, column: column)
    runs += PictureRun.runs(of: words.row(0)) { _ in look(.text) }
    return index(of: elements + draw(runs))
  }

  private mutating func draw(_ runs: [PictureRun<[PictureStyle]>]) -> [SafeText] {
    let backgrounds = runs.filter { $0.look.contains { $0.background != nil } }.map { run in
      run.rectangle("class=\"b\(classes.index(of: run.look))\"")
    }
    return backgrounds
      + runs.compactMap { run in
        let shown = run.look.contains { $0.isUnderlined } ? run : run.trimmed
        guard shown.width > 0 else { return nil }
        return shown.text("class=\"c\(classes.index(of: run.look))\"")
      }
  }

  /// The number of a symbol; the same for the same elements.
  private mutating func index(of elements: [SafeText]) -> Int {
    let key = elements.map(\.string).joined(separator: "\n")
    if let index = symbolIndices[key] { return index }
    symbols.append(elements)
    symbolIndices[key] = symbols.count - 1
    return symbols.count - 1
  }

  // MARK: Style

  /// When each screen begins, and at last when all begins again, in milliseconds.
  private var starts: [Int] {
    screens.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.milliseconds) }
  }

  private var style: [String] {
    let total = starts.last ?? 0
    var lines = [
      PictureArea.textStyle.string, ".line { fill: none }",
      ".t { visibility: hidden; animation: \(total)ms step-end infinite }",
    ]
    for (index, group) in groups.enumerated() where !group.times.allSatisfy({ $0 }) {
      let isStill = group.times.indices.contains(still) && group.times[still]
      lines.append(
        ".t\(index) { \(isStill ? "visibility: visible; " : "")animation-name: t\(index) }")
      lines.append("@keyframes t\(index) { \(frames(of: group.times)) }")
    }
    lines.append("@media (prefers-reduced-motion: reduce) { .t { animation: none } }")
    return lines + classes.rules
  }

  /// The moments at which something comes or goes; it stays as it is until the next.
  private func frames(of times: [Bool]) -> String {
    let starts = starts
    var parts: [String] = []
    for (index, isShown) in times.enumerated() where index == 0 || times[index - 1] != isShown {
      let thousandths = starts[index] * 100_000 / max(1, starts.last ?? 1)
      let rest = String(thousandths % 1000 + 1000).dropFirst()
      parts.append(
        "\(thousandths / 1000).\(rest)% { visibility: \(isShown ? "visible" : "hidden") }")
    }
    return parts.joined(separator: " ")
  }
}
