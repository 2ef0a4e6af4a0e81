public import DiscussionModel
public import ReadMarks
import TextGrid

/// Everything about one discussion being read: where the reader is, what is folded, what is read.
///
/// Once it is restored it changes by actions, in ``update(_:layout:)``; ``press(_:layout:)`` makes
/// actions of keys. Views draw it, and the caller performs the effects.
public struct ReadingState: Sendable {
  /// What it shares with the other screens.
  public internal(set) var shell: Shell
  public internal(set) var page: Page
  public internal(set) var marks: Marks
  public internal(set) var folds: Folds
  /// The entry that keys are about; always one on show.
  public internal(set) var focus = 0
  /// The first row of the body.
  public internal(set) var top = ScrollPosition(entry: 0, row: 0)
  public internal(set) var mode = Mode.reading
  /// A newer state of the discussion that can be taken in; nil when there is none.
  var offered: Offer?
  /// Why the file is no longer a discussion; nil while it is.
  var fileProblem: SafeText?
  /// Whether there is a file that ``Effect/lookAtFile`` looks at.
  public var hasFile = false
  /// Whether it is known where to ask for a newer state.
  public var canFetch = false
  /// The comments whose missing replies were asked for, by their ids; nil for the article.
  var askedReplies: Set<String?> = []
  /// The widest that text is set, in cells; nil for as wide as the screen.
  public internal(set) var measure: Int? = Geometry.measure
  /// Whether the outline is wanted.
  public internal(set) var hasOutline = false
  public internal(set) var usesMouse = true
  /// Whether one entry is on the screen at a time, its place told in words, and nothing else: for
  /// those who hear or feel the screen.
  public internal(set) var isLinear = false
  /// Why only a part of the page is on show; nil when all of it is.
  public internal(set) var narrowing: Narrowing?
  /// What was folded before.
  var widerFolds: Folds?
  /// What is looked for in the texts; nil for nothing.
  public internal(set) var search: Search?
  /// What was looked for last.
  var lastPattern: Pattern?
  /// Where to return when the search that is being typed is broken off; nil when none is.
  var searchStart: SearchStart?
  /// A filter that is not yet applied to all comments; nil when none is.
  var filtering: Filtering?
  /// Which passages quote what.
  var quotes: QuoteIndex
  /// The quotation that was followed last; nil where none was.
  var lastQuotation: FollowedQuotation?
  var jumps = Jumps()
  /// For an entry the reply to which its parent was left last.
  var repliesLeft: [Int: Int] = [:]
  /// Whether passing a comment marks it read.
  public var marksByPassing = true

  /// What was opened in the texts of entries; entries without one have nothing opened.
  var opened: [Int: Opened] = [:]
  /// How far wide lines of an entry are scrolled to the left.
  public internal(set) var sideways = Sideways(entry: 0, cells: 0)
  var shown = ShownText()
  /// What takes back the last changes, the last one last, and what makes undone ones again.
  var undoSteps: [ChangeStep] = []
  var redoSteps: [ChangeStep] = []
  /// What is known of earlier visits.
  var earlier = EarlierReading()
  /// Whether the end was told and the next ``Action/readOn`` pages on all the same.
  var saidEnd = false
  /// What stands beside this discussion in the library; nil where it was not opened from there.
  public var neighbours: Neighbours?
  /// Whether the next ``Action/readOn`` goes to the next discussion.
  var offersNext = false

  /// Whether nothing is over the page.
  var isReading: Bool { mode == .reading && shell.over == nil }

  /// How long a frame must stand for its rows to count as shown, in milliseconds.
  public static let standingTime = 200

  /// A first visit, at the top of the page.
  public init(_ page: Page, shell: Shell) {
    self.page = page
    self.shell = shell
    quotes = QuoteIndex(page: page)
    marks = Marks(of: page)
    folds = Folds(count: page.count)
    folds.set(true, in: min(1, page.firstComment)..<page.firstComment)
  }
}
