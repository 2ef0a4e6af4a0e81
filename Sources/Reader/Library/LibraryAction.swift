public import TextGrid

/// Everything that can change the library's screen.
public enum LibraryAction: Equatable, Sendable {
  // Moving.
  case next, previous
  /// By so many lines; negative is up.
  case move(Int)
  /// By so many screens less a line each, or half screens; negative is up.
  case page(Int), halfPage(Int)
  /// By so many lines, the focus only as far as it must; negative is up.
  case scroll(Int)
  case first, last
  /// To a line by its number, 1-based.
  case line(number: Int)
  /// Around the ends.
  case nextWithNews, previousWithNews
  /// So often, as far as something changes.
  indirect case again(LibraryAction, times: Int)

  case open
  /// Shows how the focused discussion begins, or closes that.
  case peek

  // Changing.
  case catchUp, toggleMute, remove, undo

  // Finding.
  case nextOrder
  case startSearch, nextMatch, previousMatch
  case startFilter
  /// Lists only some discussions; nil lists all again.
  case filter(LibraryFilter?)
  case startSearchOfEverything

  // Prompts, and what is over the list.
  case type(Character)
  /// Text that was pasted; nil for one that is too long.
  case paste(String?)
  case erase, eraseWord, eraseAll
  case accept
  /// In what a prompt offers, or a search found: by so many.
  case moveInList(Int)
  /// To what is selected of that.
  case choose
  case scrollText(Int), pageText(Int)
  case help, palette
  case close

  // Taking.
  case fetch
  case copyLink, openPage
  case redraw

  /// Back to where the reader came from, and at last out; out at once.
  case quit, exit

  // What happens outside.
  case click(row: Int, column: Int)
  case resize(GridSize)
  /// The time, in seconds since 1970.
  case clock(Int64)
  /// The time, in milliseconds of a clock that never goes back: see ``LibraryState/nextTick``.
  case tick(Int)
  /// Something to be told once.
  case say(SafeText)
  /// How far fetching is; nil when none goes on.
  case fetching(SafeText?)
  /// Something cannot be saved, and why; nil once it can.
  case saved(problem: SafeText?)
  /// The library holds these, in any order.
  case entries([LibraryEntry])
  /// One discussion is so by now; one that is not listed yet is added.
  case entry(LibraryEntry)
  /// To the line of a discussion.
  case focus(id: String)
  /// How a discussion begins: the answer to ``LibraryEffect/peek(_:)``; nil where it cannot be read.
  case peeked(id: String, Page?)
  /// What was found everywhere so far: the answer to ``LibraryEffect/search(_:)``.
  case found(query: String, [LibraryResult], isAll: Bool)
}

/// What the caller must do outside.
public enum LibraryEffect: Equatable, Sendable {
  /// To be read: a discussion, at one of its comments or where it was left.
  case open(String, comment: String?)
  /// To be answered with ``LibraryAction/peeked(id:_:)``.
  case peek(String)
  /// All comments of a discussion are to be marked read, before the next frame is shown.
  case catchUp(String)
  /// What the last ``catchUp(_:)`` of a discussion marked is to be unread again.
  case undoCatchUp(String)
  case mute(String, Bool)
  /// To be removed for good; nothing brings them back.
  case remove([String])
  /// To be looked for in everything, and answered with ``LibraryAction/found(query:_:isAll:)``.
  case search(String)
  /// To be fetched again from where it came.
  case fetch(String)
  /// Lines to be put where other programs can paste them from.
  case copy([SafeText])
  /// An address to be opened by another program; its scheme is one that may be.
  case browse(SafeText)
  /// Everything is to look as this theme says.
  case useTheme(String)
  /// What the reader wants to be so next time too.
  case remember(Preference)
  /// The terminal may show something else than the last frame.
  case redraw
  case exit
}

extension LibraryAction {
  /// What a command does on this screen; nil for one of a discussion alone.
  ///
  /// Prompts, lists and help have the same keys on all screens.
  init?(_ action: Action) {
    switch action {
    case .library(let own): self = own
    case .again(.library(let own), let times): self = .again(own, times: times)
    case .erase: self = .erase
    case .eraseWord: self = .eraseWord
    case .eraseAll: self = .eraseAll
    case .accept: self = .accept
    case .moveInList(let lines): self = .moveInList(lines)
    case .scrollText(let rows): self = .scrollText(rows)
    case .pageText(let screens): self = .pageText(screens)
    case .choose: self = .choose
    case .help: self = .help
    case .close: self = .close
    case .exit: self = .exit
    // All others are about a discussion that is read.
    default: return nil
    }
  }
}
