import DiscussionModel
import TextGrid

/// What a click does; it marks nothing.
extension ReadingState {
  /// To what was clicked on: an entry, on its first row folded or opened when it is focused already;
  /// a link, which is told; in the map that part of the thread; in the first row what the topmost
  /// comment answers; in a list its line.
  mutating func click(row: Int, column: Int, _ layout: inout Layout) -> [Effect] {
    shell.forgetKeys()
    let column = column - (shell.size.columns - pane.columns)
    if column < 0 { return isReading ? clickOutline(row: row, &layout) : [] }
    if shell.over != nil { return [] }
    switch mode {
    case .reading: break
    case .list(var list):
      let rows = ListView.rows(count: count(of: list), selected: list.selected, shell.size)
      guard rows.contains(rows.lowerBound + row) else { return [] }
      list.selected = rows.lowerBound + row
      mode = .list(list)
      return choose(&layout)
    case .outline(let selected):
      let rows = max(1, shell.size.rows - 2)
      let entries = OutlineView.entries(self, around: selected, rows: rows)
      guard entries.indices.contains(row) else { return [] }
      mode = .outline(selected: entries[row])
      return choose(&layout)
    case .inspection, .peek: return []
    }
    let geometry = layout.geometry
    if row == geometry.contextRow {
      let parent = page.parent(of: top.entry) ?? 0
      if top.entry > 0, !folds.isLeftOut(parent) { show(parent, &layout) }
    } else if column == geometry.mapColumn, geometry.body.contains(row) {
      let count = page.thread.count
      let position = (row - geometry.body.lowerBound) * count / geometry.body.count
      if position < count { show(folds.visible(position + page.firstComment, in: page), &layout) }
    } else {
      clickPage(row: row, column: column, &layout)
    }
    return []
  }

  private mutating func clickPage(row: Int, column: Int, _ layout: inout Layout) {
    let positions = positionsOnScreen(&layout)
    let index = row - layout.geometry.body.lowerBound
    guard positions.indices.contains(index) else { return }
    let position = positions[index]
    let entry = position.entry
    guard position.row < rowCount(of: entry, &layout) else { return }
    let wasFocused = entry == focus
    focus = entry
    if let target = link(at: position, column: column, &layout) {
      shell.say(SafeText("[\(target.number)] \(target.address) · \(target.number)x opens it"))
    } else if folds.isFolded(entry) || wasFocused && position.row == 0 && entry > 0 {
      toggleFold(&layout)
    }
  }

  /// The link that is drawn in a column of a row; nil where there is none.
  private func link(
    at position: ScrollPosition, column: Int, _ layout: inout Layout
  ) -> (number: Int, address: SafeText)? {
    if isShort(position.entry) { return nil }
    let rows = text(of: position.entry, &layout)
    let index = position.row - (hasHeader(position.entry) ? 1 : 0)
    guard rows.indices.contains(index) else { return nil }
    let row = rows[index]
    var at = layout.geometry.textColumn(depth: page.depth(of: position.entry))
    at += row.marginWidth
    at -= row.scrolled(
      by: sidewaysCells(of: position.entry), room: layout.geometry.textLimit - at + row.marginWidth)
    for part in row.parts {
      let end = at + part.text.width
      if at..<end ~= column, let number = part.link {
        let links = page.links(of: position.entry)
        return links.indices.contains(number - 1) ? (number, links[number - 1]) : nil
      }
      at = end
    }
    return nil
  }

  /// To the comment on a line of the outline beside the text.
  private mutating func clickOutline(row: Int, _ layout: inout Layout) -> [Effect] {
    let entries = OutlineView.entries(self, around: focus, rows: shell.size.rows)
    if entries.indices.contains(row) { show(entries[row], &layout) }
    return []
  }
}
