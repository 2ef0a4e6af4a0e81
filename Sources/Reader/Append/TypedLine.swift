import TextGrid

/// The meaning of a typed line, if each command is a line of its own.
enum TypedLine: Equatable, Sendable {
  /// Nothing was typed.
  case empty
  case number(Int)
  /// An address, with its scheme.
  case link(String)
  /// A command that only typed lines have.
  case word(Word)
  /// Help, and what it is about; empty for the most important commands.
  case help(String)
  /// A command, the number typed with it, and the answer to its question; nil for none.
  case command(Command, count: Int?, rest: String?)
  /// The names of several commands that begin with the line.
  case several([SafeText])
  case nothing

  /// Commands without a key.
  enum Word: String, CaseIterable, Sendable {
    case again
    case place = "where"
    case unread = "list unread"

    /// - Parameters:
    ///   - name: what it is called.
    ///   - commands: those of the screen: where discussions are listed, `list` prints them again, while a page has lists
    ///     of several kinds.
    init?(called name: String, besides commands: [Command]) {
      let isList = !commands.contains { $0.context == .reading }
      self.init(rawValue: name == "list" && isList ? Self.again.rawValue : name)
    }
  }

  /// Reads a line: names take precedence over keys, and keys over beginnings of names.
  ///
  /// - Parameters:
  ///   - line: as it was typed, without its end.
  ///   - commands: the available ones; of two with the same name, the first is meant.
  /// - Complexity: O(commands).
  init(_ line: String, of commands: [Command]) {
    let line = line.trimmed
    let typed = line.asName
    let words = typed.split(separator: " ")
    guard !line.isEmpty else {
      self = .empty
      return
    }
    // Nothing longer is a command.
    guard line.utf8.count <= Self.mostBytes else {
      self = .nothing
      return
    }
    if let number = Self.number(line.first == "#" ? line.dropFirst() : line[...]) {
      self = .number(number)
    } else if line.contains("://"), !line.contains(where: \.isWhitespace) {
      self = .link(line)
    } else if words.first == "help" {
      self = .help(line.dropFirst("help".count).description.trimmed)
    } else if let command = commands.first(where: { $0.names.contains(typed) }) {
      self = .command(command, count: nil, rest: nil)
    } else if let word = Word(called: typed, besides: commands) {
      self = .word(word)
    } else if let called = Self.calledByKeys(line, commands) ?? Self.calledWithMore(line, commands)
      ?? Self.calledWithNumber(typed, commands)
    {
      self = called
    } else {
      self = Self.beginning(typed, commands)
    }
  }

  /// The longest line that is read, in bytes; an address may take most of it.
  private static let mostBytes = 4096

  private static func number(_ text: some StringProtocol) -> Int? {
    let isNumber = (1...7).contains(text.utf8.count) && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return isNumber ? Int(text) : nil
  }

  /// A command by its keys, perhaps after a number: `zM`, `17G`.
  private static func calledByKeys(_ line: String, _ commands: [Command]) -> TypedLine? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    for (keys, count) in [(line[...], nil), (line.dropFirst(digits.count), number(digits))] {
      guard !keys.isEmpty, let series = Key.series(String(keys)),
        let command = commands.first(where: { $0.keys.contains(series) })
      else { continue }
      return .command(command, count: count, rest: nil)
    }
    return nil
  }

  /// A command by a name or a key, followed by the answer to its question: `search shed`, `/shed`, `gf hn`.
  private static func calledWithMore(_ line: String, _ commands: [Command]) -> TypedLine? {
    let asking = commands.filter(\.asksForLine)
    let named = asking.flatMap { command in command.names.map { (name: $0, command: command) } }
      .filter { line.asName.hasPrefix($0.name + " ") }
    // `search everything shed` is not a search for `everything shed`.
    if let longest = named.max(by: { $0.name.count < $1.name.count }) {
      let words = longest.name.split(separator: " ").count
      let rest = line.split(maxSplits: words, whereSeparator: \.isNameGap).last ?? ""
      return .command(longest.command, count: nil, rest: String(rest).trimmed)
    }
    for command in asking {
      for keys in command.keys {
        let name = Key.name(of: keys).string
        let isSign = name.count == 1 && name.allSatisfy { !$0.isLetter && !$0.isNumber }
        guard line.hasPrefix(isSign ? name : name + " ") else { continue }
        let rest = String(line.dropFirst(name.count)).trimmed
        return .command(command, count: nil, rest: rest)
      }
    }
    return nil
  }

  /// A command by its name with a number before it or after it: `3 next`, `links 2`.
  private static func calledWithNumber(_ typed: String, _ commands: [Command]) -> TypedLine? {
    let words = typed.split(separator: " ")
    guard words.count > 1 else { return nil }
    let ways = [
      (number(words[0]), words.dropFirst()), (number(words[words.count - 1]), words.dropLast()),
    ]
    for (count, rest) in ways {
      let name = rest.joined(separator: " ")
      if let count, let command = commands.first(where: { $0.names.contains(name) }) {
        return .command(command, count: count, rest: nil)
      }
    }
    return nil
  }

  /// The only command whose name begins so, or several.
  private static func beginning(_ typed: String, _ commands: [Command]) -> TypedLine {
    var found: [(name: String, command: Command)] = []
    for command in commands {
      guard let name = command.names.first(where: { $0.hasPrefix(typed) }),
        !found.contains(where: { $0.name == name || $0.command.action == command.action })
      else { continue }
      found.append((name, command))
    }
    // A screen may have a command with the same name, which is meant then.
    let words = Word.allCases.filter { word in
      word.rawValue.hasPrefix(typed)
        && !commands.contains { $0.names.contains(word.rawValue) }
    }
    switch (found.count, words.count) {
    case (0, 0): return .nothing
    case (1, 0): return .command(found[0].command, count: nil, rest: nil)
    case (0, 1): return .word(words[0])
    default: return .several((found.map(\.name) + words.map(\.rawValue)).map { SafeText($0) })
    }
  }
}

extension Command {
  /// Its names in a typed line: its title, and its id with or without the screen's name; in small
  /// letters, with spaces between words.
  var names: [String] {
    let screen = context == .libraryPeek ? "library-peek-" : context.rawValue + "-"
    var names = [title.string.asName, id.asName]
    if id.hasPrefix(screen) { names.append(String(id.dropFirst(screen.count)).asName) }
    return names + (Self.otherNames[id] ?? [])
  }

  private static let otherNames = [
    "finish-branch": ["finish"], "first": ["article"], "peek-on": ["peek"],
    "library-filter-unread": ["list unread"], "library-filter-new": ["list new"],
    "front-filter-unread": ["list unread"], "front-filter-new": ["list new"],
  ]

  /// Whether help on typed lines names it first: a reader who hears the page has no picture of the tree.
  var isEssentialIfTyped: Bool { isEssential || action == .firstReply }

  /// Whether it asks a question, whose answer may be typed after it.
  var asksForLine: Bool {
    switch action {
    case .startSearch, .startFilter, .startSearchOfEverything, .startFront, .startLink, .startFile,
      .palette, .listSince:
      true
    default: false
    }
  }
}

extension Character {
  /// Whether it stands between words of a name.
  fileprivate var isNameGap: Bool { isWhitespace || self == "-" }
}

extension String {
  /// As names are compared: in small letters, with one space between words.
  fileprivate var asName: String {
    let words = lowercased().split(whereSeparator: \.isNameGap).joined(separator: " ")
    return words.isEmpty ? self : words
  }
}
