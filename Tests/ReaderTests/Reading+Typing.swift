import DiscussionModel
import TextGrid

@testable import Reader

extension Reading {
  /// Presses keys, types a line, pauses, and presses keys again.
  mutating func press(_ keys: String, typing line: String, then rest: String = "") {
    press(keys)
    type(line)
    pause()
    press(rest)
  }

  /// Types a text, a character at a time.
  mutating func type(_ text: String) {
    for character in text { effects += state.press(.character(character), layout: &layout) }
  }

  /// The first row of the body: its entry, and which row of that.
  var top: String {
    let top = state.viewport.top
    let name = state.page.name(of: top.entry)
    return (name.hasPrefix("comment/") ? String(name.dropFirst(8)) : name) + " \(top.row)"
  }

  /// The row of the body at which the focused entry begins, 0-based; 0 when that is above.
  mutating func rowOfFocus() -> Int { state.viewport.rowOfFocus(state.sheet.rows, &layout) }

  /// The names of what is on show, top to bottom, folded ones with a `+`.
  var onShow: [String] {
    state.outline.entries(in: state.page).map { entry in
      let name = state.page.name(of: entry)
      let short = name.hasPrefix("comment/") ? String(name.dropFirst(8)) : name
      return short + (state.outline.isFolded(entry) ? "+" : "")
    }
  }

  /// The pieces of the screen in a style, row by row.
  mutating func pieces(of roles: Role...) -> [String] {
    let styles = Dictionary(
      uniqueKeysWithValues: Role.allCases.enumerated().map { index, role in
        (role, Style(foreground: .indexed(UInt8(index + 100))))
      })
    let theme = Theme(name: "marked", isDark: true, styles: styles).withoutPeople
    let frame = ScreenView.frame(state, layout: &layout, theme: theme)
    let wanted = roles.compactMap { styles[$0] }
    var result: [String] = []
    for row in 0..<frame.size.rows {
      var piece = ""
      var last: Style?
      for cell in frame.row(row) {
        if let last, cell.style != last, !piece.isEmpty {
          result.append(piece)
          piece = ""
        }
        last = cell.style
        if wanted.contains(cell.style) { piece += cell.text }
      }
      if !piece.isEmpty { result.append(piece) }
    }
    return result
  }
}
