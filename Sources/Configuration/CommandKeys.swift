import Reader
import TextGrid

/// The commands with the keys that a user gives them.
struct CommandKeys {
  private(set) var commands = Command.all
  /// The most keys that a command may be called by, one after the other.
  private static let longestSeries = 16

  /// Where each command is among ``commands``, by its name.
  private let places: [String: Int]
  /// The commands that have series of keys by default, by contexts and the first key of each.
  private let byFirstKey: [Command.Context: [Key: [Int]]]
  /// What was given, by contexts: the beginnings of series of keys and these whole, and the command
  /// that each leads to.
  private var given: [Command.Context: [[Key]: Given]] = [:]

  /// What some keys lead to.
  private struct Given {
    /// One of the commands that they lead to.
    var command: String
    /// Whether they are a whole series.
    var isWhole: Bool
  }

  init() {
    var byFirstKey: [Command.Context: [Key: [Int]]] = [:]
    for (index, command) in commands.enumerated() {
      for first in Set(command.keys.compactMap(\.first)) {
        byFirstKey[command.context, default: [:]][first, default: []].append(index)
      }
    }
    self.byFirstKey = byFirstKey
    places = Dictionary(commands.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// Why a command cannot have the keys.
  struct Problem: Error, Equatable {
    var expected: String
    /// Whether there is no command with the name.
    var isUnknownName = false
  }

  /// The name of the command that was probably meant by another; nil if none is near.
  func nearest(to id: String) -> String? { nearestName(to: id, among: commands.map(\.id)) }

  /// Gives a command keys instead of its own, and takes them from others that had them by default.
  ///
  /// - Parameters:
  ///   - id: the command's name.
  ///   - texts: series of keys, each as ``Key/series(_:)`` reads them; none unbinds it; nil if the
  ///     value is not a list of texts.
  /// - Throws: what was expected instead; nothing changes then.
  /// - Complexity: O(*n*) in the keys.
  mutating func set(_ id: String, to texts: [String]?) throws(Problem) {
    guard let index = places[id] else {
      throw Problem(
        expected: "expected a command; \"understory config --default\" lists them",
        isUnknownName: true)
    }
    guard let texts else {
      throw Problem(expected: "expected keys in quotes, such as [\"Tab\", \"gb\"]")
    }
    let context = commands[index].context
    var series: [[Key]] = []
    for text in texts {
      let keys = try keys(text, in: context)
      if let other = taken(keys, in: context) {
        throw Problem(expected: "expected another key: \(text) already belongs to \(other)")
      }
      series.append(keys)
    }
    for keys in series {
      for count in 1...keys.count {
        let isWhole = count == keys.count
        let beginning = Array(keys.prefix(count))
        if !isWhole, given[context]?[beginning] != nil { continue }
        given[context, default: [:]][beginning] = Given(command: id, isWhole: isWhole)
      }
      for other in byFirstKey[context]?[keys[0]] ?? [] {
        commands[other].keys.removeAll { $0.isInTheWay(of: keys) }
      }
    }
    commands[index].keys = series
  }

  private func keys(_ text: String, in context: Command.Context) throws(Problem) -> [Key] {
    guard let keys = Key.series(text) else {
      throw Problem(expected: "expected keys such as Tab, gb, Ctrl-R, Alt-x or F1; found \(text)")
    }
    if keys.count > Self.longestSeries {
      throw Problem(expected: "expected at most \(Self.longestSeries) keys in a row")
    }
    if context.takesCounts, case .character(let first) = keys[0], first.isASCII, first.isNumber {
      throw Problem(
        expected: "expected keys that do not begin with a digit, which is a count; found \(text)")
    }
    return keys
  }

  /// The command to which keys that are in the way were given; nil if there is none.
  private func taken(_ keys: [Key], in context: Command.Context) -> String? {
    guard let given = given[context] else { return nil }
    if let longer = given[keys] { return longer.command }
    for count in keys.indices.dropFirst() {
      if let shorter = given[Array(keys.prefix(count))], shorter.isWhole { return shorter.command }
    }
    return nil
  }
}

extension Command.Context {
  /// Whether a number may be typed before its commands.
  fileprivate var takesCounts: Bool {
    switch self {
    case .reading, .library, .results, .front: true
    case .text, .list, .peek, .news, .outline, .prompt, .libraryPeek: false
    }
  }
}

extension [Key] {
  /// Whether one of two series begins as the other does, so that only one can be told.
  fileprivate func isInTheWay(of other: [Key]) -> Bool {
    starts(with: other) || other.starts(with: self)
  }
}
