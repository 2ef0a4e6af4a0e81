import Testing

@testable import understory

/// What shells are told, by what is typed.
@Suite struct WordCompletionTests {
  private static func parameter(
    _ name: String, _ kind: CommandTree.Kind, _ completion: CommandTree.Completion = .none,
    value: String = "", isRepeating: Bool = false
  ) -> CommandTree.Parameter {
    CommandTree.Parameter(
      kind: kind, names: kind == .positional ? [] : [name], valueName: value, abstract: "a \(name)",
      completion: completion, isRepeating: isRepeating)
  }

  private static let tree = CommandTree(
    name: "understory", defaultSubcommand: "open",
    subcommands: [
      CommandTree(
        name: "open", abstract: "read",
        arguments: [
          parameter("file", .positional, .asking, value: "file", isRepeating: true),
          parameter("--theme", .option, .asking, value: "name or file"),
          parameter("--color", .option, .list(["never", "always"])), parameter("--top", .flag),
        ]),
      CommandTree(
        name: "mark", abstract: "mark",
        subcommands: [
          CommandTree(
            name: "read", abstract: "read",
            arguments: [
              parameter("file", .positional, .files),
              parameter("way", .positional, .list(["é", "中"])),
            ]), CommandTree(name: "unread", abstract: "unread"),
        ]),
      CommandTree(name: "secret", isShown: false),
    ])

  /// The words offered, and with a `+` that paths are too.
  private func offered(_ words: String...) -> String {
    let completion = WordCompletion(of: words, in: Self.tree) { commands, parameter, start in
      ["\(commands.joined(separator: ".")).\(parameter)", "dark", "dim"]
    }
    let names = completion.candidates.map(\.text).joined(separator: " ")
    return names + (completion.paths == .none ? "" : "+")
  }

  @Test func subcommandsAndWhatTheDefaultOneTakesComeFirst() {
    #expect(offered("") == "open mark open.positional@0 dark dim+")
    #expect(offered("ma") == "mark+")
    #expect(offered("x.json", "d") == "dark dim+")
    #expect(offered("secret", "d") == "dark dim+")
  }

  @Test func optionsAreThoseOfTheCommand() {
    #expect(offered("--t") == "--theme --top")
    #expect(offered("--top", "--t") == "--theme")
    #expect(offered("--color=never", "--") == "--theme --top")
    #expect(offered("--color", "never", "--") == "--theme --top")
    #expect(offered("x.json", "--") == "--theme --color --top")
    #expect(offered("mark", "--t") == "")
    #expect(offered("--", "--t") == "+")
  }

  @Test func valuesAreThoseOfTheOption() {
    #expect(offered("--color", "") == "never always")
    #expect(offered("--color", "n") == "never")
    #expect(offered("--color=a") == "always")
    #expect(offered("--theme", "da") == "dark+")
    #expect(offered("--theme=di") == "dim+")
    #expect(offered("--theme", "") == "open.--theme dark dim+")
  }

  @Test func commandsOfCommandsAreFollowed() {
    #expect(offered("mark", "") == "read unread")
    #expect(offered("mark", "read", "") == "+")
    #expect(offered("mark", "read", "x", "") == "é 中")
    #expect(offered("mark", "read", "x", "é", "") == "")
  }

  @Test func nothingTypedIsLikeAnEmptyWord() {
    let completion = WordCompletion(of: [], in: Self.tree) { _, _, _ in [] }
    #expect(completion.candidates.map(\.text) == ["open", "mark"])
  }
}
