import Reader
import TextGrid

/// How discussions are shown.
enum Presentation {
  /// On the whole screen.
  case screen
  /// On the whole screen, one comment at a time in words.
  case linear
  /// Line by line, below what was printed before; nothing is drawn.
  case lines(LineInput.Source)

  /// What holds unless the user chose something else.
  var defaults: [Preference] {
    switch self {
    case .screen, .linear: []
    // A line is as long as its paragraph; the printer breaks it where there is a terminal.
    case .lines: [.measure(nil)]
    }
  }

  /// What holds whatever the user chose.
  var preferences: [Preference] {
    switch self {
    case .screen: [.linear(false)]
    case .linear, .lines: [.linear(true)]
    }
  }

  /// The rows of a list where lines are printed; a discussion has as many as its comment needs.
  static let listRows = 24

  /// The size of the screen whose lines are printed: wide enough for a long paragraph.
  static let printedSize = GridSize(columns: 30_000, rows: listRows)
}
