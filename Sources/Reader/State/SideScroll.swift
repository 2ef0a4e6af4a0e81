/// How far what is beside the text is scrolled, while one entry is focused.
struct SideScroll: Equatable, Sendable {
  private var focus = 0
  /// The entry in the middle of the outline; nil for the focused one.
  private var middle: Int?
  /// Rows of the third column above its first one on the screen.
  private var top = 0

  /// The entry in the middle of the outline.
  func middle(at focus: Int) -> Int { self.focus == focus ? middle ?? focus : focus }

  /// Rows of the third column above its first one on the screen.
  func top(at focus: Int) -> Int { self.focus == focus ? top : 0 }

  mutating func setMiddle(_ entry: Int, at focus: Int) {
    follow(focus)
    middle = entry
  }

  mutating func setTop(_ rows: Int, at focus: Int) {
    follow(focus)
    top = rows
  }

  private mutating func follow(_ focus: Int) {
    if self.focus != focus { self = SideScroll() }
    self.focus = focus
  }
}
