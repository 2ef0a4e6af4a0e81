import TextGrid

extension Command {
  /// All commands, in the order of help.
  public static let all: [Command] =
    reading + moving + tree + folding + marking + jumping + finding + looking + taking + leaving
    + overText + library + front

  /// A command of the page.
  ///
  /// - Parameters:
  ///   - id: its lasting name.
  ///   - title: what it does, in a word or two.
  ///   - help: what it does, in a line.
  ///   - group: what it is about.
  ///   - keys: as ``Key/series(_:)`` reads them, separated by spaces.
  ///   - action: what it does.
  ///   - counted: what it does after a number.
  ///   - isEssential: whether help begins with it.
  /// - Returns: the command, whose keys apply while nothing is over the page.
  static func page(
    _ id: String, _ title: SafeText, _ help: SafeText, _ group: Group, _ keys: String,
    _ action: Action, counted: Counted? = nil, isEssential: Bool = false
  ) -> Command {
    Command(
      id: id, title: title, help: help, group: group, isEssential: isEssential,
      keys: keys.split(separator: " ").compactMap { Key.series(String($0)) }, context: .reading,
      action: action, counted: counted)
  }

  /// A command of something that is over the page.
  static func over(
    _ context: Context, _ id: String, _ title: SafeText, _ keys: String, _ action: Action
  ) -> Command {
    Command(
      id: id, title: title, help: title, group: .leaving, isEssential: false,
      keys: keys.split(separator: " ").compactMap { Key.series(String($0)) }, context: context,
      action: action, counted: nil)
  }
}

/// Where one goes by reading, and by moving over what is on show.
extension Command {
  static let reading: [Command] = [
    page(
      "read-on", "read on", "show what comes next; marks what you passed", .reading, "Space",
      .readOn, counted: .times, isEssential: true),
    page(
      "next-unread", "next unread", "next unread comment; opens folds, wraps around", .reading,
      "Tab", .nextUnread, counted: .times, isEssential: true),
    page(
      "previous-unread", "previous unread", "previous unread comment", .reading, "Shift-Tab gb",
      .previousUnread, counted: .times),
    page(
      "next-new", "next new", "next comment that arrived since your last visit", .reading, ".",
      .nextNew, counted: .times),
    page(
      "previous-new", "previous new", "previous new comment", .reading, ",", .previousNew,
      counted: .times),
    page(
      "next-new-thread", "next new thread",
      "next thread with new comments, or with unread ones if nothing is new", .reading, ")",
      .nextNewThread, counted: .times),
    page(
      "previous-new-thread", "previous new thread",
      "previous thread with new comments, or with unread ones", .reading, "(",
      .previousNewThread, counted: .times),
    page(
      "list-new", "what is new", "list what is new, by thread", .reading, "gn", .listNew),
    page(
      "list-since", "new since",
      "choose since when comments count as new: a visit, some hours, a date", .reading, "gs",
      .listSince),
    page(
      "take-in", "load new",
      "load new comments from the file, or fetch them from the site",
      .reading, "U", .takeIn),
    page(
      "fetch-replies", "fetch replies", "fetch from the site the replies that are missing here",
      .reading, "gm", .fetchReplies),
  ]

  static let moving: [Command] = [
    page(
      "next", "next", "next comment; scrolls through a long one first", .moving, "j ↓", .next,
      counted: .down, isEssential: true),
    page(
      "previous", "previous", "previous comment", .moving, "k ↑", .previous, counted: .up,
      isEssential: true),
    page(
      "half-page-down", "half page down", "half a screen down", .moving, "d Ctrl-D", .halfPage(1),
      counted: .times),
    page(
      "half-page-up", "half page up", "half a screen back", .moving, "Ctrl-U", .halfPage(-1),
      counted: .times),
    page(
      "scroll-down", "line down", "a line down", .moving, "Ctrl-E", .scroll(1), counted: .times),
    page("scroll-up", "line up", "a line back", .moving, "Ctrl-Y", .scroll(-1), counted: .times),
    page("wheel-down", "scroll down", "three lines down", .moving, "Wheel-Down", .scroll(3)),
    page("wheel-up", "scroll up", "three lines back", .moving, "Wheel-Up", .scroll(-3)),
    page(
      "page-down", "page down", "a screen down", .moving, "PgDn Ctrl-F", .page(1),
      counted: .times),
    page(
      "page-up", "page up", "a screen back", .moving, "b PgUp Ctrl-B", .page(-1), counted: .times),
    page("first", "top", "the article", .moving, "gg Home", .first),
    page(
      "last", "end", "the last comment; after a number, that comment: 17G", .moving,
      "G End", .last, counted: .comment),
    page(
      "put-middle", "to the middle", "scroll this comment to the middle", .moving, "zz",
      .put(.middle)),
    page("put-top", "to the top", "scroll this comment to the top", .moving, "zt", .put(.top)),
    page(
      "put-bottom", "to the bottom", "scroll this comment to the bottom", .moving, "zb",
      .put(.bottom)),
  ]
}
