import TextGrid

/// Moving over the tree, and folding it.
extension Command {
  static let tree: [Command] = [
    page(
      "parent", "parent", "the parent: a comment or the article", .tree, "h ←",
      .parent, counted: .times, isEssential: true),
    page(
      "first-reply", "reply", "the reply you last came up from, or the first; opens the fold",
      .tree, "l →", .firstReply, counted: .times),
    page(
      "next-sibling", "next sibling", "go to the comment after this branch", .tree, "J",
      .nextSibling,
      counted: .times),
    page(
      "previous-sibling", "previous sibling", "the previous sibling, or the parent", .tree, "K",
      .previousSibling, counted: .times),
    page(
      "next-thread", "next thread", "the next top-level comment", .tree, "> }", .nextThread,
      counted: .times),
    page(
      "previous-thread", "previous thread", "the top of this thread, then the one before", .tree,
      "< {", .previousThread, counted: .times),
    page(
      "peek", "peek", "show the parent without moving; again: its parent",
      .tree, "p", .peek),
  ]

  static let folding: [Command] = [
    page(
      "toggle-fold", "fold", "fold or open this comment and its replies", .folding, "Enter za",
      .toggleFold, counted: .comment, isEssential: true),
    page("fold-all", "fold all", "fold every comment", .folding, "zM", .foldAll),
    page("open-all", "open all", "open every comment", .folding, "zR", .openAll),
    page(
      "fold-level", "fold a level", "fold the deepest level that is open", .folding,
      "zm",
      .foldLevel, counted: .times),
    page(
      "open-level", "open a level", "open the highest level that is folded",
      .folding, "zr",
      .openLevel, counted: .times),
    page(
      "fold-thread", "fold thread", "fold the whole thread, go to the next", .folding, "zp",
      .foldThread),
    page(
      "fold-read", "fold the read", "fold everything without unread comments", .folding, "zu",
      .foldRead),
    page(
      "fold-to-new", "fold to new", "fold everything that does not lead to new comments",
      .folding, "zn", .foldToNew),
    page(
      "toggle-hidden", "show hidden",
      "show or hide masked paragraphs, spoilers and texts behind a warning", .folding, "zv",
      .toggleHidden),
    page(
      "scroll-right", "right", "scroll code and tables right", .folding, "zl",
      .scrollSideways(1), counted: .times),
    page(
      "scroll-left", "left", "scroll code and tables left", .folding, "zh",
      .scrollSideways(-1), counted: .times),
    page(
      "toggle-wrapping", "wrap code", "toggle wrapping of code and tables", .folding, "zw",
      .toggleWrapping),
  ]
}
