import DiscussionModel
import ReadMarks
import TextGrid

/// Lists over the page: stars, replies that quote, links.
extension ReadingState {
  /// The positions of the comments with a star.
  ///
  /// - Complexity: O(*n*).
  public var stars: [Int] { marks.positions(with: .starred) }

  /// The positions that a list of comments shows; empty for one of links.
  func positions(in list: ChoiceList) -> [Int] {
    switch list.kind {
    case .stars: stars
    case .quoting(let positions): positions
    case .links: []
    }
  }

  /// How many lines a list has.
  func count(of list: ChoiceList) -> Int {
    if case .links(let targets) = list.kind { return targets.count }
    return positions(in: list).count
  }

  mutating func listStars() {
    let stars = stars
    guard !stars.isEmpty else {
      shell.say("no stars yet (s stars a comment)")
      return
    }
    let here = page.position(of: focus) ?? 0
    let selected = stars.lastIndex { $0 <= here } ?? 0
    mode = .list(ChoiceList(kind: .stars, selected: selected))
  }

  mutating func listLinks() {
    let links = page.links(of: focus)
    guard !links.isEmpty else {
      shell.say("no links here")
      return
    }
    mode = .list(ChoiceList(kind: .links(links)))
  }

  /// Selects another line of a list or of the outline.
  mutating func moveInList(by lines: Int) {
    switch mode {
    case .list(var list):
      list.selected = max(0, min(list.selected + lines, count(of: list) - 1))
      mode = .list(list)
    case .outline(let selected):
      mode = .outline(selected: outlineEntry(lines, from: selected))
    case .reading, .inspection, .peek: break
    }
  }

  /// Goes to what is selected, or opens it.
  mutating func choose(_ layout: inout Layout) -> [Effect] {
    switch mode {
    case .list(let list):
      mode = .reading
      if case .links = list.kind { return openLink(number: list.selected + 1) }
      let positions = positions(in: list)
      if positions.indices.contains(list.selected) { reveal(positions[list.selected], &layout) }
    case .peek(let entry, _):
      mode = .reading
      show(entry, &layout)
    case .outline(let selected):
      mode = .reading
      show(selected, &layout)
    case .reading, .inspection: break
    }
    return []
  }

  /// The lines of help.
  var helpLines: [OverlayView.Line] {
    HelpLines.lines(of: shell.commands, in: .reading, columns: pane.columns)
  }

  /// All that is known of the focused entry.
  var inspectionLines: [OverlayView.Line] { Inspection.lines(of: self, columns: pane.columns) }

  /// Scrolls text that is over the page.
  mutating func scrollText(by rows: Int, _ layout: inout Layout) {
    if shell.helpTop != nil {
      shell.scrollHelp(by: rows, last: OverlayView.lastTop(helpLines, shell.size))
      return
    }
    switch mode {
    case .inspection(let top):
      let last = OverlayView.lastTop(inspectionLines, shell.size)
      mode = .inspection(top: max(0, min(top + rows, last)))
    case .peek: scrollPeek(by: rows, &layout)
    case .reading, .list, .outline: break
    }
  }
}
