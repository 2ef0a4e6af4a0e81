import TextGrid

extension Command {
  /// All commands, in the order of help.
  public static let all: [Command] = [
    reading(
      "read-on", "read on", "show what comes next; marks what you passed", .reading,
      [[" "]], .readOn, isEssential: true),
    reading(
      "next-unread", "next unread", "next unread comment, opening folds, around the end", .reading,
      [[.tab]], .nextUnread, isEssential: true),
    reading(
      "previous-unread", "previous unread", "previous unread comment", .reading,
      [[.backTab]], .previousUnread),
    reading(
      "next-new", "next new", "next comment that came since your first visit", .reading, [["."]],
      .nextNew),
    reading(
      "previous-new", "previous new", "previous new comment", .reading, [[","]], .previousNew),

    reading(
      "next", "next", "next comment; a tall one scrolls first", .moving,
      [["j"], [.down]], .next, isEssential: true),
    reading(
      "previous", "previous", "previous comment", .moving, [["k"], [.up]], .previous,
      isEssential: true),
    reading("page-down", "page down", "a screen down", .moving, [[.pageDown]], .page(1)),
    reading("page-up", "page up", "a screen back", .moving, [["b"], [.pageUp]], .page(-1)),
    reading("first", "top", "the article", .moving, [["g", "g"], [.home]], .first),
    reading("last", "end", "the last comment", .moving, [["G"], [.end]], .last),

    reading(
      "parent", "parent", "what this one answers: a comment or the article", .tree,
      [["h"], [.left]], .parent,
      isEssential: true),
    reading(
      "first-reply", "first reply", "the first reply, opening the fold", .tree,
      [["l"], [.right]], .firstReply),
    reading("next-sibling", "next sibling", "past this branch", .tree, [["J"]], .nextSibling),
    reading(
      "previous-sibling", "previous sibling", "the sibling before, or the parent", .tree,
      [["K"]], .previousSibling),
    reading(
      "next-thread", "next thread", "the next top-level comment", .tree, [[">"]], .nextThread),
    reading(
      "previous-thread", "previous thread", "the top of this thread, then the one before", .tree,
      [["<"]], .previousThread),

    reading(
      "toggle-fold", "fold", "fold or open this comment and its replies", .folding,
      [[.enter]], .toggleFold, isEssential: true),
    reading("fold-all", "fold all", "fold every comment", .folding, [["z", "M"]], .foldAll),
    reading("open-all", "open all", "open every comment", .folding, [["z", "R"]], .openAll),
    reading(
      "toggle-hidden", "show hidden",
      "show or hide masked paragraphs, spoilers and texts behind a warning", .folding,
      [["z", "v"]], .toggleHidden),
    reading(
      "scroll-right", "right", "scroll code and tables to what is at their right", .folding,
      [["z", "l"]], .scrollSideways(1)),
    reading(
      "scroll-left", "left", "scroll code and tables back to the left", .folding,
      [["z", "h"]], .scrollSideways(-1)),
    reading(
      "toggle-wrapping", "wrap code", "wrap code and tables, or no longer", .folding,
      [["z", "w"]], .toggleWrapping),

    reading(
      "toggle-read", "mark read", "mark this comment read, or unread again", .marking,
      [["r"]], .toggleRead, isEssential: true),
    reading(
      "finish-branch", "finish branch",
      "mark this comment and all below it read, fold it, go to the next unread", .marking,
      [["R"]], .finishBranch, isEssential: true),
    reading(
      "finish-thread", "finish thread", "the same for the whole thread", .marking, [["g", "R"]],
      .finishThread),
    reading("mark-all", "mark all", "mark every comment read", .marking, [["A"]], .markAllRead),
    reading(
      "toggle-mute", "mute",
      "mark this branch read and let later replies in it arrive read, or no longer", .marking,
      [["X"]], .toggleMute),
    reading(
      "toggle-star", "star", "give this comment a star, or take it away", .marking, [["s"]],
      .toggleStar),
    reading("list-stars", "stars", "list the comments with a star", .marking, [["S"]], .listStars),
    reading(
      "take-in", "take in", "show what came into the file since it was opened", .reading, [["U"]],
      .takeIn),
    reading(
      "undo", "undo", "take back the last change of marks, stars and mutes", .marking, [["u"]],
      .undo),
    reading("redo", "redo", "make again what was undone", .marking, [[.control("r")]], .redo),

    reading("help", "help", "these keys", .leaving, [["?"]], .help, isEssential: true),
    reading("close", "close", "close what is open", .leaving, [[.escape]], .close),
    reading(
      "quit", "quit", "leave; marks and place are kept", .leaving, [["q"]], .quit,
      isEssential: true),

    help("help-down", "down", [["j"], [.down]], .scrollHelp(1)),
    help("help-up", "up", [["k"], [.up]], .scrollHelp(-1)),
    help("help-page-down", "page down", [[" "], [.pageDown]], .pageHelp(1)),
    help("help-page-up", "page up", [["b"], [.pageUp]], .pageHelp(-1)),
    help("help-close", "close", [[.escape], ["q"], ["?"]], .close),

    list("list-down", "down", [["j"], [.down]], .moveInList(1)),
    list("list-up", "up", [["k"], [.up]], .moveInList(-1)),
    list("list-choose", "go there", [[.enter]], .chooseInList),
    list("list-close", "close", [[.escape], ["q"], ["S"]], .close),
  ]

  private static func reading(
    _ id: String, _ title: SafeText, _ help: SafeText, _ group: Group, _ keys: [[Key]],
    _ action: Action, isEssential: Bool = false
  ) -> Command {
    Command(
      id: id, title: title, help: help, group: group, isEssential: isEssential, keys: keys,
      context: .reading, action: action)
  }

  private static func help(
    _ id: String, _ title: SafeText, _ keys: [[Key]], _ action: Action
  ) -> Command {
    Command(
      id: id, title: title, help: title, group: .leaving, isEssential: false, keys: keys,
      context: .help, action: action)
  }

  private static func list(
    _ id: String, _ title: SafeText, _ keys: [[Key]], _ action: Action
  ) -> Command {
    Command(
      id: id, title: title, help: title, group: .leaving, isEssential: false, keys: keys,
      context: .list, action: action)
  }
}
