public import TextGrid

/// Everything that can change what is read.
public enum Action: Sendable {
  // Moving.
  case next, previous
  case readOn
  /// By so many screens, less a row each; negative is up.
  case page(Int)
  case first, last
  case parent, firstReply
  case nextSibling, previousSibling
  case nextThread, previousThread
  case nextUnread, previousUnread
  case nextNew, previousNew

  // Folding.
  case toggleFold
  case foldAll, openAll
  /// Shows or hides again what the entry hides: masked words, a content warning's text.
  case toggleHidden
  /// By so many half widths of the text; negative is back to the left.
  case scrollSideways(Int)
  /// Wraps lines of code and tables, or no longer.
  case toggleWrapping

  // Marking.
  case toggleRead
  case finishBranch, finishThread
  case markAllRead
  case toggleMute
  case toggleStar
  case undo, redo
  /// Shows what the file says by now.
  case takeIn

  // Elsewhere.
  case help
  case listStars
  /// In a list: by so many lines, and to what the line names.
  case moveInList(Int)
  case chooseInList
  case scrollHelp(Int)
  case pageHelp(Int)
  case close
  case quit

  // What happens outside.
  case resize(GridSize)
  /// The time, in seconds since 1970.
  case clock(Int64)
  /// The last frame has stood for ``ReadingState/standingTime``.
  case stood
  /// The file says something else by now.
  case offer(Page)
  /// Another reader of the discussion has saved something.
  case takeOver(EarlierReading)
  /// Something to be told once.
  case say(SafeText)
  /// Marks could not be saved, and why; nil once they could.
  case saved(problem: SafeText?)
}

/// What the caller must do outside.
public enum Effect: Equatable, Sendable {
  /// To be kept before the next frame is shown.
  case save([SavedChange])
  case exit
}

/// What has changed about a comment.
public struct SavedChange: Equatable, Sendable {
  /// The comment's id.
  public var comment: String
  public var kind: Kind
  /// When, in seconds since 1970.
  public var time: Int64

  public enum Kind: Equatable, Sendable {
    /// It was marked read, saying this.
    case read(BodyVersion)
    case unread
    case starred(Bool)
    case muted(Bool)
  }

  public init(comment: String, kind: Kind, time: Int64) {
    self.comment = comment
    self.kind = kind
    self.time = time
  }
}
