public import DiscussionModel
public import ReadMarks
public import TextGrid

/// Everything that can change a screen: the one of a discussion, or the library's.
///
/// A screen does nothing for an action that it does not have. What carries much is indirect, because the
/// table of commands holds hundreds of actions.
public enum Action: Equatable, Sendable {
  // Moving.
  case next, previous
  /// By so many entries on show, past what is taller than the screen, or lines; negative is up.
  case move(Int)
  case readOn
  /// By so many screens, less a row each; negative is up.
  case page(Int)
  /// By so many half screens, and by so many rows; negative is up.
  case halfPage(Int), scroll(Int)
  case first, last
  /// To the comment with a number.
  case comment(number: Int)
  case nextSibling, previousSibling
  case parent, firstReply
  case nextThread, previousThread
  case nextUnread, previousUnread
  case nextNew, previousNew
  /// To a thread with new comments, or with unread ones if nothing is new.
  case nextNewThread, previousNewThread
  case nextByAuthor, previousByAuthor
  /// Scrolls so that the focused entry is there on the screen.
  case put(Height)
  /// Through the jumps that were made.
  case back, forward
  /// So often, as far as something changes.
  indirect case again(Action, times: Int)

  // Folding.
  case toggleFold
  case foldAll, openAll
  /// By one level of what is on show.
  case foldLevel, openLevel
  /// The whole thread, and on to the next one.
  case foldThread
  /// Whatever holds nothing unread.
  case foldRead
  /// Whatever does not lead to new comments.
  case foldToNew
  /// Shows or hides again what the entry hides: masked words, a content warning's text.
  case toggleHidden
  /// By so many half widths of the text; negative is back to the left.
  case scrollSideways(Int)
  /// Turns the wrapping of code and tables on or off.
  case toggleWrapping

  // Marking.
  case toggleRead
  case finishBranch, finishThread
  case markAllRead
  case toggleMute
  case toggleStar
  case undo, redo
  /// Shows what the file says by now, or else asks the site for what is new.
  case takeIn
  /// Asks the site for the replies that it has and the file has not.
  case fetchReplies

  // Finding.
  case startSearch
  case nextMatch, previousMatch
  /// Cancels a search or filter that is still looking at texts.
  case stopSearching
  case startFilter
  /// Shows only what a line of words asks for; an empty one shows everything again.
  case filter(String)
  case filterAuthor
  /// Shows only what is unread, and hides again what has been read once the reader moves on.
  case hideRead
  case toggleConversation
  /// To what the entry quotes, and the comments that quote it.
  case followQuotation, listQuoting

  // Prompts.
  case type(Character)
  /// Text that was pasted; nil for one that is too long.
  case paste(String?)
  case erase, eraseWord, eraseAll
  case accept
  /// In what a prompt or a list offers: by so many lines.
  case moveInList(Int)

  // Looking.
  case peek
  case inspect
  case help
  /// What was said last.
  case listMessages
  case listStars
  /// Over the page: what is new, by thread.
  case listNew
  /// From when on comments may count as new.
  case listSince
  case toggleOutline
  case palette
  /// The next width of the text.
  case nextMeasure
  case toggleMouse
  case redraw
  /// To what the selected line names, or to what a peek shows.
  case choose
  case scrollText(Int), pageText(Int)
  /// By so many lines: the outline beside the text, and the third column.
  case scrollOutline(Int), scrollBeside(Int)
  case close

  // Taking.
  case copyText, copyQuote, copyLink
  case openPage, openArticle
  /// Shows the article that the discussion links to, or puts it away.
  case toggleLinked
  case listLinks
  /// Those of the whole page.
  case listAllLinks
  /// To the comment of the selected line.
  case goToSelected
  /// By its number in the text, 1-based.
  case openLink(number: Int)

  /// Back to where the reader came from, and at last out; out at once.
  case quit, exit
  /// To another discussion of the library.
  case nextDiscussion, previousDiscussion

  // In the library.
  /// To a line by its number, 1-based.
  case line(number: Int)
  /// Around the ends.
  case nextWithNews, previousWithNews
  /// Reads the focused discussion.
  case open
  case catchUp, remove
  case nextOrder
  /// Lists only some discussions; nil lists all again.
  case list(LibraryFilter?)
  case startSearchOfEverything
  /// Fetches the focused discussion again, or the list of a front page.
  case fetch
  /// A line is to be typed that names a front page.
  case startFront
  /// Begins to type the link of a discussion, or the path of a file.
  case startLink, startFile
  /// On a front page: the site's next page; the focused discussion kept for good, or the front page itself; all that
  /// is listed as one discussion.
  case fetchMore, keep, keepSource, readTogether
  /// Asks who else discusses the article.
  case listElsewhere

  // What happens outside.
  case click(row: Int, column: Int)
  case resize(GridSize)
  /// The time, in seconds since 1970.
  case clock(Int64)
  /// The time, in milliseconds of a clock that never goes back: see ``Shell/nextTick``.
  case tick(Int)
  /// The last frame has stood for ``ReadingState/standingTime``.
  case stood
  /// Some of the work that was put off: a unit is about 10 µs, and each comment at least one.
  case work(units: Int)
  /// The file says something else by now.
  indirect case offer(Page)
  /// The linked article was fetched, as somebody wanted to read it.
  indirect case linkedArticle(LinkedArticle)
  /// The file is no longer a discussion, and why; nil once it is one again.
  case fileProblem(SafeText?)
  /// The file was looked at because ``Effect/lookAtFile`` asked for it.
  case lookedAtFile
  /// Another reader of the discussion has saved something.
  indirect case takeOver(EarlierReading)
  /// Something to be told once, and that something went wrong.
  case say(SafeText), report(SafeText)
  /// Say what was wrong with the line that was typed, which can then be mended.
  case mend(SafeText)
  /// The focused entry was printed, from its first line to its last.
  case printed
  /// How far fetching is; nil when none goes on.
  case fetching(SafeText?)
  /// Marks could not be saved, and why; nil once they could.
  case saved(problem: SafeText?)
  /// The library holds these, in any order.
  case entries([LibraryEntry])
  /// One discussion is so by now; one that is not listed yet is added.
  indirect case entry(LibraryEntry)
  /// The front pages that are listed above them.
  case sources([LibrarySource])
  /// What a front page lists by now; and a newer list, which is only offered to a reader who is busy with this one.
  indirect case front(FrontListing), frontOffer(FrontListing)
  /// Why the list of a front page could not be fetched.
  case frontProblem(SafeText)
  /// To the line of a discussion, by its id, on a front page by its link.
  case focus(id: String)
  /// How a discussion begins: what ``Effect/peek(_:)`` asked for; nil if it cannot be read.
  indirect case peeked(id: String, Page?)
  /// What was found everywhere so far: what ``Effect/search(_:)`` asked for.
  case found([SearchResult], isAll: Bool)

  /// Where on the screen.
  public enum Height: Equatable, Sendable { case top, middle, bottom }
}

/// What the caller must do outside.
public enum Effect: Equatable, Sendable {
  /// To be kept before the next frame is shown.
  case save([SavedChange])
  /// Lines to be put where other programs can paste them from.
  case copy([SafeText])
  /// An address to be opened by another program; its scheme is one that may be.
  case browse(SafeText)
  /// Everything is to look as this theme says.
  case useTheme(String)
  /// What the reader wants to be so next time too.
  case remember(Preference)
  case useMouse(Bool)
  /// The file may have changed just now: it is to be looked at, and then
  /// ``Action/lookedAtFile`` to be applied.
  case lookAtFile
  /// A discussion is to be fetched again, by its id.
  case fetch(String)
  /// The site is to be asked for the missing replies to a comment, by its id, or to the article.
  case fetchReplies(to: String?)
  /// The article to which the discussion links is to be fetched, by its address.
  case fetchArticle(String)
  /// The terminal may show something else than the last frame.
  case redraw
  /// A discussion is to be read, at one of its comments or where it was left.
  case open(String, comment: String?)
  /// The discussion at an address is to be read, and fetched first if the library does not have it.
  case openLink(String)
  /// The discussion in a file is to be kept and read, by the file's path.
  case openFile(String)
  /// A front page is to be listed on a screen of its own, by its name or address.
  case openFront(String)
  /// The front page on top is to be fetched again, or the page after the last one.
  case fetchFront(more: Bool)
  /// To be answered with ``Action/peeked(id:_:)``, by the link.
  case peekLink(String)
  /// The newer list that was offered is to be listed.
  case takeFrontOffer
  /// The discussion at an address, or the one on top, is to be kept until it is removed by hand.
  case keepLink(String), keepDiscussion
  /// The front page on top is to be listed in the library from now on.
  case keepSource
  /// A discussion is not to be listed on front pages any more, or again.
  case hide(String, Bool)
  /// The site of the front page on top is to be asked for words.
  case searchSite(String)
  /// It is to be listed who else discusses the article at an address.
  case listElsewhere(String)
  /// The discussions at some addresses are to be read as one.
  case readTogether([String])
  /// To be answered with ``Action/peeked(id:_:)``.
  case peek(String)
  /// All comments of a discussion are to be marked read, before the next frame is shown.
  case catchUp(String)
  /// What the last ``catchUp(_:)`` of a discussion marked is to be unread again.
  case undoCatchUp(String)
  case mute(String, Bool)
  /// Discussions are to be removed for good; nothing brings them back.
  case remove([String])
  /// To be looked for in everything, on a screen of its own.
  case search(String)
  /// The stars of all discussions are to be listed, on a screen of its own.
  case listAllStars
  /// This screen is left for the one below it; the last one ends the program.
  case leave
  /// This discussion is left for the one that ``Neighbours`` names so.
  case leaveForNext, leaveForPrevious
  /// The program ends.
  case exit
}

/// The discussions with something unread beside one that was opened from the library.
public struct Neighbours: Equatable, Sendable {
  /// Their titles; nil where there is none.
  public var next: SafeText?
  public var previous: SafeText?

  public init(next: SafeText? = nil, previous: SafeText? = nil) {
    self.next = next
    self.previous = previous
  }
}

/// What a reader chose, and is to hold the next time.
public enum Preference: Equatable, Sendable {
  case outline(Bool)
  /// One entry at a time, for those who hear or feel the screen.
  case linear(Bool)
  /// Cells; nil for the whole screen.
  case measure(Int?)
  case libraryOrder(LibraryOrder)
}

extension Action {
  /// Whether it is a reader's wish, and not something that happened outside.
  var isCommand: Bool {
    switch self {
    case .resize, .clock, .tick, .stood, .printed, .work, .say, .report, .mend, .fetching, .saved,
      .offer,
      .linkedArticle,
      .fileProblem,
      .lookedAtFile, .takeOver, .paste, .entries, .entry, .sources, .front, .frontOffer,
      .frontProblem,
      .focus,
      .peeked, .found:
      false
    case .next, .previous, .move, .readOn, .page, .halfPage, .scroll, .first, .last, .comment,
      .parent, .firstReply, .nextSibling, .previousSibling, .nextThread, .previousThread,
      .nextUnread, .previousUnread, .nextNew, .previousNew, .nextNewThread, .previousNewThread,
      .nextByAuthor, .previousByAuthor, .put, .back, .forward, .again, .toggleFold, .foldAll,
      .openAll, .foldLevel, .openLevel,
      .foldThread, .foldRead, .foldToNew, .toggleHidden, .scrollSideways, .toggleWrapping,
      .toggleRead, .finishBranch, .finishThread, .markAllRead, .toggleMute, .toggleStar, .undo,
      .redo, .takeIn,
      .fetchReplies, .startSearch, .nextMatch, .previousMatch, .stopSearching, .startFilter,
      .filter,
      .filterAuthor, .hideRead, .toggleConversation, .followQuotation, .listQuoting, .type, .erase,
      .eraseWord,
      .eraseAll,
      .accept, .moveInList, .peek,
      .inspect, .help, .listMessages, .listStars, .listNew, .listSince, .listLinks, .listAllLinks,
      .openLink, .toggleOutline,
      .palette, .nextMeasure, .toggleMouse, .redraw, .choose, .scrollText, .pageText,
      .scrollOutline,
      .scrollBeside, .close, .copyText, .copyQuote, .copyLink,
      .openPage, .openArticle, .toggleLinked, .quit, .exit, .nextDiscussion, .previousDiscussion,
      .line,
      .nextWithNews, .previousWithNews, .open, .catchUp, .remove, .nextOrder, .list,
      .startSearchOfEverything, .fetch, .startFront, .startLink, .startFile, .fetchMore, .keep,
      .keepSource, .readTogether,
      .listElsewhere, .click, .goToSelected:
      true
    }
  }

  /// Whether it needs no more of a discussion than its beginning.
  var worksOnBeginning: Bool {
    switch self {
    case .next, .previous, .move, .readOn, .page, .halfPage, .scroll, .first, .put, .back, .forward,
      .parent,
      .firstReply, .toggleFold, .toggleHidden, .scrollSideways, .toggleWrapping, .type, .erase,
      .eraseWord, .eraseAll,
      .accept, .moveInList, .inspect, .help, .listMessages, .toggleOutline, .palette, .nextMeasure,
      .toggleMouse,
      .redraw, .choose, .scrollText, .pageText, .scrollOutline, .scrollBeside, .close, .copyText,
      .copyQuote,
      .copyLink, .openPage, .openArticle, .openLink, .quit, .exit, .click, .stopSearching:
      true
    case .again(let action, _): action.worksOnBeginning
    default: !isCommand
    }
  }

  /// How many entries further it leads at most; 0 if it does not lead further.
  func reach(on size: GridSize) -> Int {
    switch self {
    case .next, .readOn, .firstReply, .forward: 1
    case .move(let count), .scroll(let count): max(0, count)
    case .page(let count), .halfPage(let count):
      max(0, count).multipliedReportingOverflow(by: size.rows).overflow
        ? .max : max(0, count) * size.rows
    case .again(let action, let times):
      action.reach(on: size).multipliedReportingOverflow(by: times).overflow
        ? .max : action.reach(on: size) * times
    default: 0
    }
  }

  /// Whether what is new stays over the page; any other command closes that first.
  var leavesNewsOpen: Bool {
    switch self {
    case .moveInList, .choose, .close, .startSearch, .nextMatch, .previousMatch, .stopSearching,
      .help, .palette, .redraw, .toggleMouse, .type, .erase,
      .eraseWord, .eraseAll, .accept, .scrollText, .pageText, .scrollOutline, .scrollBeside, .click:
      true
    default: !isCommand
    }
  }

  /// Whether it goes far, so that one may want to come back.
  var isJump: Bool {
    switch self {
    case .first, .last, .comment, .parent, .nextThread, .previousThread, .nextUnread,
      .previousUnread, .nextNew, .previousNew, .nextNewThread, .previousNewThread, .nextByAuthor,
      .previousByAuthor, .finishBranch,
      .finishThread, .foldThread, .nextMatch, .previousMatch, .followQuotation, .choose, .click,
      .undo, .redo, .goToSelected, .toggleLinked, .linkedArticle:
      true
    case .again(let action, _): action.isJump
    case .next, .previous, .move, .readOn, .page, .halfPage, .scroll, .firstReply, .nextSibling,
      .previousSibling, .put, .back, .forward, .toggleFold, .foldAll, .openAll, .foldLevel,
      .openLevel, .foldRead, .foldToNew, .toggleHidden, .scrollSideways, .toggleWrapping,
      .toggleRead, .markAllRead, .toggleMute, .toggleStar, .takeIn, .fetchReplies, .startSearch,
      .stopSearching,
      .startFilter, .filter,
      .filterAuthor, .hideRead, .toggleConversation, .listQuoting, .type, .erase, .eraseWord,
      .eraseAll,
      .accept,
      .moveInList, .peek, .inspect, .help, .listMessages, .listStars, .listNew, .listSince,
      .listLinks, .listAllLinks, .openLink,
      .toggleOutline,
      .palette, .nextMeasure, .toggleMouse, .redraw, .scrollText, .pageText, .scrollOutline,
      .scrollBeside, .close, .copyText,
      .copyQuote,
      .copyLink, .openPage, .openArticle, .quit, .exit, .nextDiscussion,
      .previousDiscussion,
      .line, .nextWithNews, .previousWithNews, .open, .catchUp, .remove, .nextOrder, .list,
      .startSearchOfEverything, .fetch, .startFront, .startLink, .startFile, .fetchMore, .keep,
      .keepSource, .readTogether,
      .listElsewhere, .entries, .entry, .sources, .front, .frontOffer, .frontProblem,
      .focus, .peeked, .found,
      .resize, .clock,
      .tick, .stood, .printed, .work, .say, .report, .mend, .fetching, .saved, .offer,
      .fileProblem, .lookedAtFile, .takeOver, .paste:
      false
    }
  }
}
