import DiscussionModel
import ReadMarks
import TextGrid

/// Which keys help most where a reader is in a page, as a function of what is there.
struct ReadingHints: Equatable {
  /// Whether matches of a search are shown.
  var isSearching = false
  /// What ends what leaves a part of the page out: `filter-off`, `toggle-conversation`; nil if all is there.
  var widening: String?
  var isFolded = false
  /// Whether the focused entry hides a part of its text that is on the screen, or all of it.
  var hidesText = false
  /// Whether lines on the screen are wider than it, and keep the focused comment from counting as read.
  var cutsLines = false
  var hasLinks = false
  var hasParent = false
  /// Whether the focused comment has replies.
  var hasReplies = false
  var isSkimming = false
  /// What is unread in the focused comment and below it.
  var unreadInBranch = 0
  /// Whether all of that was shown.
  var isBranchShown = false
  /// What is unread from the focused comment to the end of its thread.
  var unreadInThread = 0
  /// Whether the focus is on a comment.
  var isInThread = false
  /// What is unread in the whole discussion.
  var unread = 0
  /// Whether leaving leads to another screen.
  var leadsBack = false
  /// Whether the rest of the discussion is still being read, so that what needs all of it has to wait.
  var isBeginning = false

  /// A command, and what it does here; nil for what it does everywhere.
  struct Choice: Equatable {
    var id: String
    var title: SafeText?

    init(_ id: String, _ title: SafeText? = nil) { (self.id, self.title) = (id, title) }
  }

  /// The best first, and help last.
  var choices: [Choice] {
    if isSearching { return ["next-match", "previous-match", "close", "help"].map { Choice($0) } }
    if isBeginning {
      return (isFolded ? [Choice("toggle-fold", "open")] : []) + [
        Choice("read-on"), Choice("help"),
      ]
    }
    return closer + further + [Choice("help")]
  }

  /// What helps with the focused entry, and not with others.
  private var closer: [Choice] {
    if isFolded { return [Choice("toggle-fold", "open")] }
    var result: [Choice] = []
    if hidesText { result.append(Choice("toggle-hidden")) }
    if cutsLines { result.append(Choice("toggle-wrapping")) }
    // One comment alone is finished by going on.
    if hasReplies, unreadInBranch > 1, isSkimming || isBranchShown {
      result.append(Choice("finish-branch"))
      if isSkimming { result.append(Choice("toggle-fold")) }
    } else if isSkimming, unreadInThread > 1 {
      result.append(Choice("finish-thread"))
    } else if hasReplies, unreadInBranch == 0, unread > 0 {
      result.append(Choice("toggle-fold"))
    }
    return result
  }

  /// What leads on.
  private var further: [Choice] {
    let leaving = Choice("quit", leadsBack ? "back" : nil)
    if isFolded {
      return [Choice("read-on")] + (unreadInBranch > 0 ? [Choice("finish-branch")] : [])
    }
    var result = [Choice("read-on"), unread > 0 ? Choice("next-unread") : leaving]
    // The rest of the thread is read.
    if isInThread, unreadInThread == 0 { result.reverse() }
    if let widening { result.append(Choice(widening, "show all")) }
    if hasLinks { result.append(Choice("links")) }
    if hasParent { result.append(Choice("parent")) }
    return result
  }
}

extension ReadingState {
  /// What hints are about while nothing is over the page.
  ///
  /// - Complexity: O(rows of the screen), and O(log *n*).
  func hints(_ layout: inout Layout) -> ReadingHints {
    var hints = ReadingHints()
    hints.isSearching = finding.search != nil
    hints.widening = outline.narrowing.map { $0.line == nil ? "toggle-conversation" : "filter-off" }
    hints.isFolded = outline.isFolded(focus)
    let positions = sheet.rows.positions(from: viewport.top, &layout).filter { $0.entry == focus }
    let rows = positions.compactMap { sheet.rows.textRow(at: $0, &layout) }
    hints.hidesText = outline.isWarning(focus, of: page) || rows.contains { $0.standsIn }
    hints.hasLinks = rows.contains { row in row.parts.contains { $0.link != nil } }
    hints.hasParent = page.parent(of: focus) != nil
    hints.isSkimming = trail.isSkimming
    hints.unread = marks.unreadCount
    hints.leadsBack = leadsBack
    hints.isBeginning = page.isBeginning
    guard let position = page.position(of: focus) else { return hints }
    let branch = position..<Int(page.thread.subtreeEnds[position])
    let threadEnd = Int(page.thread.subtreeEnds[page.thread.root(of: position)])
    hints.isInThread = true
    let cells = viewport.sidewaysCells(of: focus)
    hints.cutsLines =
      record.awaitsText(position)
      && positions.contains { row in
        sheet.rows.shownOffsets(of: row, scrolledBy: cells, &layout)
          != sheet.rows.offsets(of: row, &layout)
      }
    hints.hasReplies = branch.count > 1
    hints.unreadInBranch = marks.unreadCount(in: branch)
    hints.unreadInThread = marks.unreadCount(in: position..<threadEnd)
    hints.isBranchShown =
      branch.count <= Self.shortBranch
      && branch.allSatisfy { !marks.isUnread($0) || record.isSeen($0) }
    return hints
  }

  /// This many comments at most are looked at for whether they were shown.
  private static let shortBranch = 50
}
