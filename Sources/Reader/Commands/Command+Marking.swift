import TextGrid

/// Marking comments, and leaving.
extension Command {
  static let marking: [Command] = [
    page(
      "toggle-read", "mark read", "mark this comment read, or unread again", .marking, "r",
      .toggleRead, isEssential: true),
    page(
      "finish-branch", "finish branch",
      "mark this comment and all below it read, fold it, go to the next unread", .marking, "R",
      .finishBranch, isEssential: true),
    page(
      "finish-thread", "finish thread",
      "mark the whole thread read, fold it, go to the next unread", .marking, "gR",
      .finishThread),
    page("mark-all", "mark all", "mark every comment read", .marking, "A", .markAllRead),
    page(
      "toggle-mute", "mute",
      "mute or unmute this branch: it and its later replies count as read", .marking,
      "X", .toggleMute),
    page(
      "toggle-star", "star", "star or unstar this comment", .marking, "s",
      .toggleStar),
    page(
      "keep", "keep", "keep this discussion in the library until you remove it", .marking, "gk",
      .keep),
    page("list-stars", "stars", "list the starred comments", .marking, "S", .listStars),
    page(
      "undo", "undo", "undo the last change of marks, stars or mutes", .marking, "u", .undo,
      counted: .times),
    page(
      "redo", "redo", "redo the last change that was undone", .marking, "Ctrl-R", .redo,
      counted: .times),
  ]

  static let leaving: [Command] = [
    page("help", "help", "these keys", .leaving, "? F1", .help, isEssential: true),
    page(
      "close", "close", "end a search, a filter, or showing only a conversation", .leaving,
      "Esc", .close),
    page(
      "quit", "quit", "end showing only a conversation, or else leave this discussion",
      .leaving, "q", .quit, isEssential: true),
    page(
      "next-discussion", "next discussion", "the library's next discussion with unread comments",
      .leaving, "Ctrl-N", .nextDiscussion),
    page(
      "previous-discussion", "previous discussion",
      "the library's previous discussion with unread comments", .leaving, "Ctrl-P",
      .previousDiscussion),
    page("exit", "leave", "leave at once", .leaving, "Q Ctrl-C", .exit),
  ]
}
