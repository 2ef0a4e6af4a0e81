import ArgumentParser
import Library
import Platform
import Paths
import Sites
import TextGrid

/// What somebody probably wanted who typed the name of a command that there is not.
enum CommandAdvice {
  /// Names that other programs have for what a command does here, and how it is called.
  private static let synonyms: [(names: String, call: String)] = [
    ("export convert cat print dump save output write", "understory show --format FORMAT"),
    ("rm delete del erase forget", "understory remove"),
    ("update refresh sync pull get download reload", "understory fetch"),
    ("sample demo example tutorial", "understory \(Sample.id)"),
    ("read view browse start run", "understory LINK"),
    ("ls dir", "understory list"),
    ("find grep query", "understory search"),
    ("man docs usage", "understory help"),
    ("settings options configure preferences", "understory config"),
    ("theme color colors colours", "understory themes"),
    ("completion", "understory completions"),
    ("check diagnose selftest", "understory doctor"),
    ("statistics", "understory stats"),
    ("unmark", "understory mark unread"),
    ("backup", "understory state export"), ("restore", "understory state import"),
    ("bindings shortcuts", "understory keys"),
    ("feed feeds frontpage subscribe", "understory front"),
    ("merge join", "understory import"),
    ("pin", "understory keep"), ("reindex", "understory library reindex"),
    ("version", "understory --version"),
  ]

  /// What to call in place of a command that there is not, as it is typed in a shell; nil if nothing is near.
  static func call(for word: String) -> String? {
    if let call = synonym(for: word) { return call }
    if let name = nearestName(to: word.lowercased(), among: Understory.commandNames) {
      return "understory \(name)"
    }
    return FrontName.known.contains(word) ? "understory front \(word)" : nil
  }

  /// What is called here for a command's name that other programs have; nil if that is not known.
  static func synonym(for word: String) -> String? {
    let word = word.lowercased()
    return synonyms.first { $0.names.split(separator: " ").contains { $0 == word } }?.call
  }

  /// What was probably wanted by a command line that cannot be parsed.
  ///
  /// - Parameter arguments: those after the program's name.
  /// - Returns: it, in a line; nil if that is not known.
  static func message(for arguments: [String]) -> String? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    let commands = Understory.configuration.subcommands
    guard let command = commands.first(where: { $0._commandName == first }) else {
      guard first.withPath({ access($0, F_OK) }) != 0, let call = call(for: first) else {
        return nil
      }
      return "\(first): no such command; did you mean \"\(call)\"?"
    }
    let names = command.configuration.subcommands.map { $0._commandName }
    let rest = arguments.dropFirst().filter { !names.contains($0) }
    guard !names.isEmpty, arguments.count > 1, !names.contains(arguments[1]), let word = rest.first,
      !word.hasPrefix("-")
    else { return nil }
    if let name = nearestName(to: word, among: names) {
      return "\(word): did you mean \"understory \(first) \(name)\"?"
    }
    let choice = names.joined(separator: " or ")
    // Those with several have arguments; with one alone, the word is probably a mistake.
    let example = (["understory", first, names[0]] + (names.count > 1 ? rest : []))
      .joined(separator: " ")
    return "expected \(choice) after \"\(first)\", such as \"\(example)\""
  }
}
