import TextGrid

/// Finding comments, looking at things in another way, and taking things elsewhere.
extension Command {
  static let jumping: [Command] = [
    page(
      "back", "back", "back to where you were before the last jump", .jumping,
      "Backspace - Ctrl-O", .back, counted: .times),
    page(
      "forward", "forward", "go forward again, after going back", .jumping, "+", .forward,
      counted: .times),
    page(
      "follow-quotation", "quoted comment",
      "go to the comment that this passage quotes; again: the next passage", .jumping,
      "gq \"", .followQuotation),
    page(
      "elsewhere", "elsewhere", "ask who else discusses this article", .jumping, "ge",
      .listElsewhere),
    page(
      "list-quoting", "who quotes this", "list the comments that quote this one", .jumping, "gr",
      .listQuoting),
  ]

  static let finding: [Command] = [
    page(
      "search", "search",
      "find words, or a /regular expression/, in the article and all comments; in a list, its lines",
      .finding, "/",
      .startSearch, isEssential: true),
    page("next-match", "next match", "next match", .finding, "n", .nextMatch, counted: .times),
    page(
      "previous-match", "previous match", "previous match", .finding, "N", .previousMatch,
      counted: .times),
    page(
      "filter-unread", "only unread", "show only unread comments and their parents", .finding,
      "fu", .filter("unread")),
    page(
      "filter-new", "only new", "show only new comments and their parents", .finding, "fn",
      .filter("new")),
    page(
      "filter-starred", "only starred", "show only starred comments", .finding, "fs",
      .filter("starred")),
    page(
      "filter-author", "only this author", "show only comments by this author", .finding, "fa",
      .filterAuthor),
    page(
      "filter", "filter", "show only matching comments: author:ann unread >3 since:2d words",
      .finding, "f/", .startFilter),
    page(
      "hide-read", "hide read", "hide what you have read, now and as you go on", .finding,
      "fh",
      .hideRead),
    page("filter-off", "show all", "show everything again", .finding, "ff", .filter("")),
    page(
      "next-by-author", "next by author", "next comment by this author", .finding, "*",
      .nextByAuthor, counted: .times),
    page(
      "previous-by-author", "previous by author", "previous comment by this author", .finding,
      "#", .previousByAuthor, counted: .times),
  ]

  static let looking: [Command] = [
    page(
      "linked-article", "linked article",
      "show or hide the linked article above the comments; fetches it once",
      .looking, "a", .toggleLinked),
    page(
      "toggle-outline", "outline",
      "show or hide the outline, one line per comment: beside the text from 120 columns, else over it",
      .looking, "t", .toggleOutline),
    page(
      "toggle-conversation", "conversation",
      "show only this conversation, parents and replies, or all again", .looking, "c",
      .toggleConversation),
    page("inspect", "inspect", "comment details", .looking, "i", .inspect),
    page("next-measure", "text width", "change the width of the text", .looking, "w", .nextMeasure),
    page(
      "toggle-mouse", "mouse", "turn the mouse on or off", .looking, "m",
      .toggleMouse),
    page(
      "palette", "palette", "find a command by its name, or choose a theme", .looking, ":",
      .palette),
    page(
      "messages", "messages", "show the last messages with their times", .looking, "g<",
      .listMessages),
    page("redraw", "redraw", "redraw the screen", .looking, "Ctrl-L", .redraw),
  ]

  static let taking: [Command] = [
    page("copy-text", "copy text", "copy this comment's text", .taking, "y", .copyText),
    page(
      "copy-quote", "copy quote", "copy this comment as a quote with its author", .taking, "gy",
      .copyQuote),
    page("copy-link", "copy link", "copy this comment's address", .taking, "Y", .copyLink),
    page(
      "open-page", "open page", "open this comment's page in a browser", .taking, "o", .openPage),
    page(
      "open-article", "open article", "open the article's page in a browser", .taking, "O",
      .openArticle),
    page(
      "links", "links", "list the links of this comment; 3x opens the third; discussions open here",
      .taking,
      "x", .listLinks, counted: .link),
    page(
      "all-links", "all links",
      "list all links of this discussion; Enter opens one, o goes to its comment",
      .taking, "gx", .listAllLinks),
  ]
}
