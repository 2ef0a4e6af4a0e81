public import TextGrid

/// The library's screen: which discussions there are, what of them is listed, where the reader is.
///
/// It changes by actions, in ``update(_:)``; ``press(_:)`` makes actions of keys. A view draws it,
/// and the caller performs the effects.
public struct LibraryState: Equatable, Sendable {
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
  /// When what is typed is to be looked for, by the clock of ``milliseconds``; nil if it already is.
  var searchDue: Int?
  /// Milliseconds of a clock that never goes back.
  var milliseconds = 0
  var screen = Screen.discussions
  var over = Over.nothing
  /// What was pressed and is no command yet.
  public internal(set) var typed = TypedKeys()
  /// What can be done, and the keys for it.
  public var commands = Command.all
  /// What the last key had to say.
  public internal(set) var notice: SafeText?
  /// How far fetching is, for the status line; nil when none goes on.
  public internal(set) var fetching: SafeText?
  /// Why something is not being saved; nil while all is.
  public internal(set) var problem: SafeText?
  public internal(set) var size: GridSize
  /// Seconds since 1970.
  public internal(set) var now: Int64
  /// The themes that can be chosen, and the one in use.
  public var themes: [String] = []
  public var theme = ""
  /// What can be taken back, the last one last.
  var steps: [LibraryStep] = []

  /// What is listed.
  enum Screen: Equatable, Sendable {
    case discussions
    case found(LibraryResults)
  }

  /// What is over the list.
  enum Over: Equatable, Sendable {
    case nothing
    case peek(LibraryPeek)
    /// Help, from its row `top` on, 0-based.
    case help(top: Int)
    case prompt(Prompt)
  }

  /// How much is to be read.
  struct Left: Equatable, Sendable {
    var unread = 0
    var new = 0
    /// Discussions with news.
    var withNews = 0
  }

  /// - Parameters:
  ///   - entries: the discussions, in any order.
  ///   - size: the screen's.
  ///   - now: seconds since 1970.
  ///   - order: how they are listed.
  /// - Complexity: O(*n* log *n*).
  public init(
    _ entries: [LibraryEntry], size: GridSize, now: Int64, order: LibraryOrder = .news
  ) {
    self.entries = entries
    self.size = size
    self.now = now
    self.order = order
    list(at: nil)
  }

  /// The focused discussion; nil where none is listed.
  public var focused: LibraryEntry? { entry(at: focus) }

  /// Whether keys type a line.
  public var isTyping: Bool {
    if case .prompt = over { true } else { false }
  }

  /// The discussion on a line; nil for a line that there is not.
  func entry(at line: Int) -> LibraryEntry? {
    listing.lines.indices.contains(line) ? entries[listing.lines[line]] : nil
  }

  /// The line of a discussion; nil where it is not listed.
  ///
  /// - Complexity: O(*n*).
  func line(of id: String) -> Int? { listing.lines.firstIndex { entries[$0].id == id } }

  /// The commands that keys call.
  var context: Command.Context {
    switch over {
    case .nothing:
      if case .found = screen { return .results }
      return .library
    case .peek: return .libraryPeek
    case .help: return .text
    case .prompt: return .prompt
    }
  }

  /// Where everything stands on the screen.
  var geometry: Geometry { Geometry(size, measure: Self.measure) }

  /// The widest that lines are set, in cells.
  private static let measure = 115
}
