import ArgumentParser
import JSONText

/// A command with what belongs to it, as the command line's parser describes it: the manual and
/// completion are made of it, so that they know what the parser knows.
struct CommandTree: Equatable, Sendable {
  var name = ""
  var abstract = ""
  var discussion = ""
  /// The name of the subcommand that is meant where none is named; nil if there is none.
  var defaultSubcommand: String?
  var subcommands: [CommandTree] = []
  var arguments: [Parameter] = []
  /// Whether people are told about it.
  var isShown = true

  /// An argument, an option or a flag.
  struct Parameter: Equatable, Sendable {
    var kind = Kind.flag
    /// As they are typed, `-h` and `--help`; none for an argument.
    var names: [String] = []
    /// What its value is called.
    var valueName = ""
    var abstract = ""
    var discussion = ""
    /// What holds where it is not given, as it is typed.
    var defaultValue: String?
    /// The values that it may have; none if there is no list of them.
    var values: [String] = []
    var completion = Completion.none
    var isOptional = false
    var isRepeating = false
    var isShown = true
  }

  enum Kind: String, Sendable {
    case positional, option, flag
  }

  /// How a value is completed.
  enum Completion: Equatable, Sendable {
    case none
    case list([String])
    case files
    case folders
    /// By asking the parser, which asks the command.
    case asking
  }

  /// Has each flag that turns another one off say so: the parser gives both the words of that one.
  mutating func explainInversions() {
    let names = Set(arguments.flatMap(\.names))
    for (index, flag) in arguments.enumerated() where flag.kind == .flag {
      let inverted = flag.names.lazy.filter { $0.hasPrefix("--no-") }.map { "--" + $0.dropFirst(5) }
      guard let other = inverted.first(where: { names.contains($0) }) else { continue }
      arguments[index].abstract = "Turn off \(other)."
      arguments[index].discussion = ""
    }
  }

  /// The commands and arguments that people are shown.
  var shownSubcommands: [CommandTree] { subcommands.filter(\.isShown) }
  var shownArguments: [Parameter] { arguments.filter(\.isShown) }

  /// The subcommand with a name.
  subscript(name: String) -> CommandTree? { subcommands.first { $0.name == name } }

  /// All commands of this program.
  ///
  /// - Throws: where the parser describes itself in a form that is not known.
  static func whole() throws(JSONError) -> CommandTree {
    try CommandTree(json: Array(Understory._dumpHelp().utf8))
  }
}
