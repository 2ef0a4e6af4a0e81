import TextGrid

/// The screen of discussions to choose from: a front page, or another list that a site gave.
extension Command {
  static let front: [Command] = frontReading + frontMoving + frontFinding + frontLeaving

  private static let frontReading: [Command] = [
    front(
      "open", "open", "fetch this discussion and read it", .reading, "Enter l →", .open,
      isEssential: true),
    front(
      "next-news", "next new", "next new title, or discussion with new comments", .reading, "Tab",
      .nextWithNews, counted: .times, isEssential: true),
    front(
      "previous-news", "previous new", "previous new title, or discussion with new comments",
      .reading, "Shift-Tab gb", .previousWithNews, counted: .times),
    front(
      "peek", "peek", "show how this discussion begins; marks nothing", .reading, "p", .peek,
      isEssential: true),
    front("fetch", "fetch", "fetch this list again", .reading, "U", .fetch, isEssential: true),
    front("more", "more", "fetch the site's next page", .reading, "gm", .fetchMore),
    front(
      "together", "read together", "read all listed discussions as one",
      .reading, "=", .readTogether),
  ]

  private static let frontMoving: [Command] = [
    front(
      "next", "next", "next discussion", .moving, "j ↓", .next, counted: .down, isEssential: true),
    front(
      "previous", "previous", "previous discussion", .moving, "k ↑", .previous, counted: .up,
      isEssential: true),
    front(
      "page-down", "page down", "a screen down; at the end, the site's next page", .moving,
      "Space PgDn Ctrl-F", .page(1), counted: .times),
    front(
      "page-up", "page up", "a screen back", .moving, "b PgUp Ctrl-B", .page(-1), counted: .times),
    front(
      "half-page-down", "half page down", "half a screen down", .moving, "d Ctrl-D", .halfPage(1),
      counted: .times),
    front(
      "half-page-up", "half page up", "half a screen back", .moving, "Ctrl-U", .halfPage(-1),
      counted: .times),
    front(
      "scroll-down", "line down", "a line down", .moving, "Ctrl-E", .scroll(1), counted: .times),
    front("scroll-up", "line up", "a line back", .moving, "Ctrl-Y", .scroll(-1), counted: .times),
    front("wheel-down", "scroll down", "three lines down", .moving, "Wheel-Down", .scroll(3)),
    front("wheel-up", "scroll up", "three lines back", .moving, "Wheel-Up", .scroll(-3)),
    front("first", "top", "the first discussion", .moving, "gg Home", .first),
    front(
      "last", "end", "the last discussion; after a number, that line: 17G", .moving, "G End", .last,
      counted: .line),
  ]

  private static let frontFinding: [Command] = [
    front(
      "search", "search", "find words, or a /regular expression/, in titles", .finding, "/",
      .startSearch, isEssential: true),
    front("next-match", "next match", "next match", .finding, "n", .nextMatch, counted: .times),
    front(
      "previous-match", "previous match", "previous match", .finding, "N", .previousMatch,
      counted: .times),
    front(
      "search-site", "search the site", "find words with the site's own search", .finding, "g/",
      .startSearchOfEverything),
    front(
      "filter-unread", "only unread", "list only discussions that you have not read", .finding,
      "fu", .list(.unread)),
    front(
      "filter-new", "only new", "list only new titles, and discussions with new comments",
      .finding, "fn", .list(.new)),
    front(
      "filter", "filter", "list only discussions with words in the title or site", .finding,
      "f/", .startFilter),
    front("filter-off", "list all", "list everything again", .finding, "ff", .list(nil)),
  ]

  private static let frontLeaving: [Command] = [
    front(
      "hide", "never again", "never show this discussion here again", .marking, "X", .toggleMute),
    front("undo", "undo", "show again what was hidden last", .marking, "u", .undo, counted: .times),
    front(
      "keep", "keep", "keep this discussion until you remove it", .marking, "gk", .keep),
    front(
      "keep-source", "keep source", "list this front page at the top of the library", .marking,
      "ga", .keepSource),
    front(
      "order", "order", "change the order: rank, newest, most comments, most points", .looking, "O",
      .nextOrder),
    front(
      "front", "front page", "open another front page, by its name or address", .looking, "gf",
      .startFront),
    front(
      "palette", "palette", "find a command by its name, or choose a theme", .looking, ":",
      .palette),
    front(
      "messages", "messages", "show the last messages with their times", .looking, "g<",
      .listMessages),
    front("redraw", "redraw", "redraw the screen", .looking, "Ctrl-L", .redraw),
    front("copy-link", "copy link", "copy this discussion's address", .taking, "y Y", .copyLink),
    front(
      "open-page", "open page", "open this discussion's page in a browser", .taking, "o",
      .openPage),
    front(
      "open-article", "open article", "open the page that it is about in a browser", .taking,
      "gx", .openArticle),
    front("help", "help", "these keys", .leaving, "? F1", .help, isEssential: true),
    front(
      "close", "close", "end a search or a filter, or leave an empty list", .leaving, "Esc", .close),
    front("quit", "back", "go back", .leaving, "q h ←", .quit, isEssential: true),
    front("exit", "leave", "leave at once", .leaving, "Q Ctrl-C", .exit),
  ]

  /// A command of a list of discussions to choose from; its name begins with `front`.
  private static func front(
    _ name: String, _ title: SafeText, _ help: SafeText, _ group: Group, _ keys: String,
    _ action: Action, counted: Counted? = nil, isEssential: Bool = false
  ) -> Command {
    Command(
      id: "front-" + name, title: title, help: help, group: group, isEssential: isEssential,
      keys: keys.split(separator: " ").compactMap { Key.series(String($0)) }, context: .front,
      action: action, counted: counted)
  }
}
