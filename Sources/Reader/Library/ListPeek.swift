import DiscussionModel
import TextGrid

/// A peek over a list of discussions: the same for the library and for front pages.
struct ListPeek: Equatable, Sendable {
  /// How a discussion begins; nil if nobody asked for it.
  private(set) var shown: LibraryPeek?

  /// Whether nothing is shown over the list.
  var isClosed: Bool { shown == nil }

  /// The rows of a screen's body for lines of the list; the peek takes the lower part.
  func listRows(in body: Range<Int>) -> Range<Int> {
    isClosed ? body : body.lowerBound..<LibraryPeek.rows(in: body).lowerBound
  }

  /// Rows of text that is over the list: of the peek, or else of one in place of the screen.
  func textRows(in body: Range<Int>, of size: GridSize) -> Int {
    isClosed ? max(1, size.rows - 2) : max(0, LibraryPeek.rows(in: body).count - 1)
  }

  /// Shows how a discussion begins, or closes that.
  ///
  /// - Parameter id: that of the focused discussion; nil if none is.
  /// - Returns: what is to be requested; nil for nothing.
  mutating func toggle(_ id: String?) -> String? {
    shown = isClosed ? id.map { LibraryPeek(of: $0) } : nil
    return shown?.id
  }

  /// Goes on to the focused discussion, if that of another is on show.
  ///
  /// - Parameter id: that of the focused discussion; nil if none is.
  /// - Returns: what is to be requested; nil for nothing.
  mutating func follow(_ id: String?) -> String? {
    guard let shown, shown.id != id else { return nil }
    self.shown = id.map { LibraryPeek(of: $0) }
    return id
  }

  /// Shows how a discussion begins, or nothing if it cannot be read; what came too late changes nothing.
  mutating func take(_ page: Page?, of id: String, _ shell: Shell) {
    guard shown?.id == id else { return }
    if let page { shown?.show(page, shell) } else { shown = nil }
  }

  mutating func close() { shown = nil }

  /// Lays it out for a screen.
  mutating func set(in size: GridSize) { shown?.set(in: size) }

  /// Scrolls it.
  ///
  /// - Parameters:
  ///   - rows: by this many; negative is up.
  ///   - height: the rows that it has.
  mutating func scroll(by rows: Int, height: Int) { shown?.scroll(by: rows, rows: height) }
}
