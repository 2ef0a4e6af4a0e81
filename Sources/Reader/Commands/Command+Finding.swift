import TextGrid

/// Finding comments, looking at things in another way, and taking things elsewhere.
extension Command {
  static let jumping: [Command] = [
    page(
      "back", "back", "back to where you were before the last jump", .jumping,
      "Backspace - Ctrl-O", .back, counted: .times),
    page(
      "forward", "forward", "make again the jump that was taken back", .jumping, "+", .forward,
      counted: .times),
    page(
      "follow-quotation", "to the quoted",
      "to the comment that this passage quotes; again: what the next passage quotes", .jumping,
      "gq \"", .followQuotation),
    page(
      "list-quoting", "who quotes this", "list the comments that quote this one", .jumping, "gr",
      .listQuoting),
  ]

  static let finding: [Command] = [
    page(
      "search", "search", "find words, or a /regular expression/, in all texts", .finding, "/",
      .startSearch, isEssential: true),
    page("next-match", "next match", "next match", .finding, "n", .nextMatch, counted: .times),
    page(
      "previous-match", "previous match", "previous match", .finding, "N", .previousMatch,
      counted: .times),
    page(
      "filter-unread", "only unread", "show only unread comments and what they answer", .finding,
      "fu", .filter("unread")),
    page(
      "filter-new", "only new", "show only new comments and what they answer", .finding, "fn",
      .filter("new")),
    page(
      "filter-starred", "only starred", "show only comments with a star", .finding, "fs",
      .filter("starred")),
    page(
      "filter-author", "only this author", "show only comments by this author", .finding, "fa",
      .filterAuthor),
    page(
      "filter", "filter", "show only what a line asks for: author:ann unread >3 since:2d words",
      .finding, "f/", .startFilter),
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
      "toggle-outline", "outline", "the whole thread, one line a comment, beside or over the text",
      .looking, "t", .toggleOutline),
    page(
      "toggle-conversation", "conversation",
      "only what leads here and the replies below, or everything again", .looking, "c",
      .toggleConversation),
    page("inspect", "inspect", "all that is known of this comment", .looking, "i", .inspect),
    page("next-measure", "text width", "the next width of the text", .looking, "w", .nextMeasure),
    page(
      "toggle-mouse", "mouse", "take the mouse, or leave it to the terminal", .looking, "m",
      .toggleMouse),
    page(
      "palette", "palette", "find a command by its words, or choose a theme", .looking, ":",
      .palette),
    page("redraw", "redraw", "draw the screen anew", .looking, "Ctrl-L", .redraw),
  ]

  static let taking: [Command] = [
    page("copy-text", "copy text", "copy this comment's text", .taking, "y", .copyText),
    page("copy-link", "copy link", "copy this comment's address", .taking, "Y", .copyLink),
    page(
      "open-page", "open page", "open this comment's page in a browser", .taking, "o", .openPage),
    page(
      "open-article", "open article", "open the article's page in a browser", .taking, "O",
      .openArticle),
    page(
      "links", "links", "list the links of this comment; after a number open that one: 3x", .taking,
      "x", .listLinks, counted: .link),
  ]
}
