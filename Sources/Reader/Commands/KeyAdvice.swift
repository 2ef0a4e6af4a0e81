import TextGrid

/// The command that somebody probably wanted who pressed keys that do nothing.
enum KeyAdvice {
  /// That keys do nothing, and the nearest command, as hints name it, or where those keys do something.
  ///
  /// - Parameters:
  ///   - series: what was pressed.
  ///   - own: the commands whose keys are in force.
  ///   - all: all commands.
  /// - Returns: words for the last row, also of 40 columns.
  static func words(for series: [Key], among own: [Command], of all: [Command]) -> SafeText {
    let name = Key.name(of: series)
    if let command = habit(of: series, among: own) ?? otherCase(of: series, among: own),
      let keys = command.keys.first
    {
      return name + " does nothing · " + Key.name(of: keys) + " " + command.title
    }
    let screen = places.first { place in
      all.contains { $0.context == place.context && $0.keys.contains(series) }
    }
    return name + (screen.map { " works only " + $0.words } ?? " does nothing here")
  }

  /// The command that people know by these keys from other programs.
  private static func habit(of series: [Key], among commands: [Command]) -> Command? {
    let habit = habits.first {
      $0.keys.split(separator: " ").contains { Key.series(String($0)) == series }
    }
    return habit?.actions.lazy.compactMap { action in
      commands.first { $0.action == action && !$0.keys.isEmpty }
    }.first
  }

  /// The command whose keys differ only in case.
  private static func otherCase(of series: [Key], among commands: [Command]) -> Command? {
    let wanted = Key.name(of: series).string.lowercased()
    return commands.first { command in
      command.keys.contains { Key.name(of: $0).string.lowercased() == wanted }
    }
  }

  /// The screens that have keys of their own.
  private static let places: [(context: Command.Context, words: SafeText)] = [
    (.reading, "in a discussion"), (.library, "in the library"),
    (.front, "on a front page"),
  ]

  /// Keys of less, vim, mutt, tin, emacs and browsers, and what does the same here: the first action
  /// that the screen has a key for.
  private static let habits: [(keys: String, actions: [Action])] = [
    // Leaving: ZZ, Ctrl-X of nano, F10 of file managers.
    ("Z Ctrl-X F10", [.quit, .close]),
    // vim and browsers: back, or where a mark was set.
    ("' `", [.back, .close]),
    ("Ctrl-V", [.page(1), .pageText(1), .moveInList(20), .moveInList(10)]),
    ("Alt-v", [.page(-1), .pageText(-1), .moveInList(-20), .moveInList(-10)]),
    ("Ctrl-N Ctrl-J e", [.next, .moveInList(1), .scrollText(1)]),
    ("Ctrl-P Ctrl-K", [.previous, .moveInList(-1), .scrollText(-1)]),
    ("Enter", [.scrollText(1)]),
    ("Ctrl-S \\", [.startSearch]),
    ("F3", [.nextMatch, .startSearch]),
    ("&", [.startFilter]),
    ("F5 r R Ctrl-R", [.fetch, .takeIn]),
    (";", [.palette]),
    ("Ctrl-G v V", [.inspect]),
    ("] }", [.nextThread]),
    ("[ {", [.previousThread]),
    ("% ^ gp gh", [.parent]),
    ("gd", [.followQuotation]),
    ("gl", [.listLinks]),
    ("gj gt", [.nextSibling]),
    ("gk gT", [.previousSibling]),
    ("_ = zo zc zO zC zi", [.toggleFold]),
    ("$", [.scrollSideways(1)]),
    ("0 H", [.first]),
    ("L", [.last]),
    ("x", [.remove]),
  ]
}
