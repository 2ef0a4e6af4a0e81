import TextGrid

/// The library's screen.
extension Command {
  static let library: [Command] =
    libraryReading + libraryMoving + libraryChanging + libraryFinding + libraryLeaving
    + libraryPeek + results

  private static let libraryReading: [Command] = [
    list("open", "open", "read this discussion", .reading, "Enter l →", .open, isEssential: true),
    list(
      "next-news", "next new", "next discussion with new comments, or else unread ones",
      .reading, "Tab", .nextWithNews, counted: .times, isEssential: true),
    list(
      "previous-news", "previous new", "previous discussion with new comments", .reading,
      "Shift-Tab gb", .previousWithNews, counted: .times),
    list(
      "peek", "peek", "show how this discussion begins; marks nothing",
      .reading, "p", .peek,
      isEssential: true),
    list("fetch", "fetch", "fetch new comments of this discussion", .reading, "U", .fetch),
    list(
      "front", "front page", "open a front page by its name, such as hn, or its address", .reading,
      "gf", .startFront),
    list(
      "open-link", "open link", "open a discussion by its link; the library keeps it", .reading,
      "gl", .startLink),
    list(
      "open-file", "open file", "open a discussion in a file; the library keeps it", .reading,
      "go", .startFile),
  ]

  private static let libraryMoving: [Command] = [
    list(
      "next", "next", "next discussion", .moving, "j ↓", .next, counted: .down,
      isEssential: true),
    list(
      "previous", "previous", "previous discussion", .moving, "k ↑", .previous,
      counted: .up, isEssential: true),
    list(
      "page-down", "page down", "a screen down", .moving, "Space PgDn Ctrl-F", .page(1),
      counted: .times),
    list(
      "page-up", "page up", "a screen back", .moving, "b PgUp Ctrl-B", .page(-1),
      counted: .times),
    list(
      "half-page-down", "half page down", "half a screen down", .moving, "d Ctrl-D",
      .halfPage(1), counted: .times),
    list(
      "half-page-up", "half page up", "half a screen back", .moving, "Ctrl-U",
      .halfPage(-1), counted: .times),
    list(
      "scroll-down", "line down", "a line down", .moving, "Ctrl-E", .scroll(1),
      counted: .times),
    list("scroll-up", "line up", "a line back", .moving, "Ctrl-Y", .scroll(-1), counted: .times),
    list("wheel-down", "scroll down", "three lines down", .moving, "Wheel-Down", .scroll(3)),
    list("wheel-up", "scroll up", "three lines back", .moving, "Wheel-Up", .scroll(-3)),
    list("first", "top", "the first discussion", .moving, "gg Home", .first),
    list(
      "last", "end", "the last discussion; after a number, that line: 17G", .moving, "G End",
      .last, counted: .line),
  ]

  private static let libraryChanging: [Command] = [
    list(
      "catch-up", "catch up", "mark all of this discussion read", .marking, "A", .catchUp,
      isEssential: true),
    list(
      "mute", "mute", "mute or unmute this discussion: listed last, nothing new",
      .marking, "X", .toggleMute),
    list(
      "remove", "remove", "remove this discussion; u brings it back until you leave the list",
      .marking, "D", .remove),
    list("undo", "undo", "undo the last change", .marking, "u", .undo, counted: .times),
  ]

  private static let libraryFinding: [Command] = [
    list(
      "search", "search", "find words, or a /regular expression/, in titles", .finding, "/",
      .startSearch, isEssential: true),
    list("next-match", "next match", "next match", .finding, "n", .nextMatch, counted: .times),
    list(
      "previous-match", "previous match", "previous match", .finding, "N", .previousMatch,
      counted: .times),
    list(
      "search-everything", "search everything",
      "find words in all comments of all discussions", .finding, "g/", .startSearchOfEverything),
    list(
      "stars", "stars", "list the starred comments of all discussions", .finding, "S",
      .listStars),
    list(
      "filter-unread", "only unread", "list only discussions with unread comments", .finding, "fu",
      .list(.unread)),
    list(
      "filter-new", "only new", "list only discussions with new comments", .finding, "fn",
      .list(.new)),
    list(
      "filter", "filter", "list only discussions with words in the title or site", .finding, "f/",
      .startFilter),
    list("filter-off", "list all", "list everything again", .finding, "ff", .list(nil)),
  ]

  private static let libraryLeaving: [Command] = [
    list(
      "order", "order", "change the order: new, newest, title, size", .looking, "O",
      .nextOrder),
    list(
      "palette", "palette", "find a command by its name, or choose a theme", .looking, ":",
      .palette),
    list(
      "messages", "messages", "show the last messages with their times", .looking, "g<",
      .listMessages),
    list("redraw", "redraw", "redraw the screen", .looking, "Ctrl-L", .redraw),
    list("copy-link", "copy link", "copy this discussion's address", .taking, "y Y", .copyLink),
    list(
      "open-page", "open page", "open this discussion's page in a browser", .taking, "o",
      .openPage),
    list("help", "help", "these keys", .leaving, "? F1", .help, isEssential: true),
    list("close", "close", "end a search or a filter", .leaving, "Esc", .close),
    list("quit", "quit", "leave", .leaving, "q", .quit, isEssential: true),
    list("exit", "leave", "leave at once", .leaving, "Q Ctrl-C", .exit),
  ]

  private static let libraryPeek: [Command] = [
    over(.libraryPeek, "library-peek-open", "open", "Enter l →", .open),
    over(.libraryPeek, "library-peek-next", "next", "j ↓", .next),
    over(.libraryPeek, "library-peek-previous", "previous", "k ↑", .previous),
    over(.libraryPeek, "library-peek-next-news", "next new", "Tab", .nextWithNews),
    over(
      .libraryPeek, "library-peek-previous-news", "previous new", "Shift-Tab gb",
      .previousWithNews),
    over(.libraryPeek, "library-peek-down", "line down", "Ctrl-E", .scrollText(1)),
    over(.libraryPeek, "library-peek-up", "line up", "Ctrl-Y", .scrollText(-1)),
    over(.libraryPeek, "library-peek-wheel-down", "scroll down", "Wheel-Down", .scrollText(3)),
    over(.libraryPeek, "library-peek-wheel-up", "scroll up", "Wheel-Up", .scrollText(-3)),
    over(
      .libraryPeek, "library-peek-page-down", "more", "Space PgDn d Ctrl-D Ctrl-F", .pageText(1)),
    over(.libraryPeek, "library-peek-page-up", "back", "b PgUp Ctrl-U Ctrl-B", .pageText(-1)),
    over(.libraryPeek, "library-peek-close", "close", "Esc q p h ←", .close),
    over(.libraryPeek, "library-peek-exit", "leave", "Q Ctrl-C", .exit),
  ]

  private static let results: [Command] = [
    found(
      "open", "open", "open the discussion there", .reading, "Enter l →", .choose, isEssential: true
    ),
    found("down", "down", "next", .moving, "j ↓ Tab Wheel-Down", .moveInList(1)),
    found("up", "up", "previous", .moving, "k ↑ Shift-Tab Wheel-Up", .moveInList(-1)),
    found(
      "page-down", "page down", "ten down", .moving, "Space PgDn d Ctrl-D Ctrl-F", .moveInList(10)),
    found("page-up", "page up", "ten back", .moving, "b PgUp Ctrl-U Ctrl-B", .moveInList(-10)),
    found("first", "top", "the first", .moving, "gg Home", .moveInList(-1_000_000)),
    found(
      "last", "end", "the last; after a number, that one: 17G", .moving, "G End",
      .moveInList(1_000_000), counted: .line),
    found(
      "search", "search", "find words, or a /regular expression/, in this list", .finding, "/",
      .startSearch, isEssential: true),
    found("next-match", "next match", "next match", .finding, "n", .nextMatch),
    found("previous-match", "previous match", "previous match", .finding, "N", .previousMatch),
    found(
      "search-everything", "search again", "search everything for other words", .finding, "g/",
      .startSearchOfEverything, isEssential: true),
    found(
      "messages", "messages", "show the last messages with their times", .looking, "g<",
      .listMessages),
    found("redraw", "redraw", "redraw the screen", .looking, "Ctrl-L", .redraw),
    found("help", "help", "these keys", .leaving, "? F1", .help, isEssential: true),
    found("close", "close", "end a search, or else go back", .leaving, "Esc", .close),
    found(
      "back", "back", "back to the list of discussions", .leaving, "q h ←", .quit,
      isEssential: true),
    found("exit", "leave", "leave at once", .leaving, "Q Ctrl-C", .exit),
  ]

  /// A command of the list of discussions; its name begins with `library`.
  private static func list(
    _ name: String, _ title: SafeText, _ help: SafeText, _ group: Group, _ keys: String,
    _ action: Action, counted: Counted? = nil, isEssential: Bool = false
  ) -> Command {
    Command(
      id: "library-" + name, title: title, help: help, group: group, isEssential: isEssential,
      keys: keys.split(separator: " ").compactMap { Key.series(String($0)) }, context: .library,
      action: action, counted: counted)
  }

  /// A command of what a search found; its name begins with `results`.
  private static func found(
    _ name: String, _ title: SafeText, _ help: SafeText, _ group: Group, _ keys: String,
    _ action: Action, counted: Counted? = nil, isEssential: Bool = false
  ) -> Command {
    Command(
      id: "results-" + name, title: title, help: help, group: group, isEssential: isEssential,
      keys: keys.split(separator: " ").compactMap { Key.series(String($0)) }, context: .results,
      action: action, counted: counted)
  }
}
