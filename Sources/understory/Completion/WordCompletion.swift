/// What may be typed next on a command line.
struct WordCompletion: Equatable {
  /// What stands for the last word; if that is an option with `=`, for what comes after that.
  var candidates: [Candidate] = []
  /// Whether the shell offers files besides.
  var paths = Paths.none

  struct Candidate: Equatable {
    var text: String
    /// What it is, in a line; empty if that says nothing.
    var about = ""
  }

  enum Paths: String {
    case none, files, folders
  }

  /// - Parameters:
  ///   - words: those after the program's name, up to the cursor: the last is the one to complete,
  ///     and may be empty.
  ///   - tree: all commands.
  ///   - ask: what the parser says that a parameter may be: given the names of the subcommands that
  ///     lead to its command, what the parser calls the parameter, and the start of the value.
  init(
    of words: [String], in tree: CommandTree,
    asking ask: (_ commands: [String], _ parameter: String, _ start: String) -> [String]
  ) {
    var place = Place(tree: tree)
    for word in words.dropLast() { place.pass(word) }
    let last = words.last ?? ""
    if let option = place.awaited {
      take(option, option.names.last ?? "", last, place, ask)
    } else if place.takesOptions, last.hasPrefix("-"), last != "-" {
      if let equals = last.firstIndex(of: "="), let option = place.option(String(last[..<equals])) {
        let start = String(last[last.index(after: equals)...])
        take(option, option.names.last ?? "", start, place, ask)
      } else {
        candidates = place.options.flatMap { option in
          option.names.filter { $0.hasPrefix("--") || last == $0 }
            .map { Candidate(text: $0, about: option.abstract) }
        }
      }
    } else {
      candidates = place.subcommands.map { Candidate(text: $0.name, about: $0.abstract) }
      if let (argument, number) = place.nextArgument {
        take(argument, "positional@\(number)", last, place, ask)
      }
    }
    let start =
      last.hasPrefix("-") && place.awaited == nil
      ? last.firstIndex(of: "=").map { String(last[last.index(after: $0)...]) } ?? last : last
    candidates.removeAll { !$0.text.hasPrefix(start) }
  }

  /// Adds the values of a parameter.
  ///
  /// What has "file" in the name of its value may be a file besides.
  private mutating func take(
    _ parameter: CommandTree.Parameter, _ name: String, _ start: String, _ place: Place,
    _ ask: ([String], String, String) -> [String]
  ) {
    switch parameter.completion {
    case .none: candidates += parameter.values.map { Candidate(text: $0) }
    case .list(let values): candidates += values.map { Candidate(text: $0) }
    case .files: paths = .files
    case .folders: paths = .folders
    case .asking:
      candidates += ask(place.path, name, start).map { Candidate(text: $0) }
      // A discussion may be a file as well.
      if ["file", "discussion"].contains(where: parameter.valueName.contains) { paths = .files }
    }
  }
}

/// Where on a command line one is, after some words.
private struct Place {
  /// The command that was named last, or stands for it by default.
  private(set) var command: CommandTree
  /// The subcommands that lead to it.
  private(set) var path: [String] = []
  /// The option whose value comes next.
  private(set) var awaited: CommandTree.Parameter?
  /// Whether what begins with a dash is an option.
  private(set) var takesOptions = true
  /// What the default subcommand was chosen in: its name may come instead of an argument.
  private var root: CommandTree?
  private var passedArguments = 0
  private var usedOptions: Set<String> = []

  init(tree: CommandTree) {
    command = tree
    chooseDefault()
  }

  /// Goes on to the default subcommand, whose options may come without its name.
  private mutating func chooseDefault() {
    guard let name = command.defaultSubcommand, let subcommand = command[name] else { return }
    root = command
    command = subcommand
    path.append(name)
  }

  /// The subcommands that may come next.
  var subcommands: [CommandTree] {
    guard takesOptions, passedArguments == 0 else { return [] }
    return (root ?? command).shownSubcommands
  }

  /// The options that may come next, each once.
  var options: [CommandTree.Parameter] {
    command.shownArguments.filter { parameter in
      parameter.kind != .positional
        && (parameter.isRepeating || usedOptions.isDisjoint(with: parameter.names))
    }
  }

  func option(_ name: String) -> CommandTree.Parameter? {
    command.arguments.first { $0.kind == .option && $0.names.contains(name) }
  }

  /// The argument that comes next, and its number among those of the command; nil for none.
  var nextArgument: (CommandTree.Parameter, Int)? {
    let all = command.arguments.filter { $0.kind == .positional }
    if passedArguments < all.count { return (all[passedArguments], passedArguments) }
    guard let last = all.last, last.isRepeating else { return nil }
    return (last, all.count - 1)
  }

  mutating func pass(_ word: String) {
    if awaited != nil {
      awaited = nil
    } else if takesOptions, word == "--" {
      takesOptions = false
    } else if takesOptions, word.hasPrefix("-"), word != "-" {
      usedOptions.insert(word.firstIndex(of: "=").map { String(word[..<$0]) } ?? word)
      awaited = option(word)
    } else if let subcommand = subcommands.first(where: { $0.name == word }) {
      if root != nil { path = [] }
      root = nil
      command = subcommand
      path.append(word)
      chooseDefault()
    } else {
      passedArguments += 1
    }
  }
}
