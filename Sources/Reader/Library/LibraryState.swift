import TextGrid

/// The library's screen: which discussions there are, what of them is listed, where the reader is.
///
/// It changes by actions, in ``update(_:)``; ``press(_:)`` makes actions of keys. A view draws it,
/// and the caller performs the effects.
public struct LibraryState: Equatable, Sendable {
  /// What it shares with the other screens.
  public internal(set) var shell: Shell
  /// All there are, those included that will be removed.
  public internal(set) var entries: [LibraryEntry]
  var listing = LibraryListing()
  /// What is to be read in all that is listed, muted ones left out.
  var left = Left()
  /// The line that keys are about, 0-based; 0 where nothing is listed.
  public internal(set) var focus = 0
  /// The first line on the screen.
  var top = 0
  public internal(set) var order: LibraryOrder
  var filter: LibraryFilter?
  /// What is looked for in titles; nil for nothing.
  var search: LibrarySearch?
  /// Where to return when the search that is being typed is broken off; nil when none is.
  var searchStart: LibrarySearchStart?
  /// What was looked for last.
  var lastPattern: Pattern?
  /// How the focused discussion begins, over the list; nil if it was not asked for.
  var peek: LibraryPeek?
  /// What can be taken back, the last one last.
  var steps: [LibraryStep] = []

  /// How much is to be read.
  struct Left: Equatable, Sendable {
    var unread = 0
    var new = 0
    /// Discussions with news.
    var withNews = 0
  }

  /// - Parameters:
  ///   - entries: the discussions, in any order.
  ///   - shell: what it shares with the other screens.
  ///   - order: how they are listed.
  /// - Complexity: O(*n* log *n*).
  public init(
    _ entries: [LibraryEntry], shell: Shell, order: LibraryOrder = .news
  ) {
    self.entries = entries
    self.shell = shell
    self.order = order
    list(at: nil)
  }

  /// Takes over what it shares with the screen that was on top.
  public mutating func take(_ shell: Shell) {
    self.shell = shell
    relayout()
  }

  /// The focused discussion; nil where none is listed.
  public var focused: LibraryEntry? { entry(at: focus) }

  /// The discussion on a line; nil for a line that there is not.
  func entry(at line: Int) -> LibraryEntry? {
    listing.lines.indices.contains(line) ? entries[listing.lines[line]] : nil
  }

  /// The line of a discussion; nil where it is not listed.
  ///
  /// - Complexity: O(*n*).
  func line(of id: String) -> Int? { listing.lines.firstIndex { entries[$0].id == id } }

  /// Whose keys are in force.
  var context: Command.Context {
    shell.context(over: peek == nil ? .library : .libraryPeek)
  }

  /// Where everything stands on the screen.
  var geometry: Geometry { Geometry(shell.size, measure: Geometry.listMeasure) }
}
