import Reader
import TextGrid

/// The commands with the keys that a user gives them.
struct CommandKeys {
  private(set) var commands = Command.all
  /// What was given, by contexts: series of keys, and the command each calls.
  private var given: [Command.Context: [[Key]: String]] = [:]

  /// Why a command cannot have the keys.
  struct Problem: Error, Equatable {
    var expected: String
    /// The name that was probably meant; nil where none is near.
    var nearest: String?
  }

  /// Gives a command keys instead of its own, and takes them from others that had them by default.
  ///
  /// - Parameters:
  ///   - id: the command's name.
  ///   - texts: series of keys, each as ``Key/series(_:)`` reads them; none unbinds it; nil where the
  ///     value is no list of texts.
  /// - Throws: what was expected instead; nothing changes then.
  mutating func set(_ id: String, to texts: [String]?) throws(Problem) {
    guard let index = commands.firstIndex(where: { $0.id == id }) else {
      let nearest = nearestName(to: id, among: commands.map(\.id))
      throw Problem(
        expected: "expected a command; \"understory config --default\" lists them", nearest: nearest
      )
    }
    guard let texts else {
      throw Problem(expected: "expected keys in quotes, as [\"Tab\", \"gb\"]")
    }
    let context = commands[index].context
    var series: [[Key]] = []
    for text in texts {
      let keys = try keys(text, in: context)
      if let other = taken(keys, in: context) {
        throw Problem(expected: "expected other keys: \(text) is given to \(other)")
      }
      series.append(keys)
    }
    for keys in series {
      given[context, default: [:]][keys] = id
      for other in commands.indices where commands[other].context == context {
        commands[other].keys.removeAll { $0.isInTheWay(of: keys) }
      }
    }
    commands[index].keys = series
  }

  private func keys(_ text: String, in context: Command.Context) throws(Problem) -> [Key] {
    guard let keys = Key.series(text) else {
      throw Problem(expected: "expected keys as Tab, gb, Ctrl-R, Alt-x or F1; found \(text)")
    }
    if context.takesCounts, case .character(let first) = keys[0], first.isASCII, first.isNumber {
      throw Problem(expected: "expected no digit first, which is a part of a count; found \(text)")
    }
    return keys
  }

  /// The command to which keys that are in the way were given; nil where there is none.
  private func taken(_ keys: [Key], in context: Command.Context) -> String? {
    given[context]?.first { $0.key.isInTheWay(of: keys) }?.value
  }
}

extension Command.Context {
  /// Whether a number may be typed before its commands.
  fileprivate var takesCounts: Bool {
    switch self {
    case .reading, .library, .results: true
    case .text, .list, .peek, .outline, .prompt, .libraryPeek: false
    }
  }
}

extension [Key] {
  /// Whether one of two series begins as the other does, so that only one can be told.
  fileprivate func isInTheWay(of other: [Key]) -> Bool {
    starts(with: other) || other.starts(with: self)
  }
}
